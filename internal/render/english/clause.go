package english

import (
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
)

// A Clause is a condition: something that happens, or that is the case.
type Clause struct {
	words string       // of a clause as the author wrote it
	facts []model.Fact // which it states
	body  tree.Text    // of a clause that is put together from others
	tail  tree.Text    // by whom, and why
	state bool
}

// Event is a clause that says what happens: "a form is saved".
func Event(words string, facts ...model.Fact) Clause { return Clause{words: words, facts: facts} }

// State is a clause that says what is the case: "a subscription is active".
func State(words string, facts ...model.Fact) Clause {
	return Clause{words: words, facts: facts, state: true}
}

// Named is a condition of which only the name is known, or which is explained
// elsewhere.
func Named(name tree.Text) Clause {
	return Clause{body: tree.T("“", name, "” applies")}
}

// With adds what follows the clause: by whom it is brought about, and why. A
// comma before it is the caller's.
func (c Clause) With(tail tree.Text) Clause {
	c.tail = Phrase(c.tail, tail)
	return c
}

// Stating adds facts that the clause states.
func (c Clause) Stating(facts ...model.Fact) Clause {
	c.facts = append(c.facts[:len(c.facts):len(c.facts)], facts...)
	return c
}

// AnyOf is the condition that holds when any of the clauses does.
func AnyOf(clauses ...Clause) Clause { return combine(clauses, Or) }

// AllOf is the condition that holds when all of the clauses do.
func AllOf(clauses ...Clause) Clause {
	if c, ok := neither(clauses); ok {
		return c
	}
	return combine(clauses, And)
}

// neither denies two things of one subject: "the user has neither paid nor ordered".
func neither(clauses []Clause) (both Clause, ok bool) {
	prefix := sharedStart(clauses)
	if len(clauses) != 2 || prefix == "" {
		return Clause{}, false
	}
	var denied [2]tree.Text
	for i, c := range clauses {
		rest, isDenied := strings.CutPrefix(strings.TrimPrefix(c.words, prefix), "not ")
		if !isDenied {
			return Clause{}, false
		}
		denied[i] = tree.Says(tree.T(rest), c.facts...)
	}
	return Clause{
		body:  tree.T(prefix, "neither ", denied[0], " nor ", denied[1]),
		state: clauses[0].state && clauses[1].state,
	}, true
}

func combine(clauses []Clause, conjunction func(...tree.Text) tree.Text) Clause {
	if len(clauses) == 1 {
		return clauses[0]
	}
	state := len(clauses) > 0
	for _, c := range clauses {
		state = state && c.state
	}
	return Clause{body: merge(clauses, conjunction), state: state}
}

// Not is the condition that holds when the clause does not.
func Not(c Clause) Clause {
	if c.body != nil {
		return Clause{body: tree.T("it is not so that ", c.Text()), state: c.state, facts: c.facts}
	}
	c.words = Negate(c.words)
	return c
}

// auxiliaries are the verbs after which a clause is denied, and at which clauses
// that begin alike are joined.
var auxiliaries = map[string]bool{
	"is": true, "are": true, "was": true, "were": true, "has": true, "have": true, "had": true,
	"can": true, "could": true, "may": true, "might": true, "must": true, "should": true, "will": true, "would": true,
}

// Negate denies a clause: "a subscription is not active". One without an
// auxiliary is denied as a whole.
func Negate(clause string) string {
	words := strings.Split(clause, " ")
	for i, w := range words {
		if !auxiliaries[w] {
			continue
		}
		if i+1 < len(words) && words[i+1] == "not" {
			return strings.Join(append(words[:i+1:i+1], words[i+2:]...), " ")
		}
		return strings.Join(append(words[:i+1:i+1], append([]string{"not"}, words[i+1:]...)...), " ")
	}
	return "it is not so that " + clause
}

// Text is the clause without a conjunction.
func (c Clause) Text() tree.Text {
	t := c.body
	if t == nil {
		t = tree.T(c.words)
	}
	t = tree.Says(t, c.facts...)
	if len(c.tail) == 0 {
		return t
	}
	return Phrase(t, c.tail)
}

// When says that something holds when any of the clauses does: "when a form is
// saved", "while a subscription is pending or active".
func When(clauses ...Clause) tree.Text {
	states, events := apart(clauses)
	var parts []tree.Text
	if len(states) > 0 {
		parts = append(parts, tree.T("while ", merge(states, Or)))
	}
	if len(events) > 0 {
		parts = append(parts, tree.T("when ", merge(events, Or)))
	}
	return Or(parts...)
}

// If says that something holds when any of the clauses does, where what holds is
// no moment and no while, such as a length of time: "2 years if no ride was taken".
func If(clauses ...Clause) tree.Text { return after("if ", clauses) }

// Unless says that something does not hold when any of the clauses does.
func Unless(clauses ...Clause) tree.Text { return after("unless ", clauses) }

// Until says that something holds until any of the clauses does.
func Until(clauses ...Clause) tree.Text { return after("until ", clauses) }

func after(conjunction string, clauses []Clause) tree.Text {
	if len(clauses) == 0 {
		return nil
	}
	return tree.T(conjunction, merge(clauses, Or))
}

func apart(clauses []Clause) (states, events []Clause) {
	for _, c := range clauses {
		if c.state {
			states = append(states, c)
		} else {
			events = append(events, c)
		}
	}
	return states, events
}

// merge joins clauses. Those that begin alike up to their verb say the beginning
// once: "GPS is disabled or not ready".
func merge(clauses []Clause, conjunction func(...tree.Text) tree.Text) tree.Text {
	prefix := sharedStart(clauses)
	items := make([]tree.Text, len(clauses))
	var facts []model.Fact
	for i, c := range clauses {
		facts = append(facts, c.facts...)
		if prefix == "" {
			items[i] = c.Text()
			continue
		}
		items[i] = tree.Says(tree.T(strings.TrimPrefix(c.words, prefix)), c.facts...)
	}
	if prefix == "" {
		return conjunction(items...)
	}
	return append(tree.Says(tree.T(prefix), facts...), conjunction(items...)...)
}

// sharedStart is the beginning that all clauses have, up to a verb after which
// they differ, or "".
func sharedStart(clauses []Clause) string {
	if len(clauses) < 2 {
		return ""
	}
	var shared []string
	for i, c := range clauses {
		if c.body != nil || len(c.tail) > 0 {
			return ""
		}
		words := strings.Split(c.words, " ")
		words = words[:len(words)-1] // something has to be left to tell them apart
		if i == 0 {
			shared = words
		}
		shared = shared[:alike(shared, words)]
	}
	for len(shared) > 0 && !auxiliaries[shared[len(shared)-1]] {
		shared = shared[:len(shared)-1]
	}
	if len(shared) < 2 {
		return ""
	}
	return strings.Join(shared, " ") + " "
}

// alike is how many words two phrases have in common at their start.
func alike(a, b []string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}
