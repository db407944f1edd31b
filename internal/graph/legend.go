package graph

const (
	legendRow  = 36.0
	legendLine = 34.0
	legendGap  = 28.0 // between two entries
)

// legendEntry says what a line means.
type legendEntry struct{ class, text string }

func (c *canvas) legend() []legendEntry {
	var entries []legendEntry
	for _, e := range []legendEntry{{"flow", c.options.Solid}, {"flow dashed", c.options.Dashed}} {
		if e.text != "" {
			entries = append(entries, e)
		}
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
