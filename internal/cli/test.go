package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/expect"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/source"
)

func newTest(s *session) *cobra.Command {
	var run judging
	cmd := &cobra.Command{
		Use:   "test [--policy DIR] [--as-of DATE] [--format FORM]",
		Short: "test your own rules",
		Long: `Runs the tests of the rules in the folder rules and in those that --policy names.
There are two kinds.

Tests in Rego stand in files that end in _test.rego. Each rule there whose name
begins with test_ has to hold.

Cases stand in files that end in .test.hcl, beside the rules or the policy. Each
is a policy of its own, and comments say which findings are wanted, on the line:

  data_store "users" { # want RET001 "no retention"

A finding of your own rules that no comment wants is as wrong as a comment that no
finding meets. Of the rules that come with privity, those count that a comment
names. A case that has no policy block is given one.

How much of the rules both kinds cover is printed. With --format junit every test
and every case is one of the report.`,
		Example: `privity test
privity -C privacy test --policy ../company-rules --format junit`,
		Args: arguments(0, 0, "the folder is named in front: privity -C DIR test"),
	}
	addRuleFlags(cmd, &run)
	addAsOf(cmd, &run)
	format := addFindingsFormat(cmd)
	cmd.RunE = func(*cobra.Command, []string) error { return s.test(&run, format.value) }
	return cmd
}

func (s *session) test(run *judging, form string) error {
	s.guard()
	own, found, err := s.ownRules(run)
	if err != nil {
		return err
	}
	cases, err := s.cases(run)
	if err != nil {
		return err
	}
	if len(own) == 0 && len(cases) == 0 {
		return fail("there is nothing to test", "rules stand in the folder rules, their tests beside them in files that end in _test.rego or .test.hcl")
	}
	trace := policy.NewTrace()
	report, flaws := policy.Test(bundledRules(), own, run.asOf.orToday(), trace)
	found.Add(flaws...)
	set, flaws := policy.Load(bundledRules(), own)
	if len(found) == 0 {
		found.Add(flaws...)
	}
	if set == nil || found.HasErrors() {
		return s.reportAs(form, found)
	}
	found.Add(report.Findings...)
	failed := 0
	passed := report.Names
	for _, c := range cases {
		flaws, err := s.try(set, c, run, trace)
		if err != nil {
			return err
		}
		if len(flaws) > 0 {
			failed++
		} else {
			passed = append(passed, c.Name)
		}
		found.Add(flaws...)
	}
	s.tellTests(report, trace.Coverage(own), len(cases), failed)
	found.Sort()
	return s.reportWith(form, found, reporting{passed: passed})
}

// tellTests says how many tests there were, and what they do not reach.
func (s *session) tellTests(report policy.TestReport, coverage []policy.Coverage, cases, failedCases int) {
	lines, covered := 0, 0
	for _, c := range coverage {
		lines, covered = lines+c.Lines, covered+c.Covered
		if c.FirstNotCovered > 0 {
			s.note("%s: %d of %d lines are covered; line %d is not.", s.seen(c.File), c.Covered, c.Lines, c.FirstNotCovered)
		}
	}
	text := fmt.Sprintf("%s and %s", counted(report.Passed+report.Failed, "test"), counted(cases, "case"))
	if failed := report.Failed + failedCases; failed > 0 {
		text += fmt.Sprintf(", %d of them failed", failed)
	}
	if lines > 0 {
		text += fmt.Sprintf("; %d %% of the lines of the rules are covered", covered*100/lines)
	}
	s.note("%s.", text)
}

// cases reads the files that end in .test.hcl: those beside the policy, and
// those with the rules.
func (s *session) cases(run *judging) ([]*source.File, error) {
	names, err := fs.Glob(os.DirFS("."), "*.test.hcl")
	if err != nil {
		return nil, err
	}
	for _, folder := range append([]string{rulesFolder}, run.folders...) {
		err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && strings.HasSuffix(name, ".test.hcl") {
				names = append(names, path.Join(folder, name))
			}
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fail("the cases in "+folder+" cannot be read: "+reason(err), "")
		}
	}
	slices.Sort(names)
	var files []*source.File
	for _, name := range slices.Compact(names) {
		file, flaw, err := s.readFile(name)
		if err != nil {
			return nil, err
		}
		if flaw != nil {
			return nil, fail(name+" is no policy: "+flaw.Summary, "")
		}
		files = append(files, file)
	}
	return files, nil
}

var policyBlock = regexp.MustCompile(`(?m)^policy\s+"`)

// casePolicy is what a case without a policy block is given.
const casePolicy = `policy "case" {
  title = "Case"
}
`

// try judges the policy of a case and compares what is found with what is
// wanted.
func (s *session) try(set *policy.Set, file *source.File, run *judging, trace *policy.Trace) (diag.List, error) {
	name := path.Base(strings.TrimSuffix(file.Name, ".test.hcl")) + ".hcl"
	files := fstest.MapFS{name: {Data: file.Bytes}}
	if !policyBlock.Match(file.Bytes) {
		files["case_policy.hcl"] = &fstest.MapFile{Data: []byte(casePolicy)}
	}
	read, found := lang.Load(files, lang.Options{Files: s.fileLimits(), Syntax: s.syntaxLimits(), Version: Version})
	wants := expect.In(name, file.Bytes)
	found = judge(read, found)
	if read != nil && read.Model != nil {
		report, err := set.Check(read.Model, policy.Options{AsOf: run.asOf.orToday(), Only: tried(set, wants), Limits: s.ruleLimits(), Trace: trace})
		if err != nil {
			return nil, err
		}
		found = append(found, report.Findings...)
	}
	return missed(file, name, wants, found, set.Rules()), nil
}

// tried lists the rules that a case is judged by: the author's own, and those
// that it wants.
func tried(set *policy.Set, wants []expect.Want) []string {
	var ids []string
	for _, r := range set.Rules() {
		wanted := slices.ContainsFunc(wants, func(w expect.Want) bool { return w.Code == string(r.ID) })
		if !r.Bundled || wanted {
			ids = append(ids, string(r.ID))
		}
	}
	return ids
}

// missed turns what differs from what is wanted into findings in the case.
func missed(file *source.File, name string, wants []expect.Want, found diag.List, rules []*policy.Rule) diag.List {
	unwanted, unmet := expect.Compare(wants, found)
	var flaws diag.List
	for _, d := range unwanted {
		advice := fmt.Sprintf("If it is right, write # want %s at the end of the line.", d.Code)
		for _, w := range unmet {
			if w.Code == string(d.Code) && w.Line == d.Span.Range().Start.Line && w.Text != "" {
				advice = fmt.Sprintf("The comment on the line wants it to say %q.", w.Text)
			}
		}
		flaws.Add(diag.New(diag.TestFailed, moved(d.Span, file, name), "no comment wants "+string(d.Code)+": "+d.Summary).Because(advice))
	}
	for _, w := range unmet {
		flaws.Add(unmetIn(file, w, rules))
	}
	return flaws
}

// unmetIn says that a finding was wanted in a case and not found, or that there is
// no rule that could find it.
func unmetIn(file *source.File, w expect.Want, rules []*policy.Rule) *diag.Diagnostic {
	d := diag.New(diag.TestFailed, lineOf(file, w.Line), w.Code+" is wanted here and was not found")
	if strings.HasPrefix(w.Code, "PV") || slices.ContainsFunc(rules, func(r *policy.Rule) bool { return string(r.ID) == w.Code }) {
		return d
	}
	return d.Because("There is no rule with this id; `privity rules` lists those that there are.")
}

// moved returns a span of the policy that was made of a case in the case.
func moved(span source.Span, file *source.File, name string) source.Span {
	if span.IsZero() || span.File.Name != name {
		return source.Span{File: file}
	}
	span.File = file
	return span
}

// lineOf returns the span of a line.
func lineOf(file *source.File, line int) source.Span {
	start := 0
	for range line - 1 {
		start += strings.IndexByte(string(file.Bytes[start:]), '\n') + 1
	}
	return source.Span{File: file, Start: int32(start), End: int32(start + len(file.Line(line)))}
}
