package graph

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Options are the choices of WriteSVG. The zero value is good for an English file
// of its own.
type Options struct {
	// Prefix starts every id in the picture, and is the id of its root; "map" if
	// empty. Two pictures in one page need two prefixes. It is a letter, then
	// letters, digits, "-" or "_".
	Prefix string
	// Headings name the kinds above their columns; in English if empty.
	Headings map[Kind]string
	// Solid and Dashed say below the picture what the lines mean, if not empty. Of
	// lines that are not drawn nothing is said.
	Solid, Dashed string
	// Narrow draws a list, from top to bottom, that a phone has room for.
	Narrow bool

	shownOn screens
	style   io.Writer // takes the rules of style where they do not stand in the element
}

func (o Options) prefix() string {
	if o.Prefix == "" {
		return "map"
	}
	return o.Prefix
}

func (o Options) heading(k Kind) string {
	if text := o.Headings[k]; text != "" {
		return text
	}
	return englishHeadings[k]
}

// ErrPrefix is returned for a prefix that is no id.
var ErrPrefix = errors.New("graph: a prefix is a letter, then letters, digits, \"-\" or \"_\"")

var prefixForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

var englishHeadings = [kindCount]string{"People", "Systems", "Data stores", "Recipients", "Places"}

// WriteSVG draws g from left to right, kind by kind, or as a list if o says so. What it
// writes is both a file and an element to be put into a page: it has a size of its own,
// no scripts, no fonts, and styles for light, dark and paper. In a page, let its
// container scroll sideways. It returns a [*TooLargeError] beyond [MaxNodes] or [MaxEdges].
func WriteSVG(w io.Writer, g *Graph, o Options) error {
	c, err := newCanvas(g, o)
	if err != nil {
		return err
	}
	if o.Narrow {
		newList(c).draw()
	} else {
		newPicture(c).draw()
	}
	if o.style != nil {
		if _, err := io.WriteString(o.style, c.rules); err != nil {
			return err
		}
	}
	_, err = io.WriteString(w, c.out.String())
	return err
}

// WriteBoth writes two elements for a page, as [WriteSVG] does, of which the reader's
// screen shows one: the list where it is narrow, the picture elsewhere and on paper. The
// identifiers of the list start with the prefix and "-list". The rules of style are
// written apart, for the style sheet of the page: a page that allows no styles in it
// shows the elements as they should be. They hold for the two by their identifiers, so
// that no two pictures under one style sheet may share a prefix.
func WriteBoth(w, style io.Writer, g *Graph, o Options) error {
	o.style = style
	o.Narrow, o.shownOn = false, wideScreens
	if err := WriteSVG(w, g, o); err != nil {
		return err
	}
	o.Prefix = o.prefix() + "-list"
	o.Narrow, o.shownOn = true, narrowScreens
	return WriteSVG(w, g, o)
}

const (
	headingsHeight = 40.0
	swatchWidth    = 22.0
	swatchHeight   = 16.0
	swatchGap      = 8.0
)

// picture is a layout while it is drawn.
type picture struct {
	*layout
	*canvas
}

func newPicture(c *canvas) *picture {
	p := &picture{newLayout(c.subject), c}
	p.top = margin + headingsHeight
	p.width = max(p.width, p.legendWidth())
	p.height += p.top + margin + p.legendHeight()
	return p
}

func (p *picture) draw() {
	p.open(p.width, p.height, p.width*3/4)
	p.drawHeadings()
	p.drawGroups()
	p.drawEdges()
	for i, s := range p.nodes {
		p.drawNode(i, s)
	}
	p.drawLabels()
	p.drawLegend(p.height)
	p.close()
}

// drawHeadings names each kind, with its shape, above the first of its columns. So
// they are the legend of the shapes too.
func (p *picture) drawHeadings() {
	end := p.width
	for i, c := range slices.Backward(p.columns) {
		if i > 0 && p.columns[i-1].kind == c.kind {
			continue
		}
		x := c.x - c.pad
		lines := headingFace.wrap(p.options.heading(c.kind), end-x-swatchWidth-2*swatchGap, 1)
		p.printf("<path class=\"%s\" d=\"%s\"/>\n", c.kind, outlines[c.kind].path(x, margin, swatchWidth, swatchHeight))
		p.drawText("heading", headingFace, lines, x+swatchWidth+swatchGap, margin-1, "start")
		end = x
	}
}

// drawGroups draws a box around the neighbouring slots of each group.
func (p *picture) drawGroups() {
	for _, c := range p.columns {
		for _, u := range c.units() {
			first, last := u.slots[0], u.slots[len(u.slots)-1]
			if first.group < 0 {
				continue
			}
			top := p.top + first.y - first.height/2 - c.above(first)
			foot := p.top + last.y + last.height/2 + c.below(last)
			p.printf("<g><title>%s</title><path class=\"box\" d=\"%s\"/>\n",
				escape(p.subject.Groups[first.group].Label), roundedBox(c.x-c.pad, top, c.width+2*c.pad, foot-top, 9))
			p.drawText("heading", headingFace, c.headers[first.group], c.x, top+padGroupY/2+1, "start")
			p.printf("</g>\n")
		}
	}
}

// drawEdges draws every line once, though many edges may share it, and over the lines
// each edge's whole way, unseen until it is pointed at, with what it means.
func (p *picture) drawEdges() {
	drawn := map[string]bool{}
	var lines, ways strings.Builder
	for i, r := range p.routes {
		e := p.subject.Edges[i]
		class := "flow"
		if e.Dashed {
			class += " dashed"
		}
		hops := p.hops(r)
		for _, hop := range hops {
			line := fmt.Sprintf("<path class=\"%s\" d=\"%s\"/>\n", class, hop)
			if !drawn[line] {
				drawn[line] = true
				lines.WriteString(line)
			}
		}
		fmt.Fprintf(&ways, "<path class=\"way\" d=\"%s\"><title>%s</title></path>\n",
			strings.Join(hops, ""), escape(p.subject.meaning(r.start.slot.node, r.end.slot.node, e.Label)))
	}
	p.out.WriteString(lines.String())
	p.out.WriteString(ways.String())
}

// hops are the parts of an edge's way, each from one column to the next: straight
// through the column and its labels, then in a curve.
func (p *picture) hops(r route) []string {
	x, y := p.portX(r.start), p.top+r.start.y
	endX, endY := p.portX(r.end)+outward(r.end.side)*(arrowLength-2), p.top+r.end.y
	if r.end.arc {
		c := p.columns[r.end.slot.column]
		out := c.x + c.width + c.pad + c.labels[right]
		bend := num(out + r.reach/0.75) // a cubic curve goes three quarters of the way to its handles
		return []string{fmt.Sprintf("M%s %sH%sC%s %s %s %s %s %sH%s",
			num(x), num(y), num(out), bend, num(y), bend, num(endY), num(out), num(endY), num(endX))}
	}
	var hops []string
	last, side := r.start.slot, r.start.side
	hop := func(to *slot, toY float64) string {
		leave, arrive := p.flank(last.column, side), p.flank(to.column, 1-side)
		bend := num((leave + arrive) / 2)
		return fmt.Sprintf("M%s %sH%sC%s %s %s %s %s %s", num(x), num(y),
			num(leave), bend, num(y), bend, num(toY), num(arrive), num(toY))
	}
	for _, t := range r.trunks {
		hops = append(hops, hop(t, p.top+t.y))
		last, x, y = t, p.flank(t.column, 1-side), p.top+t.y
	}
	return append(hops, hop(r.end.slot, endY)+"H"+num(endX))
}

// flank is where the strip of curves begins beside a column.
func (p *picture) flank(column, side int) float64 {
	c := p.columns[column]
	if side == left {
		return c.x - c.flank(left)
	}
	return c.x + c.width + c.flank(right)
}

func (p *picture) portX(q *port) float64 {
	c := p.columns[q.slot.column]
	if q.side == left {
		return c.x
	}
	return c.x + c.width
}

func outward(side int) float64 {
	if side == left {
		return -1
	}
	return 1
}

func (p *picture) drawNode(i int, s *slot) {
	c := p.columns[s.column]
	p.drawBox(i, boxed{c.x, p.top + s.y - s.height/2, c.width, s.height, s.name, s.detail}, p.nodeID(i))
}

// drawLabels draws the arrow of every port at which edges arrive, and the text of
// those edges above it.
func (p *picture) drawLabels() {
	for _, s := range p.nodes {
		for _, ports := range s.ports {
			for _, q := range ports {
				if q.in {
					p.drawArrow(q)
				}
			}
		}
	}
}

func (p *picture) drawArrow(q *port) {
	x, y, out := p.portX(q), p.top+q.y, outward(q.side)
	p.drawTip(x, y, out)
	if len(q.lines) == 0 {
		return
	}
	c := p.columns[q.slot.column]
	anchor := "end"
	if q.side == right {
		anchor = "start"
	}
	p.drawText("label", edgeFace, q.lines, x+out*(c.pad+arrowLength),
		y-labelGap+1-float64(len(q.lines))*edgeFace.leading, anchor)
}
