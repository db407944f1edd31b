package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/policies"
)

func newCheck(s *session) *cobra.Command {
	var run judging
	cmd := &cobra.Command{
		Use:   "check [--policy DIR] [--only ID] [--new-since REF] [--as-of DATE] [--fail-on SEVERITY] [--format FORM]",
		Short: "validate, then judge by the rules",
		Long: `Validates the policy as validate does, and then judges what it says by rules: those
that come with privity, those in the folder rules beside the policy, and those
that --policy names. A rule is written in Rego; privity rules lists them, privity
explain RULE explains one.

A finding that is accepted is waived: by a waiver block, with a reason and a day
on which it ends, or by a comment on the line,

  # privity:ignore PP019 -- the provider does not say

What was waived is not reported, but for --format sarif, where it is suppressed.

With --new-since only what a change adds is reported: findings that the policy does
not have at a revision of git, or in a manifest. Each is known by its rule, its
block and its attribute, not by its line, and moved blocks by their former names.
So a team can begin with rules that an old policy breaks.

What depends on the law as it stands, and whether a waiver has expired, is judged
as of today, or of the day that --as-of names.

The status is 0 where there is no error, 1 where there is one, and 3 where a limit
was met. With --fail-on warning a warning counts as an error.`,
		Example: `privity check
privity -C privacy check --format github --fail-on warning
privity check --only PP019 --only PP025
privity check --new-since origin/main
privity check --policy ../company-rules --as-of 2026-07-01`,
		Args: arguments(0, 0, "the folder is named in front: privity -C DIR check"),
	}
	addRuleFlags(cmd, &run)
	cmd.Flags().StringSliceVar(&run.only, "only", nil, "run only the rule with this `ID`; may be repeated")
	newSince := cmd.Flags().String("new-since", "", "report only what is not found at `REF`, a revision of git or a manifest")
	addAsOf(cmd, &run)
	failOn := addFailOn(cmd)
	format := addFindingsFormat(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		s.strict = failOn.value == failOnWarning
		return s.check(&run, *newSince, format.value)
	}
	return cmd
}

// failOnWarning is the value of --fail-on that counts warnings as errors.
const failOnWarning = "warning"

// addFailOn adds --fail-on.
func addFailOn(cmd *cobra.Command) *choice {
	return addChoice(cmd, "fail-on", "severity from which on the status is 1", "error", failOnWarning)
}

func (s *session) check(run *judging, newSince, form string) error {
	c, err := s.judged(run)
	if err != nil {
		return err
	}
	found := c.found
	if newSince != "" && c.set != nil {
		if found, err = s.addedSince(newSince, run, c.set, c.policy.Model, found); err != nil {
			return err
		}
	}
	if err := s.reportWith(form, found, reporting{suppressed: c.report.Suppressed, set: c.set}); err != nil {
		return err
	}
	if s.strict && found.Count(diag.Warning) > 0 {
		return no
	}
	switch {
	case form != "text" || len(found) > 0:
	case newSince != "":
		s.note("The change adds no finding.")
	default:
		s.note("%s", checked(c.report))
	}
	return nil
}

// A checkedPolicy is one that was held against the rules. Where it has errors
// of its own, or the rules have, there are the findings alone.
type checkedPolicy struct {
	policy *lang.Policy
	valid  bool      // whether the policy has no errors of its own
	found  diag.List // all that is wrong, in the order of the files
	set    *policy.Set
	report policy.Report
}

// judged reads the policy and, at the same time, the rules, and judges the one
// by the others.
func (s *session) judged(run *judging) (checkedPolicy, error) {
	var c checkedPolicy
	var set *policy.Set
	var flaws diag.List
	var err, rulesErr error
	parallel.For(2, func(i int) {
		if i == 0 {
			c.policy, c.found, err = s.read()
			return
		}
		set, flaws, rulesErr = s.ruleSet(run)
	})
	if err != nil {
		return c, err
	}
	if c.found = judge(c.policy, c.found); c.found.HasErrors() {
		return c, nil
	}
	c.valid = true
	if rulesErr != nil {
		return c, rulesErr
	}
	if set != nil {
		s.work().at("judging")
		c.set = set
		c.report, err = set.Check(c.policy.Model, policy.Options{AsOf: run.asOf.orToday(), Only: run.only, Limits: s.ruleLimits(), Keep: run.changes})
	}
	c.found = slices.Concat(c.found, flaws, c.report.Findings)
	c.found.Sort()
	return c, err
}

// checked says what was done where nothing was found.
func checked(report policy.Report) string {
	text := fmt.Sprintf("The policy is valid and keeps %s", counted(len(report.Ran), "rule"))
	if n := len(report.Suppressed); n > 0 {
		text += fmt.Sprintf("; %s waived", counted(n, "finding"))
	}
	if n := len(report.Off); n > 0 {
		text += fmt.Sprintf("; %s switched off", counted(n, "rule"))
	}
	return text + "."
}

func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// A reporting is what a report on rules needs beyond the findings.
type reporting struct {
	suppressed []diag.Suppression
	set        *policy.Set
	passed     []string // the names of tests that passed
}

// describe returns the title and the page of a rule.
func (r reporting) describe(code diag.Code) (title, page string, ok bool) {
	if r.set == nil {
		return "", "", false
	}
	rule := r.set.Rule(code)
	if rule == nil {
		return "", "", false
	}
	page = rule.Page(policies.FS())
	title, _, _ = strings.Cut(strings.TrimPrefix(page, "# "), "\n")
	_, title, _ = strings.Cut(title, ": ")
	return title, page, true
}
