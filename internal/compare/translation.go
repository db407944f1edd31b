package compare

import (
	"cmp"
	"maps"
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
)

// A wordingKey names the texts of a block in a language, by the address that
// the block has now.
type wordingKey struct{ language, address string }

// texts are what the attributes of a block are in a language.
type texts map[string]model.Value

// translations reports which translations differ: one change for a language,
// whatever the number of its texts.
func (d *differ) translations() {
	was, is := wordings(d.before, d.was), wordings(d.after, d.unify)
	count := map[string]int{}
	blocks := map[string][]string{} // by language: the addresses
	for _, k := range slices.SortedFunc(maps.Keys(both(was, is)), wordingKey.compare) {
		if n := differing(was[k], is[k]); n > 0 {
			count[k.language] += n
			blocks[k.language] = append(blocks[k.language], k.address)
		}
	}
	for _, language := range slices.Sorted(maps.Keys(count)) {
		v := d.translated(language, count[language], blocks[language])
		d.report(d.change(v, d.before.Policy(), d.after.Policy(), ""))
	}
}

func (k wordingKey) compare(other wordingKey) int {
	return cmp.Or(cmp.Compare(k.language, other.language), cmp.Compare(k.address, other.address))
}

// both are the keys of either side.
func both(was, is map[wordingKey]texts) map[wordingKey]texts {
	keys := maps.Clone(was)
	maps.Copy(keys, is)
	return keys
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

// translated says how many texts differ in a language, and of which blocks the
// first few are.
func (d *differ) translated(language string, n int, addresses []string) verdict {
	const most = 3
	var of []string
	var blocks []*model.Block
	for _, address := range addresses {
		if b := d.after.Lookup(address); b != nil && len(of) < most {
			of, blocks = append(of, the(b)), append(blocks, b)
		}
	}
	if more := len(addresses) - len(of); more > 0 {
		of = append(of, english.Number(more)+" others")
	}
	verb := "texts differ"
	if n == 1 {
		verb = "text differs"
	}
	extent := Extent{Language: language, Texts: n, Of: blocks, More: len(addresses) - len(blocks)}
	return verdict{class: "translation.only", extent: extent, summary: sentence("in "+languageName(language)+",", english.Number(n), verb,
		"("+english.AndWords(of...)+");", "the text that is translated says what it said")}
}
