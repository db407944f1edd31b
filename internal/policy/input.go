package policy

import (
	"cmp"
	"slices"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// The keys of the input besides the kinds of block.
const (
	asOfKey      = "as_of"
	byAddressKey = "by_address"
)

// A view is what rules see of a model. The object of a block is made once and
// shared by all that refer to it.
type view struct {
	made  *input
	asOf  scalar.Date
	pairs [][2]*ast.Term
}

func newView(m *model.Model, asOf scalar.Date) *view {
	in := newMaker(m)
	kinds := described()
	slices.SortFunc(kinds, func(a, b *schema.Block) int { return cmp.Compare(rank(a.Name), rank(b.Name)) })
	pairs := [][2]*ast.Term{{in.keys[asOfKey], ast.StringTerm(asOf.String())}}
	for _, kind := range kinds { // what references lead to comes before what refers to it
		terms := in.all(kind)
		switch {
		case !kind.Single:
			pairs = append(pairs, [2]*ast.Term{in.keys[kind.Name], ast.ArrayTerm(terms...)})
		case len(terms) > 0:
			pairs = append(pairs, [2]*ast.Term{in.keys[kind.Name], terms[0]})
		}
	}
	return &view{in, asOf, pairs}
}

// of reports whether the view is of a model as of a day.
func (v *view) of(m *model.Model, asOf scalar.Date) bool {
	return v != nil && v.made.model == m && v.asOf == asOf
}

// value is the view as an input. The index of addresses, which is as large as all
// the rest, is made where it is asked for.
func (v *view) value(indexed bool) ast.Value {
	if !indexed {
		return ast.NewObject(v.pairs...)
	}
	return ast.NewObject(append(slices.Clone(v.pairs), [2]*ast.Term{v.made.keys[byAddressKey], v.made.byAddress()})...)
}

// An input makes the objects of blocks, on all cores.
type input struct {
	model *model.Model
	keys  map[string]*ast.Term
	made  []objects // by the ordinals of the blocks
	way   []step    // the objects that a worker is making, from the outermost
}

// objects are those of one block: as it stands at the top, and inside what it
// speaks of.
type objects struct{ top, inside atomic.Pointer[ast.Term] }

type step struct {
	block *model.Block
	form  *form
}

func newMaker(m *model.Model) *input {
	in := &input{model: m, keys: map[string]*ast.Term{}, made: make([]objects, m.Size())}
	for name := range words().fields {
		in.keys[name] = ast.StringTerm(name)
	}
	for _, f := range forms().all {
		in.keys[f.kind.Name] = ast.StringTerm(f.kind.Name)
	}
	return in
}

// chunk is how many blocks a worker takes at a time.
const chunk = 256

// all returns the objects of the blocks of a kind, in their order.
func (in *input) all(kind *schema.Block) []*ast.Term {
	blocks, f := in.model.All(kind.Name), forms().top[kind.Name]
	terms := make([]*ast.Term, len(blocks))
	parallel.For((len(blocks)+chunk-1)/chunk, func(n int) {
		worker := *in
		worker.way = nil
		for i := n * chunk; i < min((n+1)*chunk, len(blocks)); i++ {
			terms[i] = worker.object(blocks[i], f)
		}
	})
	return terms
}

// byAddress indexes all blocks, those inside others too.
func (in *input) byAddress() *ast.Term {
	var pairs [][2]*ast.Term
	for _, b := range in.model.Blocks() {
		pairs = in.addresses(b, forms().top[b.Kind()], pairs)
	}
	return ast.NewTerm(ast.NewObject(pairs...))
}

func (in *input) addresses(b *model.Block, f *form, pairs [][2]*ast.Term) [][2]*ast.Term {
	pairs = append(pairs, [2]*ast.Term{ast.StringTerm(b.Address), in.object(b, f)})
	for _, n := range b.Blocks {
		if held := f.held(n.Kind()); held != nil {
			pairs = in.addresses(n, held, pairs)
		}
	}
	return pairs
}

// keys lists the names of what a form holds.
func (f *form) keys() []string {
	keys := make([]string, len(f.fields))
	for i := range f.fields {
		keys[i] = f.fields[i].key
	}
	return keys
}

// held returns the form of the blocks of a kind that stand in one of this form.
func (f *form) held(kind string) *form {
	for i := range f.fields {
		if fd := &f.fields[i]; fd.key == kind && fd.attr == nil && len(fd.forms) > 0 {
			return fd.forms[0]
		}
	}
	return nil
}

// object returns the object of a block. Two workers may make one at the same
// time, and then one of the two is forgotten.
func (in *input) object(b *model.Block, f *form) *ast.Term {
	made := &in.made[b.Ordinal()].top
	if f.inside {
		made = &in.made[b.Ordinal()].inside
	}
	if t := made.Load(); t != nil {
		return t
	}
	here := step{b, f}
	if slices.Contains(in.way, here) {
		return ast.StringTerm(b.Address) // it leads back to itself, which package consistency reports
	}
	in.way = append(in.way, here)
	pairs := make([][2]*ast.Term, 0, len(b.Attrs)+len(b.Blocks)+4)
	add := func(key string, value *ast.Term) {
		if value != nil {
			pairs = append(pairs, [2]*ast.Term{in.keys[key], value})
		}
	}
	for i := range b.Attrs {
		a := &b.Attrs[i]
		for k := range f.attrs[a.Schema.Index] {
			fd := &f.attrs[a.Schema.Index][k]
			add(fd.key, in.value(a.Value, fd))
		}
	}
	for i := range f.others {
		add(f.others[i].key, in.other(b, &f.others[i]))
	}
	in.way = in.way[:len(in.way)-1]
	t := ast.NewTerm(ast.NewObject(pairs...))
	if !made.CompareAndSwap(nil, t) {
		return made.Load()
	}
	return t
}

// other returns the value of a field that holds no attribute, or nil where there is
// none.
func (in *input) other(b *model.Block, f *field) *ast.Term {
	switch {
	case f.facet:
		return in.objects(in.model.About(f.key, b), f)
	case len(f.forms) > 0:
		if len(b.Blocks) > 0 {
			return in.objects(b.Inside(f.key), f)
		}
	default:
		return in.own(b, f.key)
	}
	return nil
}

func (in *input) own(b *model.Block, key string) *ast.Term {
	switch {
	case key == addressKey:
		return ast.StringTerm(b.Address)
	case key == blockKey:
		return in.keys[b.Kind()]
	case key == nameKey && b.Name != "":
		return ast.StringTerm(b.Name)
	case key == parentKey && b.Parent != nil:
		return ast.StringTerm(b.Parent.Address)
	}
	return nil
}

func (in *input) objects(blocks []*model.Block, f *field) *ast.Term {
	if len(blocks) == 0 {
		return nil
	}
	if f.single {
		return in.object(blocks[0], f.forms[0])
	}
	terms := make([]*ast.Term, len(blocks))
	for i, b := range blocks {
		terms[i] = in.object(b, f.forms[0])
	}
	return ast.ArrayTerm(terms...)
}

// value returns the value of an attribute as the field holds it.
func (in *input) value(v model.Value, f *field) *ast.Term {
	switch v := v.(type) {
	case model.List:
		terms := make([]*ast.Term, len(v))
		for i, e := range v {
			terms[i] = in.value(e, f)
		}
		return ast.ArrayTerm(terms...)
	case model.Bool:
		return ast.InternedTerm(bool(v))
	case model.Number:
		return ast.InternedTerm(int(v))
	case *model.Ref:
		return in.reference(v, f)
	}
	if f.named {
		return nil
	}
	return ast.StringTerm(v.String())
}

func (in *input) reference(r *model.Ref, f *field) *ast.Term {
	switch {
	case f.refers && r.Target != nil:
		return in.object(r.Target, f.formOf(r.Target))
	case f.attr.Type.Kind != schema.Duration:
		return ast.StringTerm(r.Address)
	}
	if period, ok := r.Target.Duration("period"); ok {
		return ast.StringTerm(period.String())
	}
	return nil
}

func (f *field) formOf(b *model.Block) *form {
	for _, candidate := range f.forms {
		if candidate.kind == b.Schema {
			return candidate
		}
	}
	return forms().top[b.Kind()]
}
