package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// mix says how many of a thousand blocks are of each kind, and how one is
// written. It follows the policies in examples, with a larger share of what
// grows with a company: categories, stores, recipients.
var mix = []struct {
	kind  string
	share int
	write func(*generator, string)
	deck  string // where references to it are dealt from
	last  string // what follows kind and name in them
}{
	{"category", 200, (*generator).category, "category", ""},
	{"category", 15, (*generator).area, "area", ""},
	{"purpose", 95, (*generator).purpose, "purpose", ""},
	{"condition", 90, (*generator).condition, "condition", ""},
	{"vendor", 70, (*generator).vendor, "vendor", ""},
	{"region", 25, (*generator).region, "region", ""},
	{"data_store", 145, (*generator).dataStore, "data_store", ""},
	{"data_store", 5, (*generator).repeatedStore, "data_store", `["eu"]`},
	{"subprocessor", 115, (*generator).subprocessor, "subprocessor", ""},
	{"system", 45, (*generator).system, "system", ""},
	{"flow", 55, (*generator).flow, "flow", ""},
	{"access", 45, (*generator).access, "access", ""},
	{"requirement", 50, (*generator).requirement, "requirement", ""},
	{"retention", 10, (*generator).retention, "retention", ""},
	{"encryption", 7, (*generator).encryption, "encryption", ""},
	{"right", 8, (*generator).right, "right", ""},
	{"actor", 12, (*generator).actor, "actor", ""},
	{"contact", 6, (*generator).contact, "contact", ""},
	{"module", 2, (*generator).module, "module", ".data_store.files"},
}

// A planned block is one whose kind and name are known and that is still to be
// written.
type planned struct {
	kind  string
	name  string
	deck  string
	last  string
	write func(*generator, string)
}

// A generator writes the blocks of a policy.
type generator struct {
	printer
	rand  *rand.Rand
	plan  []planned
	decks map[string]*deck
	count map[string]int
}

// newGenerator settles which blocks there are, so that every one can refer to
// any other.
func newGenerator(source *rand.Rand, blocks int) *generator {
	g := &generator{rand: source, decks: map[string]*deck{}, count: map[string]int{}}
	for len(g.plan) < blocks-openingBlocks {
		g.plan = append(g.plan, g.thousand()...)
	}
	g.plan = g.plan[:blocks-openingBlocks]
	for i := range g.plan {
		b := &g.plan[i]
		b.name = g.name(b.kind)
		g.deck(b.deck).add(b.kind + "." + b.name + b.last)
	}
	return g
}

// thousand returns a thousand blocks without names, in random order.
func (g *generator) thousand() []planned {
	var all []planned
	for _, m := range mix {
		for range m.share {
			all = append(all, planned{kind: m.kind, deck: m.deck, last: m.last, write: m.write})
		}
	}
	g.rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

func (g *generator) name(kind string) string {
	g.count[kind]++
	return fmt.Sprintf("%s_%s_%d", g.pick(adjectives), g.pick(nouns[kind]), g.count[kind])
}

// label is what readers see in place of a name.
func label(name string) string { return strings.ReplaceAll(name, "_", " ") }

// file writes some blocks.
func (g *generator) file(blocks []planned) []byte {
	g.out.Reset()
	g.begun = false
	for _, b := range blocks {
		if g.chance(8) {
			g.remark(g.sentence())
		}
		b.write(g, b.name)
	}
	return append([]byte(nil), g.out.Bytes()...)
}

// chance is true that many times of a hundred.
func (g *generator) chance(percent int) bool { return g.rand.IntN(100) < percent }

func (g *generator) pick(from []string) string { return from[g.rand.IntN(len(from))] }

// some picks up to most different ones, at least one.
func (g *generator) some(from []string, most int) []string {
	n := min(1+g.rand.IntN(most), len(from))
	first := g.rand.IntN(len(from))
	picked := make([]string, n)
	for i := range picked {
		picked[i] = from[(first+i)%len(from)]
	}
	return picked
}

// A deck holds the addresses of a kind of block. It is shuffled and dealt from
// the top, so that each address is referred to before one comes up again.
type deck struct {
	cards []string
	next  int
}

func (d *deck) add(address string) { d.cards = append(d.cards, address) }

func (g *generator) deck(kind string) *deck {
	d := g.decks[kind]
	if d == nil {
		d = &deck{}
		g.decks[kind] = d
	}
	return d
}

// ref deals the address of a block of a kind.
func (g *generator) ref(kind string) string {
	d := g.deck(kind)
	if d.next%len(d.cards) == 0 {
		g.rand.Shuffle(len(d.cards), func(i, j int) { d.cards[i], d.cards[j] = d.cards[j], d.cards[i] })
	}
	address := d.cards[d.next%len(d.cards)]
	d.next++
	return address
}

// refs deals up to most addresses, no two the same.
func (g *generator) refs(kind string, most int) []string {
	var all []string
	seen := map[string]bool{}
	for range 1 + g.rand.IntN(most) {
		if address := g.ref(kind); !seen[address] {
			seen[address] = true
			all = append(all, address)
		}
	}
	return all
}
