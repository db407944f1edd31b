package english

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var irregularPlurals = map[string]string{
	"person": "people", "child": "children", "man": "men", "woman": "women",
	"staff": "staff", "personnel": "personnel", "public": "public", "data": "data",
	"everybody": "everybody", "everyone": "everyone", "nobody": "nobody",
	"anybody": "anybody", "anyone": "anyone", "else": "else",
}

// Plural is the plural of a noun phrase, by the rules; a phrase whose last word
// is a plural already is left alone.
func Plural(phrase string) string {
	if strings.HasPrefix(phrase, "whoever ") {
		return phrase
	}
	if head, rest := headNoun(phrase); rest != "" {
		return Plural(head) + rest
	}
	start := strings.LastIndexByte(phrase, ' ') + 1
	word := phrase[start:]
	lower := strings.ToLower(word)
	if plural, ok := irregularPlurals[lower]; ok {
		return phrase[:start] + plural
	}
	switch {
	case lower == "":
		return phrase
	case hasSuffix(lower, "ss", "x", "z", "ch", "sh", "us"):
		return phrase + "es"
	case strings.HasSuffix(lower, "s") || strings.HasSuffix(lower, "people"):
		return phrase
	case strings.HasSuffix(lower, "y") && !endsInVowelY(lower):
		return phrase[:len(phrase)-1] + "ies"
	}
	return phrase + "s"
}

// headNoun parts a noun phrase from what is said of it behind: "employee of a
// customer" is an employee.
func headNoun(phrase string) (head, rest string) {
	at := len(phrase)
	for _, word := range []string{" of ", " who ", " whose ", " that ", " with ", " from ", " in ", " at ", " by ", " for ", " without "} {
		if i := strings.Index(phrase, word); i > 0 {
			at = min(at, i)
		}
	}
	return phrase[:at], phrase[at:]
}

func endsInVowelY(word string) bool { return hasSuffix(word, "ay", "ey", "oy", "uy") }

func hasSuffix(word string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(word, s) {
			return true
		}
	}
	return false
}

// IsProper reports whether a label is a proper name, which takes no article and
// no plural: one that begins with a capital letter, such as "Aurora" or
// "ElastiCache".
func IsProper(label string) bool {
	r, size := utf8.DecodeRuneInString(label)
	if unicode.IsUpper(r) {
		return true
	}
	word, _, _ := strings.Cut(label[size:], " ")
	return strings.IndexFunc(word, unicode.IsUpper) >= 0
}

// Part is how much of something a statement covers (schema enum "coverage"), before
// a noun that it is part of: "all of" the data.
func Part(coverage string) string {
	return map[string]string{"all": "all of", "any": "any of", "every": "every part of", "full": "the whole of"}[coverage]
}

// Whole is Part before the name of a kind: "all" data.
func Whole(coverage string) string {
	return map[string]string{"all": "all", "any": "any", "every": "every piece of", "full": "all"}[coverage]
}

// documents are what a text that people are given is called.
var documents = []string{
	"policy", "notice", "statement", "standard", "declaration", "charter", "guidelines", "handbook", "terms", "rules", "page",
}

// IsDocument reports whether a title names a document as a noun does, so that a sentence
// speaks of "the Acme privacy policy", but not of "the Handling of data".
func IsDocument(title string) bool {
	head, _ := headNoun(title)
	words := strings.Fields(strings.ToLower(head))
	return len(words) > 0 && slices.Contains(documents, words[len(words)-1]) &&
		!slices.Contains(determiners, words[0]+" ")
}

// IsInitialism reports whether a label begins with the initials of a longer name and goes on
// with a common noun: "IP address" is no proper name.
func IsInitialism(label string) bool {
	first, rest, _ := strings.Cut(label, " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return len(first) > 1 && unicode.IsLower(r) &&
		strings.IndexFunc(first, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

var determiners = []string{
	"the ", "a ", "an ", "our ", "your ", "their ", "its ", "all ", "any ", "each ", "every ", "anyone", "anybody",
	"another ", "this ", "that ", "these ", "those ", "everyone", "everybody", "nobody", "some ", "other ", "one ", "no ",
}

// Definite makes a label a thing that a sentence can speak of: "the user
// database", but "Aurora", "the Acme app" and "our servers" as they are.
func Definite(label string) string {
	if label == "" || IsProper(label) && !IsInitialism(label) {
		return label
	}
	for _, d := range determiners {
		if strings.HasPrefix(label+" ", d) || label == strings.TrimSpace(d) {
			return label
		}
	}
	return "the " + label
}
