package english

import (
	"slices"
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
	if strings.IndexByte(".!?:", lastByte(t)) < 0 {
		t = append(t, tree.Plain("."))
	}
	return t
}

// Phrase joins phrases as Sentence does, and leaves the capital and the full
// stop to whoever uses it.
func Phrase(phrases ...tree.Text) tree.Text {
	size := 1 // for the full stop of a sentence
	for _, p := range phrases {
		size += len(p) + 1
	}
	t := make(tree.Text, 0, size)
	for _, p := range phrases {
		c, ok := firstByte(p)
		if !ok {
			continue
		}
		if len(t) > 0 && strings.IndexByte(",;:.)", c) < 0 {
			t = append(t, tree.Plain(" "))
		}
		t = append(t, p...)
	}
	if len(t) == 0 {
		return nil
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
	changed := slices.Clone(t)
	for i, p := range changed {
		if _, ok := firstByte(t[i : i+1]); !ok {
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
		case tree.Foreign:
			changed[i] = tree.Foreign{Language: p.Language, Stale: p.Stale, Text: first(p.Text, f)}
		}
		break
	}
	return changed
}

// firstByte is that of the words of a text, if it has any.
func firstByte(t tree.Text) (byte, bool) {
	for words := range tree.Words(t) {
		if words != "" {
			return words[0], true
		}
	}
	return 0, false
}

// lastByte is that of the words of a text, or else 0.
func lastByte(t tree.Text) byte {
	var last byte
	for words := range tree.Words(t) {
		if words != "" {
			last = words[len(words)-1]
		}
	}
	return last
}

func hasConjunction(s string) bool {
	return strings.Contains(s, ", ") || strings.Contains(s, " and ") || strings.Contains(s, " or ")
}
