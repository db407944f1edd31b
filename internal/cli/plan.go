package cli

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/plan"
)

// A planRun is one run of plan.
type planRun struct {
	planning
	out      string
	detailed bool
}

func newPlan(s *session) *cobra.Command {
	var run planRun
	cmd := &cobra.Command{
		Use:   "plan [PLAN] [--out FILE] [--against REF] [--as-of DATE] [--policy DIR] [--detailed-exitcode] [--format FORM]",
		Short: "say what publishing would change, and what it needs",
		Long: `Compares the policy with the version in force, the last one in the history, and says
what publishing it would do: each change in a sentence, with its class and its
weight; when it may take effect by the notice that the policy promises; what the
rules find in the policy and in the change; and whose approval is needed.

  +  new          ~  changed      →  the same under another name
  -  gone         ±  replaced by another

Nothing is written, but for --out: a plan in a file, which is JSON that can be read,
can be approved (see privity help approve) and published (see privity help publish).
It is bound to what it was made of: the policy, the version in force, and this version
of privity. Publishing a plan that does not hold any more is refused. With PLAN, a plan
that was saved is printed, with the approvals that it has.

--against compares with something else, as privity diff does. Notice counts from
today, or from the day that --as-of names.

The status is 1 where the rules find an error or where the policy says that it takes
effect earlier than it has promised. With --detailed-exitcode it is otherwise 2 where
there is something to publish. --format markdown is for a comment on a pull request.`,
		Example: `privity plan
privity plan --out plan.json
privity plan plan.json
privity plan --against origin/main --format markdown > comment.md
privity plan --as-of 2026-06-01 --detailed-exitcode`,
		Args: arguments(0, 1, "what to compare with is named by --against: privity plan --against main"),
	}
	cmd.Flags().StringVarP(&run.out, "out", "o", "", "write the plan into `FILE`, to be approved and published")
	cmd.Flags().StringVar(&run.against, "against", "", "compare with `REF` and not with the version in force")
	cmd.Flags().Var(&run.asOf, "as-of", "plan to publish on a day, such as 2026-01-31; today unless said")
	addPlanning(cmd, &run.planning)
	mustComplete(cmd, "against", func(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
		return s.completeSides(cmd, nil, word)
	})
	location := addHistory(cmd)
	cmd.Flags().BoolVar(&run.detailed, "detailed-exitcode", false, "the status is 2 where there is something to publish")
	format := addChoice(cmd, "format", "form of the plan", "text", "json", "markdown")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		run.history = *location
		if len(args) == 1 {
			return s.showPlan(args[0], format.value)
		}
		if run.out != "" && run.against != "" {
			return fail("a plan against "+run.against+" cannot be published", "leave out --against, or --out: what is published is planned against the version in force")
		}
		return s.plan(run, format.value)
	}
	return cmd
}

func (s *session) plan(run planRun, form string) error {
	p, err := s.prepare(run.planning, run.asOf.orToday())
	if err != nil {
		return err
	}
	file, err := plan.NewFile(p.plan)
	if err != nil {
		return err
	}
	product, err := s.planned(file, form)
	if err != nil {
		return err
	}
	if err := s.print(product); err != nil {
		return err
	}
	if err := s.reportWith("text", p.found, p.reporting); err != nil {
		return err
	}
	if p.plan.TooEarly != "" {
		return tooEarly(p.plan)
	}
	if run.out != "" {
		if err := s.savePlan(file, run.out); err != nil {
			return err
		}
	}
	if run.detailed && !p.plan.IsEmpty() {
		return different
	}
	return nil
}

// showPlan prints a plan that somebody has saved, with what was approved of it.
func (s *session) showPlan(path, form string) error {
	file, err := s.readPlan(path)
	if err != nil {
		return err
	}
	product, err := s.planned(file, form)
	if err != nil {
		return err
	}
	for _, flaw := range file.Standing().Flaws {
		s.note("%s.", flaw)
	}
	return s.print(product)
}

// planned writes a plan in a form. In text the findings are left to the report,
// which shows their lines.
func (s *session) planned(file *plan.File, form string) ([]byte, error) {
	missing := file.Standing().Missing
	switch form {
	case "json":
		return file.Encode()
	case "markdown":
		return file.Markdown(missing), nil
	}
	var b bytes.Buffer
	err := file.WriteText(&b, missing, s.textOptions(""))
	return b.Bytes(), err
}

// savePlan writes a plan and says what comes next.
func (s *session) savePlan(file *plan.File, path string) error {
	text, err := file.Encode()
	if err != nil {
		return err
	}
	if len(text) > plan.MaxBytes {
		return fail(fmt.Sprintf("the plan is larger than %d MB, which is more than anybody can approve", plan.MaxBytes>>20), "publish the changes in several steps")
	}
	if err := s.replaceFile(path, text); err != nil {
		return err
	}
	s.note("The plan is in %s.", s.seen(path))
	for _, r := range file.Plan.Approvals {
		s.note("It needs the approval of %s: privity approve %s --role %s --key FILE", r.Role, path, r.Role)
	}
	s.note("Publish it with: privity publish %s -o DIR", path)
	return nil
}

// tooEarly is a plan that breaks a notice period.
func tooEarly(p *plan.Plan) error {
	return fail(p.TooEarly[:len(p.TooEarly)-1], `say in the policy block: effective = "`+p.Earliest+`"`)
}
