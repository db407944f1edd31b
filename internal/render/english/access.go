package english

import "strings"

// Access is how an access rule speaks: whether there is access (schema enum
// "access_effect"), how binding that is, whether it is direct, and what it is
// access for, in verbs. Without verbs it is access as such.
type Access struct {
	Effect, Strength, Mode string
	Actions                []string
	Capitals               bool
	Denied                 bool // whether the subject denies by itself: "no one"
}

// Predicate is what the rule says of a person, up to the thing in question: "can
// read", "have no access to".
func (a Access) Predicate(p Person) string {
	switch {
	case a.Effect == "refrain" && len(a.Actions) > 0:
		return a.refrain(p) + spaced(Word("access_mode", a.Mode)) + OrWords(each(a.Actions, Gerund)...)
	case a.Effect == "refrain":
		return a.refrain(p) + spaced(a.adjective()) + "access to"
	case len(a.Actions) > 0:
		return a.can()
	}
	return a.have(p) + " to"
}

// Unspecific is Predicate where no thing follows.
func (a Access) Unspecific(p Person) string {
	return a.Predicate(p) + " data"
}

// refrain is the verb of those who could have access.
func (a Access) refrain(p Person) string {
	if a.Strength == "" {
		return Present(p, "refrain") + " from "
	}
	return Modal(a.Strength, a.Capitals) + " refrain from "
}

func (a Access) have(p Person) string {
	noun := spaced(a.adjective()) + "access"
	switch {
	case a.Effect == "deny" && !a.Denied:
		noun = "no " + noun
	case a.Effect == "limit" && a.Strength != "":
		noun = "only limited " + noun
	case a.Effect == "limit":
		noun = "limited " + noun
	}
	if a.Strength == "" {
		return Present(p, "have") + " " + noun
	}
	return Modal(a.Strength, a.Capitals) + " have " + noun
}

func or(word, otherwise string) string {
	if word == "" {
		return otherwise
	}
	return word
}

func (a Access) adjective() string {
	return map[string]string{"direct": "direct", "indirect": "indirect"}[a.Mode]
}

func (a Access) can() string {
	what := spaced(Word("access_mode", a.Mode)) + AndWords(a.Actions...)
	switch a.Effect {
	case "deny":
		what = spaced(Word("access_mode", a.Mode)) + OrWords(a.Actions...)
	case "limit":
		return or(Modal(a.Strength, a.Capitals), "can") + " only " + what
	}
	modal := Modal(a.Strength, a.Capitals)
	switch {
	case a.Effect == "deny" && a.Denied && modal == "":
		return "can " + what
	case a.Effect == "deny" && a.Denied:
		return modal + " " + what
	case a.Effect == "deny" && modal == "":
		return "cannot " + what
	case a.Effect == "deny":
		return modal + " not " + what
	case modal == "":
		return "can " + what
	case strings.EqualFold(modal, "may"):
		return modal + " " + what
	}
	return modal + " be able to " + what
}
