package consistency

import (
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
			if label == "" {
				continue
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
// back to where they began.
var hierarchies = map[string][]string{
	"actor": {"member_of"}, "category": {"parents", "includes"}, "condition": {"any_of", "all_of", "not"}, "data_store": {"backend"},
	"organization": {"representative"}, "retention": {"after"}, "term": {"parent"}, "vendor": {"parent"},
}

// cycles reports references that lead back to where they began, one finding for
// each circle.
func cycles(m *model.Model) diag.List {
	var found diag.List
	for _, spec := range schema.Blocks {
		for _, names := range paths(spec.Name) {
			w := walker{names: names, state: map[*model.Block]int{}, found: &found}
			for _, b := range m.All(spec.Name) {
				w.visit(b)
			}
		}
	}
	return found
}

// paths are the sets of attributes that make up one hierarchy. The parents of a
// category and what it includes are two, since one is the other's reverse.
func paths(kind string) [][]string {
	if kind == "category" {
		return [][]string{{"parents"}, {"includes"}}
	}
	if names := hierarchies[kind]; names != nil {
		return [][]string{names}
	}
	return nil
}

// A walker goes through one hierarchy, depth first. It keeps its own stack: a
// chain may be as long as the policy.
type walker struct {
	names []string
	state map[*model.Block]int
	found *diag.List
}

const (
	onTheWay = 1
	finished = 2
)

type frame struct {
	block *model.Block
	refs  []*model.Ref
}

func (w *walker) visit(start *model.Block) {
	if w.state[start] != 0 {
		return
	}
	stack := []frame{{start, w.refs(start)}}
	w.state[start] = onTheWay
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.refs) == 0 {
			w.state[top.block] = finished
			stack = stack[:len(stack)-1]
			continue
		}
		ref := top.refs[0]
		top.refs = top.refs[1:]
		switch w.state[ref.Target] {
		case 0:
			w.state[ref.Target] = onTheWay
			stack = append(stack, frame{ref.Target, w.refs(ref.Target)})
		case onTheWay:
			w.report(stack, ref)
		}
	}
}

func (w *walker) refs(b *model.Block) []*model.Ref {
	var refs []*model.Ref
	for _, name := range w.names {
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

func (w *walker) report(stack []frame, back *model.Ref) {
	first := 0
	for i, f := range stack {
		if f.block == back.Target {
			first = i
		}
	}
	way := ""
	for _, f := range stack[first:] {
		way += f.block.Address + " → "
	}
	d := diag.New(diag.ReferenceCycle, back.Span, back.Target.Address+" leads back to itself").
		Because("The circle is " + way + back.Target.Address + ". One of these steps is wrong; take it out.")
	for _, f := range stack[first:] {
		d.Relating(f.block.Span, f.block.Address+" is declared here")
	}
	w.found.Add(d)
}

// unused warns of conditions on which nothing depends. Whatever else nothing
// refers to is still worth a line on a page; a condition alone is not.
func unused(m *model.Model, mentioned map[*model.Block]bool) diag.List {
	used := map[*model.Block]bool{}
	m.Facts(func(f model.Fact) {
		for _, r := range refsIn(f.Attr.Value) {
			if r.Target != f.Block {
				used[r.Target] = true
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

func refsIn(v model.Value) []*model.Ref {
	switch v := v.(type) {
	case *model.Ref:
		return []*model.Ref{v}
	case model.List:
		var refs []*model.Ref
		for _, e := range v {
			if r, ok := e.(*model.Ref); ok {
				refs = append(refs, r)
			}
		}
		return refs
	}
	return nil
}
