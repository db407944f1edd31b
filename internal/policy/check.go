package policy

import (
	"bytes"
	"regexp"
	"slices"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/source"
)

// Options say how a model is judged.
type Options struct {
	AsOf   scalar.Date // the day as of which it is judged
	Only   []string    // ids of the rules to run; none: all that are in force
	Limits Limits      // zero: DefaultLimits

	// Timer, if there is one, is called when a rule begins to be evaluated, and
	// what it returns when that ends; from several rules at a time.
	Timer func(*Rule) (stop func())

	// Keep keeps what rules see of the model with the report, for CheckChange. It
	// is about as large as the model.
	Keep bool

	// Trace, if there is one, notes which lines are evaluated. Rules are then
	// evaluated one after the other.
	Trace *Trace
}

// A Report is what came of judging a model.
type Report struct {
	Findings   diag.List          // in the order of the files
	Suppressed []diag.Suppression // findings that a waiver or a comment accepts
	Ran        []*Rule            // the rules that were run, by id
	Off        []*Rule            // the rules that the policy switches off, by id

	seen *view // what the rules saw, where it was to be kept
}

// Check judges a model by the rules that are in force for it.
func (s *Set) Check(m *model.Model, o Options) (Report, error) {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits
	}
	var report Report
	standings := newStandings(m)
	s.choose(standings, o.Only, false, &report)
	if len(report.Ran) == 0 {
		report.Findings.Add(s.noneRun(o.Only))
		return report, nil
	}
	queries, err := s.queries(report.Ran)
	if err != nil {
		return report, err
	}
	go m.Lookup("") // the index of addresses, which every finding needs, is made meanwhile
	seen := newView(m, o.AsOf)
	if o.Keep {
		report.seen = seen
	}
	answers := newEvaluation(s, seen.value(s.looksUp(false)), o).answers(queries)
	s.conclude(m, standings, o, answers, &report)
	report.Findings.Sort()
	return report, nil
}

// noneRun says that nothing was checked.
func (s *Set) noneRun(only []string) *diag.Diagnostic {
	d := diag.New(diag.NoRules, source.Span{}, "no rule was run, so nothing was checked").
		Because("`privity rules` lists the rules and says why they are not in force.")
	for _, id := range only {
		if r := s.Rule(diag.Code(id)); r != nil && r.Change {
			d.Because(id + " judges changes, not a policy: `privity plan` runs it.")
		}
	}
	return d
}

// looksUp reports whether any module may ask for blocks by their addresses: it
// uses the name, or the input as a whole. Modules on changes count where changes
// are judged.
func (s *Set) looksUp(changes bool) bool {
	return slices.ContainsFunc(s.modules, func(m *module) bool {
		if m.change && !changes {
			return false
		}
		return bytes.Contains(m.file.Bytes, []byte(byAddressKey)) || wholeInput.Match(m.file.Bytes)
	})
}

// wholeInput matches a use of the input that does not say which part.
var wholeInput = regexp.MustCompile(`\binput\b(?:[^.\w]|$)`)

// conclude turns answers into findings and takes off those that are accepted.
func (s *Set) conclude(m *model.Model, standings *standings, o Options, answers []answer, report *Report) {
	waivers, flaws := s.waivers(m, o.AsOf)
	report.Findings.Add(flaws...)
	comments, flaws := s.ignores(m)
	report.Findings.Add(flaws...)
	pardons := newPardons(append(waivers, comments...))
	newJudge(s, m, standings, o.Limits).collect(answers, pardons, report)
	report.Findings.Add(pardons.unmet(report.ids())...)
	report.Findings.Add(s.unenforced(m)...)
	report.Findings.Add(s.unsettled(m)...)
}

// collect reads what rules answered, and takes off what is accepted.
func (j *judge) collect(answers []answer, pardons *pardons, report *Report) {
	judged := make([][]finding, len(answers))
	wrong := make([]diag.List, len(answers))
	parallel.For(len(answers), func(i int) { judged[i], wrong[i] = j.findings(answers[i]) })
	for i := range answers {
		report.Findings.Add(wrong[i]...)
		for _, f := range judged[i] {
			if p := pardons.accept(f); p != nil {
				report.Suppressed = append(report.Suppressed, diag.Suppression{Diagnostic: f.Diagnostic, Reason: p.reason, InSource: p.waiver == nil})
				continue
			}
			report.Findings.Add(f.Diagnostic)
		}
	}
}

// choose lists the rules to run, on changes or on a policy, and those that the policy switches off. Those
// that are named run whether or not they are on.
func (s *Set) choose(in *standings, only []string, changes bool, report *Report) {
	for _, id := range only {
		if s.Rule(diag.Code(id)) == nil {
			report.Findings.Add(s.unknown(id, source.Span{}))
		}
	}
	for _, r := range s.rules {
		switch {
		case r.Change != changes:
		case len(only) > 0 && slices.Contains(only, string(r.ID)), len(only) == 0 && in.of(r).On:
			report.Ran = append(report.Ran, r)
		case len(only) == 0 && in.isOff(r):
			report.Off = append(report.Off, r)
		}
	}
}

// unenforced reports requirements that name a rule which is not there.
func (s *Set) unenforced(m *model.Model) diag.List {
	var found diag.List
	for _, b := range m.All("requirement") {
		if id := b.Text("enforced_by"); id != "" && s.Rule(diag.Code(id)) == nil {
			found.Add(s.unknown(id, b.SpanOf("enforced_by")))
		}
	}
	return found
}
