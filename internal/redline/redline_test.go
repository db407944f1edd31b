package redline

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/tree/treetest"
)

// shown writes text with [-deleted-] and {+inserted+} words.
func shown(t tree.Text) string {
	var b strings.Builder
	for _, n := range t {
		switch n := n.(type) {
		case tree.Plain:
			b.WriteString(string(n))
		case tree.Code:
			b.WriteString("`" + string(n) + "`")
		case tree.Break:
			b.WriteString("/")
		case tree.Strong:
			b.WriteString("*" + shown(n.Text) + "*")
		case tree.Emphasis:
			b.WriteString("_" + shown(n.Text) + "_")
		case tree.Link:
			b.WriteString("<" + n.Href + " " + shown(n.Text) + ">")
		case tree.Stated:
			b.WriteString(shown(n.Text))
		case tree.Foreign:
			b.WriteString(shown(n.Text))
		case tree.Inserted:
			b.WriteString("{+" + shown(n.Text) + "+}")
		case tree.Deleted:
			b.WriteString("[-" + shown(n.Text) + "-]")
		}
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, test := range []struct{ name, before, after, want string }{
		{"nothing", "Kept for 30 days.", "Kept for 30 days.", "Kept for 30 days."},
		{"a number", "Kept for 30 days after deletion.", "Kept for 60 days after deletion.", "Kept for [-30 -]{+60+} days after deletion."},
		{"an end", "Logs are kept here.", "Logs are kept here and there.", "Logs are kept here {+and there+}."},
		{"a beginning", "We share data with them.", "Today we share data with them.", "[-We -]{+Today we+} share data with them."},
		{"a word less", "We never share personal data.", "We share personal data.", "We [-never -]share personal data."},
		{"an island", "kept by Acme or Brown until the contract has ended", "kept by Zeta or Green until the contract has ended", "kept by [-Acme or Brown -]{+Zeta or Green+} until the contract has ended"},
		{"all of it", "One two three four five.", "Alpha beta gamma delta.", "[-One two three four five-]{+Alpha beta gamma delta+}."},
		{"from nothing", "", "Now there.", "{+Now there.+}"},
		{"to nothing", "Once there.", "", "[-Once there.-]"},
		{"a version", "Uses TLS 1.2 for that.", "Uses TLS 1.3 for that.", "Uses TLS [-1.2 -]{+1.3+} for that."},
	} {
		m := &merger{}
		if got := shown(m.text(tree.T(test.before), tree.T(test.after))); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestHowWordsAreSet(t *testing.T) {
	m := &merger{}
	before := tree.T("See ", tree.Link{Href: "retention.html#x", Text: tree.T("the list")}, " of ", tree.Strong{Text: tree.T("all")}, " that is kept.")
	after := tree.T("See ", tree.Link{Href: "#here", Text: tree.T("the list")}, " of ", tree.Strong{Text: tree.T("most")}, " that is ", tree.Code("kept"), ".")
	want := "See <#here the list> of [-*all* -]{+*most*+} that is [-kept-]{+`kept`+}."
	if got := shown(m.text(before, after)); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
}

func row(id string, cells ...string) tree.Row {
	r := tree.Row{ID: id}
	for _, c := range cells {
		r.Cells = append(r.Cells, tree.Cell{tree.T(c)})
	}
	return r
}

func table(rows ...tree.Row) *tree.Table {
	return &tree.Table{Head: []tree.Text{tree.T("Who"), tree.T("Where")}, Rows: rows}
}

func page(blocks ...tree.Block) *tree.Document {
	return &tree.Document{Name: "index", Title: "T", Language: "en", Sections: []*tree.Section{{ID: "s", Title: tree.T("S"), Blocks: blocks}}}
}

func rowsOf(t *testing.T, doc *tree.Document) []string {
	t.Helper()
	var lines []string
	for _, r := range doc.Sections[0].Blocks[0].(*tree.Table).Rows {
		line := r.ID + ":"
		for _, c := range r.Cells {
			line += " " + shown(c[0])
		}
		lines = append(lines, line)
	}
	return lines
}

func TestRowsAreFoundByName(t *testing.T) {
	before := page(table(row("a", "Acme", "Ireland"), row("b", "Brown", "Germany"), row("c", "Clark", "France")))
	after := page(table(row("c", "Clark", "Spain"), row("z", "Acme Ltd", "Ireland"), row("d", "Dale", "Italy")))
	got := rowsOf(t, Merge(before, after, Names{"a": "z"}))
	want := []string{"c: Clark [-France-]{+Spain+}", "z: Acme {+Ltd+} Ireland", "was-b: [-Brown-] [-Germany-]", "d: {+Dale+} {+Italy+}"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Without Names a renamed row is a deletion and an insertion, or the test above
// could not fail.
func TestRowsOfOtherNamesAreOthers(t *testing.T) {
	before, after := page(table(row("a", "Acme", "Ireland"))), page(table(row("z", "Acme", "Ireland")))
	got := rowsOf(t, Merge(before, after, nil))
	// The words are the same, and say that nothing changed for a reader.
	if diff := cmp.Diff([]string{"z: Acme Ireland"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	after = page(table(row("z", "Acme", "Iceland")))
	if diff := cmp.Diff([]string{"was-a: [-Acme-] [-Ireland-]", "z: {+Acme+} {+Iceland+}"}, rowsOf(t, Merge(before, after, nil))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// side by side, a redline tells both stories.
func story(doc *tree.Document, deleted bool) string {
	var b strings.Builder
	var text func(t tree.Text)
	text = func(t tree.Text) {
		for _, n := range t {
			switch n := n.(type) {
			case tree.Plain:
				b.WriteString(string(n))
			case tree.Code:
				b.WriteString(string(n))
			case tree.Strong:
				text(n.Text)
			case tree.Emphasis:
				text(n.Text)
			case tree.Link:
				text(n.Text)
			case tree.Stated:
				text(n.Text)
			case tree.Foreign:
				text(n.Text)
			case tree.Inserted:
				if !deleted {
					text(n.Text)
				}
			case tree.Deleted:
				if deleted {
					text(n.Text)
				}
			}
		}
	}
	eachText(doc, text)
	return strings.Join(strings.Fields(tree.Clean(b.String())), "")
}

func eachText(doc *tree.Document, visit func(tree.Text)) {
	m := &textWalk{visit}
	m.blocks(doc.Intro)
	m.sections(doc.Sections)
}

type textWalk struct{ visit func(tree.Text) }

func (w *textWalk) sections(list []*tree.Section) {
	for _, s := range list {
		w.visit(s.Title)
		w.blocks(s.Blocks)
		w.sections(s.Sections)
	}
}

func (w *textWalk) blocks(list []tree.Block) {
	for _, b := range spelledOut("en", list) {
		switch b := b.(type) {
		case *tree.Paragraph:
			w.visit(b.Text)
		case *tree.Heading:
			w.visit(b.Text)
		case *tree.Quote:
			w.blocks(b.Blocks)
		case *tree.Verbatim:
			w.visit(tree.T(tree.Code(b.Text)))
		case *tree.List:
			for _, i := range b.Items {
				w.visit(i.Text)
				w.blocks(below(i))
			}
		case *tree.Definitions:
			for _, d := range b.Entries {
				w.visit(d.Term)
				w.blocks(d.About)
			}
		case *tree.Table:
			w.visit(b.Caption)
			for _, h := range b.Head {
				w.visit(h)
			}
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					for _, line := range c {
						w.visit(line)
					}
				}
			}
		}
	}
}

// Whatever the pages are, a redline without what is deleted is the later page, and
// nothing is marked in a page that did not change.
func TestRedlineIsTheLaterPage(t *testing.T) {
	for seed := range uint64(200) {
		before := treetest.Random(rand.New(rand.NewPCG(seed, 1)))
		after := treetest.Random(rand.New(rand.NewPCG(seed, 1)))
		if got := Merge(before, after, nil); Changed(got) {
			t.Fatalf("seed %d: a page differs from itself", seed)
		}
		after = treetest.Random(rand.New(rand.NewPCG(seed, 2)))
		got := Merge(before, after, nil)
		if diff := cmp.Diff(story(after, false), story(got, false)); diff != "" {
			t.Fatalf("seed %d: (-want +got):\n%s", seed, diff)
		}
		if err := tree.Check(got); err != nil && strings.Contains(err.Error(), "is there twice") {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

// Of pages that differ in one sentence, the redline tells the earlier one too.
func TestRedlineKeepsTheEarlierPage(t *testing.T) {
	before, after := treetest.Document(), treetest.Document()
	after.Sections[0].Blocks = append(after.Sections[0].Blocks[1:], &tree.Paragraph{Text: tree.T("Something entirely new is said here.")})
	got := Merge(before, after, nil)
	if !Changed(got) {
		t.Fatal("nothing is marked")
	}
	if diff := cmp.Diff(story(before, true), story(got, true)); diff != "" {
		t.Errorf("the earlier page (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(story(after, false), story(got, false)); diff != "" {
		t.Errorf("the later page (-want +got):\n%s", diff)
	}
}

func TestAlign(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		x, y := random(r), random(r)
		i, j, n := -1, -1, 0
		align(x, y, func(a, b int) {
			if x[a] != y[b] || a <= i || b <= j {
				t.Fatalf("%v, %v: %d and %d after %d and %d", x, y, a, b, i, j)
			}
			i, j, n = a, b, n+1
		})
		if cmp.Equal(x, y) && n != len(x) {
			t.Fatalf("%v: %d of %d", x, n, len(x))
		}
	}
}

func random(r *rand.Rand) []string {
	list := make([]string, r.IntN(12))
	for i := range list {
		list[i] = string(rune('a' + r.IntN(8)))
	}
	return list
}
