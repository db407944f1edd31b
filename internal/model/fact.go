package model

// A Fact is one attribute of one block: the smallest thing that a policy
// states, and that a page can be asked to have stated.
type Fact struct {
	Block *Block
	Attr  *Attr
}

// Fact returns the fact with the given name. Its Attr is nil where the
// attribute is not set.
func (b *Block) Fact(name string) Fact { return Fact{b, b.Get(name)} }

// IsSet reports whether there is such a fact.
func (f Fact) IsSet() bool { return f.Attr != nil }

// ID returns the address of the block and the name of the attribute, such as
// data_store.users.technology.
func (f Fact) ID() string {
	if f.Attr == nil {
		return f.Block.Address
	}
	return f.Block.Address + "." + f.Attr.Schema.Name
}

// Facts calls visit for every attribute that is set in the block and in the
// blocks inside it, in order.
func (b *Block) Facts(visit func(Fact)) {
	for i := range b.Attrs {
		visit(Fact{b, &b.Attrs[i]})
	}
	for _, n := range b.Blocks {
		n.Facts(visit)
	}
}

// Facts calls visit for every attribute that is set anywhere in the model.
func (m *Model) Facts(visit func(Fact)) {
	for _, b := range m.blocks {
		b.Facts(visit)
	}
}
