package cli

import (
	"cmp"
	"errors"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/notice"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/source"
)

// A planning is what plan and publish have in common: where the versions are, and
// by which rules the policy is judged.
type planning struct {
	judging
	history string
	against string // what to compare with in place of the version in force
}

// addPlanning adds the flags that plan and publish have in common. The history is
// added by addHistory.
func addPlanning(cmd *cobra.Command, run *planning) {
	addRuleFlags(cmd, &run.judging)
}

// A prepared plan is a plan with what it was made of.
type prepared struct {
	plan       *plan.Plan
	comparison *compare.Comparison
	before     *model.Model // nil for a first version
	after      *model.Model
	manifest   []byte
	files      []*source.File
	checked    policy.Report
	found      diag.List
	reporting  reporting
	history    *history.History
	entries    []*history.Entry
}

// head is that of the history which the plan was made against.
func (p *prepared) head() history.Head {
	if len(p.entries) == 0 {
		return history.Head{}
	}
	return p.entries[len(p.entries)-1].Head()
}

// prepare reads the policy and, at the same time, the version in force, and plans to
// publish the one over the other on a day. What keeps the policy from being read is
// reported.
func (s *session) prepare(run planning, on scalar.Date) (*prepared, error) {
	run.asOf.Date, run.changes = on, true
	s.work().at("reading")
	p := &prepared{}
	var c checkedPolicy
	var base *plan.Base
	var checkErr, baseErr error
	parallel.For(2, func(i int) {
		if i == 0 {
			c, checkErr = s.judged(&run.judging)
			return
		}
		base, baseErr = s.base(run, p)
	})
	if checkErr != nil {
		return nil, checkErr
	}
	p.checked = c.report
	p.found, p.reporting = c.found, reporting{suppressed: c.report.Suppressed, set: c.set}
	if c.set == nil || c.policy.Model == nil {
		return nil, cmp.Or(s.report(p.found), error(no))
	}
	if baseErr != nil {
		return nil, baseErr
	}
	p.after, p.files = c.policy.Model, c.policy.Files()
	s.work().at("comparing")
	var judgeErr, encodeErr error
	parallel.For(2, func(i int) {
		if i == 0 {
			p.manifest, encodeErr = manifest.Encode(p.after)
			return
		}
		p.comparison = compare.Compare(p.before, p.after, compare.Options{AsOf: on.String()})
		judgeErr = s.judgeChange(on, p)
	})
	if err := errors.Join(judgeErr, encodeErr); err != nil {
		return nil, err
	}
	return p, p.make(base, on)
}

// make makes the plan of what was found out.
func (p *prepared) make(base *plan.Base, on scalar.Date) error {
	var err error
	p.plan, err = plan.Make(plan.Input{
		Before: p.before, After: p.after, Comparison: p.comparison, Base: base, Source: plan.Source{Manifest: history.Digest(p.manifest)},
		Tool: toolName(), Day: on, Findings: p.found,
	})
	if err != nil {
		return uncountable(err)
	}
	return nil
}

// base reads what the plan is made against.
func (s *session) base(run planning, p *prepared) (*plan.Base, error) {
	if run.against != "" {
		side, err := s.side(run.against, run.history)
		if err != nil {
			return nil, err
		}
		p.before = side.model
		return &plan.Base{Version: side.name}, nil
	}
	var err error
	if p.history, err = s.openHistory(run.history); err != nil {
		return nil, err
	}
	if p.entries, err = p.history.Entries(); err != nil {
		return nil, historyFailure(err)
	}
	if len(p.entries) == 0 {
		return nil, nil //nolint:nilnil // a first version is based on nothing
	}
	last := p.entries[len(p.entries)-1]
	if p.before, err = versionModel(p.history, last); err != nil {
		return nil, err
	}
	return &plan.Base{Head: last.Head().String(), Version: last.Version, Effective: last.Effective}, nil
}

// judgeChange judges the change of the policy by the rules that are about changes.
func (s *session) judgeChange(on scalar.Date, p *prepared) error {
	if p.before == nil {
		return nil
	}
	schedule, err := notice.Plan(p.comparison, on)
	if err != nil {
		return uncountable(err)
	}
	change := policy.Change{
		Before: p.before, After: p.after, Changes: p.comparison.Changes,
		Earliest: make([]scalar.Date, len(p.comparison.Changes)), Checked: p.checked,
	}
	for _, due := range schedule.Dues {
		change.Earliest[due.Index] = due.Earliest
	}
	report, err := p.reporting.set.CheckChange(change, policy.Options{AsOf: on, Limits: s.ruleLimits()})
	if err != nil {
		return err
	}
	p.found = append(p.found, report.Findings...)
	p.reporting.suppressed = append(p.reporting.suppressed, report.Suppressed...)
	p.found.Sort()
	return nil
}

// uncountable is a notice period of which nobody can say when it ends.
func uncountable(err error) error {
	return fail(err.Error(), "state the period of the notice term in days, weeks, months or years")
}

// readPlan reads a plan that somebody has saved.
func (s *session) readPlan(path string) (*plan.File, error) {
	s.guard()
	text, err := readBounded(path, plan.MaxBytes)
	if err != nil {
		return nil, fail("the plan "+path+" cannot be read: "+reason(err), "`privity plan --out FILE` writes one")
	}
	file, err := plan.Read(text)
	if err != nil {
		return nil, fail("the plan "+path+" cannot be used: "+err.Error(), "make it again: privity plan --out "+path)
	}
	return file, nil
}

// stalePlan says what to do about a plan that does not hold any more.
func stalePlan(err error) error {
	if errors.Is(err, plan.ErrStale) {
		return fail(err.Error(), "plan again, look at what is different now, and have it approved anew: privity plan --out FILE")
	}
	return err
}
