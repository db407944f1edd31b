package showcase

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
)

func sayingsOf(docs []*tree.Document) []tree.Statement {
	var said []tree.Statement
	for _, doc := range docs {
		if doc.Name != mapPage { // which says in lists what the others say in sentences
			said = append(said, tree.Statements(doc)...)
		}
	}
	return said
}

// mapPage is the page of the data map.
const mapPage = "data-map"

// translated returns what the pages in a language say of the block whose
// translation comes first in a file.
func (p *policy) translated(file, language string) (where string, says []string) {
	for _, t := range p.model.Translations() {
		if t.Span.File.Name == file && t.Language == language {
			inLanguage := &policy{said: sayingsOf(render.In(p.model, language).Documents())}
			return inLanguage.sayings(t.Of)
		}
	}
	return "", nil
}

// mostSayings is how many statements are shown of a block.
const mostSayings = 5

// sayings returns what the pages say of a block, each once, and the heading of
// the first. Of a block that has nothing but a label they call it by that.
func (p *policy) sayings(block *model.Block) (where string, says []string) {
	where, says = p.statementsThat(func(s tree.Statement) bool { return tellsOf(s, block) })
	if len(says) == 0 {
		return p.statementsThat(func(s tree.Statement) bool { return names(s, block) })
	}
	return where, says
}

func (p *policy) statementsThat(count func(tree.Statement) bool) (where string, says []string) {
	seen := map[string]bool{}
	for _, s := range p.said {
		if len(says) == mostSayings || seen[s.Text] || !count(s) {
			continue
		}
		if len(says) == 0 {
			where = s.Heading
		}
		seen[s.Text] = true
		says = append(says, s.Text)
	}
	return where, says
}

// names reports whether a statement calls a block by its label.
func names(s tree.Statement, block *model.Block) bool {
	return slices.ContainsFunc(s.Facts, func(f model.Fact) bool { return f.Block == block })
}

// tellsOf reports whether a statement says more of a block, or of one inside it,
// than what it is called.
func tellsOf(s tree.Statement, block *model.Block) bool {
	for _, f := range s.Facts {
		if f.Attr == nil || f.Attr.Schema.Name == "label" {
			continue
		}
		for b := f.Block; b != nil; b = b.Parent {
			if b == block {
				return true
			}
		}
	}
	return false
}
