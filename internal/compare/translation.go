package compare

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
)

// A wordingKey names the texts of a block in a language, by the address that
// the block has now.
type wordingKey struct{ language, address string }

// texts are what the attributes of a block are in a language.
type texts map[string]model.Value

// translations reports which translations differ: one change for each language
// of each block, whatever the number of its texts.
func (d *differ) translations() {
	was, is := wordings(d.before, d.was), wordings(d.after, d.unify)
	keys := map[wordingKey]bool{}
	for k := range was {
		keys[k] = true
	}
	for k := range is {
		keys[k] = true
	}
	sorted := make([]wordingKey, 0, len(keys))
	for k := range keys {
		sorted = append(sorted, k)
	}
	slices.SortFunc(sorted, func(x, y wordingKey) int {
		return cmp.Or(cmp.Compare(x.language, y.language), cmp.Compare(x.address, y.address))
	})
	for _, k := range sorted {
		b := d.after.Lookup(k.address)
		if n := differing(was[k], is[k]); n > 0 && b != nil {
			d.report(d.change(translated(k, b, n), d.before.Lookup(d.formerly(b)), b, ""))
		}
	}
}

func wordings(m *model.Model, now func(string) string) map[wordingKey]texts {
	found := map[wordingKey]texts{}
	for _, t := range m.Translations() {
		k := wordingKey{t.Language, now(t.Of.Address)}
		if found[k] == nil {
			found[k] = texts{}
		}
		for _, text := range t.Texts {
			if text.Value != nil {
				found[k][text.Attr.Name] = text.Value
			}
		}
	}
	return found
}

// differing counts the texts that differ.
func differing(was, is texts) int {
	n := 0
	for attr, text := range is {
		if old := was[attr]; old == nil || old.String() != text.String() {
			n++
		}
	}
	for attr := range was {
		if is[attr] == nil {
			n++
		}
	}
	return n
}

func translated(k wordingKey, b *model.Block, n int) verdict {
	language, known := locale.LanguageName(k.language)
	if !known {
		language = strconv.Quote(k.language)
	}
	noun, change := "text", "differs"
	if n > 1 {
		noun, change = "texts", "differ"
	}
	return verdict{class: "translation.only", summary: sentence(english.Number(n), noun, "on", the(b), "in "+language, change, "from what was published; the text that it is translated from says what it says")}
}

// formerly is the address that a block had.
func (d *differ) formerly(b *model.Block) string {
	if old := d.origin[b]; old != nil {
		return old.Address
	}
	return b.Address
}
