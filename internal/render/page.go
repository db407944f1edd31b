package render

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// A page is a document while it is written.
type page struct {
	*writer
	name    string
	limited map[*model.Block]bool // what the section under way is limited to; nil for no limit
	parts   []string              // those that the section under way shows
	shownAt map[string]string     // the section that shows a part, by the part's name
	listed  map[*model.Block]bool // purposes that a list on the page tells at length
}

func (w *writer) page(name string) *page {
	return &page{writer: w, name: name}
}

// all lists the blocks of a kind that the section under way may show.
func (p *page) all(kind string) []*model.Block {
	blocks := p.model.All(kind)
	if p.limited == nil {
		return blocks
	}
	var shown []*model.Block
	for _, b := range blocks {
		if p.shows(b) {
			shown = append(shown, b)
		}
	}
	return shown
}

// shows reports whether a section that is limited to some blocks is about this
// one: it is among them, inside one of them, or speaks of one.
func (p *page) shows(b *model.Block) bool {
	if p.limited == nil {
		return true
	}
	for outer := b; outer != nil; outer = outer.Parent {
		if p.limited[outer] {
			return true
		}
	}
	if b.Schema.Spans == "" {
		return false
	}
	for _, subject := range b.Refs(b.Schema.Spans) {
		if p.shows(subject) {
			return true
		}
	}
	return false
}

// mostRepeated is how many rows the policy's own page repeats of a list that has
// a page of its own. Nobody reads more twice.
const mostRepeated = 200

// leavesTo reports whether the policy's own page leaves a long list to the page
// that it has of its own.
func (p *page) leavesTo(page string, rows int) bool {
	return p.name == indexPage && p.limited == nil && rows > mostRepeated && p.authoredPages[page] == nil
}

// anchor is the fragment identifier of a block on the pages that show it, of the
// first place there: see [tree.Identify].
func anchor(b *model.Block) string { return slug(b.Address) }

// Fragment is the identifier under which a page speaks of the block with an address,
// if it does so in one place.
func Fragment(address string) string { return slug(address) }

// slug writes a name with the characters that an identifier may have.
func slug(name string) string {
	id := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '_', r == '-':
			return r
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		}
		return '-'
	}, name)
	if id == "" || strings.HasPrefix(id, "page-") {
		id = "the-" + id
	}
	return id
}

// entry is what is said of one block: a term with blocks below it.
func (p *page) entry(b *model.Block, term tree.Text, about ...[]tree.Block) tree.Definition {
	d := tree.Definition{ID: anchor(b), Term: term}
	for _, blocks := range about {
		d.About = append(d.About, blocks...)
	}
	return d
}

// entries are what is said of blocks, of those of which there is anything to say.
func (p *page) entries(blocks []*model.Block, term func(*model.Block) tree.Text, about func(*model.Block) lines) []tree.Definition {
	all := parallel.Map(len(blocks), func(i int) tree.Definition {
		b := blocks[i]
		said := about(b)
		if len(said) == 0 && !b.Has("note") {
			return tree.Definition{}
		}
		return p.entry(b, term(b), said.blocks(), note(b))
	})
	return slices.DeleteFunc(all, func(d tree.Definition) bool { return len(d.About) == 0 })
}

// A part is a generated part of a page.
type part struct {
	heading  string
	solo     bool // whether a single subsection gives its heading to the section
	blocks   []tree.Block
	sections []*tree.Section
}

func (c *part) add(blocks ...tree.Block) { c.blocks = append(c.blocks, blocks...) }

// say adds a paragraph, unless there is nothing in it.
func (c *part) say(sentences ...tree.Text) {
	if t := english.Paragraph(sentences...); len(t) > 0 {
		c.add(&tree.Paragraph{Text: t})
	}
}

// define adds a list of definitions, unless it is empty.
func (c *part) define(entries []tree.Definition) {
	if len(entries) > 0 {
		c.add(&tree.Definitions{Entries: entries})
	}
}

// tabulate adds a table, unless it is empty.
func (c *part) tabulate(t *tree.Table) {
	if t != nil && len(t.Rows) > 0 {
		c.add(t)
	}
}

// under adds a subsection, unless it is empty.
func (c *part) under(id, heading string, inner part) {
	if inner.empty() {
		return
	}
	c.sections = append(c.sections, &tree.Section{
		ID: id, Title: tree.T(heading), Blocks: inner.blocks, Sections: inner.sections,
	})
}

// promote takes the heading of the only subsection where there is nothing else.
func (c *part) promote() {
	if len(c.blocks) == 0 && len(c.sections) == 1 {
		only := c.sections[0]
		c.heading, c.blocks, c.sections = tree.PlainText(only.Title), only.Blocks, only.Sections
	}
}

// takeHeading gives a section without a heading that of its first part. Where all
// that the part has is one subsection, the heading of which says more than the part's
// own or repeats the section's, there is one heading for both.
func (c *part) takeHeading(heading *tree.Text) {
	if len(c.blocks) == 0 && len(c.sections) == 1 && c.solo {
		only := c.sections[0]
		if words := tree.PlainText(*heading); words == "" || strings.EqualFold(words, tree.PlainText(only.Title)) {
			*heading, c.blocks, c.sections = only.Title, only.Blocks, only.Sections
		}
	}
	*heading = or(*heading, c.heading)
}

func (c *part) empty() bool { return len(c.blocks) == 0 && len(c.sections) == 0 }

// lines are what is said of one thing, a line each.
type lines []tree.Item

// add adds a line that names what it gives: "Country: Ireland".
func (l *lines) add(label string, t tree.Text) {
	if len(t) > 0 {
		*l = append(*l, tree.Item{Text: tree.T(label+": ", t)})
	}
}

// say adds a line that is a sentence.
func (l *lines) say(phrases ...tree.Text) {
	if t := english.Sentence(phrases...); len(t) > 0 {
		*l = append(*l, tree.Item{Text: t})
	}
}

// more puts the author's prose about a block below the last line, which is about
// it.
func (l *lines) more(b *model.Block) {
	if n := len(*l); n > 0 {
		(*l)[n-1].Blocks = note(b)
	}
}

// note adds the author's prose about a block that the line names.
func (l *lines) note(of tree.Text, b *model.Block) {
	if b.Has("note") {
		*l = append(*l, tree.Item{Text: tree.T(english.Capital(of), ":"), Blocks: note(b)})
	}
}

// blocks is a single line as a paragraph, and several as a list.
func (l lines) blocks() []tree.Block {
	switch {
	case len(l) == 0:
		return nil
	case len(l) == 1 && len(l[0].Blocks) == 0:
		return []tree.Block{&tree.Paragraph{Text: l[0].Text}}
	}
	return []tree.Block{&tree.List{Items: l}}
}

// headed is the name that the author gives a statement, which stands before it.
func headed(b *model.Block) tree.Text {
	if !b.Has("label") {
		return nil
	}
	return tree.T(tree.Strong{Text: title(b)}, ":")
}

// note is the author's own prose about a block.
func note(b *model.Block) []tree.Block { return prose(b, "note") }

func prose(b *model.Block, attr string) []tree.Block {
	if b == nil || !b.Has(attr) {
		return nil
	}
	return []tree.Block{&tree.Prose{Markdown: b.Text(attr), Fact: b.Fact(attr)}}
}

// statements are sentences in a list, each with what else belongs to it.
type statements []tree.Item

func (s *statements) add(id string, t tree.Text, more ...[]tree.Block) {
	if len(t) == 0 {
		return
	}
	item := tree.Item{ID: id, Text: t}
	for _, blocks := range more {
		item.Blocks = append(item.Blocks, blocks...)
	}
	*s = append(*s, item)
}

func (s statements) blocks() []tree.Block {
	if len(s) == 0 {
		return nil
	}
	return []tree.Block{&tree.List{Items: s}}
}
