package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/privity/privity/internal/render/tree"
)

// Sentence joins phrases into a sentence: a capital at its start, a full stop
// at its end, one space between phrases, none before a comma. Empty phrases are
// left out, and of nothing it makes nothing.
func Sentence(phrases ...tree.Text) tree.Text {
	t := Phrase(phrases...)
	if len(t) == 0 {
		return nil
	}
	t = Capital(t)
	if !strings.ContainsAny(lastRune(plain(t)), ".!?:") {
		t = append(t, tree.Plain("."))
	}
	return t
}

// Phrase joins phrases as Sentence does, and leaves the capital and the full
// stop to whoever uses it.
func Phrase(phrases ...tree.Text) tree.Text {
	var t tree.Text
	for _, p := range phrases {
		flat := plain(p)
		if flat == "" {
			continue
		}
		if len(t) > 0 && !strings.ContainsRune(",;:.)", rune(flat[0])) {
			t = append(t, tree.Plain(" "))
		}
		t = append(t, p...)
	}
	return t
}

// Paragraph joins sentences into a paragraph.
func Paragraph(sentences ...tree.Text) tree.Text { return Phrase(sentences...) }

// Capital raises the first letter of a text.
func Capital(t tree.Text) tree.Text { return first(t, CapitalWord) }

// CapitalWord raises the first letter of a word. A word that is spelt with a
// capital further on, such as iPhone, keeps its small letter.
func CapitalWord(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	word, _, _ := strings.Cut(s[size:], " ")
	if strings.IndexFunc(word, unicode.IsUpper) >= 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// small are the words that begin a sentence with a capital and stand inside one
// without.
var small = map[string]bool{
	"A": true, "An": true, "The": true, "You": true, "Your": true, "We": true, "Our": true, "It": true, "Its": true,
	"They": true, "Their": true, "This": true, "That": true, "These": true, "Those": true, "There": true, "No": true,
	"Nobody": true, "Nothing": true, "Some": true, "All": true, "Then": true, "Without": true, "In": true, "If": true,
}

// Small is a sentence inside another one, and whether that is known to lose its
// capital: a name keeps it.
func Small(s string) (string, bool) {
	word, _, _ := strings.Cut(s, " ")
	if small[word] {
		return strings.ToLower(s[:1]) + s[1:], true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return s, unicode.IsLower(r)
}

// first applies f to the first plain words of a text.
func first(t tree.Text, f func(string) string) tree.Text {
	changed := append(tree.Text(nil), t...)
	for i, p := range changed {
		if plain(tree.Text{p}) == "" {
			continue
		}
		switch p := p.(type) {
		case tree.Plain:
			changed[i] = tree.Plain(f(string(p)))
		case tree.Strong:
			changed[i] = tree.Strong{Text: first(p.Text, f)}
		case tree.Emphasis:
			changed[i] = tree.Emphasis{Text: first(p.Text, f)}
		case tree.Link:
			changed[i] = tree.Link{Href: p.Href, Text: first(p.Text, f)}
		case tree.Stated:
			changed[i] = tree.Stated{Facts: p.Facts, Text: first(p.Text, f)}
		}
		break
	}
	return changed
}

// plain is the text without its structure.
func plain(t tree.Text) string {
	if len(t) == 1 {
		if p, ok := t[0].(tree.Plain); ok {
			return string(p)
		}
	}
	var b strings.Builder
	flatten(&b, t)
	return b.String()
}

func flatten(b *strings.Builder, t tree.Text) {
	for _, p := range t {
		switch p := p.(type) {
		case tree.Plain:
			b.WriteString(string(p))
		case tree.Code:
			b.WriteString(string(p))
		case tree.Strong:
			flatten(b, p.Text)
		case tree.Emphasis:
			flatten(b, p.Text)
		case tree.Link:
			flatten(b, p.Text)
		case tree.Stated:
			flatten(b, p.Text)
		}
	}
}

func lastRune(s string) string {
	r, _ := utf8.DecodeLastRuneInString(s)
	return string(r)
}

func hasConjunction(s string) bool {
	return strings.Contains(s, ", ") || strings.Contains(s, " and ") || strings.Contains(s, " or ")
}
