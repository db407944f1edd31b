package graph

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// realistic returns a graph of the shape that policies have: one organization, whom
// people give data to, stores in a few regions, and recipients in more, of whom some
// pass data on; and flows that lead past the organization, to several at once.
func realistic(seed int64) *Graph {
	r := rand.New(rand.NewPCG(uint64(seed), 0))
	pick := func(texts ...string) string { return texts[r.IntN(len(texts))] }
	g := &Graph{Title: "Where data goes", Description: "A map as a policy has it."}
	add := func(k Kind, count int, groups []string, label func() string, detail ...string) (ids []string) {
		for i := range count {
			n := Node{ID: fmt.Sprint(k, i), Label: label(), Kind: k}
			if len(groups) > 0 && r.IntN(4) > 0 {
				n.Group = groups[r.IntN(len(groups))]
			}
			if len(detail) > 0 && r.IntN(2) == 0 {
				n.Detail = pick(detail...)
			}
			g.Nodes = append(g.Nodes, n)
			ids = append(ids, n.ID)
		}
		return ids
	}
	var regions []string
	for _, place := range []string{"AWS eu-central-1 Germany", "Google Cloud europe-west1 Belgium", "Ireland", "United States"}[:1+r.IntN(4)] {
		g.Groups = append(g.Groups, Group{place, place})
		regions = append(regions, place)
	}
	people := add(Person, 1+r.IntN(3), nil, func() string { return pick("Customer", "Visitor", "Employee", "Job applicant") })
	systems := add(System, 1+r.IntN(6)/5, nil, func() string { return pick("Example Ltd", "Website", "Mobile app", "Internal tools") })
	stores := add(Store, 2+r.IntN(6), regions,
		func() string { return pick("Account database", "Search index", "Pictures", "Backups", "Access log") },
		"accounts and invoices", "what was searched and log files", "caching")
	recipients := add(Recipient, 2+r.IntN(14), regions,
		func() string {
			return pick("Mail service", "Payments", "Analytics", "Helpdesk", "The shops in which orders are collected")
		},
		"Example Cloud", "a processor of ours")
	edge := func(from, to, label string) {
		g.Edges = append(g.Edges, Edge{From: from, To: to, Label: label, Dashed: r.IntN(4) == 0})
	}
	hub := systems[0]
	for _, p := range people {
		edge(p, hub, "")
	}
	for _, s := range systems[1:] {
		edge(s, hub, pick("", "contact form"))
	}
	for _, s := range stores {
		edge(hub, s, pick("", "name and three more", "device location", "orders"))
	}
	for i, v := range recipients {
		if i > 0 && r.IntN(4) == 0 {
			edge(recipients[r.IntN(i)], v, "passed on")
			continue
		}
		edge(hub, v, pick("", "sending receipts", "answering your questions", "improving the app"))
	}
	for range r.IntN(4) {
		from, label := pick(append(people, stores...)...), pick("an order", "a backup", "managed by")
		for range 1 + r.IntN(3) {
			edge(from, pick(append(stores, recipients...)...), label)
		}
	}
	if r.IntN(3) == 0 {
		edge(recipients[0], hub, "who paid")
	}
	return g
}

const realisticGraphs = 300

// The picture is to be as high as its tallest column, and not to leave its columns
// with holes.
func TestHeightIsBounded(t *testing.T) {
	check := func(t *testing.T, g *Graph) {
		t.Helper()
		p := laidOut(t, g)
		tallest := 0.0
		for _, c := range p.columns {
			tallest = max(tallest, c.height())
		}
		if p.height > tallest*1.1+8 {
			t.Errorf("%.0f high, though the tallest column needs %.0f", p.height, tallest)
		}
		for i, c := range p.columns {
			for j := 1; j < len(c.slots); j++ {
				a, b := c.slots[j-1], c.slots[j]
				if hole := b.y - a.y - c.distance(a, b); hole > widestGap+1 {
					t.Errorf("column %d has a hole of %.0f above slot %d", i, hole, j)
				}
			}
		}
	}
	for seed := range int64(realisticGraphs) {
		t.Run(fmt.Sprint("realistic ", seed), func(t *testing.T) { check(t, realistic(seed)) })
	}
	for seed := range int64(60) {
		r := rand.New(rand.NewPCG(uint64(seed), 0))
		g := random(r, 1+r.IntN(60), r.IntN(120))
		t.Run(fmt.Sprint("random ", seed), func(t *testing.T) { check(t, g) })
	}
}

// A page has room for 842 pixels at the width of a desktop, to which a picture of 1123
// shrinks. Systems that lead to each other, and arrows between the stores, take more.
func TestRealisticMapsFitThePage(t *testing.T) {
	wide := 0
	for seed := range int64(realisticGraphs) {
		g := realistic(seed)
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { checkLayout(t, g) })
		p := laidOut(t, g)
		if p.width > 1123 {
			wide++
		}
		if len(p.columns) <= 4 && p.columns[len(p.columns)-2].arcs == 0 && p.width > 1123 {
			t.Errorf("seed %d: %.0f wide", seed, p.width)
		}
	}
	if most := realisticGraphs / 4; wide > most {
		t.Errorf("%d of %d maps are wider than the page", wide, realisticGraphs)
	}
}

// What leads to its own column alone stands beside that, unless groups forbid it.
func TestSeat(t *testing.T) {
	g := &Graph{
		Nodes: []Node{
			{ID: "a", Kind: System},
			{ID: "bank", Kind: Recipient},
			{ID: "mail", Kind: Recipient},
			{ID: "chat", Kind: Recipient},
			{ID: "pay", Kind: Recipient},
			{ID: "card", Kind: Recipient},
		},
		Edges: []Edge{{From: "pay", To: "card"}, {From: "card", To: "bank"}, {From: "a", To: "pay"}, {From: "a", To: "mail"}, {From: "a", To: "chat"}},
	}
	p := laidOut(t, g)
	pay, card, bank := p.nodes[4], p.nodes[5], p.nodes[1]
	p.number()
	if card.index != pay.index+1 || bank.index != card.index+1 {
		t.Errorf("pay, card and bank are at %d, %d and %d", pay.index, card.index, bank.index)
	}
	if math.Abs(p.routes[1].reach-arcReach) > 0.01 {
		t.Errorf("an arc between neighbours reaches %.1f", p.routes[1].reach)
	}
}

func TestBehindHosts(t *testing.T) {
	for _, tt := range []struct {
		in    string
		hosts []int
		want  string
	}{
		{"abc", []int{0, 1, 2}, "abc"},
		{"abc", []int{2, 1, 2}, "bca"},
		{"abcd", []int{3, 0, 2, 3}, "cdab"},
		{"abc", []int{1, 0, 2}, "cab"},
	} {
		got := string(behindHosts([]byte(tt.in), func(i int) int { return tt.hosts[i] }))
		if got != tt.want {
			t.Errorf("%s with hosts %v became %s, want %s", tt.in, tt.hosts, got, tt.want)
		}
	}
}
