package compare

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// byIdentity pairs what has another address and is told to be the same by what
// identifies it. It goes round twice: a thing may be identified by another that
// was renamed too.
func (m *matching) byIdentity() {
	for range 2 {
		gone, come := m.unmatched()
		for _, kind := range schema.Blocks {
			m.identify(gone[kind.Name], come[kind.Name])
		}
	}
}

// identify pairs blocks of one kind by their marks, the surest kind of mark
// first. A mark that two blocks of a version have identifies neither.
func (m *matching) identify(gone, come []*model.Block) {
	if len(gone) == 0 || len(come) == 0 {
		return
	}
	for i, marks := range marksOf {
		how := identified
		if i == 0 {
			how = announced // the policy says itself which name there was
		}
		there := map[string]*model.Block{}
		for _, b := range gone {
			if m.fate[b] == nil {
				note(there, marks(m, b, true), b)
			}
		}
		here := map[string]*model.Block{}
		for _, b := range come {
			if m.origin[b] == nil {
				note(here, marks(m, b, false), b)
			}
		}
		for _, b := range come {
			m.pairByMark(b, marks(m, b, false), there, here, how)
		}
	}
}

func (m *matching) pairByMark(b *model.Block, marks []string, there, here map[string]*model.Block, how link) {
	for _, mark := range marks {
		old := there[mark]
		if old != nil && here[mark] == b && m.origin[b] == nil && m.fate[old] == nil {
			m.join(old, b, how)
		}
	}
}

// note enters a block under its marks. Where there is another already, the mark
// leads to nothing.
func note(index map[string]*model.Block, marks []string, b *model.Block) {
	for _, mark := range marks {
		if other, taken := index[mark]; taken && other != b {
			index[mark] = nil
			continue
		}
		index[mark] = b
	}
}

// marksOf are the ways to identify a block, the surest first.
var marksOf = []func(m *matching, b *model.Block, isOld bool) []string{
	formerNames, legalNames, websites, labels, places, contents,
}

// formerNames identify a company by a name that it says it had.
func formerNames(_ *matching, b *model.Block, isOld bool) []string {
	if b.Schema.Attr("former_names") == nil {
		return nil
	}
	if isOld {
		return slices.DeleteFunc([]string{fold(b.Label()), fold(b.Text("legal_name"))}, func(s string) bool { return s == "" })
	}
	names := b.Texts("former_names")
	for i, n := range names {
		names[i] = fold(n)
	}
	return names
}

func legalNames(_ *matching, b *model.Block, _ bool) []string {
	if b.Schema.Attr("legal_name") == nil || !b.Has("legal_name") {
		return nil
	}
	return []string{fold(b.Text("legal_name"))}
}

func websites(_ *matching, b *model.Block, _ bool) []string {
	if b.Schema.Attr("website") == nil || !b.Has("website") {
		return nil
	}
	return []string{b.Text("website")}
}

// places identify a region by its provider's code, or by city and country.
func places(m *matching, b *model.Block, isOld bool) []string {
	if b.Kind() != "region" {
		return nil
	}
	key := m.keyAfter
	if isOld {
		key = m.keyBefore
	}
	var marks []string
	if b.Has("vendor") && b.Has("code") {
		marks = append(marks, key(b.Get("vendor").Value)+" "+b.Text("code"))
	}
	if b.Has("city") && b.Has("country") {
		marks = append(marks, b.Text("city")+", "+b.Text("country"))
	}
	return marks
}

func labels(_ *matching, b *model.Block, _ bool) []string {
	if b.Schema.Attr("label") == nil || !b.Has("label") {
		return nil
	}
	return []string{fold(b.Text("label"))}
}

// contents identify what readers do not know by its name by all that it says.
func contents(m *matching, b *model.Block, isOld bool) []string {
	if b.Schema.Attr("label") != nil && b.Schema.Spans == "" || len(b.Attrs) == 0 {
		return nil
	}
	return []string{m.content(b, isOld)}
}

// content is all that a block says, its own name aside.
func (m *matching) content(b *model.Block, isOld bool) string {
	key := m.keyAfter
	if isOld {
		key = m.keyBefore
	}
	var text strings.Builder
	var write func(b *model.Block)
	write = func(b *model.Block) {
		for i := range b.Attrs {
			text.WriteString(b.Attrs[i].Schema.Name + "\x00")
			for _, v := range elements(&b.Attrs[i]) {
				text.WriteString(key(v) + "\x00")
			}
		}
		for _, n := range b.Blocks {
			text.WriteString("{" + n.Kind() + " " + n.Name)
			write(n)
			text.WriteString("}")
		}
	}
	write(b)
	return text.String()
}

// elements are the values of an attribute: those of its list, or its only one.
func elements(a *model.Attr) []model.Value {
	if a == nil {
		return nil
	}
	if list, ok := a.Value.(model.List); ok {
		return list
	}
	return []model.Value{a.Value}
}

// fold makes two spellings of a name equal.
func fold(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }
