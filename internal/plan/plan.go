// Package plan says what publishing a policy would change, before it is done: the
// changes against the version in force, the notice that they need, what the rules
// find, and who has to approve them.
//
// # What a plan is bound to
//
// A plan names the head of the history that it was made against, the digest of the
// manifest that it would publish, and the tool. From these, and the day for which it
// was made, everything else in it follows, so whoever publishes can make it again
// and compare: a plan that is not exactly the one that would be made now is stale.
//
// # What is approved
//
// An approval is an SSH signature of a [Statement], three lines that name a role and
// the digest of the plan. The digest is the SHA-256 of the plan's canonical form
// (RFC 8785), so it can be had without privity:
//
//	jq -cSj .plan plan.json | sha256sum
//
// Which approvals are asked for is said by the version in force, not by the one
// that is to replace it.
package plan

import (
	"slices"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/notice"
	"github.com/privity/privity/internal/scalar"
)

// URN names the schema of plans. It is a name and not the address of anything.
const URN = "urn:privity:plan:0.1"

// A Plan is what publishing would do.
type Plan struct {
	Policy    string          `json:"policy"`         // its address
	Title     string          `json:"title"`          // of the policy
	Day       string          `json:"day"`            // on which it would be published
	Effective string          `json:"effective"`      // from when it would hold, by what it says
	Base      *Base           `json:"base,omitempty"` // the version in force; none if it is the first
	Source    Source          `json:"source"`
	Tool      string          `json:"tool"`
	Tally     map[string]int  `json:"tally"` // the number of changes by their materiality
	Changes   []diff.Change   `json:"changes"`
	Proposals []diff.Proposal `json:"proposals,omitempty"`
	Notices   []Notice        `json:"notices,omitempty"`
	Earliest  string          `json:"earliest,omitempty"`  // the first day that keeps every notice period
	TooEarly  string          `json:"too_early,omitempty"` // why it must not take effect on its day, and which day works
	Findings  []Finding       `json:"findings,omitempty"`
	Approvals []Requirement   `json:"approvals,omitempty"`
}

// A Base is the version that a plan would replace.
type Base struct {
	Head      string `json:"head,omitempty"` // of the history, as history.Head prints it; empty for what is no version
	Version   string `json:"version"`
	Effective string `json:"effective,omitempty"` // from when it holds; perhaps it does not yet
}

// A Source is what would be published.
type Source struct {
	Manifest string `json:"manifest"` // the SHA-256 of the manifest
}

// A Notice is when a change may take effect.
type Notice struct {
	Term      string   `json:"term"`    // the address of the policy's notice term
	Changes   []string `json:"changes"` // the addresses of the blocks that change
	Classes   []string `json:"classes"`
	Period    string   `json:"period"`
	Earliest  string   `json:"earliest"`
	Objection string   `json:"objection,omitempty"` // the last day on which one may object
	Via       []string `json:"via,omitempty"`       // where it is announced
}

// A Finding is what a rule found.
type Finding struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Summary  string `json:"summary"`
	Place    string `json:"place,omitempty"`
	Address  string `json:"address,omitempty"`
}

// An Input is what a plan is made of.
type Input struct {
	Before, After *model.Model // Before is nil for a first version
	Comparison    *compare.Comparison
	Base          *Base
	Source        Source
	Tool          string
	Day           scalar.Date
	Findings      diag.List
}

// Make returns the plan. It is a function of its input alone. The error is a
// *notice.UncountableError.
func Make(in Input) (*Plan, error) {
	changes := diff.Of(in.Comparison)
	p := &Plan{
		Day: in.Day.String(), Effective: effectiveOn(in.After, in.Day).String(), Base: in.Base, Source: in.Source, Tool: in.Tool,
		Tally: diff.Tally(changes), Changes: changes, Proposals: diff.Proposals(in.Comparison),
		Approvals: Required(in.Before, in.After, changes),
	}
	if policy := in.After.Policy(); policy != nil {
		p.Policy, p.Title = policy.Address, policy.Text("title")
	}
	for _, d := range in.Findings {
		p.Findings = append(p.Findings, finding(d))
	}
	return p, p.schedule(in)
}

// effectiveOn is the day from which a policy that is published on a day holds: the
// one that it names, be that past, or that day.
func effectiveOn(m *model.Model, published scalar.Date) scalar.Date {
	if policy := m.Policy(); policy != nil {
		if d, ok := policy.Date("effective"); ok {
			return d
		}
	}
	return published
}

// TakesEffect is the day from which people are told that it holds: the one that the
// policy names, but not before it is published, when nobody could know of it.
func (p *Plan) TakesEffect() string { return max(p.Effective, p.Day) }

// Backdated says what it means that a version which changes something names a past
// day. It is empty where it does not, and where the change is of words alone.
func (p *Plan) Backdated() string {
	if p.Base == nil || p.Effective >= p.Day || p.Tally[string(compare.Material)]+p.Tally[string(compare.Minor)] == 0 {
		return ""
	}
	return "The policy says that it holds from " + p.Effective + ", and it is published on " + p.Day +
		". What changes in it cannot have held before: say in the policy block effective = \"" + p.Day + "\", or nothing."
}

// schedule adds when the changes may take effect, those of one term and day
// together.
func (p *Plan) schedule(in Input) error {
	s, err := notice.Plan(in.Comparison, in.Day)
	if err != nil {
		return err
	}
	places := map[string]int{}
	for _, due := range s.Dues {
		n := Notice{Term: due.Term.Address, Earliest: due.Earliest.String()}
		if due.Objection != (scalar.Date{}) {
			n.Objection = due.Objection.String()
		}
		key := n.Term + " " + n.Earliest + " " + n.Objection
		at, known := places[key]
		if !known {
			if d, ok := due.Term.Duration("period"); ok {
				n.Period = d.String()
			}
			for _, b := range due.Via {
				n.Via = append(n.Via, b.Label())
			}
			at = len(p.Notices)
			places[key] = at
			p.Notices = append(p.Notices, n)
		}
		p.Notices[at].Changes = append(p.Notices[at].Changes, due.Change.Address)
		if !slices.Contains(p.Notices[at].Classes, due.Change.Class) {
			p.Notices[at].Classes = append(p.Notices[at].Classes, due.Change.Class)
		}
	}
	if len(s.Dues) > 0 {
		p.Earliest = s.Earliest.String()
	}
	effective := effectiveOn(in.After, in.Day)
	if effective.Before(in.Day) {
		effective = in.Day
	}
	if err := s.Check(effective); err != nil {
		p.TooEarly = err.Error() + "."
	}
	p.waitForBase()
	return nil
}

// waitForBase keeps a version from taking effect before the one that it replaces:
// what that one has announced would come early with it.
func (p *Plan) waitForBase() {
	if p.Base == nil || p.TakesEffect() >= p.Base.Effective {
		return
	}
	if p.Earliest < p.Base.Effective {
		p.Earliest = p.Base.Effective
		p.TooEarly = "Version " + p.Base.Version + " takes effect on " + p.Base.Effective + ", and what it has announced must not come earlier with this one, on " + p.TakesEffect() + "."
	}
}

func finding(d *diag.Diagnostic) Finding {
	f := Finding{Code: string(d.Code), Severity: d.Severity.String(), Summary: d.Summary, Address: d.Subject}
	if !d.Span.IsZero() {
		f.Place = d.Span.Range().String()
	}
	return f
}

// IsEmpty reports whether there is nothing to publish.
func (p *Plan) IsEmpty() bool { return p.Base != nil && len(p.Changes) == 0 }

// name is how a sentence speaks of what a plan would replace.
func (b *Base) name() string {
	if b.Head == "" {
		return b.Version
	}
	return "version " + b.Version
}
