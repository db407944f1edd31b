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

// drawing returns SVG for a page if it holds nothing that acts or loads anything.
func drawing(svg []byte) (template.HTML, error) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return template.HTML(svg), nil //nolint:gosec // every element and attribute of it was looked at
		}
		if err != nil {
			return "", fmt.Errorf("it is not well-formed: %w", err)
		}
		if err := harmless(token); err != nil {
			return "", err
		}
	}
}

func harmless(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if t.Name.Space != "" || !elements[t.Name.Local] {
			return fmt.Errorf("the element %q is not allowed in it", t.Name.Local)
		}
		for _, a := range t.Attr {
			if err := harmlessAttribute(a); err != nil {
				return err
			}
		}
	case xml.CharData:
		if css := strings.ToLower(string(t)); strings.Contains(css, "url(") || strings.Contains(css, "@import") {
			return errors.New("its text or style loads something")
		}
	case xml.Comment, xml.ProcInst, xml.Directive:
		return errors.New("it holds a comment, an instruction or a declaration")
	}
	return nil
}

func harmlessAttribute(a xml.Attr) error {
	name := strings.ToLower(a.Name.Local)
	switch {
	case name == "href":
		if _, ok := tree.Target(a.Value); !ok {
			return fmt.Errorf("the link to %q is not allowed in it", a.Value)
		}
	case strings.HasPrefix(name, "on"), name == "style":
		return fmt.Errorf("the attribute %q is not allowed in it", name)
	case a.Name.Space != "" && a.Name.Space != "xml":
		return fmt.Errorf("the attribute %s:%s is not allowed in it", a.Name.Space, name)
	}
	return nil
}
