package english

import "github.com/privity/privity/internal/render/tree"

// And joins items as a sentence lists them: "a", "a and b", "a, b and c".
func And(items ...tree.Text) tree.Text { return join(items, "and") }

// Or joins alternatives: "a", "a or b", "a, b or c".
func Or(items ...tree.Text) tree.Text { return join(items, "or") }

// AndWords is And for plain words.
func AndWords(words ...string) string { return tree.Concat(And(texts(words)...)) }

// OrWords is Or for plain words.
func OrWords(words ...string) string { return tree.Concat(Or(texts(words)...)) }

func join(items []tree.Text, conjunction string) tree.Text {
	if len(items) == 0 {
		return nil
	}
	size := len(items) - 1
	for _, item := range items {
		size += len(item)
	}
	joined := make(tree.Text, 0, size)
	for i, item := range items {
		switch {
		case i == 0:
		case i == len(items)-1:
			joined = append(joined, tree.Plain(lastComma(items)+" "+conjunction+" "))
		default:
			joined = append(joined, tree.Plain(", "))
		}
		joined = append(joined, item...)
	}
	return joined
}

// lastComma sets a comma before the conjunction where an item has one of its
// own, so that the reader can tell where it ends.
func lastComma(items []tree.Text) string {
	for _, item := range items {
		if hasConjunction(tree.Concat(item)) {
			return ","
		}
	}
	return ""
}

func texts(words []string) []tree.Text {
	list := make([]tree.Text, len(words))
	for i, w := range words {
		list[i] = tree.T(w)
	}
	return list
}
