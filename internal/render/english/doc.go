// Package english is the grammar of the pages.
//
// The facts of a policy are typed, and the sentences that state them are put
// together here: lists, numbers, periods, verbs that agree with who does the
// thing, strengths, hedges, conditions. There is no sentence in here that
// belongs to one policy, and none that says more or less than its facts. A
// hedge is never dropped: "normally" turns a promise into a habit, and what is
// not marked as optional is not thereby required.
//
// # Phrases
//
// What the author writes keeps the form that the schema asks for: an action is
// a verb phrase in its base form ("build customer profiles"), a purpose follows
// "for" ("detecting fraud"), an event or a state is a clause without "when" or
// "while" ("a form is saved"), a reason follows "because", "so that" or "to".
// The functions of this package inflect and join such phrases, and leave the
// author's words otherwise as they are.
//
// Functions take and give a [tree.Text] where the words carry facts, and a
// string where they do not.
package english
