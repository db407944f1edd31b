package prose

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/tree/treetest"
)

func p(pieces ...any) *tree.Paragraph { return &tree.Paragraph{Text: tree.T(pieces...)} }

// joined returns text with neighbouring plain pieces joined, so that a test need
// not know where goldmark divides them.
func joined(t tree.Text) tree.Text {
	var out tree.Text
	for _, n := range t {
		switch m := n.(type) {
		case tree.Strong:
			n = tree.Strong{Text: joined(m.Text)}
		case tree.Emphasis:
			n = tree.Emphasis{Text: joined(m.Text)}
		case tree.Link:
			n = tree.Link{Href: m.Href, Text: joined(m.Text)}
		case tree.Plain:
			if len(out) > 0 {
				if before, ok := out[len(out)-1].(tree.Plain); ok {
					out[len(out)-1] = before + m
					continue
				}
			}
		}
		out = append(out, n)
	}
	return out
}

func TestBlocks(t *testing.T) {
	tests := []struct {
		name, markdown string
		want           []tree.Block
	}{
		{"lines of a paragraph", "a\nb  \nc\\\nd", []tree.Block{p("a b", tree.Break{}, "c", tree.Break{}, "d")}},
		{"emphasis", "*a* __b__ `c`", []tree.Block{p(tree.Emphasis{Text: tree.T("a")}, " ", tree.Strong{Text: tree.T("b")}, " ", tree.Code("c"))}},
		{"escapes", `\*a\* &amp; &lt; \&amp; &#42; 5 < 6`, []tree.Block{p("*a* & < &amp; * 5 < 6")}},
		{"links", "[a](https://x.example/?a&amp;b \"t\") <https://y.example> <a@b.example> [r]\n\n[r]: retention.html#x", []tree.Block{p(
			tree.Link{Href: "https://x.example/?a&b", Text: tree.T("a")}, " ", tree.Link{Href: "https://y.example", Text: tree.T("https://y.example")}, " ",
			tree.Link{Href: "mailto:a@b.example", Text: tree.T("a@b.example")}, " ", tree.Link{Href: "retention.html#x", Text: tree.T("r")},
		)}},
		{"addresses", "See https://x.example/a_b. Or write to a@b.example, or ftp://x.example.", []tree.Block{p(
			"See ", tree.Link{Href: "https://x.example/a_b", Text: tree.T("https://x.example/a_b")}, ". Or write to ",
			tree.Link{Href: "mailto:a@b.example", Text: tree.T("a@b.example")}, ", or ftp://x.example.",
		)}},
		{"a refused link", "[*a*](javascript:x)", []tree.Block{p(tree.Emphasis{Text: tree.T("a")})}},
		{"a picture", "![a b](https://x.example/p.png)", []tree.Block{p("a b")}},
		{"HTML in a line", "a <b>c</b>", []tree.Block{p("a <b>c</b>")}},
		{"HTML", "<div>\na\n</div>", []tree.Block{p("<div>\na\n</div>")}},
		{"a comment", "<!-- a\nb -->\nc", []tree.Block{p("<!-- a\nb -->"), p("c")}},
		{"headings without gaps", "## a\n\n#### b\n\n### c\n\n# d\n\n## e", []tree.Block{
			&tree.Heading{Depth: 1, Text: tree.T("a")}, &tree.Heading{Depth: 2, Text: tree.T("b")}, &tree.Heading{Depth: 2, Text: tree.T("c")},
			&tree.Heading{Depth: 1, Text: tree.T("d")}, &tree.Heading{Depth: 2, Text: tree.T("e")},
		}},
		{"a heading elsewhere", "> # a", []tree.Block{&tree.Quote{Blocks: []tree.Block{p(tree.Strong{Text: tree.T("a")})}}}},
		{"an empty heading", "#\n\na", []tree.Block{p("a")}},
		{"lists", "3. a\n   - b\n4. c\n\n   d", []tree.Block{&tree.List{Ordered: true, Start: 3, Items: []tree.Item{
			{Text: tree.T("a"), List: &tree.List{Items: []tree.Item{{Text: tree.T("b")}}}}, {Text: tree.T("c"), Blocks: []tree.Block{p("d")}},
		}}}},
		{"a table", "a | b\n-|:-:\n`x\\|y` | z \\| w | dropped\nshort", []tree.Block{&tree.Table{
			Head: []tree.Text{tree.T("a"), tree.T("b")},
			Rows: []tree.Row{{Cells: []tree.Cell{{tree.T(tree.Code("x|y"))}, {tree.T("z | w")}}}, {Cells: []tree.Cell{{tree.T("short")}, {nil}}}},
		}}},
		{"code and a rule", "```go\na <b>\n\n```\n***\n    c", []tree.Block{&tree.Verbatim{Text: "a <b>"}, &tree.Rule{}, &tree.Verbatim{Text: "c"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Blocks(test.markdown), cmp.Transformer("joined", joined), emptyIsNil); diff != "" {
				t.Errorf("differs (-want +got):\n%s", diff)
			}
		})
	}
}

var emptyIsNil = cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Blocks" }, cmp.Transformer("nil", func(b []tree.Block) []tree.Block {
	return append([]tree.Block(nil), b...)
}))

func TestCheck(t *testing.T) {
	tests := []struct {
		markdown string
		line     int
		want     string // a part of the message; nothing for no problem
	}{
		{treetest.Prose, 0, ""},
		{"a < b & c > d, 1 <2", 0, ""},
		{"`<b>` \\<b>", 0, ""},
		{"[a](tel:+4512345678) [b](#x) [c](retention.html) [d](mailto:a@b.example)", 0, ""},
		{"a\n\nb <b>c</b>", 3, "HTML is not allowed"},
		{"a\nb <br>", 2, "HTML is not allowed"},
		{"a\n\n<div>\nx\n</div>", 3, "HTML is not allowed"},
		{"a\n\n<!-- x -->", 3, "HTML is not allowed"},
		{"a\n\n- b\n- [c](javascript:x)", 4, `"javascript:x" is not allowed`},
		{"[a](//x.example)", 1, "not allowed"},
		{"<intent:x>", 1, "not allowed"},
		{"[a]\n\n[a]: data:x", 1, "not allowed"},
		{"a\n![b](c.png)", 2, "Pictures are not allowed"},
		{"# a\n## b\n### c\n#### d", 4, "4th below another"},
		{strings.Repeat("a", MaxBytes+1), 1, "bytes long"},
		{"a\n\n" + strings.Repeat("> ", MaxNesting+1) + "b", 3, "deep in each other"},
		{"a\n" + strings.Repeat(" ", MaxIndent+1) + "b", 2, "indented"},
		{strings.Repeat("[", MaxMarks+1), 1, "brackets"},
		{strings.Repeat("*a\n", MaxMarks/2) + "\n" + strings.Repeat("*a\n", MaxMarks/2), 0, ""},
		{strings.Repeat("a|", 200) + "\n" + strings.Repeat("-|", 200) + strings.Repeat("\n|", 98), 100, "cells"},
		{strings.Repeat("[a] ", 256) + "\n\n[a]: https://x.example/" + strings.Repeat("y", 1500), 1, "in all"},
	}
	for _, test := range tests {
		problems := Check(test.markdown)
		if test.want == "" {
			if len(problems) > 0 {
				t.Errorf("%.60q: %+v", test.markdown, problems)
			}
			continue
		}
		if len(problems) == 0 || problems[0].Line != test.line || !strings.Contains(problems[0].Message, test.want) {
			t.Errorf("%.60q: got %.300v, want line %d, %q", test.markdown, problems, test.line, test.want)
		}
	}
}

// What exceeds the limits is printed letter by letter, and read by nobody.
func TestBeyondTheLimitsProseIsVerbatim(t *testing.T) {
	markdown := strings.Repeat("> ", 1000) + "[a](b)"
	if diff := cmp.Diff([]tree.Block{&tree.Verbatim{Text: markdown}}, Blocks(markdown)); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
}

// No hostile address is in any link, and every one that acts is reported.
func TestAddressesAreRefused(t *testing.T) {
	for _, address := range treetest.Addresses() {
		for _, form := range []string{"[x](%s)", "[x](<%s>)", "<%s>", "[x]\n\n[x]: %s", "[x]\n\n[x]: <%s>", "![x](%s)", "[![x](y)](%s)"} {
			doc := &tree.Document{Intro: Blocks(fmt.Sprintf(form, address))}
			tree.Walk(doc, func(n tree.Inline) {
				link, ok := n.(tree.Link)
				if !ok {
					return
				}
				if _, ok := tree.Target(link.Href); !ok {
					t.Errorf("%q leads to %q", address, link.Href)
				}
			})
		}
	}
}

// shapes need more than their share of time or memory where nothing bounds them.
func shapes() map[string]string {
	fill := func(s string) string { return strings.Repeat(s, MaxBytes/len(s)) }
	found := map[string]string{
		"table":      "|" + strings.Repeat("a|", 1000) + "\n|" + strings.Repeat("-|", 1000) + "\n" + strings.Repeat("|\n", 30_000),
		"references": strings.Repeat("[a]", 2000) + "\n\n[a]: /" + strings.Repeat("x", 50_000),
		"link":       strings.Repeat("[", 8000) + strings.Repeat("](b)", 8000),
	}
	for _, s := range []string{
		"[", "![", "*", "*a ", "**a ", "*a_ ", "**_a", "***a ", "a**b", "_a ", ">", "> > >\n", "> a\n>> b\n", "`", "`a", "`` ` ", "[a](", "[a](<b", "[a][", "[a]", "<", "<a ", "<!--", "<? ", "<http:a", "&", "&#", "\\",
		"[a]: b\n", "[a]:\n", "[a]: <", "[a](b \"", "\n", "a\n", "a|\n-|\n", "|a|a|\n|-|-|\n", "|a|a|\n|-|-|\n\n", "# a\n", "1. ", "- ", "- a\n", "1) a\n", "- a\n* b\n", "a\n- ", "a\n=\n", "\t- ", "```\n", "~~~\n\n", "](", "(", "a\\\n", "a  \n",
		"* *\n", "https://a", "https://", "http://a.b ", "www.a.", "www.a.b ", "a@", "a@b.c ", "a.", "https://a.b/(", "https://a.b/&a;", "<div>\n", "<b>", "    a\n", "\x00", "\xff",
	} {
		found[s] = fill(s)
		found["> "+s] = ("> " + fill(s))[:len(fill(s))]
		found["a"+s] = fill("a" + s)
		found[s+"\n\n"] = fill(s + "\n\n")
	}
	return found
}

func TestShapesAreBounded(t *testing.T) {
	for name, s := range shapes() {
		blocks := 0
		tree.Blocks(&tree.Document{Intro: Blocks(s)}, func(tree.Block) { blocks++ })
		if blocks > len(s) {
			t.Errorf("%q: %d bytes became %d blocks", name, len(s), blocks)
		}
	}
}

func BenchmarkShapes(b *testing.B) {
	all := shapes()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		s := all[name]
		b.Run(fmt.Sprintf("%q", name), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Blocks(s)
			}
		})
	}
}

func FuzzCheck(f *testing.F) {
	f.Add(treetest.Prose)
	for _, s := range treetest.Hostile() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		lines := strings.Count(markdown, "\n") + 1
		for _, p := range Check(markdown) {
			if p.Line < 1 || p.Line > lines || p.Offset < 0 || p.Offset > len(markdown) || p.Message == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}

// Texts are read side by side as they are alone: links that one of them defines are
// none of another's.
func TestSideBySide(t *testing.T) {
	texts := []string{
		"[law]\n\n[law]: https://example.org/law", "[law]", "- a\n  - [x](#y)\n\n# *H*", "> q\n\n```\ncode\n```",
		"| a | b |\n| --- | --- |\n| 1 | 2 |", "<b>raw</b> https://example.org/", "1. one\n2. **two _three_**",
	}
	alone := make([][]tree.Block, len(texts))
	for i, s := range texts {
		alone[i] = Blocks(s)
	}
	together := parallel.Map(2000, func(i int) []tree.Block { return Blocks(texts[i%len(texts)]) })
	for i, got := range together {
		if diff := cmp.Diff(alone[i%len(texts)], got); diff != "" {
			t.Fatalf("%q differs (-alone +side by side):\n%s", texts[i%len(texts)], diff)
		}
	}
}
