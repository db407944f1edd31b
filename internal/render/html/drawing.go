package html

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/privity/privity/internal/render/tree"
)

// elements are those that a drawing may consist of: shapes, text and links.
var elements = map[string]bool{
	"svg": true, "g": true, "title": true, "desc": true, "style": true, "defs": true, "marker": true,
	"path": true, "rect": true, "circle": true, "ellipse": true, "line": true, "polyline": true, "polygon": true,
	"text": true, "tspan": true, "a": true,
}

// drawings returns those of a document's figures that may stand on its page, which
// are all of them or there is an error: nothing in them acts or loads anything, and
// no identifier in them is another's.
func drawings(doc *tree.Document) (map[*tree.Figure]bool, error) {
	var figures []*tree.Figure
	tree.Blocks(doc, func(b tree.Block) {
		if f, ok := b.(*tree.Figure); ok {
			figures = append(figures, f)
		}
	})
	if len(figures) == 0 {
		return nil, nil
	}
	taken := map[string]bool{}
	for _, id := range tree.Fragments(doc) {
		taken[id] = true
	}
	harmless := map[*tree.Figure]bool{}
	for _, f := range figures {
		if err := checkDrawing(f.SVG, taken); err != nil {
			return nil, fmt.Errorf("drawing %s: %w", f.File, err)
		}
		harmless[f] = true
	}
	return harmless, nil
}

// checkDrawing looks at every element and every attribute of a drawing, and adds
// its identifiers to those of the page.
func checkDrawing(svg []byte, taken map[string]bool) error {
	d := xml.NewDecoder(bytes.NewReader(svg))
	var c drawingCheck
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return c.claim(taken)
		}
		if err == nil {
			err = c.token(token)
		}
		if err != nil {
			return err
		}
	}
}

// drawingCheck looks at one token after the other.
type drawingCheck struct {
	ids     []string
	inStyle bool
}

func (c *drawingCheck) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return c.element(t)
	case xml.EndElement:
		c.inStyle = false
	case xml.CharData:
		if c.inStyle && loads(string(t)) {
			return errors.New("its style loads something")
		}
	case xml.Comment, xml.ProcInst, xml.Directive:
		return errors.New("it holds a comment, an instruction or a declaration")
	}
	return nil
}

// claim takes the drawing's identifiers for it.
func (c *drawingCheck) claim(taken map[string]bool) error {
	for _, id := range c.ids {
		if taken[id] {
			return fmt.Errorf("the identifier %q is one of the page's", id)
		}
		taken[id] = true
	}
	return nil
}

const svgSpace = "http://www.w3.org/2000/svg"

func (c *drawingCheck) element(e xml.StartElement) error {
	if e.Name.Space != svgSpace || !elements[e.Name.Local] {
		return fmt.Errorf("the element %q is not allowed in it", e.Name.Local)
	}
	c.inStyle = e.Name.Local == "style"
	for _, a := range e.Attr {
		name := strings.ToLower(a.Name.Local)
		switch {
		case name == "href":
			if _, ok := tree.Target(a.Value); !ok {
				return fmt.Errorf("the link to %q is not allowed in it", a.Value)
			}
		case strings.HasPrefix(name, "on"), name == "style", a.Name.Space != "" && name != "space" && name != "lang":
			return fmt.Errorf("the attribute %q is not allowed in it", name)
		case loads(a.Value):
			return fmt.Errorf("the attribute %q loads something", name)
		case name == "id":
			c.ids = append(c.ids, a.Value)
		}
	}
	return nil
}

// loads reports whether a style refers to anything outside the drawing.
func loads(style string) bool {
	style = strings.ToLower(style)
	return strings.Contains(strings.ReplaceAll(style, "url(#", ""), "url(") || strings.Contains(style, "@import") || strings.Contains(style, `\`)
}

// figure writes a drawing that has been looked at, with its caption and the link
// to its file.
func (w *writer) figure(f *tree.Figure) {
	if !w.drawings[f] {
		return
	}
	w.put(`<figure>
<div class="drawing" role="group" tabindex="0"`)
	w.attr(` aria-label="`, tree.Clean(f.Alt))
	w.put(">\n")
	w.html = append(w.html, f.SVG...)
	w.put("</div>\n")
	if file, ok := tree.Target(f.File); ok || len(f.Caption) > 0 {
		w.caption(f.Caption, file)
	}
	w.put("</figure>\n")
}

func (w *writer) caption(t tree.Text, file string) {
	w.put("<figcaption>")
	w.line(t)
	if file != "" {
		w.put(" <a")
		w.attr(` href="`, file)
		w.put(">")
		w.escape(w.open)
		w.put("</a>")
	}
	w.put("</figcaption>\n")
}
