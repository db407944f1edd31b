package markdown

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	renderer "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/tree/treetest"
)

// shape is what a reader sees of a document: its words, and how many pieces of each
// kind there are.
type shape struct {
	Words  string
	Pieces map[string]int
}

// reader reads Markdown as somebody else's site might: with every extension, and
// with HTML.
var reader = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote, extension.DefinitionList),
	goldmark.WithRendererOptions(renderer.WithUnsafe()),
)

func readShape(t *testing.T, markdown []byte) (shape, *html.Node) {
	t.Helper()
	var b bytes.Buffer
	if err := reader.Convert(markdown, &b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	s := shape{Pieces: map[string]int{}}
	var words strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			words.WriteString(n.Data)
		case n.Type != html.ElementNode:
		case n.Data == "img":
			words.WriteString(attr(n, "alt"))
			s.Pieces["img"]++
		default:
			if !inline[n.Data] {
				words.WriteByte(' ')
			}
			if counted[n.Data] {
				s.Pieces[n.Data]++
			}
			if !counted[n.Data] && !uncounted[n.Data] {
				t.Errorf("there is an element %s", n.Data)
			}
		}
	}
	s.Words = squeeze(words.String())
	return s, root
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

var (
	inline    = map[string]bool{"a": true, "strong": true, "em": true, "code": true}
	counted   = set("a h1 h2 h3 h4 h5 h6 li td th tr table blockquote hr")
	uncounted = set("html head body p ul ol thead tbody strong em code pre br")
)

func set(names string) map[string]bool {
	m := map[string]bool{}
	for _, n := range strings.Fields(names) {
		m[n] = true
	}
	return m
}

// squeeze drops white space: where it stands between two pieces, formats differ.
func squeeze(s string) string { return strings.Join(strings.Fields(tree.Clean(s)), "") }

// expected is the shape of a document, from the document.
type expected struct {
	shape
	words   strings.Builder
	numbers map[*tree.Section]string
	links   links
}

func shapeOf(doc *tree.Document) shape {
	e := &expected{shape: shape{Pieces: map[string]int{}}, numbers: tree.Numbers(doc), links: newLinks(doc, Options{LinkExtension: ".md"})}
	e.Pieces["h1"]++
	e.text(tree.T(doc.Title))
	e.blocks(doc.Intro)
	e.sections(doc.Sections, 2)
	if len(doc.Footer) > 0 {
		e.Pieces["hr"]++
		e.blocks(doc.Footer)
	}
	e.Words = squeeze(e.words.String())
	for k, n := range e.Pieces {
		if n == 0 {
			delete(e.Pieces, k)
		}
	}
	return e.shape
}

func (e *expected) sections(sections []*tree.Section, level int) {
	for _, s := range sections {
		e.Pieces[fmt.Sprintf("h%d", level)]++
		e.words.WriteString(e.numbers[s])
		e.text(s.Title)
		e.blocks(s.Blocks)
		e.sections(s.Sections, level+1)
	}
}

func (e *expected) blocks(blocks []tree.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *tree.Paragraph:
			e.text(b.Text)
		case *tree.Verbatim:
			e.words.WriteString(b.Text + " ")
		case *tree.List:
			for _, item := range b.Items {
				e.Pieces["li"]++
				e.text(item.Text)
				if item.List != nil {
					e.blocks([]tree.Block{item.List})
				}
				e.blocks(item.Blocks)
			}
		case *tree.Table:
			e.Pieces["table"]++
			e.Pieces["tr"] += 1 + len(b.Rows)
			e.Pieces["th"] += len(b.Head)
			e.Pieces["td"] += len(b.Head) * len(b.Rows)
			e.text(b.Caption)
			for _, h := range b.Head {
				e.text(h)
			}
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					e.text(c[0])
				}
			}
		case *tree.Definitions:
			for _, d := range b.Entries {
				e.Pieces["li"]++
				e.text(d.Term)
				if len(d.About) > 0 {
					if _, ok := d.About[0].(*tree.Paragraph); ok {
						e.words.WriteString("–")
					}
				}
				e.blocks(d.About)
			}
		case *tree.Quote:
			e.Pieces["blockquote"]++
			e.blocks(b.Blocks)
		case *tree.Figure:
			e.Pieces["img"]++
			e.text(tree.T(b.Alt))
			e.text(b.Caption)
		}
	}
}

func (e *expected) text(t tree.Text) {
	e.words.WriteString(tree.PlainText(t) + " ")
	e.countLinks(t)
}

func (e *expected) countLinks(t tree.Text) {
	for _, n := range t {
		switch n := n.(type) {
		case tree.Strong:
			e.countLinks(n.Text)
		case tree.Emphasis:
			e.countLinks(n.Text)
		case tree.Stated:
			e.countLinks(n.Text)
		case tree.Foreign:
			e.countLinks(n.Text)
		case tree.Link:
			if _, ok := e.links.target(n.Href); ok && tree.PlainText(n.Text) != "" {
				e.Pieces["a"]++
				continue
			}
			e.countLinks(n.Text)
		}
	}
}

func writeString(t *testing.T, doc *tree.Document, o Options) string {
	t.Helper()
	return string(Encode(doc, o))
}

func TestRandomDocumentsSurvive(t *testing.T) {
	for seed := range uint64(800) {
		doc := treetest.Random(rand.New(rand.NewPCG(seed, 1)))
		md := writeString(t, doc, Options{})
		got, _ := readShape(t, []byte(md))
		if diff := cmp.Diff(shapeOf(doc), got); diff != "" {
			t.Fatalf("seed %d differs (-want +got):\n%s\n%s", seed, diff, md)
		}
	}
}
