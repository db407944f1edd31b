package graph

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func listed(t *testing.T, g *Graph, o Options) *list {
	t.Helper()
	c, err := newCanvas(g, o)
	if err != nil {
		t.Fatal(err)
	}
	return newList(c)
}

// checkList asks that nothing meets, that texts fit, and that every node is there.
func checkList(t *testing.T, g *Graph) {
	t.Helper()
	l := listed(t, g, Options{Narrow: true})
	there := make([]bool, len(g.Nodes))
	var boxes []box
	for _, item := range l.items {
		there[item.node] = true
		boxes = append(boxes, box{item.x, item.top, item.x + item.width, item.top + item.height})
		inside := item.width - 2*(padNodeX+outlines[g.Nodes[item.node].Kind].extraX)
		if w := max(nameFace.widest(item.name), detailFace.widest(item.detail)); w > inside {
			t.Errorf("node %d: text %.1f wide in %.1f", item.node, w, inside)
		}
		if item.flow != nil && len(item.flow.lines) > 0 {
			foot := item.top - listLabelGap
			boxes = append(boxes, box{
				item.x, foot - float64(len(item.flow.lines))*edgeFace.leading,
				item.x + edgeFace.widest(item.flow.lines), foot,
			})
		}
	}
	noneMeet(t, "nodes and labels", boxes)
	for _, b := range boxes {
		if b.left < 0 || b.right > listWidth || b.top < 0 || b.foot > l.legendY {
			t.Errorf("%v leaves the list", b)
		}
	}
	if n := slices.Index(there, false); n >= 0 {
		t.Errorf("node %d is missing", n)
	}
}

func TestListHoldsEverything(t *testing.T) {
	for name, g := range map[string]*Graph{"empty": {}, "small": small(), "typical": typical(), "hostile": hostile()} {
		t.Run(name, func(t *testing.T) { checkList(t, g) })
	}
	for seed := range int64(60) {
		r := rand.New(rand.NewPCG(uint64(seed), 0))
		g := random(r, 1+r.IntN(60), r.IntN(120))
		t.Run(fmt.Sprint("random ", seed), func(t *testing.T) { checkList(t, g) })
		t.Run(fmt.Sprint("realistic ", seed), func(t *testing.T) { checkList(t, realistic(seed)) })
	}
}

// Every edge is an arrow, and those between the same two nodes are one.
func TestListFlows(t *testing.T) {
	l := listed(t, small(), Options{Narrow: true})
	var got []string
	source := ""
	for _, item := range l.items {
		id := l.subject.Nodes[item.node].ID
		if item.flow == nil {
			source = id
			continue
		}
		got = append(got, fmt.Sprintf("%s %s %q %v", source, id, item.flow.label, item.flow.dashed))
	}
	want := []string{
		`user app "name" false`,
		`app user "answers" true`, `app app "cache" false`, `app db "" false`, `app mail "address" false`,
		`db s3 "backup" false`, `s3 db "restore" true`,
		`mail us "" false`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestListJoinsLabels(t *testing.T) {
	g := &Graph{
		Nodes: []Node{{ID: "a"}, {ID: "b"}},
		Edges: []Edge{{From: "a", To: "b", Label: "name"}, {From: "a", To: "b"}, {From: "a", To: "b", Label: "age"}, {From: "a", To: "b", Label: "name"}},
	}
	l := listed(t, g, Options{Narrow: true})
	if len(l.items) != 2 || l.items[1].flow.label != "name, age" {
		t.Errorf("%d items, the last with %+v", len(l.items), l.items[len(l.items)-1].flow)
	}
}

var query = regexp.MustCompile(`@media ([^{]*)\{#([a-z-]+)\{display:(none|block)\}`)

// A page with both shows one of them, and has no identifier twice.
func TestWriteBoth(t *testing.T) {
	for name, g := range map[string]*Graph{"empty": {}, "typical": typical(), "hostile": hostile()} {
		t.Run(name, func(t *testing.T) {
			var b, style strings.Builder
			if err := WriteBoth(&b, &style, g, Options{Solid: "data goes there", Dashed: "only in certain cases"}); err != nil {
				t.Fatal(err)
			}
			wellFormed(t, b.String())
			if strings.Contains(b.String(), "<style") || strings.Contains(style.String(), "<") {
				t.Error("the elements and their style are not apart")
			}
			var got []string
			for _, m := range query.FindAllStringSubmatch(style.String(), -1) {
				got = append(got, m[2]+" "+m[3]+" "+m[1])
			}
			want := []string{"map none " + narrowQuery, "map-list block " + narrowQuery}
			if !slices.Equal(got, want) {
				t.Errorf("shown by %q, want %q", got, want)
			}
		})
	}
}
