package notice

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
)

// terms are the notice blocks of a policy, by the kind of change.
type terms map[string][]*model.Block

func termsOf(policy *model.Block) terms {
	t := terms{}
	for _, b := range policy.Inside("notice") {
		t[b.Text("change")] = append(t[b.Text("change")], b)
	}
	return t
}

// anyChange is the kind under which a term is about whatever no other term is.
const anyChange = "any"

// earliest returns when a change may take effect, or nil where no term is about
// it.
func earliest(all terms, change compare.Change, announced scalar.Date) (*Due, error) {
	var governing *Due
	for _, term := range all.about(change) {
		day, err := after(announced, term, "period")
		if err != nil {
			return nil, err
		}
		if governing != nil && !governing.Earliest.Before(day) {
			continue
		}
		objection := scalar.Date{}
		if term.Has("objection") {
			if objection, err = after(announced, term, "objection"); err != nil {
				return nil, err
			}
		}
		governing = &Due{Change: change, Term: term, Earliest: day, Objection: objection, Via: term.Refs("via")}
	}
	return governing, nil
}

// about lists the terms that say most exactly that they are about a change. What
// is changed in a term itself is announced as that term says.
func (t terms) about(change compare.Change) []*model.Block {
	if change.Kind == "notice" && change.BeforeBlock != nil && change.Materiality == compare.Material {
		return []*model.Block{change.BeforeBlock}
	}
	for i, kind := range kindsOf(change) {
		candidates := t[kind]
		if i == 0 && kind != location {
			candidates = append(slices.Clone(candidates), t.elsewhere()...)
		}
		if best := mostExact(candidates, change); len(best) > 0 {
			return best
		}
	}
	return nil
}

// location is the kind of change by which data comes to further countries.
const location = "location"

// elsewhere lists the terms on certain countries, which hold for whatever brings
// data there: also for a new recipient.
func (t terms) elsewhere() []*model.Block {
	return slices.DeleteFunc(slices.Clone(t[location]), func(term *model.Block) bool { return !term.Has("countries") && !term.Has("outside") })
}

// mostExact lists those of the terms that are about a change and say so most
// exactly.
func mostExact(candidates []*model.Block, change compare.Change) []*model.Block {
	var best []*model.Block
	exactness := 0
	for _, term := range candidates {
		exact, holds := applies(term, change)
		switch {
		case !holds || len(best) > 0 && exact < exactness:
		case exact > exactness || len(best) == 0:
			best, exactness = []*model.Block{term}, exact
		default:
			best = append(best, term)
		}
	}
	return best
}

// kindsOf are the kinds of change under which a term may be about a change: its
// own first; that of recipients for whatever changes about one; and "any".
func kindsOf(change compare.Change) []string {
	var kinds []string
	add := func(kind string) {
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	if class, ok := compare.ClassOf(change.Class); ok {
		add(class.Topic)
	}
	if strings.HasPrefix(change.Class, "subprocessor.") {
		add("recipient")
	}
	add(anyChange)
	return kinds
}

// applies reports whether a term is about a change, and how exactly it says so.
func applies(term *model.Block, change compare.Change) (exact int, holds bool) {
	limits := []struct {
		attr string
		is   func() bool
	}{
		{"classes", func() bool { return slices.ContainsFunc(term.Texts("classes"), change.IsOf) }},
		{"relation", func() bool { return term.Text("relation") == relation(change) }},
		{"countries", func() bool {
			return slices.ContainsFunc(change.Countries, func(c string) bool { return slices.Contains(term.Texts("countries"), c) })
		}},
		{"outside", func() bool {
			return slices.ContainsFunc(change.Countries, func(c string) bool { return !lies(c, term.Texts("outside"), change) })
		}},
	}
	for _, l := range limits {
		if !term.Has(l.attr) {
			continue
		}
		if !l.is() {
			return 0, false
		}
		exact++
	}
	return exact, change.Materiality == compare.Material || term.Has("classes")
}

// relation is how the recipient that a change is about is related to the
// organization. One of which the policy does not say so is a third party.
func relation(change compare.Change) string {
	const thirdParty = "third_party"
	b := change.AfterBlock
	for b != nil && b.Kind() != "subprocessor" {
		b = b.Parent
	}
	if b == nil || !b.Has("relation") {
		return thirdParty
	}
	return b.Text("relation")
}

// lies reports whether a country is one of the territories, or a member of one
// on the day from which the new version holds.
func lies(country string, territories []string, change compare.Change) bool {
	for _, t := range territories {
		if t == country || t == "EU" && locale.InEU(country, change.AsOf) || t == "EEA" && locale.InEEA(country, change.AsOf) {
			return true
		}
	}
	return false
}
