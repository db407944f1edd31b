package schema

import "testing"

func walk(visit func(path string, b *Block)) {
	seen := map[*Block]bool{}
	var descend func(path string, b *Block)
	descend = func(path string, b *Block) {
		if seen[b] {
			return
		}
		seen[b] = true
		visit(path, b)
		for _, n := range b.Blocks {
			descend(path+"."+n.Name, n)
		}
	}
	for _, b := range Blocks {
		descend(b.Name, b)
	}
}

func TestEveryDeclarationIsDocumented(t *testing.T) {
	walk(func(path string, b *Block) {
		if b.Doc == "" || b.Title == "" || b.Plural == "" || b.Since == "" || b.Group == "" {
			t.Errorf("%s lacks a document, title, plural, group or version", path)
		}
		if b.Top && b.Example == "" {
			t.Errorf("%s has no example", path)
		}
		for _, a := range b.Attrs {
			if a.Doc == "" || a.Doc[len(a.Doc)-1] != '.' || a.Since == "" {
				t.Errorf("%s.%s: the document is missing or not a sentence: %q", path, a.Name, a.Doc)
			}
			if a.Type.Kind == OneOf {
				for _, v := range a.Type.Enum.Values {
					if v.Doc == "" {
						t.Errorf("%s.%s: the value %q has no sentence", path, a.Name, v.Name)
					}
				}
			}
		}
	})
}

func TestReferencesNameBlocks(t *testing.T) {
	nested := map[string]bool{}
	walk(func(_ string, b *Block) { nested[b.Name] = true })
	walk(func(path string, b *Block) {
		for _, a := range b.Attrs {
			for _, target := range a.Type.Targets {
				if !nested[target] {
					t.Errorf("%s.%s may refer to %q, which is no block", path, a.Name, target)
				}
			}
		}
		if b.Spans != "" && b.Attr(b.Spans) == nil {
			t.Errorf("%s spans %q, which is no attribute", path, b.Spans)
		}
	})
}
