package compare

import (
	"slices"
	"strings"
	"sync"

	"github.com/privity/privity/internal/schema"
)

// A Direction says for whom a change is: it widens what is done with data or
// weakens what protects it, it narrows or strengthens, or it does neither.
type Direction string

// The directions. Neutral also stands where the direction cannot be told.
const (
	Widens  Direction = "widens"
	Narrows Direction = "narrows"
	Neutral Direction = "neutral"
)

// Materiality says how much a change matters to the people whom the policy
// speaks to.
type Materiality string

// The degrees of materiality, gravest first.
const (
	// Material changes are those that somebody would want to know of before they
	// take effect (Article 29 Working Party, WP260 rev.01, paragraphs 29 to 31).
	Material Materiality = "material"
	// Minor changes change a fact, and nobody's position by it.
	Minor Materiality = "minor"
	// Editorial changes change how a fact is told.
	Editorial Materiality = "editorial"
	// Technical changes are those of the tool alone: the policy is the same.
	Technical Materiality = "none"
)

// A Class is a kind of change, with what it usually comes to. A single change
// may be graver or slighter than its class, where the facts around it say so.
type Class struct {
	ID          string
	Direction   Direction
	Materiality Materiality
	Topic       string // the word of schema.ChangeKind under which a policy promises notice of it
	Notice      string // what is owed where the policy promises nothing, as a phrase
	Meaning     string // a sentence
}

// Classes lists the classes that have a meaning of their own, in the order in
// which they are explained. Every kind of block has further ones for what none
// of these is about: see [ClassOf].
func Classes() []Class { return classes }

// ClassOf returns the class with an id, also one of the general ones, such as
// condition.changed, which every kind of block has. ok is false where there is
// no such class.
func ClassOf(id string) (c Class, ok bool) {
	if c, ok = classByID()[id]; ok {
		return c, true
	}
	dot := strings.LastIndexByte(id, '.')
	if dot < 0 {
		return Class{}, false
	}
	kind, ok := kindByName()[id[:dot]]
	if !ok {
		return Class{}, false
	}
	return general(id, kind, id[dot+1:])
}

// Knows reports whether an id is that of a class, or a pattern such as
// subprocessor.* that stands for some.
func Knows(id string) bool {
	start, isPattern := strings.CutSuffix(id, ".*")
	if !isPattern {
		_, ok := ClassOf(id)
		return ok
	}
	if _, isKind := kindByName()[start]; isKind {
		return true
	}
	return slices.ContainsFunc(classes, func(c Class) bool { return strings.HasPrefix(c.ID, start+".") })
}

// General classes are named by the kind of block and one of these.
const (
	added    = "added"
	removed  = "removed"
	changed  = "changed"
	renamed  = "renamed"
	replaced = "replaced"
	merged   = "merged"
	split    = "split"
	reworded = "reworded"
)

// general returns the class for a kind of block of which nothing more is known.
func general(id string, kind *schema.Block, what string) (Class, bool) {
	a := "A" + strings.TrimPrefix(article(kind.Title), "a")
	c := Class{ID: id, Direction: Neutral, Materiality: usual(kind, what), Topic: anyChange, Notice: "the list of changes"}
	switch what {
	case added:
		c.Meaning = a + " is new."
	case removed:
		c.Meaning = a + " is gone."
	case changed:
		c.Meaning = "What the policy says of " + article(kind.Title) + " has changed."
	case replaced:
		c.Meaning = a + " was replaced by one that is much like it."
		c.Materiality = graver(c.Materiality, Minor)
	case renamed, merged, split, reworded:
		c.Materiality = Editorial
		c.Meaning = map[string]string{
			renamed:  a + " is the same under another name.",
			merged:   "Several " + kind.Plural + " are described as one.",
			split:    a + " is described as several.",
			reworded: "The author's prose on " + article(kind.Title) + " was edited; the facts are the same.",
		}[what]
	default:
		return Class{}, false
	}
	return c, true
}

// definitions are the kinds of block that say nothing by themselves: that there
// is one, or is none any more, matters where it is used.
var definitions = map[string]bool{
	"term": true, "actor": true, "condition": true, "region": true, "vendor": true, "document": true, "section": true,
	"waiver": true, "rule": true, "moved": true, "calendar": true, "correction": true, "tag": true,
}

// layout are the kinds of block that say how the policy is told and governed,
// and nothing of data.
var layout = map[string]bool{"document": true, "section": true, "waiver": true, "moved": true, "correction": true, "tag": true}

// usual is how much a change to a kind of block matters as a rule.
func usual(kind *schema.Block, what string) Materiality {
	if layout[kind.Name] || definitions[kind.Name] && what != changed {
		return Editorial
	}
	return Minor
}

var gravity = map[Materiality]int{Technical: 0, Editorial: 1, Minor: 2, Material: 3}

func graver(a, b Materiality) Materiality {
	if gravity[b] > gravity[a] {
		return b
	}
	return a
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// anyChange is the topic of what a policy promises no notice of in particular.
const anyChange = "any"

var classByID = sync.OnceValue(func() map[string]Class {
	index := make(map[string]Class, len(classes))
	for _, c := range classes {
		index[c.ID] = c
	}
	return index
})

// kindByName holds every kind of block, those that stand inside others too.
var kindByName = sync.OnceValue(func() map[string]*schema.Block {
	kinds := map[string]*schema.Block{}
	var add func(b *schema.Block)
	add = func(b *schema.Block) {
		if kinds[b.Name] != nil {
			return
		}
		kinds[b.Name] = b
		for _, n := range b.Blocks {
			add(n)
		}
	}
	for _, b := range schema.Blocks {
		if b.Describes() {
			add(b)
		}
	}
	return kinds
})
