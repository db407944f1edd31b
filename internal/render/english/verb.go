package english

import "strings"

// Gerund turns a verb phrase in its base form into the form that follows
// "avoid" or "by": "store data for good" gives "storing data for good". An
// adverb before the verb stays: "permanently storing data".
func Gerund(phrase string) string { return inflect(phrase, gerund) }

// Third turns a verb phrase into the third person singular: "stores data".
func Third(phrase string) string { return inflect(phrase, third) }

// Participle turns a verb phrase into its past participle, as the passive voice
// and the perfect tense use it: "stored".
func Participle(phrase string) string { return inflect(phrase, participle) }

func inflect(phrase string, form func(string) string) string {
	words := strings.Split(phrase, " ")
	at := verbAt(words)
	words[at] = form(words[at])
	return strings.Join(words, " ")
}

// verbAt is where the verb of a phrase stands: behind its adverbs.
func verbAt(words []string) int {
	at := 0
	for at < len(words)-1 && isAdverb(words[at]) {
		at++
	}
	return at
}

func isAdverb(word string) bool {
	switch word {
	case "apply", "rely", "reply", "supply", "comply", "multiply", "bully", "rally":
		return false
	case "not", "never", "always", "also":
		return true
	}
	return strings.HasSuffix(word, "ly")
}

func gerund(verb string) string {
	switch {
	case verb == "be" || verb == "see" || hasSuffix(verb, "ee", "oe", "ye"):
		return verb + "ing"
	case strings.HasSuffix(verb, "ie"):
		return verb[:len(verb)-2] + "ying"
	case strings.HasSuffix(verb, "e"):
		return verb[:len(verb)-1] + "ing"
	case doubles(verb):
		return verb + verb[len(verb)-1:] + "ing"
	}
	return verb + "ing"
}

func third(verb string) string {
	switch {
	case verb == "be":
		return "is"
	case verb == "have":
		return "has"
	case hasSuffix(verb, "s", "x", "z", "ch", "sh", "o"):
		return verb + "es"
	case strings.HasSuffix(verb, "y") && !endsInVowelY(verb):
		return verb[:len(verb)-1] + "ies"
	}
	return verb + "s"
}

var irregularParticiples = map[string]string{
	"be": "been", "begin": "begun", "bring": "brought", "build": "built", "buy": "bought", "choose": "chosen",
	"do": "done", "draw": "drawn", "find": "found", "forget": "forgotten", "get": "got", "give": "given",
	"have": "had", "hide": "hidden", "hold": "held", "keep": "kept", "know": "known", "leave": "left",
	"let": "let", "lose": "lost", "make": "made", "overwrite": "overwritten", "put": "put", "read": "read",
	"rewrite": "rewritten", "run": "run", "see": "seen", "sell": "sold", "send": "sent", "set": "set",
	"show": "shown", "split": "split", "take": "taken", "tell": "told", "think": "thought", "write": "written",
	"become": "become", "bind": "bound", "break": "broken", "catch": "caught", "come": "come", "cut": "cut", "feed": "fed",
	"go": "gone", "grow": "grown", "hear": "heard", "lead": "led", "lend": "lent", "mean": "meant", "meet": "met", "pay": "paid",
	"quit": "quit", "repay": "repaid", "reset": "reset", "say": "said", "seek": "sought", "shut": "shut", "speak": "spoken",
	"spend": "spent", "stand": "stood", "steal": "stolen", "teach": "taught", "throw": "thrown", "understand": "understood",
	"undo": "undone", "withdraw": "withdrawn", "withhold": "withheld",
}

func participle(verb string) string {
	if irregular, ok := irregularParticiples[verb]; ok {
		return irregular
	}
	switch {
	case strings.HasSuffix(verb, "e"):
		return verb + "d"
	case strings.HasSuffix(verb, "y") && !endsInVowelY(verb):
		return verb[:len(verb)-1] + "ied"
	case doubles(verb):
		return verb + verb[len(verb)-1:] + "ed"
	}
	return verb + "ed"
}

// stressedAtEnd are the verbs of two syllables that double their last letter.
var stressedAtEnd = map[string]bool{
	"admit": true, "begin": true, "commit": true, "compel": true, "control": true, "defer": true, "emit": true,
	"forget": true, "infer": true, "occur": true, "omit": true, "permit": true, "prefer": true, "refer": true,
	"regret": true, "reset": true, "rerun": true, "submit": true, "transfer": true, "transmit": true, "unzip": true,
}

// doubles reports whether a verb doubles its last letter: one vowel before one
// consonant, in a syllable that is stressed.
func doubles(verb string) bool {
	n := len(verb)
	if n < 3 || !isConsonant(verb[n-1]) || strings.ContainsRune("wxy", rune(verb[n-1])) {
		return false
	}
	if isConsonant(verb[n-2]) || !isConsonant(verb[n-3]) && !strings.HasPrefix(verb, "qu") {
		return false
	}
	return stressedAtEnd[verb] || vowelGroups(verb) == 1
}

func isConsonant(c byte) bool { return c >= 'a' && c <= 'z' && !strings.ContainsRune("aeiou", rune(c)) }

func vowelGroups(verb string) int {
	groups, inside := 0, false
	for i := range len(verb) {
		vowel := !isConsonant(verb[i])
		if vowel && !inside {
			groups++
		}
		inside = vowel
	}
	return groups
}

// particles make one verb with the word before them: "wipe out".
var particles = map[string]bool{"out": true, "up": true, "off": true, "down": true, "away": true, "back": true, "over": true}

// IsOneVerb reports whether a phrase is a single verb, perhaps with an adverb or a
// particle.
func IsOneVerb(phrase string) bool {
	words := strings.Split(phrase, " ")
	at, last := verbAt(words), len(words)-1
	return at == last || at == last-1 && particles[words[last]]
}

// IsOpen reports whether a verb phrase ends with a preposition, and so lacks what that
// goes with: "apply measures to".
func IsOpen(phrase string) bool {
	words := strings.Split(phrase, " ")
	last := words[len(words)-1]
	return len(words) > 2 && prepositions[last] && !particles[last]
}

// toward are the prepositions by which verbs say where something ends up, or is
// taken from.
var toward = map[string]string{
	"send": "to", "move": "to", "copy": "to", "push": "to", "upload": "to", "forward": "to", "pass": "to", "transfer": "to",
	"write": "to", "export": "to", "hand": "to", "deliver": "to", "transmit": "to", "submit": "to", "sync": "to",
	"store": "in", "keep": "in", "save": "in", "cache": "in", "record": "in", "put": "in", "place": "in", "hold": "in", "log": "in",
	"fetch": "from", "get": "from", "read": "from", "retrieve": "from", "receive": "from", "download": "from", "import": "from",
}

// Toward is the preposition that follows a verb phrase before the place where
// its object ends up or is taken from, or "" where the verb does not say.
func Toward(phrase string) string {
	words := strings.Split(phrase, " ")
	return toward[words[verbAt(words)]]
}
