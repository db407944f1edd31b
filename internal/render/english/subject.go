package english

import (
	"strings"

	"github.com/privity/privity/internal/render/tree"
)

// A Person is the grammatical person and number of a subject.
type Person int

// The persons that a policy speaks in.
const (
	We   Person = iota // the organization, in a public policy
	You                // the reader
	They               // several others
	It                 // one other
)

// A Subject is who a sentence says something of.
type Subject struct {
	Text   tree.Text
	Person Person
}

// Be is the present of "be" for a person.
func Be(p Person) string {
	if p == It {
		return "is"
	}
	return "are"
}

// Present is the present tense of a verb phrase for a person.
func Present(p Person, phrase string) string {
	switch {
	case p == It:
		return Third(phrase)
	case phrase == "be" || strings.HasPrefix(phrase, "be "):
		return "are" + strings.TrimPrefix(phrase, "be")
	}
	return phrase
}

// DoNot is the auxiliary that denies an action: "do not", "does not".
func DoNot(p Person) string {
	if p == It {
		return "does not"
	}
	return "do not"
}

// Reflexive is the pronoun that leads back to a person.
func Reflexive(p Person) string {
	switch p {
	case We:
		return "ourselves"
	case You:
		return "yourself"
	case They:
		return "themselves"
	}
	return "itself"
}

// Object is the subject as the object of a verb: "us" for "we".
func (s Subject) Object() tree.Text {
	if s.Person == We {
		return first(s.Text, func(w string) string {
			return replaceWord(w, "we", "us")
		})
	}
	return s.Text
}

func replaceWord(s, old, replacement string) string {
	if strings.EqualFold(s, old) {
		return replacement
	}
	return s
}

// Subjects joins several subjects into one.
func Subjects(subjects ...Subject) Subject {
	if len(subjects) == 1 {
		return subjects[0]
	}
	all := make([]tree.Text, len(subjects))
	for i, s := range subjects {
		all[i] = s.Text
	}
	return Subject{Text: And(all...), Person: They}
}

// nobody pairs the words that stand in a denial with those that deny by
// themselves.
var nobody = [][2]string{{"anyone", "no one"}, {"anybody", "nobody"}, {"any ", "no "}, {"everyone else", "no one else"}, {"everybody else", "nobody else"}}

// Denied returns the subject as a denial has it, and whether it denies by
// itself: "anyone else can not read" is "no one else can read".
func (s Subject) Denied() (Subject, bool) {
	flat := tree.Concat(s.Text)
	for _, pair := range nobody {
		if strings.HasPrefix(strings.ToLower(flat), pair[0]) {
			denied := first(s.Text, func(w string) string { return pair[1] + w[len(pair[0]):] })
			return Subject{Text: denied, Person: It}, true
		}
	}
	return s, false
}
