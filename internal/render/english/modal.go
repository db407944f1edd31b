package english

import "strings"

// A Rule is how a requirement speaks: what it does (schema enum "effect"), how
// binding it is ("strength"), and its hedge ("qualifier"). An empty strength
// states what is done.
type Rule struct {
	Effect, Strength, Qualifier string
	// Capitals prints the strength as RFC 2119 has it.
	Capitals bool
	// Only puts "only" before the verb.
	Only bool
	// Fully says that nothing is left out: that it is done fully, or not at all.
	Fully bool
	// Automatic says that no person takes part.
	Automatic bool
}

// Predicate is what the rule says of a person who acts: the verbs, agreeing
// with the person, and what they do. The actions are verb phrases in their base
// form; without any, the predicate is about "this" and the person is ignored.
func (r Rule) Predicate(p Person, actions ...string) string {
	if len(actions) == 0 {
		return r.impersonal()
	}
	if denies := r.Effect == "forbid" || r.Effect == "avoid"; denies && r.Fully {
		r.Fully = false
		return r.Predicate(p, actions...) + " at all"
	}
	switch r.Effect {
	case "forbid":
		return r.forbid(p, actions)
	case "avoid":
		return r.lead(p, "avoid") + " " + OrWords(each(actions, Gerund)...)
	case "prefer":
		return r.lead(p, "prefer") + " to " + r.only() + AndWords(actions...)
	case "permit":
		return r.permit(actions)
	}
	return r.require(p, actions)
}

func (r Rule) require(p Person, actions []string) string {
	if r.Strength == "" {
		return r.hedge() + r.only() + AndWords(each(actions, func(a string) string { return Present(p, a) })...)
	}
	return r.modal() + " " + r.hedge() + r.only() + AndWords(actions...)
}

func (r Rule) forbid(p Person, actions []string) string {
	what := r.hedge() + r.only() + OrWords(actions...)
	switch r.Strength {
	case "must":
		return r.modal() + " never " + what
	case "should":
		return r.modal() + " not " + what
	case "may":
		return r.modal() + " refrain from " + r.hedge() + r.only() + OrWords(each(actions, Gerund)...)
	}
	return DoNot(p) + " " + what
}

func (r Rule) permit(actions []string) string {
	what := r.only() + OrWords(actions...)
	switch r.Strength {
	case "", "may":
		return Modal("may", r.Capitals) + " " + r.hedge() + what
	}
	return r.modal() + " " + r.hedge() + "be allowed to " + what
}

// lead is the verb that carries the effect, with its modality and hedge.
func (r Rule) lead(p Person, verb string) string {
	if r.Strength == "" {
		return r.hedge() + Present(p, verb)
	}
	return r.modal() + " " + r.hedge() + verb
}

// impersonal says of a matter what the rule says of an action.
func (r Rule) impersonal() string {
	verdicts := map[string]string{
		"require": "required", "forbid": "forbidden", "avoid": "avoided",
		"permit": "allowed", "prefer": "preferred", "limit": "limited",
	}
	verdict := verdicts[r.Effect]
	switch {
	case r.Strength == "":
		return "is " + r.hedge() + r.only() + verdict
	case r.Effect == "forbid" && r.Strength == "must":
		return r.modal() + " never " + r.hedge() + r.only() + "happen"
	case r.Effect == "forbid" && r.Strength == "should":
		return r.modal() + " not " + r.hedge() + r.only() + "happen"
	case r.Effect == "require":
		return r.modal() + " " + r.hedge() + r.only() + "be done"
	}
	return r.modal() + " " + r.hedge() + "be " + r.only() + verdict
}

func (r Rule) modal() string { return Modal(r.Strength, r.Capitals) }

func (r Rule) hedge() string {
	hedge := spaced(Word("qualifier", r.Qualifier))
	if r.Automatic {
		hedge += "automatically "
	}
	if r.Fully {
		hedge += "fully "
	}
	return hedge
}

func (r Rule) only() string {
	if r.Only {
		return "only "
	}
	return ""
}

// Modal is the verb of a strength: "must", "should", "may".
func Modal(strength string, capitals bool) string {
	if capitals {
		return strings.ToUpper(strength)
	}
	return strength
}

func spaced(word string) string {
	if word == "" {
		return ""
	}
	return word + " "
}

func each(words []string, f func(string) string) []string {
	changed := make([]string, len(words))
	for i, w := range words {
		changed[i] = f(w)
	}
	return changed
}
