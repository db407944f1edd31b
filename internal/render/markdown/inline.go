package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/privity/privity/internal/render/tree"
)

// lineBreak stands between two lines of a paragraph. Backslashes of the text are
// doubled, so that this one is told from them.
const lineBreak = "\\\n"

// text returns text as a paragraph: one line, unless there are breaks in it.
func (w *writer) text(t tree.Text) string {
	all := w.whole(t, place{})
	if !strings.Contains(all, lineBreak) {
		return guard(all)
	}
	var lines []string
	for _, line := range strings.Split(all, lineBreak) {
		if line = guard(line); line != "" {
			lines = append(lines, line)
		}
	}
	for i := range len(lines) - 1 {
		// Some readers take the second of three backslashes for that of the break.
		if before, ok := strings.CutSuffix(lines[i], `\\`); ok {
			lines[i] = before + "&#92;"
		}
	}
	return strings.Join(lines, lineBreak)
}

// headingText returns text for a heading, which must not end in number signs.
func (w *writer) headingText(t tree.Text) string {
	s := w.oneLine(t, place{})
	if strings.HasSuffix(s, "#") {
		s = strings.TrimSuffix(s, "#") + `\#`
	}
	return s
}

func (w *writer) cellText(t tree.Text) string { return w.oneLine(t, place{cell: true}) }

// labelText returns text for the brackets of a picture.
func (w *writer) labelText(t tree.Text) string { return w.oneLine(t, place{link: true}) }

func (w *writer) oneLine(t tree.Text, at place) string {
	at.oneLine = true
	return strings.Trim(w.whole(t, at), " ")
}

// whole returns all the text that stands in one place, which knows of the dollar
// signs in it.
func (w *writer) whole(t tree.Text, at place) string {
	if isWords(t) {
		words := wordsOf(t)
		at.math = strings.Count(words, "$") > 1
		return escape(words, at)
	}
	at.math = hasMath(t)
	return w.inline(t, at)
}

func hasMath(t tree.Text) bool {
	dollars := 0
	for words := range tree.Words(t) {
		dollars += strings.Count(words, "$")
	}
	return dollars > 1
}

func (w *writer) inline(t tree.Text, at place) string {
	if isWords(t) {
		return escape(wordsOf(t), at)
	}
	pieces := w.simplify(t, at)
	written := make([]string, len(pieces))
	for i, n := range pieces {
		inner := at
		inner.more = at.more || i+1 < len(pieces)
		written[i] = w.piece(n, inner)
	}
	var b strings.Builder
	for i, n := range pieces {
		mark := markOf(n)
		if mark == "" {
			b.WriteString(written[i])
			continue
		}
		next := ""
		if i+1 < len(pieces) {
			next = written[i+1]
			if markOf(pieces[i+1]) != "" { // it may lose its mark
				next = w.unmarked(pieces[i+1], at)
			}
		}
		if s, ok := enclose(b.String(), mark, written[i], next); ok {
			b.WriteString(s)
			continue
		}
		b.WriteString(w.unmarked(n, at))
	}
	return b.String()
}

// isWords reports whether text is plain, as most text is: in it, nothing stands but
// words and statements of words.
func isWords(t tree.Text) bool {
	for _, n := range t {
		switch n := n.(type) {
		case tree.Plain:
		case tree.Stated:
			if !isWords(n.Text) {
				return false
			}
		case tree.Foreign:
			if !isWords(n.Text) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// wordsOf returns the words of text as they are printed, with the space around them.
func wordsOf(t tree.Text) string { return tree.Clean(tree.Concat(t)) }

// markOf returns what stands around a piece that is stressed.
func markOf(n tree.Inline) string {
	switch n.(type) {
	case tree.Strong:
		return "**"
	case tree.Emphasis:
		return "_"
	}
	return ""
}

// unmarked returns a stressed piece without its marks and without those inside it,
// which stood against them. Code in it becomes text: its backticks could join those
// of a neighbour.
func (w *writer) unmarked(n tree.Inline, at place) string {
	at.words, at.strong, at.stress = true, true, true
	return w.piece(n, at)
}

// piece returns one piece; emphasis without its marks.
func (w *writer) piece(n tree.Inline, at place) string {
	switch n := n.(type) {
	case tree.Plain:
		return escape(string(n), at)
	case tree.Code:
		return code(string(n), at)
	case tree.Strong:
		at.strong, at.more = true, true
		return w.inline(n.Text, at)
	case tree.Emphasis:
		at.stress, at.more = true, true
		return w.inline(n.Text, at)
	case tree.Link:
		target, _ := w.links.target(n.Href)
		at.link, at.more = true, true
		return "[" + strings.Trim(w.inline(n.Text, at), " ") + "](" + escapeTarget(target) + ")"
	case tree.Break:
		if at.oneLine {
			return " "
		}
		return lineBreak
	}
	return ""
}

// code returns text between backticks, or as text where that would not keep it:
// templates act on what they see, backticks or not, and in a table readers differ
// over a backslash before a bar.
func code(s string, at place) string {
	if at.words || isTemplate(s) || at.cell && strings.Contains(s, `\|`) {
		return escape(s, at)
	}
	if at.cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	fence := strings.Repeat("`", longestRun(s, '`')+1)
	if s[0] == '`' || s[len(s)-1] == '`' || s[0] == ' ' && s[len(s)-1] == ' ' {
		s = " " + s + " "
	}
	return fence + s + fence
}

// enclose returns inner between marks, white space outside them. It fails where
// CommonMark would not take the marks for what they are: that text is not stressed
// is better than that marks are printed.
func enclose(previous, mark, inner, next string) (string, bool) {
	trimmed := strings.Trim(inner, " ")
	lead, trail := inner[:len(inner)-len(strings.TrimLeft(inner, " "))], inner[len(strings.TrimRight(inner, " ")):]
	if lead != "" {
		previous = lead
	}
	if trail != "" {
		next = trail
	}
	before, _ := utf8.DecodeLastRuneInString(previous)
	after, _ := utf8.DecodeRuneInString(next)
	first, _ := utf8.DecodeRuneInString(trimmed)
	last, _ := utf8.DecodeLastRuneInString(trimmed)
	if trimmed == "" || !flanks(mark, before, first) || !flanks(mark, after, last) {
		return "", false
	}
	return lead + mark + trimmed + mark + trail, true
}

// flanks reports whether a mark between two runes, of which one is inside, is read
// as the edge of emphasis. Underlines mean nothing inside a word.
func flanks(mark string, outside, inside rune) bool {
	switch {
	case unicode.IsSpace(inside):
		return false
	case outside == utf8.RuneError || unicode.IsSpace(outside) || isPunctuation(outside):
		return true
	}
	return mark == "**" && isWord(inside)
}

// isPunctuation reports what every version of CommonMark takes for punctuation.
func isPunctuation(r rune) bool {
	return unicode.IsPunct(r) || r < utf8.RuneSelf && unicode.IsSymbol(r)
}

// simplify returns text without marking that says nothing, and with neighbours of
// one kind joined: statements become what they state, emphasis within emphasis of
// its kind and links that lead nowhere become their text.
func (w *writer) simplify(t tree.Text, at place) tree.Text {
	var flat, joined tree.Text
	w.flatten(&flat, t, at)
	for len(flat) > 0 {
		n := 1
		for n < len(flat) && joinable(flat[0], flat[n]) {
			n++
		}
		joined = append(joined, join(flat[:n]))
		flat = flat[n:]
	}
	return joined
}

func (w *writer) flatten(flat *tree.Text, t tree.Text, at place) {
	for _, n := range t {
		switch n := n.(type) {
		case tree.Plain:
			if n != "" {
				*flat = append(*flat, n)
			}
		case tree.Code:
			if s := strings.TrimSpace(tree.Clean(string(n))); s != "" {
				*flat = append(*flat, tree.Code(s))
			}
		case tree.Stated:
			w.flatten(flat, n.Text, at)
		case tree.Inserted:
			w.flatten(flat, n.Text, at)
		case tree.Deleted: // Markdown has no form for what is not there any more
		case tree.Foreign:
			w.flatten(flat, n.Text, at)
		case tree.Strong:
			w.nest(flat, n, n.Text, at.strong, at)
		case tree.Emphasis:
			w.nest(flat, n, n.Text, at.stress, at)
		case tree.Link:
			_, ok := w.links.target(n.Href)
			w.nest(flat, n, n.Text, !ok || at.link, at)
		default:
			*flat = append(*flat, n)
		}
	}
}

// nest appends n, or only its text if that is all that may be kept.
func (w *writer) nest(flat *tree.Text, n tree.Inline, inner tree.Text, textOnly bool, at place) {
	if textOnly || !tree.HasWords(inner) {
		w.flatten(flat, inner, at)
		return
	}
	*flat = append(*flat, n)
}

func joinable(a, b tree.Inline) bool {
	var same bool
	switch a.(type) {
	case tree.Plain:
		_, same = b.(tree.Plain)
	case tree.Code:
		_, same = b.(tree.Code)
	case tree.Strong:
		_, same = b.(tree.Strong)
	case tree.Emphasis:
		_, same = b.(tree.Emphasis)
	}
	return same
}

// join returns neighbours of one kind as one.
func join(run tree.Text) tree.Inline {
	if p, ok := run[0].(tree.Plain); ok && len(run) == 1 {
		return tree.Plain(tree.Clean(string(p)))
	}
	var words strings.Builder
	var inner tree.Text
	for _, n := range run {
		switch n := n.(type) {
		case tree.Plain:
			words.WriteString(string(n))
		case tree.Code:
			words.WriteString(string(n))
		case tree.Strong:
			inner = append(inner, n.Text...)
		case tree.Emphasis:
			inner = append(inner, n.Text...)
		}
	}
	switch n := run[0].(type) {
	case tree.Plain:
		return tree.Plain(tree.Clean(words.String()))
	case tree.Code:
		return tree.Code(words.String())
	case tree.Strong:
		return tree.Strong{Text: inner}
	case tree.Emphasis:
		return tree.Emphasis{Text: inner}
	default:
		return n
	}
}
