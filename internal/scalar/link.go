package scalar

import (
	"net/mail"
	"net/url"
	"strings"
)

// IsEmail reports whether a text is a bare e-mail address (RFC 5322's
// addr-spec) at a domain that has a dot.
func IsEmail(s string) bool {
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || len(s) > 254 {
		return false
	}
	_, domain, _ := strings.Cut(s, "@")
	return strings.Contains(domain, ".") && !strings.Contains(domain, "..") && !strings.HasSuffix(domain, ".")
}

// IsURL reports whether a text is a link that a page may carry: an absolute
// http or https address without a password, or a mailto address.
func IsURL(s string) bool {
	u, err := url.Parse(s)
	if err != nil || strings.ContainsAny(s, " <>\"\\") {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != "" && u.User == nil
	case "mailto":
		return IsEmail(u.Opaque)
	}
	return false
}
