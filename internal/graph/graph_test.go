package graph

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

type writer struct {
	name  string
	write func(io.Writer, *Graph) error
}

var writers = []writer{
	{"svg", func(w io.Writer, g *Graph) error { return WriteSVG(w, g, Options{}) }},
	{"dot", WriteDOT},
	{"mmd", WriteMermaid},
	{"json", WriteJSON},
	{"list.svg", func(w io.Writer, g *Graph) error { return WriteSVG(w, g, Options{Narrow: true}) }},
}

func text(t testing.TB, w writer, g *Graph) string {
	t.Helper()
	var b bytes.Buffer
	if err := w.write(&b, g); err != nil {
		t.Fatalf("%s: %v", w.name, err)
	}
	return b.String()
}

// small has a node of every kind, a group, a cycle, a loop and two edges alike.
func small() *Graph {
	return &Graph{
		Title:       "Where data goes",
		Description: "From people to places.",
		Groups:      []Group{{"aws", "AWS eu-west-1"}, {"empty", "Nobody"}},
		Nodes: []Node{
			{ID: "user", Label: "Users", Kind: Person},
			{ID: "app", Label: "App", Detail: "iOS", Kind: System, Href: "#app"},
			{ID: "db", Label: "Database", Kind: Store, Group: "aws"},
			{ID: "s3", Label: "Bucket", Kind: Store, Group: "aws"},
			{ID: "mail", Label: "Mail service", Kind: Recipient},
			{ID: "us", Label: "United States", Kind: Place},
		},
		Edges: []Edge{
			{From: "user", To: "app", Label: "name"},
			{From: "app", To: "user", Label: "answers", Dashed: true},
			{From: "app", To: "db"},
			{From: "app", To: "mail", Label: "address"},
			{From: "app", To: "mail", Label: "address"},
			{From: "db", To: "s3", Label: "backup"},
			{From: "s3", To: "db", Label: "restore", Dashed: true},
			{From: "app", To: "app", Label: "cache"},
			{From: "mail", To: "us"},
		},
	}
}

// hostile has in every text what some format reads as its own.
func hostile() *Graph {
	const bad = "\"]; click n0 call alert(1)\n%% <script>alert('x')</script> &lt; \\N \\\" | --> ` #quot; \x00\x01\xff end"
	return &Graph{
		Title: bad, Description: bad,
		Groups: []Group{{bad, bad}},
		Nodes: []Node{
			{ID: bad, Label: bad, Detail: bad, Kind: Store, Group: bad, Href: `a?b="><x>&c='1`},
			{ID: "b", Label: "", Kind: Person},
			{ID: "c", Label: strings.Repeat("W", 4000), Kind: System},
			{ID: "d", Label: "数据存储在爱尔兰的服务器上 данные пользователя 👩‍💻", Kind: Place},
		},
		Edges: []Edge{{From: bad, To: "b", Label: bad}, {From: "c", To: "d", Label: strings.Repeat("long ", 500)}},
	}
}

func TestGolden(t *testing.T) {
	for _, w := range writers {
		t.Run(w.name, func(t *testing.T) {
			got := text(t, w, small())
			path := filepath.Join("testdata", "small."+w.name)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", path, diff)
			}
		})
	}
}

func TestSameGraphSameBytes(t *testing.T) {
	for _, w := range writers {
		want := text(t, w, typical())
		for range 200 {
			if text(t, w, typical()) != want {
				t.Fatalf("%s differs between two runs", w.name)
			}
		}
	}
}

func TestValidate(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Graph)
		want   error
	}{
		{"no fault", func(*Graph) {}, nil},
		{"node twice", func(g *Graph) { g.Nodes[1].ID = "user" }, ErrDuplicateID},
		{"group twice", func(g *Graph) { g.Groups[1].ID = "aws" }, ErrDuplicateID},
		{"node without ID", func(g *Graph) { g.Nodes[5].ID = "" }, ErrNoID},
		{"unknown kind", func(g *Graph) { g.Nodes[0].Kind = kindCount }, ErrUnknownKind},
		{"unknown group", func(g *Graph) { g.Nodes[0].Group = "gone" }, ErrUnknownID},
		{"unknown start", func(g *Graph) { g.Edges[0].From = "gone" }, ErrUnknownID},
		{"unknown end", func(g *Graph) { g.Edges[0].To = "gone" }, ErrUnknownID},
		{"foreign link", func(g *Graph) { g.Nodes[0].Href = "https://example.com/" }, ErrForeignLink},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := small()
			tt.change(g)
			if err := g.Validate(); !errors.Is(err, tt.want) {
				t.Fatalf("Validate() = %v, want %v", err, tt.want)
			}
			for _, w := range writers {
				if err := w.write(io.Discard, g); !errors.Is(err, tt.want) {
					t.Errorf("%s: %v, want %v", w.name, err, tt.want)
				}
			}
		})
	}
}

func TestLinksStayOnSite(t *testing.T) {
	for href, want := range map[string]bool{
		"#a": true, "page.html#a": true, "../x/y.html?q=1": true, "/privacy": true, "./a:b": true,
		"http://example.com": false, "//example.com": false, `/\example.com`: false, `\\example.com`: false,
		"javascript:alert(1)": false, " javascript:alert(1)": false, "java\tscript:alert(1)": false,
		"JAVASCRIPT:x": false, "data:text/html,x": false, "mailto:x": false, "a b": false, "\x01javascript:x": false,
	} {
		if got := staysOnSite(href); got != want {
			t.Errorf("staysOnSite(%q) = %v", href, got)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	want := small()
	var got Graph
	if err := json.Unmarshal([]byte(text(t, writers[3], want)), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, &got); diff != "" {
		t.Error(diff)
	}
	if got := text(t, writers[3], &Graph{}); strings.Contains(got, "null") {
		t.Errorf("an empty graph has null: %s", got)
	}
}

func TestDOTQuotes(t *testing.T) {
	for in, want := range map[string]string{
		`"]; x`:     `"\"]; x"`,
		`\N \"`:     `"\\N \\\""`,
		"a\r\nb\nc": `"a\nb\nc"`,
		"&lt;<b>":   `"&amp;lt;<b>"`,
		"a\x00\xff": "\"a\uFFFD\"",
	} {
		if got := dotString(in); got != want {
			t.Errorf("dotString(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestMermaidTextIsInert(t *testing.T) {
	for in, want := range map[string]string{
		"\"]; click n0":   "#34;#93;#59; click n0",
		"a\nb":            "a b",
		"<b>&#34;`%%{}|#": "#60;b#62;#38;#35;34#59;#96;#37;#37;#123;#125;#124;#35;",
		"Ærø, (Zürich)":   "Ærø, (Zürich)",
		"\x00":            " ",
	} {
		if got := mermaidText(in); got != want {
			t.Errorf("mermaidText(%q) = %q, want %q", in, got, want)
		}
	}
}

// Every line of a flowchart must be one that the writer meant, whatever the labels.
func TestMermaidHasNoForeignLines(t *testing.T) {
	for line := range strings.Lines(text(t, writers[2], hostile())) {
		line = strings.TrimSpace(line)
		if strings.Count(line, `"`)%2 != 0 || strings.HasPrefix(line, "click") || strings.HasPrefix(line, "%%") {
			t.Errorf("foreign line %q", line)
		}
	}
}

func TestTooLarge(t *testing.T) {
	nodes := &Graph{Nodes: make([]Node, 10_000)}
	for i := range nodes.Nodes {
		nodes.Nodes[i].ID = strconv.Itoa(i)
	}
	edges := &Graph{Nodes: []Node{{ID: "a"}}, Edges: make([]Edge, MaxEdges+1)}
	for i := range edges.Edges {
		edges.Edges[i] = Edge{From: "a", To: "a"}
	}
	for want, g := range map[TooLargeError]*Graph{
		{"nodes", 10_000, MaxNodes}:       nodes,
		{"edges", MaxEdges + 1, MaxEdges}: edges,
	} {
		var got *TooLargeError
		if err := WriteSVG(io.Discard, g, Options{}); !errors.As(err, &got) || *got != want {
			t.Errorf("WriteSVG: %v, want %v", err, &want)
		}
		for _, w := range writers[1:4] {
			if err := w.write(io.Discard, g); err != nil {
				t.Errorf("%s: %v", w.name, err)
			}
		}
	}
}

func TestWellFormed(t *testing.T) {
	graphs := map[string]*Graph{"empty": {}, "small": small(), "hostile": hostile(), "typical": typical()}
	for name, g := range graphs {
		t.Run(name, func(t *testing.T) {
			wellFormed(t, text(t, writers[0], g))
			wellFormed(t, text(t, writers[4], g))
		})
	}
}

// wellFormed also refuses scripts, handlers and an id used twice or without prefix.
func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	ids := map[string]bool{}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local == "script" || start.Name.Space != "http://www.w3.org/2000/svg" {
			t.Errorf("element %v", start.Name)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(a.Name.Local, "on") {
				t.Errorf("attribute %v", a)
			}
			if a.Name.Local == "id" && (ids[a.Value] || !strings.HasPrefix(a.Value, "map")) {
				t.Errorf("id %q", a.Value)
			}
			if a.Name.Local == "id" {
				ids[a.Value] = true
			}
		}
	}
}

func TestPrefix(t *testing.T) {
	for _, bad := range []string{"1a", "a b", `a"`, "a>b", "é"} {
		if err := WriteSVG(io.Discard, small(), Options{Prefix: bad}); !errors.Is(err, ErrPrefix) {
			t.Errorf("prefix %q: %v", bad, err)
		}
	}
	var b strings.Builder
	if err := WriteSVG(&b, small(), Options{Prefix: "flows"}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "map-") || !strings.Contains(b.String(), `id="flows-n0"`) {
		t.Error("ids do not start with the prefix")
	}
}

func random(r *rand.Rand, nodes, edges int) *Graph {
	words := strings.Fields("name address Elasticsearch in the internationalisation of ID pictures WWWWWWWWWWWWWWWWWWWWWWWWWWWWW ü")
	text := func() string {
		var b []string
		for range r.IntN(9) {
			b = append(b, words[r.IntN(len(words))])
		}
		return strings.Join(b, " ")
	}
	g := &Graph{Title: "random"}
	for i := range r.IntN(6) {
		g.Groups = append(g.Groups, Group{fmt.Sprint("g", i), text()})
	}
	for i := range nodes {
		n := Node{ID: fmt.Sprint("n", i), Label: text(), Detail: text(), Kind: Kind(r.IntN(int(kindCount)))}
		if len(g.Groups) > 0 && r.IntN(2) == 0 {
			n.Group = g.Groups[r.IntN(len(g.Groups))].ID
		}
		g.Nodes = append(g.Nodes, n)
	}
	for range edges {
		g.Edges = append(g.Edges, Edge{
			From: g.Nodes[r.IntN(nodes)].ID, To: g.Nodes[r.IntN(nodes)].ID, Label: text(), Dashed: r.IntN(3) == 0,
		})
	}
	return g
}
