package graph

import (
	"fmt"
	"strings"
)

// palette is the colours of a picture. Text meets a contrast of 4.5 with what is
// behind it, lines of 3, as WCAG 2.2 asks in criteria 1.4.3 and 1.4.11.
type palette struct {
	paper, ink, faint  string // background, text, smaller text
	line, box, boxEdge string // edges; group boxes
	fills, strokes     [kindCount]string
}

var light = palette{
	paper: "#ffffff", ink: "#1a1f26", faint: "#454d59",
	line: "#68727f", box: "#f5f6f8", boxEdge: "#868f9b",
	fills:   [kindCount]string{"#fdf1e3", "#e7f0fd", "#e5f4ea", "#f6ebfb", "#ebeff2"},
	strokes: [kindCount]string{"#a85a0c", "#1f5fbf", "#1d7a40", "#8a3aa8", "#546572"},
}

var dark = palette{
	paper: "#12161b", ink: "#eef1f5", faint: "#bdc5cf",
	line: "#8b96a4", box: "#1a2027", boxEdge: "#6b7684",
	fills:   [kindCount]string{"#3a2a16", "#182c4a", "#14331f", "#331f42", "#28313a"},
	strokes: [kindCount]string{"#eda961", "#80b1ff", "#70cb8f", "#d49df0", "#a8b7c4"},
}

func (p palette) variables() string {
	var b strings.Builder
	fmt.Fprintf(&b, "--paper:%s;--ink:%s;--faint:%s;--line:%s;--box:%s;--box-edge:%s",
		p.paper, p.ink, p.faint, p.line, p.box, p.boxEdge)
	for k := range kindCount {
		fmt.Fprintf(&b, ";--%s:%s;--%[1]s-edge:%[3]s", k, p.fills[k], p.strokes[k])
	}
	return b.String()
}

// screens says where an element is shown, as one of two in a page.
type screens int

const (
	allScreens    screens = iota
	wideScreens           // and on paper
	narrowScreens         // alone
)

// narrowQuery holds for phones, and for windows as narrow.
const narrowQuery = "screen and (max-width:700px)"

// stylesheet returns the rules of one picture. Each holds for the element with the
// given id alone, since a style element inside a page is in force on all of it.
// Print always takes the light colours. A picture never grows beyond its own size, and
// shrinks to the given least width at most, so that its text stays readable. A narrower
// page is to scroll it, and a phone, which scrolls it anyway, shows it unshrunk.
func stylesheet(id string, width, least float64, shown screens) string {
	var b strings.Builder
	rule := func(selector, declarations string) {
		fmt.Fprintf(&b, "#%s%s{%s}\n", id, selector, declarations)
	}
	media := func(query, declarations string) {
		fmt.Fprintf(&b, "@media %s{#%s{%s}}\n", query, id, declarations)
	}
	b.WriteString("\n")
	rule("", light.variables())
	media("(prefers-color-scheme:dark)", dark.variables())
	media("print", light.variables())
	rule("", fmt.Sprintf("display:block;width:100%%;height:auto;min-width:%spx;max-width:%spx;margin:0 auto;"+
		"font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif", num(least), num(width)))
	switch shown {
	case wideScreens:
		media(narrowQuery, "display:none")
	case narrowScreens:
		rule("", "display:none")
		media(narrowQuery, "display:block")
	case allScreens:
		if least > 0 {
			media("(max-width:700px)", fmt.Sprintf("min-width:%spx", num(width)))
		}
	}
	media("print", "min-width:0")
	rule(" text", "fill:var(--ink);stroke:none")
	rule(" .paper", "fill:var(--paper)")
	rule(" .box", "fill:var(--box);stroke:var(--box-edge);stroke-dasharray:2 3")
	rule(" .heading", faceRule(headingFace, 600))
	rule(" .name", faceRule(nameFace, 600))
	rule(" .detail", faceRule(detailFace, 400)+";fill:var(--faint)")
	rule(" .label", faceRule(edgeFace, 400)+";fill:var(--faint)")
	rule(" .flow", "fill:none;stroke:var(--line);stroke-width:1.4")
	rule(" .dashed", "stroke-dasharray:5 4")
	rule(" .tip", "fill:var(--line);stroke:none")
	rule(" .way", "fill:none;stroke:transparent;stroke-width:7")
	rule(" .way:hover", "stroke:var(--ink);stroke-width:2.6")
	rule(" a:hover .name,#"+id+" a:focus .name", "text-decoration:underline")
	for k := range kindCount {
		rule(" ."+k.String(), fmt.Sprintf("fill:var(--%s);stroke:var(--%[1]s-edge);stroke-width:1.4", k))
	}
	return b.String()
}

func faceRule(f face, weight int) string {
	return fmt.Sprintf("font-size:%spx;font-weight:%d", num(f.size), weight)
}
