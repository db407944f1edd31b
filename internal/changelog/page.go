package changelog

import (
	"fmt"
	"slices"
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/words"
	"github.com/privity/privity/internal/scalar"
)

// PageName is the name of the page of versions.
const PageName = "changes"

// summaries is the language in which changes are described.
const summaries = "en"

// A speech is what the page of versions says in one language.
type speech struct {
	*words.Catalogue
	language string
	tongue   *locale.Tongue
}

// speechOf is that of a BCP 47 tag, or English where there are no words in it.
func speechOf(tag string) speech {
	s := speech{language: tag}
	var known bool
	if s.Catalogue, known = words.In(tag); !known {
		s.language = "en"
		s.Catalogue, _ = words.In("en")
	}
	s.tongue, _ = locale.In(s.language)
	return s
}

// Page returns the page of versions in a language, the latest first. What changed is
// described in English on all of them.
func (l *Log) Page(title, language string) *tree.Document {
	s := speechOf(language)
	doc := &tree.Document{Name: PageName, Title: s.Say("changes.title"), Language: s.language}
	intro := s.Text("changes.intro", tree.T(tree.Link{Href: "index.html", Text: tree.T(title)}))
	if s.tongue.Language() != summaries {
		intro = tree.T(intro, " ", s.Text("changes.described", tree.T(mark)))
	}
	doc.Intro = []tree.Block{&tree.Paragraph{Text: intro}}
	for i := range slices.Backward(l.Versions) {
		doc.Sections = append(doc.Sections, l.section(s, &l.Versions[i]))
	}
	return doc
}

func fragment(v *Version) string { return fmt.Sprintf("version-%d", v.Number) }

func (l *Log) section(s speech, v *Version) *tree.Section {
	section := &tree.Section{ID: fragment(v), Title: tree.T(s.Say("changes.version", v.Name))}
	section.Blocks = append(section.Blocks, &tree.Paragraph{Text: tree.T(v.dates(s))})
	if v.Number == 1 {
		return section
	}
	if len(v.Changes) == 0 {
		section.Blocks = append(section.Blocks, &tree.Paragraph{Text: tree.T(s.Say("changes.same"))})
	}
	for _, w := range diff.Weights {
		list := &tree.List{}
		for i := range v.Changes {
			if c := &v.Changes[i]; c.Materiality == w.Materiality {
				list.Items = append(list.Items, tree.Item{Text: s.summary(c)})
			}
		}
		if len(list.Items) > 0 {
			section.Blocks = append(section.Blocks, &tree.Paragraph{Text: tree.T(tree.Strong{Text: tree.T(s.weight(w.Materiality))})}, list)
		}
	}
	return section
}

// mark stands behind what is in English on a page that is not.
const mark = "[" + summaries + "]"

func (s speech) summary(c *Change) tree.Text {
	if s.tongue.Language() == summaries {
		return tree.T(c.Summary)
	}
	return tree.T(tree.Foreign{Language: summaries, Text: tree.T(c.Summary)}, " "+mark)
}

// weight is the heading of changes of one degree of materiality.
func (s speech) weight(materiality string) string {
	switch compare.Materiality(materiality) {
	case compare.Material:
		return s.Say("changes.material")
	case compare.Minor:
		return s.Say("changes.minor")
	case compare.Editorial:
		return s.Say("changes.editorial")
	}
	return s.Say("changes.technical")
}

// dates says when a version was published, and from when it holds.
func (v *Version) dates(s speech) string {
	var sentences []string
	switch {
	case v.Number == 1 && v.Imported:
		sentences = append(sentences, s.Say("changes.first_recorded"))
	case v.Number == 1:
		sentences = append(sentences, s.Say("changes.first"))
	}
	if v.Published == v.Effective {
		sentences = append(sentences, s.Say("changes.at_once", s.day(v.Published)))
	} else {
		sentences = append(sentences, s.Say("changes.published", s.day(v.Published), s.day(v.Effective)))
	}
	if v.Imported {
		sentences = append(sentences, s.Say("changes.imported"))
	}
	return strings.Join(sentences, " ")
}

// day is a date of ISO 8601 in words.
func (s speech) day(day string) string {
	d, err := scalar.ParseDate(day)
	if err != nil {
		return day
	}
	return s.tongue.Date(d.Year, int(d.Month), d.Day)
}

// inWords is a date of ISO 8601 in English.
func inWords(day string) string { return speechOf("en").day(day) }

// Footer says on a page in a language which version it belongs to, and by which head
// the versions before it can be held to what they were.
func (l *Log) Footer(language string) []tree.Block {
	v := l.Last()
	if v == nil {
		return nil
	}
	s := speechOf(language)
	version := func(key string) tree.Text {
		return tree.T(tree.Link{Href: PageName + ".html#" + fragment(v), Text: tree.T(s.Say(key, v.Name))})
	}
	head := tree.T(tree.Code(l.Base))
	if l.Unpublished {
		return []tree.Block{&tree.Paragraph{Text: s.Text("changes.unpublished", version("changes.last"), head)}}
	}
	t := s.Text("changes.footer", version("changes.version"), tree.T(s.day(v.Published)))
	if l.Base != "" {
		t = tree.T(t, " ", s.Text("changes.head", head))
	}
	return []tree.Block{&tree.Paragraph{Text: t}}
}

// recipients reports whether a change is about who receives data, and where.
func recipients(c Change) bool {
	kind, _, _ := strings.Cut(c.Class, ".")
	return slices.Contains([]string{"subprocessor", "recipient", "transfer", "sale_or_share", "vendor", "engagement"}, kind)
}
