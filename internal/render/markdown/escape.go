package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// place says where text stands, which decides what would act on it.
type place struct {
	cell    bool // in a row of a table
	math    bool // with more than one dollar sign around it
	more    bool // followed by other text on the same line
	oneLine bool // where no line may break
	words   bool // where code is written as text
	strong  bool // inside strong text
	stress  bool // inside emphasis
	link    bool // inside a link
}

// escape returns text that renderers print as it is, wherever on a line it stands
// but at the start: see [guard].
func escape(s string, at place) string {
	if !isMarked(s, at) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i, r := range s {
		switch r {
		case '\\', '`', '*', '[', ']', '~':
			b.WriteByte('\\')
		case '_':
			if !insideWord(s, i) {
				b.WriteByte('\\')
			}
		case '|':
			if at.cell {
				b.WriteByte('\\')
			}
		case '$':
			if at.math {
				b.WriteByte('\\')
			}
		case ':', '.': // GitHub makes a link of an address, and of what follows it
			if !at.link && startsLink(s, i) {
				b.WriteByte('\\')
			}
		case '!':
			if i+1 == len(s) && at.more { // a link after it would become a picture
				b.WriteByte('\\')
			}
		case '<':
			b.WriteString("&lt;")
			continue
		case '{':
			b.WriteString("&#123;")
			continue
		case '}':
			b.WriteString("&#125;")
			continue
		case '&':
			b.WriteByte('&')
			if looksLikeReference(s[i+1:], at.more) {
				b.WriteString("amp;")
			}
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isMarked reports whether there is anything in text that might have to be escaped.
func isMarked(s string, at place) bool {
	for i := range len(s) {
		switch s[i] {
		case '\\', '`', '*', '[', ']', '~', '_', '|', '<', '{', '}', '&':
			return true
		case '$':
			if at.math {
				return true
			}
		case '!':
			if i+1 == len(s) && at.more {
				return true
			}
		case ':', '.':
			if !at.link && startsLink(s, i) {
				return true
			}
		}
	}
	return false
}

// startsLink reports whether the colon or point at i makes renderers take what
// stands around it for an address.
func startsLink(s string, i int) bool {
	if s[i] == ':' {
		return strings.HasPrefix(s[i:], "://")
	}
	return i >= 3 && strings.EqualFold(s[i-3:i], "www")
}

// insideWord reports whether the underline at i stands between two letters or
// digits, where it means nothing.
func insideWord(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// looksLikeReference reports whether an ampersand before s might begin a character
// reference, be it that text which follows s completes it.
func looksLikeReference(s string, more bool) bool {
	rest := strings.TrimLeftFunc(s, func(r rune) bool {
		return r == '#' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
	})
	if rest == "" {
		return more
	}
	return rest[0] == ';' && len(rest) < len(s)
}

// guard escapes what means something at the start of a line only.
func guard(line string) string {
	line = strings.Trim(line, " ")
	if line == "" {
		return ""
	}
	next := byte(' ')
	if len(line) > 1 {
		next = line[1]
	}
	switch line[0] {
	case '>', ':', '=', '|', '#':
		return `\` + line
	case '-':
		if strings.IndexByte(" -:|", next) >= 0 {
			return `\` + line
		}
	case '+':
		if next == ' ' || next == '+' {
			return `\` + line
		}
	case 'i', 'e': // an import or export of MDX
		if strings.HasPrefix(line, "import ") || strings.HasPrefix(line, "export ") {
			return map[byte]string{'i': "&#105;", 'e': "&#101;"}[line[0]] + line[1:]
		}
	}
	return guardNumber(line)
}

// guardNumber keeps a number with a point or a parenthesis from beginning a list.
func guardNumber(line string) string {
	n := 0
	for n < len(line) && '0' <= line[n] && line[n] <= '9' {
		n++
	}
	if n == 0 || n == len(line) || line[n] != '.' && line[n] != ')' {
		return line
	}
	if n+1 < len(line) && line[n+1] != ' ' {
		return line
	}
	return line[:n] + `\` + line[n:]
}

// escapeTarget returns an address for the parentheses of a link.
func escapeTarget(target string) string {
	return strings.ReplaceAll(target, "&", "&amp;")
}

// isTemplate reports whether Liquid, or a language like it, would act on text even
// where Markdown takes it letter by letter.
func isTemplate(s string) bool {
	return strings.Contains(s, "{{") || strings.Contains(s, "{%") || strings.Contains(s, "{#")
}

// longestRun returns the length of the longest run of c.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		run++
		if s[i] != c {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}
