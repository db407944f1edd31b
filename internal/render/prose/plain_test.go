package prose

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/render/tree"
)

// TestPlainIsWhatTheParserSays holds the short way to the long one.
func TestPlainIsWhatTheParserSays(t *testing.T) {
	taken := 0
	for _, s := range []string{
		"Only once a day.", "We send no newsletters.", "In the browser (or the app), at 50% of the time.", "Note: it takes an hour.",
		"first-party data", "It's ours.", "Is it?", "www.example.com is ours.", "See example.com for more.", "a@b.example", "1. one", "- one",
		"Terms: a: b.", "http: yes", "a  b", " a", "a ", "a*b*c", "a_b_c", "`a`", "[a](b)", "<b>", "a\nb", "Setext\n---", "e.g. this", "WWW. this", "ftp: that", "",
	} {
		if !isPlain(s) {
			continue
		}
		taken++
		compare(t, s)
	}
	if taken < 8 {
		t.Errorf("only %d of the texts are plain", taken)
	}
}

// compare wants one paragraph of plain words of the parser, however it cuts them.
func compare(t *testing.T, s string) {
	t.Helper()
	blocks, problems := parse("en", s)
	if len(blocks) != 1 || len(problems) > 0 {
		t.Fatalf("%q: the parser finds %d blocks and %v", s, len(blocks), problems)
	}
	p, ok := blocks[0].(*tree.Paragraph)
	if !ok {
		t.Fatalf("%q: the parser finds a %T", s, blocks[0])
	}
	var words tree.Text
	for _, n := range p.Text {
		if _, plain := n.(tree.Plain); !plain {
			t.Fatalf("%q: the parser finds a %T in it", s, n)
		}
		words = append(words, n)
	}
	if diff := cmp.Diff(tree.PlainText(words), tree.PlainText(plainBlocks(s)[0].(*tree.Paragraph).Text)); diff != "" {
		t.Errorf("%q (-parser +plain):\n%s", s, diff)
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("Only once a day.")
	f.Add("Note: it takes an hour, www.x.y or not")
	f.Fuzz(func(t *testing.T, s string) {
		if !isPlain(s) {
			return
		}
		compare(t, s)
	})
}
