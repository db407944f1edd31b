// Package compare says what changed between two versions of a policy, and what
// it means.
//
// Text is not compared, and neither is the order of files: two models are, by
// the addresses of their blocks. A block that was renamed is the same block
// where a moved block of the policy says so, or where what identifies it stayed
// (its label, a company's legal or former name). Of a block that is gone and one
// that is new and much like it, one [Change] says that the one replaced the
// other, and a [Proposal] says what to write if it was a rename.
//
// Every difference gives a change: an attribute that no class of change knows
// is reported under a general one, such as condition.changed. What follows from
// a difference elsewhere is reported where it matters: a region that turns out
// to be in another country moves the stores in it, and a term that names a
// longer period lengthens what is kept for that term.
//
// The tool's own wording is no part of a model, so that a new version of the
// tool changes nothing here; see [Options.Rendered].
package compare

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// Options say how two versions are compared.
type Options struct {
	// AsOf is the day, in ISO 8601, on which memberships of the European Economic
	// Area and adequacy decisions are looked up. Without it the day from which the
	// newer version holds counts; without that one too, every country that is new
	// counts as outside.
	AsOf string

	// Rendered says that the published pages differ. If the models do not, the
	// tool's wording or layout changed: formatting.only.
	Rendered bool
}

// A Comparison is what changed from one version to another.
type Comparison struct {
	Before, After *model.Model

	// Changes are in the order of the language's manual, and of the addresses
	// within a kind of block.
	Changes []Change

	// Proposals are the renames that may have been meant.
	Proposals []Proposal
}

// Compare compares two versions of a policy. A first version has none before it
// (nil), and no changes.
func Compare(before, after *model.Model, opts Options) *Comparison {
	c := &Comparison{Before: before, After: after}
	if before == nil || after == nil {
		return c
	}
	d := &differ{
		matching:   match(before, after),
		comparison: c,
	}
	d.bloc = blocOn(day(opts.AsOf, after))
	d.run()
	if len(c.Changes) == 0 && opts.Rendered {
		d.formattingOnly()
	}
	return c
}

// Material reports whether one of the changes is material.
func (c *Comparison) Material() bool {
	return slices.ContainsFunc(c.Changes, func(ch Change) bool { return ch.Materiality == Material })
}

// day is the day on which facts about countries are looked up.
func day(asOf string, after *model.Model) string {
	policy := after.Policy()
	if asOf != "" || policy == nil {
		return asOf
	}
	for _, name := range []string{"effective", "updated"} {
		if d, ok := policy.Date(name); ok {
			return d.String()
		}
	}
	return ""
}

// A differ compares two models that have been matched.
type differ struct {
	*matching
	comparison *Comparison
	bloc       bloc
	places     [2]func() func(*model.Block, string) string // in the manifests

	mergedInto map[*model.Block][]*model.Block // further blocks that are in one now
	partsOf    map[*model.Block][]*model.Block // further blocks that were in one
	told       map[*model.Block]bool           // blocks of which the matter at hand was told
	nameTold   map[*model.Block]bool           // blocks of which it was told that they have another name

	// What rules ask for, worked out when one first does.
	facts                map[*model.Block]facts // of the subprocessor that a block of the newer version is, before
	factsNow             map[*model.Block]facts // and now
	keptFor, endsAfter   map[*model.Block]span
	stored, received     map[string]bool
	engaged, responsible map[*model.Block]bool
}

// run reports every difference, kind by kind in the order of the manual.
func (d *differ) run() {
	d.prepare()
	for _, kind := range schema.Blocks {
		if !kind.Describes() {
			continue
		}
		for _, e := range d.entries(kind) {
			d.entry(e)
		}
	}
	d.indirect()
	d.translations()
	d.correct()
}

// An entry is a block of the newer version with those that it comes from, or
// one that is gone.
type entry struct {
	before, after *model.Block
}

func (e entry) address() string {
	if e.after != nil {
		return e.after.Address
	}
	return e.before.Address
}

// entries lists the top-level blocks of a kind in both versions in the order of
// their addresses.
func (d *differ) entries(kind *schema.Block) []entry {
	var list []entry
	for _, b := range d.after.All(kind.Name) {
		list = append(list, entry{d.origin[b], b})
	}
	for _, b := range d.before.All(kind.Name) {
		if d.fate[b] == nil {
			list = append(list, entry{b, nil})
		}
	}
	slices.SortFunc(list, func(x, y entry) int { return strings.Compare(x.address(), y.address()) })
	return list
}

func (d *differ) entry(e entry) {
	switch {
	case e.before == nil:
		if !d.isPartOfNew(e.after) && !d.followed[e.after] {
			d.added(e.after)
		}
	case e.after == nil:
		if !d.isPartOfGone(e.before) {
			d.removed(e.before)
		}
	default:
		d.pair(e.before, e.after)
	}
}

// isPartOfNew reports whether a block speaks only of things that are new
// themselves, and so is told with them.
func (d *differ) isPartOfNew(b *model.Block) bool {
	return speaksOnlyOf(b, func(s *model.Block) bool { return d.origin[top(s)] == nil })
}

func (d *differ) isPartOfGone(b *model.Block) bool {
	return speaksOnlyOf(b, func(s *model.Block) bool { return d.fate[top(s)] == nil })
}

func speaksOnlyOf(b *model.Block, what func(*model.Block) bool) bool {
	if b.Schema.Spans == "" {
		return false
	}
	subjects := b.Refs(b.Schema.Spans)
	return len(subjects) > 0 && !slices.ContainsFunc(subjects, func(s *model.Block) bool { return !what(s) })
}

// top is the block beside which the model keeps a block, or the one in which it
// stands.
func top(b *model.Block) *model.Block {
	for b.Parent != nil && b.Schema.Spans == "" {
		b = b.Parent
	}
	return b
}

// pair reports what differs between a block and what it was.
func (d *differ) pair(before, after *model.Block) {
	d.link(before, after)
	d.attributes(before, after)
	d.inside(before, after)
}

// attributes compares the attributes, both lists being in the schema's order.
func (d *differ) attributes(before, after *model.Block) {
	i, j := 0, 0
	for i < len(before.Attrs) || j < len(after.Attrs) {
		switch {
		case j == len(after.Attrs) || i < len(before.Attrs) && before.Attrs[i].Schema.Index < after.Attrs[j].Schema.Index:
			d.attribute(delta{before, after, &before.Attrs[i], nil})
			i++
		case i == len(before.Attrs) || after.Attrs[j].Schema.Index < before.Attrs[i].Schema.Index:
			d.attribute(delta{before, after, nil, &after.Attrs[j]})
			j++
		default:
			if !d.same(before.Attrs[i].Value, after.Attrs[j].Value) {
				d.attribute(delta{before, after, &before.Attrs[i], &after.Attrs[j]})
			}
			i, j = i+1, j+1
		}
	}
}
