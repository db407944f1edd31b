package policy

import (
	"bytes"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// A Change is what rules on changes judge: two versions of a policy and what
// lies between them.
type Change struct {
	Before, After *model.Model
	Changes       []compare.Change

	// Earliest is the day on which each of the changes may take effect, by the
	// notice that is owed; the zero Date where none is, or where that is not
	// known. It is as long as Changes, or nil.
	Earliest []scalar.Date

	// Checked is what Check said of the newer version, if it did. What it kept is
	// not made again.
	Checked Report
}

// The keys of the input that only rules on changes see.
const (
	beforeKey  = "before"
	afterKey   = "after"
	changesKey = "changes"
)

// changeFields are the keys of a change, in the order of the schema.
var changeFields = []struct{ key, doc string }{
	{"class", "The class of the change, such as retention.increased; `privity explain retention.increased` says what it means."},
	{"direction", "widens, narrows or neutral: what the change does to how much may be done with data."},
	{"materiality", "material, minor, editorial or none: how much it matters to those whom the data is about."},
	{"kind", "The keyword of the block that changed."},
	{addressKey, "The address of the block; of one that is gone, the address that it had."},
	{"was", "The address that the block had, where that differs."},
	{attributeKey, "The attribute that differs."},
	{"old", "Its value before, as a page prints it."},
	{"new", "Its value now, as a page prints it."},
	{"countries", "The countries that the change brings in, by their codes."},
	{"earliest", "The day on which the change may take effect, by the notice that is owed."},
	{"summary", "The change as a sentence."},
}

// CheckChange judges a change by the rules that are made for changes. There may
// be none of them in force, which is no fault. Waivers of the newer version hold;
// what is wrong with them Check reports.
func (s *Set) CheckChange(c Change, o Options) (Report, error) {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits
	}
	var report Report
	standings := newStandings(c.After)
	s.choose(standings, o.Only, true, &report)
	if len(report.Ran) == 0 {
		return report, nil
	}
	queries, err := s.queries(report.Ran)
	if err != nil {
		return report, err
	}
	answers := newEvaluation(s, newChangeInput(c, o.AsOf, s.looksUp(true)), o).answers(queries)
	j := newJudge(s, c.After, standings, o.Limits)
	j.former = c.Before
	waivers, _ := s.waivers(c.After, o.AsOf)
	comments, _ := s.ignores(c.After)
	pardons := newPardons(append(waivers, comments...))
	j.collect(answers, pardons, &report)
	report.Findings.Add(pardons.unmet(report.ids())...)
	report.Findings.Sort()
	return report, nil
}

// newChangeInput builds what rules on changes see: the newer version as any rule
// does, and both versions with the changes.
func newChangeInput(c Change, asOf scalar.Date, indexed bool) ast.Value {
	versions := []*model.Model{c.Before, c.After}
	seen := make([]ast.Value, len(versions))
	parallel.For(len(versions), func(i int) {
		v := c.Checked.seen
		if !v.of(versions[i], asOf) {
			v = newView(versions[i], asOf)
		}
		seen[i] = v.value(indexed)
	})
	before, after := seen[0], seen[1]
	changes := make([]*ast.Term, len(c.Changes))
	for i := range c.Changes {
		var earliest scalar.Date
		if i < len(c.Earliest) {
			earliest = c.Earliest[i]
		}
		changes[i] = changeTerm(&c.Changes[i], earliest)
	}
	pairs := [][2]*ast.Term{
		{ast.StringTerm(beforeKey), ast.NewTerm(before)},
		{ast.StringTerm(afterKey), ast.NewTerm(after)},
		{ast.StringTerm(changesKey), ast.ArrayTerm(changes...)},
	}
	after.(ast.Object).Foreach(func(key, value *ast.Term) { pairs = append(pairs, [2]*ast.Term{key, value}) })
	return ast.NewObject(pairs...)
}

func changeTerm(c *compare.Change, earliest scalar.Date) *ast.Term {
	pairs := [][2]*ast.Term{}
	set := func(key, value string) {
		if value != "" {
			pairs = append(pairs, [2]*ast.Term{ast.StringTerm(key), ast.StringTerm(value)})
		}
	}
	set("class", c.Class)
	set("direction", string(c.Direction))
	set("materiality", string(c.Materiality))
	set("kind", c.Kind)
	set(addressKey, c.Address)
	set("was", c.Was)
	set(attributeKey, c.Attribute)
	set("old", c.Before.Text)
	set("new", c.After.Text)
	set("summary", c.Summary)
	if earliest != (scalar.Date{}) {
		set("earliest", earliest.String())
	}
	countries := make([]*ast.Term, len(c.Countries))
	for i, code := range c.Countries {
		countries[i] = ast.StringTerm(code)
	}
	pairs = append(pairs, [2]*ast.Term{ast.StringTerm("countries"), ast.ArrayTerm(countries...)})
	return ast.ObjectTerm(pairs...)
}

// changeSchema is the schema of one change.
func changeSchema() node {
	properties := node{}
	for _, f := range changeFields {
		properties[f.key] = node{"type": "string", "description": f.doc}
	}
	properties["countries"] = node{"type": "array", "description": "The countries that the change brings in, by their codes.", "items": node{"type": "string"}}
	properties["direction"].(node)["enum"] = directions
	properties["materiality"].(node)["enum"] = materialities
	return node{
		"type": "object", "title": "change", "description": "One thing that is different in the newer version.",
		"additionalProperties": false, "required": []string{"class", "direction", "materiality", "kind", addressKey, "countries", "summary"},
		"properties": properties,
	}
}

var (
	directions    = []string{string(compare.Widens), string(compare.Narrows), string(compare.Neutral)}
	materialities = []string{string(compare.Material), string(compare.Minor), string(compare.Editorial), string(compare.Technical)}
)

// changeClasses lists the ids of all classes of change, those too that every kind
// of block has.
func changeClasses() []string {
	var ids []string
	for _, c := range compare.Classes() {
		ids = append(ids, c.ID)
	}
	for _, b := range schema.Blocks {
		for _, what := range []string{"added", "removed", "changed", "renamed", "replaced", "merged", "split", "reworded"} {
			if id := b.Name + "." + what; compare.Knows(id) {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// learnChanges adds the words of changes to a vocabulary.
func (v *vocabulary) learnChanges() {
	for _, f := range changeFields {
		v.fields[f.key] = true
	}
	for _, key := range []string{beforeKey, afterKey, changesKey} {
		v.fields[key] = true
	}
	v.words["direction"] = append(v.words["direction"], directions...)
	v.words["materiality"] = append(v.words["materiality"], materialities...)
	v.words["class"] = append(v.words["class"], changeClasses()...)
	v.words["kind"] = append(v.words["kind"], v.words[blockKey]...)
}

// asksForChanges reports whether a module names what only changes have.
func (m *module) asksForChanges() bool {
	asks := false
	for _, key := range []string{beforeKey, afterKey, changesKey} {
		asks = asks || bytes.Contains(m.file.Bytes, []byte(key))
	}
	if !asks {
		return false
	}
	asks = false
	ast.WalkRefs(m.ast, func(ref ast.Ref) bool {
		if len(ref) > 1 && ref.HasPrefix(ast.InputRootRef) {
			key, _ := ref[1].Value.(ast.String)
			asks = asks || key == beforeKey || key == afterKey || key == changesKey
		}
		return asks
	})
	return asks
}

// sortOut notes which rules judge changes: those that ask for what only changes
// have, and those that use a helper which does.
func (s *Set) sortOut() {
	for _, m := range s.modules {
		m.change = m.asksForChanges()
	}
	for again := true; again; {
		again = false
		for _, helper := range s.modules {
			if !helper.change || slices.ContainsFunc(helper.ast.Rules, isFinding) {
				continue
			}
			for _, m := range s.modules {
				if !m.change && m != helper && refersTo(m, helper, "") {
					m.change, again = true, true
				}
			}
		}
	}
	for _, r := range s.rules {
		r.Change = slices.ContainsFunc(s.modules, func(m *module) bool { return m.change && m.pkg() == r.Package })
	}
}

// ids are those of the rules that were run.
func (r *Report) ids() map[diag.Code]bool {
	ids := map[diag.Code]bool{}
	for _, rule := range r.Ran {
		ids[rule.ID] = true
	}
	return ids
}
