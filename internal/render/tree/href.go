package tree

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"
)

// MaxTarget bounds the bytes of a link's target.
const MaxTarget = 2048

// schemes are those that a link may have. Everything else is refused, whether or
// not it is known to do harm: what a scheme starts depends on the reader's device.
var schemes = map[string]bool{"https": true, "http": true, "mailto": true, "tel": true}

// relativePath is what an address without a scheme begins with: files have plain
// names, and whatever else looks like an address could be one after a careless
// reader has decoded it once more.
var relativePath = regexp.MustCompile(`^[A-Za-z0-9._~/-]*($|[?#])`)

// Target returns where a link leads, as an address that stands in HTML and in
// Markdown as it is: letters, digits and harmless punctuation, everything else
// percent-encoded. It refuses an address that is not relative to the page and has
// another scheme than https, http, mailto or tel, one that names a host without a
// scheme, one longer than MaxTarget, and one that no browser reads as it looks.
func Target(href string) (string, bool) {
	if href == "" || len(href) > MaxTarget || strings.ContainsFunc(href, misread) || !utf8.ValidString(href) {
		return "", false
	}
	u, err := url.Parse(href)
	if err != nil {
		return "", false
	}
	rest := strings.ToLower(strings.TrimPrefix(href[len(u.Scheme):], ":"))
	switch u.Scheme {
	case "":
		if u.Host != "" || strings.HasPrefix(href, "//") || !relativePath.MatchString(href) {
			return "", false
		}
	case "https", "http":
		if u.Host == "" || !strings.HasPrefix(rest, "//") {
			return "", false
		}
	default:
		if !schemes[u.Scheme] || u.Opaque == "" {
			return "", false
		}
	}
	return encode(href), true
}

// misread finds what makes browsers disagree with each other about an address:
// they drop tabs and line breaks, trim control characters, and take a backslash
// for a slash.
func misread(r rune) bool {
	return r <= ' ' && r != ' ' || r == '\\' || r == utf8.RuneError || isUnprintable(r)
}

// plainInTarget are the characters, besides letters and digits, that mean the same
// in an address, in an HTML attribute and in Markdown between parentheses.
const plainInTarget = "-._~:/?#@!$&+,;=%"

func encode(href string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	b.Grow(len(href))
	for i := range len(href) {
		c := href[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(plainInTarget, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
