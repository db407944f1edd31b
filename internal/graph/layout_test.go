package graph

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"testing"
)

// box is what a shape or a text covers.
type box struct{ left, top, right, foot float64 }

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.foot && o.top < b.foot
}

func laidOut(t *testing.T, g *Graph) *picture {
	t.Helper()
	c, err := newCanvas(g, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &picture{newLayout(c.subject), c}
}

func (p *picture) nodeBox(s *slot) box {
	c := p.columns[s.column]
	return box{c.x, s.y - s.height/2, c.x + c.width, s.y + s.height/2}
}

func (p *picture) labelBox(q *port) box {
	c := p.columns[q.slot.column]
	near := p.portX(q) + outward(q.side)*(c.pad+arrowLength)
	far := near + outward(q.side)*edgeFace.widest(q.lines)
	height := float64(len(q.lines)) * edgeFace.leading
	return box{min(near, far), q.y - height, max(near, far), q.y}
}

func checkLayout(t *testing.T, g *Graph) {
	t.Helper()
	p := laidOut(t, g)
	var boxes []box
	for _, s := range p.nodes {
		c := p.columns[s.column]
		inside := c.width - 2*(padNodeX+outlines[c.kind].extraX)
		if w := max(nameFace.widest(s.name), detailFace.widest(s.detail)); w > inside+0.01 {
			t.Errorf("node %d: text %.1f wide in %.1f", s.node, w, inside)
		}
		boxes = append(boxes, p.nodeBox(s))
	}
	for i, c := range p.columns {
		if c.top() < 0 || c.foot() > p.height {
			t.Errorf("column %d from %.1f to %.1f leaves the picture", i, c.top(), c.foot())
		}
	}
	for _, s := range p.nodes {
		for side, ports := range s.ports {
			for _, q := range ports {
				if q.y < s.y-s.height/2 || q.y > s.y+s.height/2 {
					t.Errorf("node %d side %d: port at %.1f is beside it", s.node, side, q.y)
				}
				if q.in && len(q.lines) > 0 {
					boxes = append(boxes, p.labelBox(q))
				}
			}
		}
	}
	noneMeet(t, "nodes and labels", boxes)
	checkGroups(t, p)
	checkRoutes(t, p)
}

func noneMeet(t *testing.T, what string, boxes []box) {
	t.Helper()
	for i, a := range boxes {
		for _, b := range boxes[:i] {
			if a.meets(b) {
				t.Errorf("%s meet: %v %v", what, a, b)
			}
		}
	}
}

// checkGroups finds the boxes of groups again, and asks that each is around its own
// nodes alone and that no two meet.
func checkGroups(t *testing.T, p *picture) {
	t.Helper()
	var boxes []box
	for _, c := range p.columns {
		for _, u := range c.units() {
			first, last := u.slots[0], u.slots[len(u.slots)-1]
			if first.group < 0 {
				continue
			}
			b := box{
				c.x - c.pad, first.y - first.height/2 - c.above(first),
				c.x + c.width + c.pad, last.y + last.height/2 + c.below(last),
			}
			boxes = append(boxes, b)
			for _, s := range c.slots {
				if s.group != first.group && b.meets(p.nodeBox(s)) {
					t.Errorf("slot in the box of group %d", first.group)
				}
			}
		}
	}
	noneMeet(t, "groups", boxes)
}

var number = regexp.MustCompile(`-?[0-9.]+`)

// checkRoutes asks that lines cross no node: what is straight lies at the height of a
// port or trunk, and what is curved lies between the columns.
func checkRoutes(t *testing.T, p *picture) {
	t.Helper()
	for i, r := range p.routes {
		if r.end.arc {
			continue
		}
		for h, hop := range p.hops(r) {
			var at []float64
			for _, s := range number.FindAllString(hop, -1) {
				x, err := strconv.ParseFloat(s, 64)
				if err != nil {
					t.Fatal(err)
				}
				at = append(at, x)
			}
			from, to := at[2], at[7]
			for _, c := range p.columns {
				if min(from, to) < c.x+c.width && max(from, to) > c.x {
					t.Errorf("edge %d, hop %d curves within a column", i, h)
				}
			}
		}
		for _, trunk := range r.trunks {
			for _, s := range p.columns[trunk.column].slots {
				if s.node >= 0 && math.Abs(s.y-trunk.y) < s.height/2+gapTrunk/2 {
					t.Errorf("edge %d passes through node %d", i, s.node)
				}
			}
		}
	}
}

func TestNothingOverlaps(t *testing.T) {
	for name, g := range map[string]*Graph{"small": small(), "typical": typical(), "hostile": hostile()} {
		t.Run(name, func(t *testing.T) { checkLayout(t, g) })
	}
	for seed := range 60 {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(uint64(seed), 0))
			g := random(r, 1+r.IntN(60), r.IntN(120))
			checkLayout(t, g)
			svg := text(t, writers[0], g)
			wellFormed(t, svg)
			if svg != text(t, writers[0], g) {
				t.Error("two runs differ")
			}
		})
	}
}

func TestKindsFlowFromLeftToRight(t *testing.T) {
	p := laidOut(t, typical())
	for i := 1; i < len(p.columns); i++ {
		if p.columns[i].kind < p.columns[i-1].kind {
			t.Errorf("%v right of %v", p.columns[i].kind, p.columns[i-1].kind)
		}
		if p.columns[i].x <= p.columns[i-1].x+p.columns[i-1].width {
			t.Errorf("column %d overlaps the one before", i)
		}
	}
	if app, api := p.nodes[2], p.nodes[4]; app.column >= api.column {
		t.Error("the app, which calls the API, is not left of it")
	}
}

func TestOrderUncrosses(t *testing.T) {
	before, after := 0, 0
	for seed := range uint64(10) {
		l := &layout{graph: random(rand.New(rand.NewPCG(seed, 0)), 45, 60)}
		joints := l.joints()
		l.addNodes(rank(l.graph, joints))
		l.addRoutes(joints)
		l.setText()
		before += l.crossings()
		l.order()
		after += l.crossings()
	}
	if after > before/6 {
		t.Errorf("%d crossings became %d", before, after)
	}
}

func TestInversions(t *testing.T) {
	for seed := range 50 {
		xs := rand.New(rand.NewPCG(uint64(seed), 0)).Perm(40)
		want := 0
		for i := range xs {
			for j := range i {
				if xs[j] > xs[i] {
					want++
				}
			}
		}
		if got := inversions(xs, 40); got != want {
			t.Fatalf("inversions = %d, want %d", got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		in   string
		most int
		want []string
	}{
		{"", 2, nil},
		{"one two", 2, []string{"one two"}},
		{" one \n two ", 2, []string{"one two"}},
		{"alpha beta gamma delta", 3, []string{"alpha beta", "gamma", "delta"}},
		{"alpha beta gamma delta epsilon", 2, []string{"alpha beta", "gamma d…"}},
		{"abc-defghijklmnopq", 2, []string{"abc-", "defghijkl…"}},
		{"abcdefghijklmnopqrstuvwxyz", 2, []string{"abcdefghijkl", "mnopqrst…"}},
	} {
		got := detailFace.wrap(tt.in, 75, tt.most)
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", tt.want) {
			t.Errorf("wrap(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestContrast(t *testing.T) {
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		atLeast := func(want float64, a, b string) {
			t.Helper()
			if got := contrast(t, a, b); got < want {
				t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", name, a, b, got, want)
			}
		}
		for _, text := range []string{p.ink, p.faint} {
			atLeast(4.5, text, p.paper)
			atLeast(4.5, text, p.box)
			for _, fill := range p.fills {
				atLeast(4.5, text, fill)
			}
		}
		atLeast(3, p.line, p.paper)
		atLeast(3, p.line, p.box)
		atLeast(3, p.boxEdge, p.paper)
		for k := range kindCount {
			atLeast(3, p.strokes[k], p.paper)
			atLeast(3, p.strokes[k], p.box)
			atLeast(3, p.strokes[k], p.fills[k])
		}
	}
}

// contrast is the ratio that WCAG 2.2 defines.
func contrast(t *testing.T, a, b string) float64 {
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	var rgb [3]int
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(rgb[i]) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += share * c
	}
	return sum
}

func BenchmarkWriteSVG(b *testing.B) {
	for _, n := range []int{100, MaxNodes} {
		g := random(rand.New(rand.NewPCG(1, 0)), n, 2*n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				if err := WriteSVG(io.Discard, g, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("most", func(b *testing.B) {
		g := random(rand.New(rand.NewPCG(1, 0)), MaxNodes, MaxEdges)
		for b.Loop() {
			if err := WriteSVG(io.Discard, g, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
