package graph

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
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
	loopReach      = 30.0
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
	for i, r := range p.routes {
		p.drawEdge(p.graph.Edges[i], r)
	}
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
	for i, c := range p.columns {
		if i > 0 && p.columns[i-1].kind == c.kind {
			continue
		}
		text := p.options.Headings[c.kind]
		if text == "" {
			text = englishHeadings[c.kind]
		}
		lines := headingFace.wrap(text, c.width+2*c.pad-swatchWidth-8, 1)
		p.printf("<path class=\"%s\" d=\"%s\"/>\n", c.kind,
			outlines[c.kind].path(c.x-c.pad, margin, swatchWidth, swatchHeight))
		p.drawText("heading", headingFace, lines, c.x-c.pad+swatchWidth+8, margin-1, "")
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
			p.drawText("heading", headingFace, c.headers[first.group], c.x, top+padGroupY/2+1, "")
			p.printf("</g>\n")
		}
	}
}

func (p *picture) drawEdge(e Edge, r route) {
	from, to := p.graph.Nodes[r.start.slot.node], p.graph.Nodes[r.end.slot.node]
	tip := from.Label + " → " + to.Label
	if e.Label != "" {
		tip += ": " + e.Label
	}
	class := "flow"
	if e.Dashed {
		class += " dashed"
	}
	p.printf("<g class=\"edge\"><title>%s</title><path class=\"%s\" d=\"%s\"/></g>\n", escape(tip), class, p.path(r))
}

// path leads straight through the columns and their labels, and curves between.
func (p *picture) path(r route) string {
	start, end := r.start, r.end
	x, y := p.portX(start), p.top+start.y
	var b strings.Builder
	fmt.Fprintf(&b, "M%s %s", num(x), num(y))
	tipX := p.portX(end) + outward(end.side)*(arrowLength-2)
	if end.loop {
		reach := x + loopReach
		fmt.Fprintf(&b, "C%s %s %[1]s %[3]s %s %[3]s", num(reach), num(y), num(p.top+end.y), num(tipX))
		return b.String()
	}
	side := start.side
	last := start.slot
	for _, t := range append(r.trunks[:len(r.trunks):len(r.trunks)], end.slot) {
		ty := p.top + t.y
		if t == end.slot {
			ty = p.top + end.y
		}
		leave, arrive := p.flank(last.column, side), p.flank(t.column, 1-side)
		middle := num((leave + arrive) / 2)
		fmt.Fprintf(&b, "H%sC%s %s %[2]s %[4]s %s %[4]s", num(leave), middle, num(y), num(ty), num(arrive))
		last, y = t, ty
	}
	fmt.Fprintf(&b, "H%s", num(tipX))
	return b.String()
}

// flank is where the strip of curves begins beside a column.
func (p *picture) flank(column, side int) float64 {
	c := p.columns[column]
	if side == left {
		return c.x - c.pad - c.labels[left]
	}
	return c.x + c.width + c.pad + c.labels[right]
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
	p.drawText("name", nameFace, s.name, x, y, "")
	p.drawText("detail", detailFace, s.detail, x, y+float64(len(s.name))*nameFace.leading, "")
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
	anchor := ""
	if q.side == left {
		anchor = "end"
	}
	reach := p.columns[q.slot.column].pad + arrowLength
	if q.loop {
		reach += loopReach
	}
	p.drawText("label", edgeFace, q.lines, x+out*reach,
		y-labelGap+1-float64(len(q.lines))*edgeFace.leading, anchor)
}

// drawText writes lines from the height y downwards.
func (p *picture) drawText(class string, f face, lines []string, x, y float64, anchor string) {
	if len(lines) == 0 {
		return
	}
	if anchor != "" {
		anchor = fmt.Sprintf(" text-anchor=\"%s\"", anchor)
	}
	p.printf("<text class=\"%s\"%s>", class, anchor)
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
		p.drawText("detail", detailFace, []string{text}, x, y-detailFace.leading/2, "")
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
