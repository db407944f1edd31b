package graph

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
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
	// Solid and Dashed say below the picture what the lines mean, if not empty.
	Solid, Dashed string
}

// ErrPrefix is returned for a prefix that is no id.
var ErrPrefix = errors.New("graph: a prefix is a letter, then letters, digits, \"-\" or \"_\"")

var prefixForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

var englishHeadings = [kindCount]string{"People", "Systems", "Data stores", "Recipients", "Places"}

// WriteSVG draws g from left to right, kind by kind. What it writes is both a file
// and an element to be put into a page: it has a size of its own, no scripts, no
// fonts, and styles for light, dark and paper. In a page, let its container scroll
// sideways. It returns a [*TooLargeError] beyond [MaxNodes] or [MaxEdges].
func WriteSVG(w io.Writer, g *Graph, o Options) error {
	if o.Prefix == "" {
		o.Prefix = "map"
	}
	if !prefixForm.MatchString(o.Prefix) {
		return ErrPrefix
	}
	l, err := newLayout(g)
	if err != nil {
		return err
	}
	p := picture{layout: l, options: o}
	l.top = margin + headingsHeight
	l.width = max(l.width, p.legendWidth())
	l.height += l.top + margin + p.legendHeight()
	p.draw()
	_, err = io.WriteString(w, p.out.String())
	return err
}

const (
	headingsHeight = 40.0
	legendRow      = 36.0
	legendLine     = 34.0
	swatchWidth    = 22.0
	swatchHeight   = 16.0
	swatchGap      = 8.0
)

type picture struct {
	*layout
	options Options
	out     strings.Builder
}

func (p *picture) printf(format string, args ...any) { fmt.Fprintf(&p.out, format, args...) }

func (p *picture) draw() {
	id := p.options.Prefix
	described := ""
	if p.graph.Description != "" {
		described = fmt.Sprintf(` aria-describedby="%s-desc"`, id)
	}
	p.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%s\" role=\"%s\" aria-labelledby=\"%s-title\"%s viewBox=\"0 0 %s %s\">\n",
		id, p.role(), id, described, num(p.width), num(p.height))
	p.printf("<title id=\"%s-title\">%s</title>\n", id, escape(p.graph.Title))
	if described != "" {
		p.printf("<desc id=\"%s-desc\">%s</desc>\n", id, escape(p.graph.Description))
	}
	p.printf("<style>%s</style>\n", stylesheet(id, p.width))
	p.printf("<rect class=\"paper\" width=\"%s\" height=\"%s\"/>\n", num(p.width), num(p.height))
	p.drawHeadings()
	p.drawGroups()
	p.drawEdges()
	for i, s := range p.nodes {
		p.drawNode(i, s)
	}
	p.drawLabels()
	p.drawLegend()
	p.printf("</svg>\n")
}

// role is "img", whose parts are hidden from a screen reader, unless there are links
// in it that a reader must be able to reach.
func (p *picture) role() string {
	for _, n := range p.graph.Nodes {
		if n.Href != "" {
			return "group"
		}
	}
	return "img"
}

// drawHeadings names each kind, with its shape, above the first of its columns. So
// they are the legend of the shapes too.
func (p *picture) drawHeadings() {
	end := p.width
	for i, c := range slices.Backward(p.columns) {
		if i > 0 && p.columns[i-1].kind == c.kind {
			continue
		}
		text := p.options.Headings[c.kind]
		if text == "" {
			text = englishHeadings[c.kind]
		}
		x := c.x - c.pad
		lines := headingFace.wrap(text, end-x-swatchWidth-2*swatchGap, 1)
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
				escape(p.graph.Groups[first.group].Label), roundedBox(c.x-c.pad, top, c.width+2*c.pad, foot-top, 9))
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
		e := p.graph.Edges[i]
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
			strings.Join(hops, ""), escape(p.meaning(e, r)))
	}
	p.out.WriteString(lines.String())
	p.out.WriteString(ways.String())
}

func (p *picture) meaning(e Edge, r route) string {
	text := p.graph.Nodes[r.start.slot.node].Label + " → " + p.graph.Nodes[r.end.slot.node].Label
	if e.Label != "" {
		text += ": " + e.Label
	}
	return text
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
	node, c := p.graph.Nodes[i], p.columns[s.column]
	if node.Href != "" {
		p.printf("<a href=\"%s\">", escape(node.Href))
	}
	tip := node.Label
	if node.Detail != "" {
		tip += ": " + node.Detail
	}
	shape := outlines[node.Kind]
	top := p.top + s.y - s.height/2
	p.printf("<g id=\"%s-n%d\"><title>%s</title><path class=\"%s\" d=\"%s\"/>\n",
		p.options.Prefix, i, escape(tip), node.Kind, shape.path(c.x, top, c.width, s.height))
	text := float64(len(s.name))*nameFace.leading + float64(len(s.detail))*detailFace.leading
	x, y := c.x+padNodeX+shape.extraX, p.top+s.y-text/2+shape.down
	p.drawText("name", nameFace, s.name, x, y, "start")
	p.drawText("detail", detailFace, s.detail, x, y+float64(len(s.name))*nameFace.leading, "start")
	p.printf("</g>")
	if node.Href != "" {
		p.printf("</a>")
	}
	p.printf("\n")
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
	p.printf("<path class=\"tip\" d=\"M%s %sl%s -4.5v9z\"/>\n", num(x), num(y), num(out*arrowLength))
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

// drawText writes lines from the height y downwards.
func (p *picture) drawText(class string, f face, lines []string, x, y float64, anchor string) {
	if len(lines) == 0 {
		return
	}
	p.printf("<text class=\"%s\" text-anchor=\"%s\">", class, anchor)
	for i, line := range lines {
		baseline := y + float64(i)*f.leading + f.leading/2 + f.size*0.36
		p.printf("<tspan x=\"%s\" y=\"%s\">%s</tspan>", num(x), num(baseline), escape(line))
	}
	p.printf("</text>\n")
}

// legend returns the classes and texts of the lines that are explained.
func (p *picture) legend() (classes, texts []string) {
	add := func(class, text string) {
		if text != "" {
			classes, texts = append(classes, class), append(texts, text)
		}
	}
	add("flow", p.options.Solid)
	add("flow dashed", p.options.Dashed)
	return classes, texts
}

func (p *picture) legendHeight() float64 {
	if classes, _ := p.legend(); len(classes) == 0 {
		return 0
	}
	return legendRow
}

func (p *picture) legendWidth() float64 {
	_, texts := p.legend()
	width := 2 * margin
	for _, text := range texts {
		width += legendLine + 8 + detailFace.width(text) + 28
	}
	return width
}

func (p *picture) drawLegend() {
	classes, texts := p.legend()
	x, y := margin, p.height-margin-8
	for i, text := range texts {
		p.printf("<path class=\"%s\" d=\"M%s %sh%s\"/>", classes[i], num(x), num(y), num(legendLine))
		p.printf("<path class=\"tip\" d=\"M%s %sl-%s -4.5v9z\"/>\n", num(x+legendLine), num(y), num(arrowLength))
		x += legendLine + 8
		p.drawText("detail", detailFace, []string{text}, x, y-detailFace.leading/2, "start")
		x += detailFace.width(text) + 28
	}
}

func escape(s string) string {
	var b strings.Builder
	// A strings.Builder never fails, so neither does EscapeText.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// num writes x with one decimal at most.
func num(x float64) string {
	s := strconv.FormatFloat(x, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}
