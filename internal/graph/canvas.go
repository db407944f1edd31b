package graph

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// canvas is an SVG element while it is written.
type canvas struct {
	subject *Graph
	options Options
	groups  map[string]int // where in the graph each group is
	out     strings.Builder
	rules   string // of style
}

// newCanvas refuses what cannot be drawn.
func newCanvas(g *Graph, o Options) (*canvas, error) {
	o.Prefix = o.prefix()
	if !prefixForm.MatchString(o.Prefix) {
		return nil, ErrPrefix
	}
	if err := g.Validate(); err != nil {
		return nil, err
	}
	if err := g.checkSize(); err != nil {
		return nil, err
	}
	return &canvas{subject: g, options: o, groups: g.groupIndex()}, nil
}

func (c *canvas) printf(format string, args ...any) { fmt.Fprintf(&c.out, format, args...) }

// open begins the element, which shrinks to the width least at most.
func (c *canvas) open(width, height, least float64) {
	id := c.options.Prefix
	described := ""
	if c.subject.Description != "" {
		described = fmt.Sprintf(` aria-describedby="%s-desc"`, id)
	}
	c.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%s\" role=\"%s\" aria-labelledby=\"%s-title\"%s viewBox=\"0 0 %s %s\">\n",
		id, c.role(), id, described, num(width), num(height))
	c.printf("<title id=\"%s-title\">%s</title>\n", id, escape(c.subject.Title))
	if described != "" {
		c.printf("<desc id=\"%s-desc\">%s</desc>\n", id, escape(c.subject.Description))
	}
	c.rules = stylesheet(id, width, least, c.options.shownOn)
	if c.options.style == nil {
		c.printf("<style>%s</style>\n", c.rules)
	}
	c.printf("<rect class=\"paper\" width=\"%s\" height=\"%s\"/>\n", num(width), num(height))
}

func (c *canvas) close() { c.printf("</svg>\n") }

// role is "img", whose parts are hidden from a screen reader, unless there are links
// in it that a reader must be able to reach.
func (c *canvas) role() string {
	for _, n := range c.subject.Nodes {
		if n.Href != "" {
			return "group"
		}
	}
	return "img"
}

// boxed is where a node is drawn, and its texts.
type boxed struct {
	x, top, width, height float64
	name, detail          []string
}

func (b boxed) textHeight() float64 {
	return float64(len(b.name))*nameFace.leading + float64(len(b.detail))*detailFace.leading
}

func (c *canvas) nodeID(n int) string { return fmt.Sprintf("%s-n%d", c.options.Prefix, n) }

// drawBox draws a node, with an id if that is not empty.
func (c *canvas) drawBox(n int, b boxed, id string) {
	node := c.subject.Nodes[n]
	if node.Href != "" {
		c.printf("<a href=\"%s\">", escape(node.Href))
	}
	tip := node.Label
	if node.Detail != "" {
		tip += ": " + node.Detail
	}
	if id != "" {
		id = fmt.Sprintf(" id=\"%s\"", id)
	}
	shape := outlines[node.Kind]
	c.printf("<g%s><title>%s</title><path class=\"%s\" d=\"%s\"/>\n",
		id, escape(tip), node.Kind, shape.path(b.x, b.top, b.width, b.height))
	x, y := b.x+padNodeX+shape.extraX, b.top+(b.height-b.textHeight())/2+shape.down
	c.drawText("name", nameFace, b.name, x, y, "start")
	c.drawText("detail", detailFace, b.detail, x, y+float64(len(b.name))*nameFace.leading, "start")
	c.printf("</g>")
	if node.Href != "" {
		c.printf("</a>")
	}
	c.printf("\n")
}

// meaning says in words what an edge shows.
func (g *Graph) meaning(from, to int, label string) string {
	text := g.Nodes[from].Label + " → " + g.Nodes[to].Label
	if label != "" {
		text += ": " + label
	}
	return text
}

// drawTip draws the head of an arrow whose line comes from the side that out says: 1
// from the right, -1 from the left.
func (c *canvas) drawTip(x, y, out float64) {
	c.printf("<path class=\"tip\" d=\"M%s %sl%s -4.5v9z\"/>\n", num(x), num(y), num(out*arrowLength))
}

// drawText writes lines from the height y downwards.
func (c *canvas) drawText(class string, f face, lines []string, x, y float64, anchor string) {
	if len(lines) == 0 {
		return
	}
	c.printf("<text class=\"%s\" text-anchor=\"%s\">", class, anchor)
	for i, line := range lines {
		baseline := y + float64(i)*f.leading + f.leading/2 + f.size*0.36
		c.printf("<tspan x=\"%s\" y=\"%s\">%s</tspan>", num(x), num(baseline), escape(line))
	}
	c.printf("</text>\n")
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
