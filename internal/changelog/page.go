package changelog

import (
	"fmt"
	"slices"
	"strings"

	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/scalar"
)

// PageName is the name of the page of versions.
const PageName = "changes"

// Page returns the page of versions, the latest first.
func (l *Log) Page(title string) *tree.Document {
	doc := &tree.Document{Name: PageName, Title: "Changes", Language: "en"}
	doc.Intro = []tree.Block{&tree.Paragraph{Text: tree.T(
		"Each version of ", tree.Link{Href: "index.html", Text: tree.T(title)}, ", the latest first, and what it changed.",
	)}}
	for i := range slices.Backward(l.Versions) {
		doc.Sections = append(doc.Sections, l.section(&l.Versions[i]))
	}
	return doc
}

func fragment(v *Version) string { return fmt.Sprintf("version-%d", v.Number) }

func (l *Log) section(v *Version) *tree.Section {
	s := &tree.Section{ID: fragment(v), Title: tree.T("Version " + v.Name)}
	s.Blocks = append(s.Blocks, &tree.Paragraph{Text: tree.T(v.dates())})
	if v.Number == 1 {
		return s
	}
	if len(v.Changes) == 0 {
		s.Blocks = append(s.Blocks, &tree.Paragraph{Text: tree.T("It says the same as the version before.")})
	}
	for _, w := range diff.Weights {
		list := &tree.List{}
		for i := range v.Changes {
			if c := &v.Changes[i]; c.Materiality == w.Materiality {
				list.Items = append(list.Items, tree.Item{Text: tree.T(c.Summary)})
			}
		}
		if len(list.Items) > 0 {
			s.Blocks = append(s.Blocks, &tree.Paragraph{Text: tree.T(tree.Strong{Text: tree.T(w.Heading + " changes")})}, list)
		}
	}
	return s
}

// dates says when a version was published, and from when it holds.
func (v *Version) dates() string {
	first := ""
	if v.Number == 1 {
		first = "This was the first version. "
		if v.Imported {
			first = "This is the first version on record. "
		}
	}
	text := first + "Published on " + inWords(v.Published) + ", in force from " + inWords(v.Effective) + "."
	if v.Published == v.Effective {
		text = first + "Published and in force on " + inWords(v.Published) + "."
	}
	if v.Imported {
		text += " It was entered into the history later, with these dates."
	}
	return text
}

func inWords(day string) string {
	d, err := scalar.ParseDate(day)
	if err != nil {
		return day
	}
	return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
}

// Footer says on a page which version it belongs to, and by which head the versions
// before it can be held to what they were.
func (l *Log) Footer() []tree.Block {
	v := l.Last()
	if v == nil {
		return nil
	}
	if l.Unpublished {
		return []tree.Block{&tree.Paragraph{Text: tree.T("This is not published. The last version is ", tree.Link{Href: PageName + ".html#" + fragment(v), Text: tree.T("version " + v.Name)}, ". Head of the history: ", tree.Code(l.Base))}}
	}
	t := tree.T(tree.Link{Href: PageName + ".html#" + fragment(v), Text: tree.T("Version " + v.Name)}, ", published on ", inWords(v.Published), ".")
	if l.Base != "" {
		t = tree.T(t, " Head of the history before it: ", tree.Code(l.Base))
	}
	return []tree.Block{&tree.Paragraph{Text: t}}
}

// recipients reports whether a change is about who receives data, and where.
func recipients(c Change) bool {
	kind, _, _ := strings.Cut(c.Class, ".")
	return slices.Contains([]string{"subprocessor", "recipient", "transfer", "sale_or_share", "vendor", "engagement"}, kind)
}
