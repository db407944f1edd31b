package consistency

import (
	"slices"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// labelCollisions reports blocks of one kind that a reader cannot tell apart.
func labelCollisions(m *model.Model) diag.List {
	var found diag.List
	for _, spec := range schema.Blocks {
		if spec.Attr("label") == nil {
			continue
		}
		first := map[string]*model.Block{}
		for _, b := range m.All(spec.Name) {
			label := strings.ToLower(b.Text("label"))
			if label == "" || b.Parent != nil {
				continue // what is inside another block is told apart by that
			}
			if before, taken := first[label]; taken && !instances(before, b) {
				found.Add(diag.New(diag.LabelCollision, b.SpanOf("label"), "two "+spec.Plural+" have the label \""+b.Text("label")+"\"").
					Because("A reader could not tell them apart. Give one of them another label, or make one block of the two.").
					Relating(before.SpanOf("label"), "the other one is here"))
				continue
			}
			first[label] = b
		}
	}
	return found
}

// instances reports whether two blocks were made by the same declaration, where
// the same finding would be repeated for every pair.
func instances(a, b *model.Block) bool { return a.Span == b.Span }

// hierarchies are the attributes along which blocks of one kind may not lead
// back to where they began, by kind. What a category belongs to and what it
// includes are two hierarchies, since one is the other's reverse.
var hierarchies = map[string][][]string{
	"actor": {{"member_of"}}, "category": {{"parents"}, {"includes"}}, "condition": {{"any_of", "all_of", "not"}},
	"data_store": {{"backend"}}, "measure": {{"includes"}}, "organization": {{"representative"}}, "retention": {{"after"}}, "term": {{"parent"}}, "vendor": {{"parent"}},
}

// cycles reports references that lead back to where they began.
func cycles(m *model.Model) diag.List {
	var found diag.List
	for _, spec := range schema.Blocks {
		for _, names := range hierarchies[spec.Name] {
			w := walker{names: names, place: map[*model.Block]int{}, told: map[*model.Block]bool{}, found: &found}
			for _, b := range m.All(spec.Name) {
				w.visit(b)
			}
		}
	}
	return found
}

// A walker goes through one hierarchy, depth first. It keeps its own stack: a
// chain may be as long as the policy.
type walker struct {
	names []string
	place map[*model.Block]int // on the stack, counted from 1; finished where it has left it
	told  map[*model.Block]bool
	found *diag.List
}

const finished = -1

type frame struct {
	block *model.Block
	refs  []*model.Ref
}

func (w *walker) visit(start *model.Block) {
	refs := w.refs(start)
	if len(refs) == 0 || w.place[start] != 0 {
		return
	}
	stack := []frame{{start, refs}}
	w.place[start] = 1
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.refs) == 0 {
			w.place[top.block] = finished
			stack = stack[:len(stack)-1]
			continue
		}
		ref := top.refs[0]
		top.refs = top.refs[1:]
		switch place := w.place[ref.Target]; {
		case place == 0:
			stack = append(stack, frame{ref.Target, w.refs(ref.Target)})
			w.place[ref.Target] = len(stack)
		case place > 0 && !w.told[ref.Target]:
			w.told[ref.Target] = true
			w.report(stack[place-1:], ref)
		}
	}
}

// refs are the references of a block along the hierarchy. One that leads out of the
// kind, as from a measure to encryption, has none to follow.
func (w *walker) refs(b *model.Block) []*model.Ref {
	var refs []*model.Ref
	for _, name := range w.names {
		if b.Schema.Attr(name) == nil {
			continue
		}
		a := b.Get(name)
		if a == nil {
			continue
		}
		switch v := a.Value.(type) {
		case *model.Ref:
			refs = append(refs, v)
		case model.List:
			for _, e := range v {
				if r, ok := e.(*model.Ref); ok {
					refs = append(refs, r)
				}
			}
		}
	}
	return refs
}

// mostSteps is how many steps of a circle are named. A longer one was not made
// by hand.
const mostSteps = 12

// report reports the reference that closes a circle, with the steps that lead
// to it.
func (w *walker) report(circle []frame, back *model.Ref) {
	d := diag.New(diag.ReferenceCycle, back.Span, back.Target.Address+" leads back to itself")
	var way strings.Builder
	for i, f := range circle {
		if i == mostSteps {
			way.WriteString("… " + strconv.Itoa(len(circle)-i) + " more → ")
			break
		}
		way.WriteString(f.block.Address + " → ")
		d.Relating(f.block.Span, f.block.Address+" is declared here")
	}
	w.found.Add(d.Because("The circle is " + way.String() + back.Target.Address + ". One of these steps is wrong; take it out."))
}

// unused warns of conditions on which nothing depends. Whatever else nothing
// refers to is still worth a line on a page; a condition alone is not.
func unused(m *model.Model, mentioned map[*model.Block]bool) diag.List {
	used := map[*model.Block]bool{}
	m.Facts(func(f model.Fact) {
		if !slices.Contains(f.Attr.Schema.Type.Targets, "condition") {
			return
		}
		for _, c := range append(f.Block.Refs(f.Attr.Schema.Name), f.Block.Ref(f.Attr.Schema.Name)) {
			if c != f.Block {
				used[c] = true
			}
		}
	})
	var found diag.List
	for _, b := range m.All("condition") {
		if !used[b] && !mentioned[b] {
			found.Add(diag.New(diag.UnusedDeclaration, b.Span, "nothing depends on "+b.Address).
				Because("By itself a condition states nothing that a page would print. Refer to it where it matters, in when, unless or until; or delete it."))
		}
	}
	return found
}
