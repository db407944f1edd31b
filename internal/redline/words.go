package redline

import (
	"strings"
	"unicode"

	"github.com/privity/privity/internal/render/tree"
)

// A word is the smallest part of a text that is compared: letters and digits, or
// one other character, with the white space behind it and how it is set.
type word struct {
	text  string
	space bool
	style style
}

// A style is how a word is set.
type style struct {
	strong, emphasis, code, line bool // line: it is a line break
	href                         string
	language                     string // where it is another than that of the page
	stale                        bool   // as that of tree.Foreign
}

// key is what makes two words the same, wherever they lead.
func (w word) key() string {
	k := w.text
	for i, set := range []bool{w.style.strong, w.style.emphasis, w.style.code, w.style.line} {
		if set {
			k += "\x00" + string(rune('1'+i))
		}
	}
	return k
}

// words takes text apart.
func words(t tree.Text) []word {
	var list []word
	collect(&list, t, style{})
	return list
}

func collect(list *[]word, t tree.Text, s style) {
	for _, n := range t {
		inner := s
		switch n := n.(type) {
		case tree.Plain:
			split(list, tree.Clean(string(n)), s)
		case tree.Code:
			inner.code = true
			*list = append(*list, word{text: tree.Clean(string(n)), style: inner})
		case tree.Break:
			inner.line = true
			*list = append(*list, word{text: "\n", style: inner})
		case tree.Strong:
			inner.strong = true
			collect(list, n.Text, inner)
		case tree.Emphasis:
			inner.emphasis = true
			collect(list, n.Text, inner)
		case tree.Link:
			inner.href = n.Href
			collect(list, n.Text, inner)
		case tree.Stated:
			collect(list, n.Text, inner)
		case tree.Foreign:
			inner.language, inner.stale = n.Language, n.Stale
			collect(list, n.Text, inner)
		}
	}
}

// split appends the words of a string. White space at its beginning belongs to the
// word before.
func split(list *[]word, s string, st style) {
	start := -1
	flush := func(end int) {
		if start >= 0 {
			*list = append(*list, word{text: s[start:end], style: st})
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case r == ' ':
			flush(i)
			if len(*list) == 0 {
				*list = append(*list, word{style: st})
			}
			(*list)[len(*list)-1].space = true
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune("’'-_@/.", r) && start >= 0 && joins(s[i:]):
			if start < 0 {
				start = i
			}
		default:
			flush(i)
			*list = append(*list, word{text: string(r), style: st})
		}
	}
	flush(len(s))
}

// joins reports whether the first character of a string stands within a word, as
// the point in "1.5" does and the one behind a sentence does not.
func joins(s string) bool {
	for i, r := range s {
		if i > 0 {
			return unicode.IsLetter(r) || unicode.IsDigit(r)
		}
	}
	return false
}

// text merges two texts word by word. Where little is left of the earlier one, the
// whole is replaced: single words that stayed help nobody to read it.
func (m *merger) text(before, after tree.Text) tree.Text {
	if tree.PlainText(before) == tree.PlainText(after) {
		return unlinked(after, false)
	}
	x, y := words(unlinked(before, true)), words(unlinked(after, false))
	runs := runsOf(x, y)
	if kept(runs) < min(len(x), len(y))/4 {
		return tree.T(m.deletion().text(before), gapBetween(before, after), m.insertion().text(after))
	}
	var merged tree.Text
	for _, r := range runs {
		merged = append(merged, r.marked()...)
	}
	return merged
}

// gapBetween keeps what is deleted from touching what is inserted.
func gapBetween(before, after tree.Text) tree.Text {
	if tree.HasWords(before) && tree.HasWords(after) {
		return tree.T(" ")
	}
	return nil
}

// A run is words that are kept, or words deleted and words inserted in one place.
type run struct{ kept, deleted, inserted []word }

func runsOf(x, y []word) []run {
	keysX, keysY := make([]string, len(x)), make([]string, len(y))
	for i, w := range x {
		keysX[i] = w.key()
	}
	for j, w := range y {
		keysY[j] = w.key()
	}
	var runs []run
	i, j := 0, 0
	align(keysX, keysY, func(a, b int) {
		if a > i || b > j {
			runs = append(runs, run{deleted: x[i:a], inserted: y[j:b]})
		}
		if last := len(runs) - 1; last >= 0 && runs[last].kept != nil && a == i && b == j {
			runs[last].kept = append(runs[last].kept, y[b])
		} else {
			runs = append(runs, run{kept: []word{y[b]}})
		}
		i, j = a+1, b+1
	})
	if i < len(x) || j < len(y) {
		runs = append(runs, run{deleted: x[i:], inserted: y[j:]})
	}
	return joined(runs)
}

// island is the number of letters up to which words that stayed between two changes
// are taken to have changed with them.
const island = 3

// joined joins changes that only a short word divides.
func joined(runs []run) []run {
	var out []run
	for k, r := range runs {
		last := len(out) - 1
		between := k > 0 && k+1 < len(runs) && r.kept != nil && letters(r.kept) <= island
		switch {
		case between && both(runs[k-1]) && both(runs[k+1]):
			out[last].deleted = append(append([]word{}, out[last].deleted...), r.kept...)
			out[last].inserted = append(append([]word{}, out[last].inserted...), r.kept...)
		case r.kept == nil && last >= 0 && out[last].kept == nil:
			out[last].deleted = append(out[last].deleted, r.deleted...)
			out[last].inserted = append(out[last].inserted, r.inserted...)
		default:
			out = append(out, r)
		}
	}
	return out
}

func both(r run) bool { return len(r.deleted) > 0 && len(r.inserted) > 0 }

func letters(list []word) int {
	n := 0
	for _, w := range list {
		n += len(w.text)
	}
	return n
}

func kept(runs []run) int {
	n := 0
	for _, r := range runs {
		n += len(r.kept)
	}
	return n
}

// marked returns a run as text. White space at the end of what is inserted stays
// outside it, and that of what is deleted inside, so that without either the text
// is as it was and as it is.
func (r run) marked() tree.Text {
	if r.kept != nil {
		return set(r.kept)
	}
	var t tree.Text
	if deleted := set(r.deleted); len(deleted) > 0 {
		t = append(t, tree.Deleted{Text: deleted})
	}
	if inserted := set(trimmed(r.inserted)); len(inserted) > 0 {
		t = append(t, tree.Inserted{Text: inserted})
		if endsInSpace(r.inserted) {
			t = append(t, tree.Plain(" "))
		}
	}
	return t
}

func endsInSpace(list []word) bool { return len(list) > 0 && list[len(list)-1].space }

// trimmed returns words without the white space behind the last.
func trimmed(list []word) []word {
	if !endsInSpace(list) {
		return list
	}
	out := append([]word{}, list...)
	out[len(out)-1].space = false
	return out
}

// set puts words together as text again.
func set(list []word) tree.Text {
	var t tree.Text
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].style == list[0].style {
			n++
		}
		var b strings.Builder
		for _, w := range list[:n] {
			b.WriteString(w.text)
			if w.space {
				b.WriteByte(' ')
			}
		}
		text := b.String()
		if plain := strings.TrimRight(text, " "); list[0].style != (style{}) && plain != text {
			t = append(t, list[0].style.wrap(plain), tree.Plain(" "))
		} else {
			t = append(t, list[0].style.wrap(text))
		}
		list = list[n:]
	}
	return t
}

// wrap sets a string.
func (s style) wrap(text string) tree.Inline {
	var n tree.Inline = tree.Plain(text)
	switch {
	case s.line:
		return tree.Break{}
	case s.code:
		n = tree.Code(text)
	}
	if s.emphasis {
		n = tree.Emphasis{Text: tree.T(n)}
	}
	if s.strong {
		n = tree.Strong{Text: tree.T(n)}
	}
	if s.href != "" {
		n = tree.Link{Href: s.href, Text: tree.T(n)}
	}
	if s.language != "" {
		n = tree.Foreign{Language: s.language, Stale: s.stale, Text: tree.T(n)}
	}
	return n
}
