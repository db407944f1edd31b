package tree

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/privity/privity/internal/locale"
)

// Typeset gives the words of documents of one language the quotation marks and
// apostrophes that print has in it, so that what an author typed and what is put together
// from it look alike. Code is left as it is, and so is prose, which package prose
// sets.
func Typeset(docs ...*Document) {
	if len(docs) == 0 {
		return
	}
	language := docs[0].Language
	for _, doc := range docs {
		if len(doc.Heading) == 0 {
			doc.Title = TypographicIn(language, doc.Title)
			continue
		}
		TypesetText(language, doc.Heading)
		doc.Title = PlainText(doc.Heading)
	}
	typesetter(language).documents(docs)
}

// TypesetText does with a text in a language what Typeset does with documents, which
// then leave it as it is.
func TypesetText(language string, t Text) { typesetter(language).text(t) }

func typesetter(language string) *walker {
	w := &walker{plain: func(p Plain) Plain { return Plain(TypographicIn(language, string(p))) }}
	w.foreign = func(f Foreign) { typesetter(f.Language).text(f.Text) }
	return w
}

// Typographic is TypographicIn English.
func Typographic(s string) string { return TypographicIn("en", s) }

// TypographicIn writes straight quotation marks and apostrophes as those that a
// language prints, or as English does where that is not known. What stands behind a
// figure is kept, since it may be a unit.
func TypographicIn(language, s string) string {
	if strings.IndexByte(s, '\'') < 0 && strings.IndexByte(s, '"') < 0 {
		return s
	}
	marks := marksOf(language)
	var b strings.Builder
	b.Grow(len(s) + 8)
	before := rune(' ')
	for i, r := range s {
		if r == '\'' || r == '"' {
			b.WriteString(marks.curly(r, before, s[i+1:]))
		} else {
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

// marks are what a language puts around what is quoted.
type marks struct {
	opens, closes string
	single        string // opens a quotation inside another; an apostrophe closes it
}

// marksOf are those of CLDR. Inner quotations are told from apostrophes in English
// only, where one knows which words begin with an apostrophe.
func marksOf(language string) marks {
	tongue, ok := locale.In(language)
	if !ok || tongue.Language() == "en" {
		return marks{"“", "”", "‘"}
	}
	opens, closes, _ := strings.Cut(tongue.Quote("\x00"), "\x00")
	return marks{opens, closes, "’"}
}

// curly is the mark that belongs between a character and the rest of a text.
func (m marks) curly(mark, before rune, rest string) string {
	opens := strings.ContainsRune(" \t\n([{–—/“‘\"'", before)
	switch {
	case unicode.IsDigit(before):
		return string(mark)
	case mark == '"' && opens:
		return m.opens
	case mark == '"':
		return m.closes
	case opens && !isElision(rest):
		return m.single
	}
	return "’"
}

// isElision reports whether an apostrophe before the text stands for what is left
// out: in "’s" behind a name that is marked up, or in "’90s".
func isElision(rest string) bool {
	word := rest
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		word = rest[:i]
	}
	switch word {
	case "s", "t", "d", "m", "ll", "re", "ve":
		return true
	}
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(first)
}

// units are those whose number stands on the same line, by their beginnings.
var units = []string{"second", "minute", "hour", "day", "business day", "week", "month", "year"}

// Unbroken puts a no-break space between a number and the unit of time behind it, for
// a page that is broken into lines where it is read.
func Unbroken(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	b := []byte(s)
	var joined []byte
	done := 0
	for i := 1; i+1 < len(b); i++ {
		if b[i] != ' ' || b[i-1] < '0' || b[i-1] > '9' || !startsWithUnit(s[i+1:]) {
			continue
		}
		joined = append(append(joined, b[done:i]...), "\u00a0"...)
		done = i + 1
	}
	if done == 0 {
		return s
	}
	return string(append(joined, b[done:]...))
}

func startsWithUnit(s string) bool {
	for _, u := range units {
		rest, found := strings.CutPrefix(s, u)
		rest = strings.TrimPrefix(rest, "s")
		if found && (rest == "" || !unicode.IsLetter(rune(rest[0]))) {
			return true
		}
	}
	return false
}
