package scalar

import (
	"net/mail"
	"net/url"
	"regexp"
	"strings"
)

// IsEmail reports whether a text is a bare e-mail address (RFC 5322's
// addr-spec) at a domain that has a dot.
func IsEmail(s string) bool {
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || len(s) > 254 {
		return false
	}
	return domain.MatchString(s[strings.LastIndexByte(s, '@')+1:])
}

// domain is a name of several labels in letters of any script, digits and inner
// hyphens.
var domain = regexp.MustCompile(`^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$`)

// IsURL reports whether a text is a link that a page may carry: an absolute
// http or https address without a password, or a mailto address.
func IsURL(s string) bool {
	u, err := url.Parse(s)
	if err != nil || strings.ContainsAny(s, " <>\"\\") {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Hostname() != "" && u.User == nil
	case "mailto":
		return IsEmail(u.Opaque)
	}
	return false
}
