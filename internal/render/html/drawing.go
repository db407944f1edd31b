package html

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
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

// drawing returns SVG for a page, with the identifiers in it, if nothing in it acts
// or loads anything.
func drawing(svg []byte) (template.HTML, []string, error) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	var c drawingCheck
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return template.HTML(svg), c.ids, nil //nolint:gosec // every element and attribute of it was looked at
		}
		if err == nil {
			err = c.token(token)
		}
		if err != nil {
			return "", nil, err
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
