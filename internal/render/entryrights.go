package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// rightColumns are the attributes of a right that its row tells.
var rightColumns = []string{"holder", "via", "within"}

// fewRights are as many as are read one by one. Of more of them a table shows at a
// glance who has them, how, and how soon, which is mostly the same of each.
const fewRights = 3

// rightEntries are what people can ask for: a table, and below it what else there is to
// tell of a right.
func (p *page) rightEntries() (c part) {
	rights := p.all("right")
	if len(rights) <= fewRights {
		c.define(p.cards("right"))
		return c
	}
	columns := []column{{head: english.CapitalWord(p.speech.Block("right"))}}
	for _, attr := range rightColumns {
		columns = append(columns, column{head: p.speech.Attribute("right", attr)})
	}
	g := p.grid(columns)
	var further []tree.Definition
	for _, b := range rights {
		told := slices.Concat(rightColumns, []string{"kind"})
		card := p.card(b, told...)
		id := anchor(b)
		if len(card.About) > 0 { // what is told in full is what links lead to
			further, id = append(further, card), ""
		}
		g.row(id, p.rightName(b), cell(p.answer(b, "holder")), cell(p.answer(b, "via")), cell(p.bounded(b, "within")))
	}
	t, _ := g.table()
	c.tabulate(t)
	c.define(further)
	return c
}

// rightName is a right by its name, and which of those of the law it is.
func (p *page) rightName(b *model.Block) tree.Cell {
	kind := p.answer(b, "kind")
	head, told := p.heading(b)
	if slices.Contains(told, "kind") {
		kind = nil
	}
	return cell(head, english.Capital(kind))
}
