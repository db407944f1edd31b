package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/site"
)

// A building is one run of build.
type building struct {
	dir          string
	history      string
	check, adopt bool
	rules        judging
	noRules      bool
}

func newBuild(s *session) *cobra.Command {
	var run building
	cmd := &cobra.Command{
		Use:   "build -o DIR [--check] [--adopt] [--history PLACE] [--policy DIR] [--as-of DATE] [--no-rules] [--format FORM]",
		Short: "write the pages, lists and manifest",
		Long: `Checks the policy as check does, with the same flags, and writes into DIR everything
that is published: the pages as HTML and Markdown, the list of subprocessors as
CSV and JSON too, the map of where data goes, and manifest.json. If there is an
error, nothing is written. With --no-rules the policy need only be valid: what the
rules would find is not asked.

The same policy gives the same bytes, on every machine and at every time. Files
that have not changed are left alone.

If there is a history, the page of versions and their feeds are made too. For the
policy that was published last the pages are byte for byte as they were published;
for any other they say that they are not published.

DIR may hold other files: build keeps a list of what it wrote,
.privity-outputs.json, and replaces and removes nothing else. A folder that has
files and no such list is refused, unless --adopt says that it may be used.

With --check nothing is written: the files that differ are printed, and the status
is 2 where there is one. In CI, this holds committed pages to their source.`,
		Example: `privity build -o dist
privity -C privacy build -o ../site/privacy --adopt
privity build -o dist --check
privity build -o draft --no-rules`,
		Args: arguments(0, 0, "the folder to write into is named by -o, or --out: privity build -o dist"),
	}
	cmd.Flags().StringVarP(&run.dir, "out", "o", "", "write into `DIR`")
	cmd.Flags().BoolVar(&run.check, "check", false, "write nothing; the status is 2 where a file differs")
	cmd.Flags().BoolVar(&run.adopt, "adopt", false, "use a folder that other files stand in, and replace those of the same names")
	mustComplete(cmd, "out", completeFolders)
	location := addHistory(cmd)
	addRuleFlags(cmd, &run.rules)
	addAsOf(cmd, &run.rules)
	cmd.Flags().BoolVar(&run.noRules, "no-rules", false, "build what is valid, whatever the rules find in it")
	failOn := addFailOn(cmd)
	format := addFindingsFormat(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		s.strict = failOn.value == failOnWarning
		if run.dir == "" {
			return fail("build needs to know where to", "-o or --out names the folder: privity build -o dist")
		}
		run.history = *location
		return s.build(run, format.value)
	}
	return cmd
}

func (s *session) build(run building, form string) error {
	policy, err := s.publishable(run, form)
	if err != nil {
		return err
	}
	log, err := s.builtVersions(run.history, policy.Model)
	if err != nil {
		return err
	}
	s.work().at("making pages")
	files, err := site.BuildWith(policy.Model, log)
	if err != nil {
		return err
	}
	if run.check {
		return s.compareSite(run.dir, files, form)
	}
	s.work().at("writing files")
	s.writing.Lock()
	report, err := output.Write(run.dir, files, output.Options{Adopt: run.adopt})
	s.writing.Unlock()
	if err != nil {
		return siteFailure(err)
	}
	s.tellWritten(run.dir, report)
	return nil
}

// siteFailure says what to do where a folder cannot be written as a site.
func siteFailure(err error) error {
	if strings.HasSuffix(err.Error(), "adopted") {
		err = fmt.Errorf("%w with --adopt", err)
	}
	return advised(err)
}

// publishable returns the policy if it may be published: if it is valid and, unless
// they are not asked, the rules find no error in it.
func (s *session) publishable(run building, form string) (*lang.Policy, error) {
	if run.noRules {
		policy, found, err := s.read()
		if err != nil {
			return nil, err
		}
		return policy, s.reportAs(form, judge(policy, found))
	}
	c, err := s.judged(&run.rules)
	if err != nil {
		return nil, err
	}
	if err := s.reportWith(form, c.found, reporting{suppressed: c.report.Suppressed, set: c.set}); err != nil {
		return nil, err
	}
	if s.strict && c.found.Count(diag.Warning) > 0 {
		return nil, no
	}
	return c.policy, nil
}

// compareSite names the files that a build would change.
func (s *session) compareSite(dir string, files []output.File, form string) error {
	differences, err := output.Check(dir, files)
	if err != nil {
		return advised(err)
	}
	if len(differences) == 0 {
		s.note("%s is what the policy says.", s.seen(dir))
		return nil
	}
	var out bytes.Buffer
	for _, d := range differences {
		fmt.Fprintf(&out, "%s %s\n", d.Change, s.seen(filepath.Join(dir, d.Path)))
	}
	if form == "text" {
		if err := s.print(out.Bytes()); err != nil {
			return err
		}
	}
	s.note("%s is not what the policy says: build it again.", s.seen(dir))
	return different
}

// tellWritten says what a build did to a folder.
func (s *session) tellWritten(dir string, r output.Report) {
	for _, path := range r.Edited {
		s.note("%s had been edited by hand; the edits are gone.", s.seen(filepath.Join(dir, path)))
	}
	for _, path := range r.Kept {
		s.note("%s is no longer made, but was edited by hand; it was left there.", s.seen(filepath.Join(dir, path)))
	}
	total := len(r.Written) + len(r.Unchanged)
	text := fmt.Sprintf("%s: %d files, %d of them new or changed", s.seen(dir), total, len(r.Written))
	if len(r.Written) == 0 {
		text = fmt.Sprintf("%s: %d files, none of them changed", s.seen(dir), total)
	}
	if len(r.Removed) > 0 {
		text += fmt.Sprintf("; %d removed", len(r.Removed))
	}
	s.note("%s.", text)
}
