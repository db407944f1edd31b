package changelog

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/render/speech"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/scalar"
)

// PageName is the name of the page of versions.
const PageName = "changes"

// summaries is the language of the sentences in which every change is described.
const summaries = "en"

// A speaker tells a changelog in one language.
type speaker struct{ *speech.Speech }

// Page returns the page of versions in a language, the latest first.
func (l *Log) Page(title tree.Text, language string) *tree.Document {
	s := speaker{speech.In(language)}
	doc := &tree.Document{Name: PageName, Title: s.Say("changes.title"), Language: s.Language()}
	intro := s.Text("changes.intro", tree.T(tree.Link{Href: "index.html", Text: title}))
	for _, admission := range l.admissions(s) {
		intro = tree.T(intro, " ", admission)
	}
	doc.Intro = []tree.Block{&tree.Paragraph{Text: intro}}
	for i := range slices.Backward(l.Versions) {
		doc.Sections = append(doc.Sections, l.section(s, &l.Versions[i]))
	}
	return doc
}

func fragment(v *Version) string { return fmt.Sprintf("version-%d", v.Number) }

func (l *Log) section(s speaker, v *Version) *tree.Section {
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
				list.Items = append(list.Items, tree.Item{Text: s.told(c).text()})
			}
		}
		if len(list.Items) > 0 {
			section.Blocks = append(section.Blocks, &tree.Paragraph{Text: tree.T(tree.Strong{Text: tree.T(s.Say(w.Key))})}, list)
		}
	}
	return section
}

// told is a change in the language, or the English sentence where it was not told in
// that language when it was published.
func (s speaker) told(c *Change) Runs {
	if told, isTold := c.Told[s.Language()]; isTold {
		return told
	}
	if s.Tongue.Language() == summaries {
		return Runs{{Text: c.Summary}}
	}
	return Runs{{Text: c.Summary, Language: summaries}, {Text: " " + speech.Mark(summaries)}}
}

// admissions say what on the page of versions is in another language, and why.
func (l *Log) admissions(s speaker) []tree.Text {
	untold := false
	texts := map[foreign]map[string]bool{} // of the author
	for i := range l.Versions {
		for j := range l.Versions[i].Changes {
			c := &l.Versions[i].Changes[j]
			if c.Told[s.Language()] == nil && s.Tongue.Language() != summaries {
				untold = true
			}
			c.Told[s.Language()].foreign(texts)
		}
	}
	var all []tree.Text
	if untold {
		all = append(all, s.Text("changes.described", tree.T(speech.Mark(summaries))))
	}
	for _, kind := range slices.SortedFunc(maps.Keys(texts), foreign.compare) {
		key := "untranslated"
		if kind.stale {
			key = "stale"
		}
		number, name := s.Tongue.Number(len(texts[kind])), s.Tongue.LanguageName(kind.language)
		all = append(all, s.Text(key, tree.T(number), tree.T(name), tree.T(speech.Mark(kind.language))))
	}
	return all
}

// dates says when a version was published, and from when it holds.
func (v *Version) dates(s speaker) string {
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
func (s speaker) day(day string) string {
	d, err := scalar.ParseDate(day)
	if err != nil {
		return day
	}
	return s.Date(d)
}

// Footer says on a page in a language which version it belongs to, and by which head
// the versions before it can be held to what they were.
func (l *Log) Footer(language string) []tree.Block {
	v := l.Last()
	if v == nil {
		return nil
	}
	s := speaker{speech.In(language)}
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
