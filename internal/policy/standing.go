package policy

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
)

// A Standing is what a rule counts for in a policy.
type Standing struct {
	On       bool
	Severity diag.Severity // zero: that of each finding set
	Why      string        // it is off, or has another severity than its own; empty otherwise
}

// standings tell what each rule counts for in one policy. What the policy's own
// rule blocks say goes before what a requirement asks, and that before what the
// rule says of itself.
type standings struct {
	policy   *model.Block
	settings map[diag.Code]*model.Block // the rule blocks
	required map[diag.Code]*model.Block // the gravest requirement that each rule enforces
}

var strengths = map[string]diag.Severity{"must": diag.Error, "should": diag.Warning, "may": diag.Note}

var severities = map[string]diag.Severity{"error": diag.Error, "warning": diag.Warning, "note": diag.Note}

// settingOff is the severity of a rule that is not run.
const settingOff = "off"

func newStandings(m *model.Model) *standings {
	s := &standings{policy: m.Policy(), settings: map[diag.Code]*model.Block{}, required: map[diag.Code]*model.Block{}}
	for _, b := range m.All("requirement") {
		id := diag.Code(b.Text("enforced_by"))
		severity, stated := strengths[b.Text("strength")]
		if !stated || id == "" {
			continue
		}
		if before := s.required[id]; before == nil || severity < strengths[before.Text("strength")] {
			s.required[id] = b
		}
	}
	for _, b := range m.All("rule") {
		if id := settingID(b); s.settings[id] == nil {
			s.settings[id] = b
		}
	}
	return s
}

// settingID returns the id of the rule that a rule block speaks of.
func settingID(b *model.Block) diag.Code {
	if id := b.Text("id"); id != "" {
		return diag.Code(id)
	}
	return diag.Code(b.Name)
}

// of returns what a rule counts for.
func (s *standings) of(r *Rule) Standing {
	set, required := s.settings[r.ID], s.required[r.ID]
	if s.isOff(r) {
		return Standing{Severity: r.severity, Why: set.Address + " says so: " + set.Text("reason")}
	}
	if !s.isAsked(r) {
		return Standing{Severity: r.severity, Why: "it is for " + strings.Join(r.Regimes, ", ")}
	}
	switch {
	case set != nil:
		return Standing{true, severities[set.Text("severity")], set.Address + " says so: " + set.Text("reason")}
	case required != nil:
		return Standing{true, strengths[required.Text("strength")], required.Address + " has this weight"}
	}
	return Standing{On: true, Severity: r.severity}
}

// isAsked reports whether a rule belongs to no law, or to one of those that the
// policy names.
func (s *standings) isAsked(r *Rule) bool {
	return len(r.Regimes) == 0 || slices.ContainsFunc(s.regimes(), func(regime string) bool {
		return slices.Contains(r.Regimes, regime)
	})
}

// regimes lists the laws that the policy names.
func (s *standings) regimes() []string {
	if s.policy == nil {
		return nil
	}
	return s.policy.Texts("regimes")
}

// isOff reports whether the policy itself switches a rule off.
func (s *standings) isOff(r *Rule) bool {
	set := s.settings[r.ID]
	return set != nil && set.Text("severity") == settingOff
}

// Standings returns what each rule counts for in the policy that a model
// describes, in the order of Rules. Of no model it is what the rules say of
// themselves.
func (s *Set) Standings(m *model.Model) []Standing {
	if m == nil {
		m = model.New(nil)
	}
	in := newStandings(m)
	list := make([]Standing, len(s.rules))
	for i, r := range s.rules {
		list[i] = in.of(r)
		if m.Policy() == nil {
			list[i].On, list[i].Why = true, ""
		}
		if list[i].Severity == 0 {
			list[i].Severity = r.Severity()
		}
	}
	return list
}

// unsettled reports rule blocks for rules that there are not, and second ones for
// the same rule.
func (s *Set) unsettled(m *model.Model) diag.List {
	var found diag.List
	first := map[diag.Code]*model.Block{}
	for _, b := range m.All("rule") {
		id := settingID(b)
		switch before := first[id]; {
		case s.Rule(id) == nil:
			found.Add(s.unknown(string(id), spanOfID(b)))
		case before != nil:
			found.Add(diag.New(diag.DuplicateBlock, spanOfID(b), before.Address+" says already what "+string(id)+" counts for").
				Because("The first one holds. Delete one of the two.").
				Relating(before.Span, "the first one is here"))
		default:
			first[id] = b
		}
	}
	return found
}

func spanOfID(b *model.Block) source.Span {
	if b.Has("id") {
		return b.SpanOf("id")
	}
	return b.Span
}
