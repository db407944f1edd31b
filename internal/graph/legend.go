package graph

const (
	legendRow  = 36.0
	legendLine = 34.0
	legendGap  = 28.0 // between two entries
)

// legendEntry says what a line means.
type legendEntry struct{ class, text string }

// legend has an entry for each kind of line that is drawn.
func (c *canvas) legend() []legendEntry {
	solid, dashed := 0, 0
	for _, e := range c.subject.Edges {
		if e.Dashed {
			dashed++
		} else {
			solid++
		}
	}
	var entries []legendEntry
	if solid > 0 && c.options.Solid != "" {
		entries = append(entries, legendEntry{"flow", c.options.Solid})
	}
	if dashed > 0 && c.options.Dashed != "" {
		entries = append(entries, legendEntry{"flow dashed", c.options.Dashed})
	}
	return entries
}

func (c *canvas) legendHeight() float64 {
	if len(c.legend()) == 0 {
		return 0
	}
	return legendRow
}

func (c *canvas) legendWidth() float64 {
	width := 2 * margin
	for _, e := range c.legend() {
		width += e.width() + legendGap
	}
	return width
}

func (e legendEntry) width() float64 { return legendLine + swatchGap + detailFace.width(e.text) }

// drawLegend explains the lines side by side, at the foot of a picture.
func (c *canvas) drawLegend(foot float64) {
	x, y := margin, foot-margin-8
	for _, e := range c.legend() {
		c.drawEntry(e, x, y, []string{e.text})
		x += e.width() + legendGap
	}
}

// drawEntry draws a line at the height y, and what it means beside it and below.
func (c *canvas) drawEntry(e legendEntry, x, y float64, lines []string) {
	c.printf("<path class=\"%s\" d=\"M%s %sh%s\"/>", e.class, num(x), num(y), num(legendLine))
	c.drawTip(x+legendLine, y, -1)
	c.drawText("detail", detailFace, lines, x+legendLine+swatchGap, y-detailFace.leading/2, "start")
}
