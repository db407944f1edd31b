package model

// A Reference is an attribute that refers to a block.
type Reference struct {
	Fact
	Target *Block
}

// ReferencesTo lists what refers to a block, or to a part of it, from outside of
// it: in the order of the model, and from an attribute to the same block once.
func (m *Model) ReferencesTo(block *Block) []Reference {
	parts := map[*Block]bool{}
	var add func(*Block)
	add = func(b *Block) {
		parts[b] = true
		for _, n := range b.Blocks {
			add(n)
		}
	}
	add(block)
	var list []Reference
	m.Facts(func(f Fact) {
		if parts[f.Block] {
			return
		}
		named := map[*Block]bool{}
		for _, target := range targets(f.Attr.Value) {
			if parts[target] && !named[target] {
				named[target] = true
				list = append(list, Reference{f, target})
			}
		}
	})
	return list
}

// targets are the blocks to which a value refers.
func targets(v Value) []*Block {
	switch v := v.(type) {
	case *Ref:
		if v.Target != nil {
			return []*Block{v.Target}
		}
	case List:
		var all []*Block
		for _, e := range v {
			all = append(all, targets(e)...)
		}
		return all
	}
	return nil
}
