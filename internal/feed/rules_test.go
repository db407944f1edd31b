package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"
)

const atom = "http://www.w3.org/2005/Atom"

// A node is an element of a feed as a reader of XML sees it.
type node struct {
	name  xml.Name
	attrs map[string]string
	text  string
	kids  []*node
}

// breaches lists what is wrong with a feed by the rules of RFC 4287, sections 3 and
// 4, and the RELAX NG grammar in its appendix B, as far as they concern the elements
// that are written here: no others may occur.
func breaches(text []byte) []string {
	root, err := parse(text)
	if err != nil {
		return []string{err.Error()}
	}
	r := &rules{ids: map[string]bool{}}
	r.container(root, "feed", feedChildren)
	for _, k := range root.kids {
		if k.name.Local == "entry" {
			r.container(k, "entry", entryChildren)
			if u := k.child("updated"); u != nil && root.child("updated") != nil && u.text > root.child("updated").text {
				r.add("the feed was updated before its entry %q", k.child("title").text)
			}
		}
	}
	return r.found
}

// How often each child may occur: 1 exactly once, 0 at most once, 2 any number of
// times.
var (
	feedChildren  = map[string]int{"id": 1, "title": 1, "updated": 1, "author": 1, "subtitle": 0, "link": 2, "entry": 2}
	entryChildren = map[string]int{"id": 1, "title": 1, "updated": 1, "link": 2, "published": 0, "summary": 0, "content": 0, "category": 2}
)

type rules struct {
	found []string
	ids   map[string]bool
}

func (r *rules) add(format string, args ...any) {
	r.found = append(r.found, fmt.Sprintf(format, args...))
}

func (r *rules) container(n *node, name string, allowed map[string]int) {
	if n.name != (xml.Name{Space: atom, Local: name}) {
		r.add("<%s> is not an Atom %s", n.name.Local, name)
	}
	seen := map[string]int{}
	for _, k := range n.kids {
		if _, ok := allowed[k.name.Local]; !ok || k.name.Space != atom {
			r.add("<%s> in <%s>", k.name.Local, name)
		}
		seen[k.name.Local]++
		r.child(k)
	}
	for child, times := range allowed {
		if times == 1 && seen[child] != 1 || times == 0 && seen[child] > 1 {
			r.add("<%s> occurs %d times in <%s>", child, seen[child], name)
		}
	}
	r.links(n)
}

func (r *rules) child(n *node) {
	switch n.name.Local {
	case "id":
		u, err := url.Parse(n.text)
		if err != nil || u.Scheme == "" {
			r.add("the id %q is no absolute IRI", n.text)
		}
		if r.ids[n.text] {
			r.add("the id %q is there twice", n.text)
		}
		r.ids[n.text] = true
	case "updated", "published":
		if _, err := time.Parse(time.RFC3339, n.text); err != nil || strings.ContainsAny(n.text, "tz") {
			r.add("%q is no date", n.text)
		}
	case "title", "subtitle", "summary":
		if len(n.kids) > 0 || n.attrs["type"] != "" {
			r.add("<%s> is not plain text", n.name.Local)
		}
	case "content":
		if n.attrs["type"] != "html" || len(n.kids) > 0 {
			r.add("<content> is not escaped HTML")
		}
	case "author":
		if len(n.kids) != 1 || n.child("name") == nil || strings.TrimSpace(n.child("name").text) == "" {
			r.add("an author without a name")
		}
	case "category":
		if _, ok := n.attrs["term"]; !ok {
			r.add("a category without a term")
		}
	case "link":
		if _, err := url.Parse(n.attrs["href"]); err != nil || n.attrs["href"] == "" {
			r.add("a link to %q", n.attrs["href"])
		}
	}
}

// links: at most one alternate of a type (4.1.1 and 4.1.2), and an entry without
// content needs one.
func (r *rules) links(n *node) {
	seen := map[string]bool{}
	for _, k := range n.kids {
		if k.name.Local != "link" || k.attrs["rel"] != "alternate" {
			continue
		}
		if seen[k.attrs["type"]] {
			r.add("two alternate links of type %s", k.attrs["type"])
		}
		seen[k.attrs["type"]] = true
	}
	if n.name.Local == "entry" && n.child("content") == nil && len(seen) == 0 {
		r.add("an entry with neither content nor a link")
	}
}

func (n *node) child(name string) *node {
	for _, k := range n.kids {
		if k.name.Local == name {
			return k
		}
	}
	return nil
}

func parse(text []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	top := &node{}
	open := []*node{top}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if len(top.kids) != 1 {
				return nil, fmt.Errorf("%d elements at the top", len(top.kids))
			}
			return top.kids[0], nil
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name, attrs: map[string]string{}}
			for _, a := range t.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			last.kids = append(last.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(t)
		}
	}
}
