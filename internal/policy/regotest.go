package policy

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/source"
)

// A TestReport is what came of the tests of rules.
type TestReport struct {
	Passed, Failed int
	Names          []string  // of the tests that passed, by package
	Findings       diag.List // a finding for each test that failed
}

// A Trace notes which lines of rules are evaluated, by tests in Rego and by
// checks. One that is written to by several goroutines at a time is not sound.
type Trace struct{ cover *cover.Cover }

// NewTrace returns a trace of nothing.
func NewTrace() *Trace { return &Trace{cover.New()} }

// Coverage is how much of a file of rules was evaluated by tests.
type Coverage struct {
	File            string
	Lines, Covered  int
	FirstNotCovered int // line; 0 where all are covered
}

// Test runs the tests that are written in Rego: the rules whose names begin with
// test_, with the functions and the type checker that rules have. The modules of
// support are there to be used; their own tests are not run. What is evaluated
// is noted in the trace.
func Test(support, own []*source.File, day scalar.Date, trace *Trace) (TestReport, diag.List) {
	helpers, found := parse(support, true)
	modules, flaws := parse(own, false)
	found.Add(flaws...)
	if found.HasErrors() {
		return TestReport{}, found
	}
	helpers = slices.DeleteFunc(helpers, (*module).isTest)
	all := slices.Concat(helpers, modules)
	bound()
	compiler := newCompiler()
	runner := tester.NewRunner().SetCompiler(compiler).SetStore(newStore(day)).
		SetTimeout(DefaultLimits.Time).RaiseBuiltinErrors(true).SetCoverageQueryTracer(trace.cover)
	results, err := runTests(runner, all)
	var errs ast.Errors
	switch {
	case errors.As(err, &errs):
		return TestReport{}, compileFindings(all, errs)
	case err != nil:
		found.Add(diag.New(diag.TestFailed, source.Span{}, "the tests cannot be run: "+firstLine(err.Error())))
		return TestReport{}, found
	}
	if misnamed := lintTests(all, compiler.Modules); len(misnamed) > 0 {
		return TestReport{}, misnamed
	}
	var report TestReport
	for _, r := range results {
		report.add(r, modules)
	}
	report.Findings.Sort()
	return report, nil
}

func runTests(runner *tester.Runner, modules []*module) ([]*tester.Result, error) {
	results, err := runner.SetModules(byName(modules)).RunTests(context.Background(), nil)
	if err != nil {
		return nil, err
	}
	var all []*tester.Result
	for r := range results {
		all = append(all, r)
	}
	return all, nil
}

func (report *TestReport) add(r *tester.Result, modules []*module) {
	if r.Pass() {
		report.Passed++
		report.Names = append(report.Names, strings.TrimPrefix(r.Package, "data.")+"."+r.Name)
		return
	}
	report.Failed++
	var span source.Span
	for _, m := range modules {
		if r.Location != nil && m.file.Name == r.Location.File {
			span = m.span(r.Location)
		}
	}
	why := "It does not hold."
	switch {
	case r.Error != nil:
		why = "It ended in an error: " + firstLine(r.Error.Error()) + "."
	case r.Skip:
		why = "It is skipped."
	case r.FailedAt != nil:
		why = "It stops at: " + firstLine(string(r.FailedAt.Location.Text))
	}
	report.Findings.Add(diag.New(diag.TestFailed, span, r.Package[len("data."):]+"."+r.Name+" failed").Because(why))
}

// Coverage lists how much of each file of rules is covered, tests aside, by file.
func (t *Trace) Coverage(own []*source.File) []Coverage {
	modules, _ := parse(own, false)
	report := t.cover.Report(byName(modules))
	var list []Coverage
	for _, m := range modules {
		f := report.Files[m.file.Name]
		if m.isTest() || f == nil {
			continue
		}
		c := Coverage{File: m.file.Name, Covered: f.CoveredLines, Lines: f.CoveredLines + f.NotCoveredLines}
		for _, r := range f.NotCovered {
			if c.FirstNotCovered == 0 || r.Start.Row < c.FirstNotCovered {
				c.FirstNotCovered = r.Start.Row
			}
		}
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b Coverage) int { return cmp.Compare(a.File, b.File) })
	return list
}

// IsTest reports whether a file is one of tests by its name.
func IsTest(file *source.File) bool { return strings.HasSuffix(file.Name, "_test.rego") }
