package plan

import (
	"fmt"
	"io"
	"strings"

	"github.com/privity/privity/internal/diff"
)

// WriteText writes the plan for people. Its findings are left to those who can show
// the lines that they are about.
func (f *File) WriteText(w io.Writer, missing []Missing, o diff.TextOptions) error {
	p, t := f.Plan, diff.NewText(o)
	switch {
	case p.Base == nil:
		t.Fill("", "This would be the first version of “"+p.Title+"”, "+p.holds()+".")
	case p.IsEmpty():
		t.Fill("", "Nothing has changed since "+p.Base.name()+": there is nothing to publish.")
	default:
		t.Fill("", "Publishing “"+p.Title+"” would replace "+p.Base.name()+" from "+p.TakesEffect()+" on:")
		t.Changes(p.Changes)
		t.Proposals(p.Proposals)
		t.Line("", diff.Total(p.Changes))
	}
	if backdated := p.Backdated(); backdated != "" {
		t.Gap()
		t.Fill("! ", backdated)
	}
	p.writeNotices(t)
	p.writeApprovals(t, missing)
	return t.To(w)
}

// holds says from when a first version holds and, where that is past, when it is
// published.
func (p *Plan) holds() string {
	if p.Effective < p.Day {
		return "published on " + p.Day + ", and in force from " + p.Effective + " by what it says"
	}
	return "in force from " + p.Effective
}

func (p *Plan) writeNotices(t *diff.Text) {
	if len(p.Notices) == 0 {
		return
	}
	t.Gap()
	t.Line("", "Notice, if it is announced on "+p.Day+":")
	for _, n := range p.Notices {
		t.Fill("  - ", n.sentence())
	}
	if p.TooEarly != "" {
		t.Fill("  ! ", p.TooEarly)
	}
}

// sentence says what a notice comes to.
func (n *Notice) sentence() string {
	text := strings.Join(n.Changes, ", ") + " may take effect on " + n.Earliest + " at the earliest: " + n.Period + " by " + n.Term
	if len(n.Via) > 0 {
		text += ", announced through " + strings.Join(n.Via, " and ")
	}
	if n.Objection != "" {
		text += "; objections until " + n.Objection
	}
	return text + "."
}

func (p *Plan) writeApprovals(t *diff.Text, missing []Missing) {
	if len(p.Approvals) == 0 {
		return
	}
	t.Gap()
	t.Line("", "Approvals:")
	for _, r := range p.Approvals {
		t.Fill("  "+mark(r.Role, missing)+" ", r.sentence()+".")
	}
}

func mark(role string, missing []Missing) string {
	for _, m := range missing {
		if m.Role == role {
			return "[ ]"
		}
	}
	return "[x]"
}

// sentence says who has to sign, and why.
func (r *Requirement) sentence() string {
	keys := "the key"
	if len(r.Keys) > 1 {
		keys = fmt.Sprintf("%d of the keys", r.Signatures)
	}
	return r.Role + ", because of: " + strings.Join(r.Because, ", ") + "; by " + keys + " " + strings.Join(r.Keys, ", ")
}
