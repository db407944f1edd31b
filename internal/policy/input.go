package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// The keys of the input besides the kinds of block.
const (
	asOfKey      = "as_of"
	byAddressKey = "by_address"
)

// newInput builds what rules see of a model. The object of a block is made once
// and shared by all that refer to it. The index of addresses, which is as large
// as all the rest, is made where it is asked for.
func newInput(m *model.Model, asOf scalar.Date, indexed bool) ast.Value {
	in := &input{model: m, made: map[made]*ast.Term{}, keys: map[string]*ast.Term{}}
	pairs := [][2]*ast.Term{{in.key(asOfKey), ast.StringTerm(asOf.String())}}
	for _, kind := range described() {
		blocks := m.All(kind.Name)
		terms := make([]*ast.Term, len(blocks))
		for i, b := range blocks {
			terms[i] = in.object(b, forms().top[kind.Name])
		}
		switch {
		case !kind.Single:
			pairs = append(pairs, [2]*ast.Term{in.key(kind.Name), ast.ArrayTerm(terms...)})
		case len(terms) > 0:
			pairs = append(pairs, [2]*ast.Term{in.key(kind.Name), terms[0]})
		}
	}
	if indexed {
		pairs = append(pairs, [2]*ast.Term{in.key(byAddressKey), in.byAddress()})
	}
	return ast.NewObject(pairs...)
}

// made says which object of a block is meant: one block has a form for every
// place in which it is seen.
type made struct {
	block *model.Block
	form  *form
}

type input struct {
	model *model.Model
	made  map[made]*ast.Term // nil while it is being made
	keys  map[string]*ast.Term
}

func (in *input) key(name string) *ast.Term {
	k := in.keys[name]
	if k == nil {
		k = ast.StringTerm(name)
		in.keys[name] = k
	}
	return k
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

// held returns the form of the blocks of a kind that stand in one of this form.
func (f *form) held(kind string) *form {
	for i := range f.fields {
		if fd := &f.fields[i]; fd.key == kind && fd.attr == nil && len(fd.forms) > 0 {
			return fd.forms[0]
		}
	}
	return nil
}

// object returns the object of a block.
func (in *input) object(b *model.Block, f *form) *ast.Term {
	m := made{b, f}
	if t, ok := in.made[m]; ok {
		if t == nil {
			return ast.StringTerm(b.Address) // it leads back to itself, which package consistency reports
		}
		return t
	}
	in.made[m] = nil
	pairs := make([][2]*ast.Term, 0, len(b.Attrs)+len(b.Blocks)+4)
	for i := range f.fields {
		if v := in.field(b, &f.fields[i]); v != nil {
			pairs = append(pairs, [2]*ast.Term{in.key(f.fields[i].key), v})
		}
	}
	t := ast.NewTerm(ast.NewObject(pairs...))
	in.made[m] = t
	return t
}

// field returns the value of a field, or nil where there is none.
func (in *input) field(b *model.Block, f *field) *ast.Term {
	switch {
	case f.attr != nil:
		if a := b.Get(f.attr.Name); a != nil {
			return in.value(a.Value, f)
		}
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
		return in.key(b.Kind())
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
