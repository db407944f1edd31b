package english

import "strings"

var prepositions = map[string]bool{
	"to": true, "from": true, "with": true, "in": true, "into": true, "on": true, "onto": true, "at": true, "by": true,
	"for": true, "as": true, "after": true, "before": true, "under": true, "over": true, "through": true, "until": true,
	"within": true, "without": true, "against": true, "via": true, "when": true, "while": true, "if": true,
}

// Passive turns a verb phrase with an object into a clause that does not say
// who acts: "send the data to the servers" gives "the data is sent to the
// servers". ok is false where the phrase has no object, or more than one verb.
func Passive(phrase, modal string) (clause string, ok bool) {
	words := strings.Split(phrase, " ")
	verb := verbAt(words)
	start := verb + 1
	if start < len(words) && particles[words[start]] {
		start++
	}
	end := start
	for end < len(words) && !prepositions[words[end]] {
		if words[end] == "and" && end == start || words[end] == "that" || words[end] == "whether" || strings.HasSuffix(words[end], ",") {
			return "", false
		}
		end++
	}
	if end == start || strings.HasSuffix(words[end-1], "ly") {
		return "", false
	}
	object := strings.Join(words[start:end], " ")
	auxiliary := Be(Number3(object))
	if modal != "" {
		auxiliary = modal + " be"
	}
	parts := append([]string{object, auxiliary}, words[:verb]...)
	parts = append(append(parts, Participle(words[verb])), words[verb+1:start]...)
	parts = append(parts, words[end:]...)
	return strings.Join(parts, " "), true
}

// Mentions reports whether a phrase speaks of everything that has one of the names,
// in the singular or the plural: "store the trip" of trips.
func Mentions(phrase string, names ...string) bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(phrase)) {
		words[Plural(w)] = true
	}
	for _, n := range names {
		for _, w := range strings.Fields(strings.ToLower(n)) {
			if !words[Plural(w)] {
				return false
			}
		}
	}
	return len(names) > 0
}

// IsUncounted reports whether a noun phrase names a kind of thing without an article:
// a plural, or what is not counted, such as "operational data".
func IsUncounted(phrase string) bool {
	phrase, _, _ = strings.Cut(phrase, " (")
	if IsProper(phrase) || Definite(phrase) == phrase {
		return false
	}
	head, _ := headNoun(phrase)
	switch strings.ToLower(head[strings.LastIndexByte(head, ' ')+1:]) {
	case "data", "metadata", "information", "content":
		return true
	}
	return Number3(phrase) == They && !strings.Contains(phrase, " and ")
}

// Number3 is the third person that agrees with a noun phrase: They for a
// plural or a list, It for the rest.
func Number3(phrase string) Person {
	head, _ := headNoun(phrase)
	last := strings.ToLower(head[strings.LastIndexByte(head, ' ')+1:])
	switch {
	case strings.Contains(phrase, " and "), last == "people", last == "children", last == "media":
		return They
	case strings.HasSuffix(last, "s") && !hasSuffix(last, "ss", "us", "is"):
		return They
	}
	return It
}
