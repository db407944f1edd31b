package locale

import (
	"strings"
	"sync"
)

// The types of subtags, as the registry of BCP 47 names them.
const (
	subtagLanguage = "language"
	subtagScript   = "script"
	subtagRegion   = "region"
	subtagVariant  = "variant"
)

// subtag is a part of a language tag. Of regions only the areas of UN M.49 are
// kept; the others are the countries.
type subtag struct {
	Type   string `json:"type"`
	Subtag string `json:"subtag"`
	Name   string `json:"name"`
}

type subtagKey struct{ kind, subtag string }

var subtags = sync.OnceValue(func() map[subtagKey]string {
	entries := load[subtag]("subtags.json").Entries
	names := make(map[subtagKey]string, len(entries))
	for _, s := range entries {
		names[subtagKey{s.Type, s.Subtag}] = s.Name
	}
	return names
})

// LanguageName is the English name of a BCP 47 tag: "English" for "en", "German
// (Switzerland)" for "de-CH", "Chinese (Traditional, Hong Kong)" for
// "zh-Hant-HK". It reports false for a tag that is not well-formed or has a
// subtag that is not known, and for extensions and private use, which no
// published page needs. Case does not count.
func LanguageName(tag string) (string, bool) {
	parts := strings.Split(tag, "-")
	language, ok := subtags()[subtagKey{subtagLanguage, strings.ToLower(parts[0])}]
	if !ok {
		return "", false
	}
	details, ok := subtagNames(parts[1:])
	if !ok {
		return "", false
	}
	if len(details) == 0 {
		return language, true
	}
	return language + " (" + strings.Join(details, ", ") + ")", true
}

// subtagNames names the subtags after the language: at most one script, then at
// most one region, then variants, none twice.
func subtagNames(parts []string) ([]string, bool) {
	var names []string
	seen := make(map[string]bool, len(parts))
	earliest := 0
	for _, part := range parts {
		rank, name, ok := describeSubtag(part)
		if !ok || rank < earliest || seen[strings.ToLower(part)] {
			return nil, false
		}
		seen[strings.ToLower(part)] = true
		earliest = rank
		if rank != variantRank {
			earliest = rank + 1
		}
		names = append(names, name)
	}
	return names, true
}

// The order in which subtags follow the language.
const (
	scriptRank = iota
	regionRank
	variantRank
)

// describeSubtag tells the kind of a subtag by its shape and finds its name.
func describeSubtag(part string) (rank int, name string, ok bool) {
	switch {
	case len(part) == 4 && !startsWithDigit(part):
		title := strings.ToUpper(part[:1]) + strings.ToLower(part[1:])
		name, ok = subtags()[subtagKey{subtagScript, title}]
		return scriptRank, name, ok
	case len(part) == 2:
		country, ok := LookupCountry(strings.ToUpper(part))
		return regionRank, country.Name, ok
	case len(part) == 3:
		name, ok = subtags()[subtagKey{subtagRegion, part}]
		return regionRank, name, ok
	default:
		name, ok = subtags()[subtagKey{subtagVariant, strings.ToLower(part)}]
		return variantRank, name, ok
	}
}

func startsWithDigit(s string) bool {
	return '0' <= s[0] && s[0] <= '9'
}
