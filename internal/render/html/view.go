package html

import "github.com/privity/privity/internal/render/tree"

// view is the frame of a page as the templates see it.
type view struct {
	Title, Language, Site string
	TitleIn               string // the language of the title where it is another
	Style, Policy         string
	RTL                   bool
	Words                 Words
	Pages                 []pageLink
	Others                []Alternate
	Contents              []entry
	Languages             []Language
}

type pageLink struct {
	Href, Title string
	In          string // the language of the title where it is another than the page's
	Here        bool
}

// entry is a line of the table of contents.
type entry struct {
	Href   string
	Number string
	Title  string
	In     string // the language of the title where it is another than the page's
	Inner  []entry
}

// maxContents is the number of entries up to which the table of contents shows
// two levels.
const maxContents = 36

func newView(doc *tree.Document, site Site, words Words, numbers map[*tree.Section]string) *view {
	v := &view{
		Policy:   policy,
		Title:    tree.Clean(doc.Title),
		TitleIn:  tree.LanguageOf(doc.Heading),
		Language: doc.Language,
		RTL:      isRTL(doc.Language),
		Style:    StylePath,
		Site:     tree.Clean(site.Title),
		Words:    words,
		Contents: contents(doc.Sections, numbers, 2),
	}
	if count(v.Contents) > maxContents {
		v.Contents = contents(doc.Sections, numbers, 1)
	}
	for _, p := range site.Pages {
		v.Pages = append(v.Pages, pageLink{Href: p.Name + ".html", Title: tree.Clean(p.Title), In: p.TitleIn, Here: p.Name == doc.Name})
	}
	for _, l := range site.Languages {
		if href, ok := tree.Target(l.Href); ok {
			v.Languages = append(v.Languages, Language{Tag: l.Tag, Name: tree.Clean(l.Name), Href: href, Here: l.Here})
		}
	}
	for _, a := range site.Others {
		if href, ok := tree.Target(a.Href); ok {
			v.Others = append(v.Others, Alternate{Type: a.Type, Href: href, Title: tree.Clean(a.Title)})
		}
	}
	return v
}

// contents lists sections down to the given depth.
func contents(sections []*tree.Section, numbers map[*tree.Section]string, depth int) []entry {
	if depth == 0 {
		return nil
	}
	var entries []entry
	for _, s := range sections {
		entries = append(entries, entry{
			Href:   "#" + s.ID,
			Number: numbers[s],
			Title:  tree.PlainText(s.Title),
			In:     tree.LanguageOf(s.Title),
			Inner:  contents(s.Sections, numbers, depth-1),
		})
	}
	return entries
}

func count(entries []entry) int {
	n := len(entries)
	for _, e := range entries {
		n += count(e.Inner)
	}
	return n
}
