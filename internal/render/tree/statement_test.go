package tree

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStatements(t *testing.T) {
	doc := &Document{
		Title: "Policy",
		Intro: []Block{&Paragraph{T("Read ", Strong{T("this")}, ".")}},
		Sections: []*Section{{
			Title: T("Storage"),
			Blocks: []Block{
				&List{Items: []Item{{Text: T("one"), List: &List{Items: []Item{{Text: T("inner")}}}, Blocks: []Block{&Paragraph{T("beside")}}}}},
				&Table{Head: []Text{T("Store"), T("Where"), T("Why")}, Rows: []Row{{Cells: []Cell{{T("users")}, {T("Ireland"), nil, T("Spain")}, nil}}}},
				&Definitions{[]Definition{{Term: T("Key"), About: []Block{&Paragraph{T("opens")}}}}},
				&Prose{Markdown: "By\nthe *author*."},
			},
			Sections: []*Section{{Title: T("Deeper"), Blocks: []Block{&Paragraph{}, &Paragraph{T("last")}}}},
		}},
		Footer: []Block{&Paragraph{T("footer")}},
	}
	var got [][2]string
	for _, s := range Statements(doc) {
		got = append(got, [2]string{s.Heading, s.Text})
	}
	want := [][2]string{
		{"Policy", "Read this."},
		{"Storage", "one"},
		{"Storage", "inner"},
		{"Storage", "beside"},
		{"Storage", "users | Where: Ireland; Spain"},
		{"Storage", "Key"},
		{"Storage", "opens"},
		{"Storage", "By the *author*."},
		{"Deeper", "last"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
