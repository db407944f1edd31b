package lang

import (
	"strconv"
	"strings"
)

func quoteKey(key string) string { return strconv.Quote(key) }

func sentence(s string) string {
	if s == "" {
		return ""
	}
	return " It is described as: " + s
}

// someOf names the first of many words.
func someOf(words []string) string {
	const most = 20
	if len(words) <= most {
		return orJoin(words)
	}
	return strings.Join(words[:most], ", ") + " and " + strconv.Itoa(len(words)-most) + " more"
}

func orJoin(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func quote(s string) string { return `"` + s + `"` }

func article(title string) string {
	if strings.ContainsRune("aeio", rune(title[0])) {
		return "an " + title
	}
	return "a " + title
}

func quotedOr(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	return orJoin(quoted)
}
