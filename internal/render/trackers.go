package render

import (
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// trackers are what is stored on people's devices or read from them.
func (p *page) trackers() part {
	var c part
	g := p.grid([]column{
		{head: "Name"},
		{head: "Whose", owed: "who sets them"},
		{head: "What for", owed: "what they are for"},
		{head: "Data"},
		{head: "Stays for", owed: "how long they stay"},
		{head: "When and how to refuse"},
	})
	for _, b := range p.all("tracker") {
		g.row(anchor(b), cell(english.Phrase(stored(b), bracketed(word(b, "kind")))), cell(whoseTracker(b)), p.trackerPurpose(b),
			cell(named(b, "data", name)), cell(lasts(b), flag(b, "session", "until the browser is closed", "also when the browser was closed")),
			cell(p.conditions(b), prefixed("on ", named(b, "on", the)), prefixed("refused ", named(b, "opt_out", p.channel))))
	}
	t, silent := g.table()
	c.tabulate(t)
	c.say(silence(silent))
	for _, b := range p.all("tracker") {
		c.add(note(b)...)
	}
	return c
}

// stored is the name under which a tracker is stored, to be read letter by
// letter, or what several of them are called together.
func stored(b *model.Block) tree.Text {
	if strings.Contains(b.Label(), " ") {
		return name(b)
	}
	return tree.Says(tree.T(tree.Code(b.Label())), labelOf(b))
}

// lasts is how long a tracker stays on a device.
func lasts(b *model.Block) tree.Text {
	d, ok := b.Duration("lifetime")
	if !ok {
		return nil
	}
	return says(b, "lifetime", english.Duration(d))
}

// whoseTracker is the company behind a tracker and whether browsers see it as
// another one, or only that.
func whoseTracker(b *model.Block) tree.Text {
	if b.Ref("vendor") == nil {
		return word(b, "party")
	}
	return english.Phrase(named(b, "vendor", vendorName), bracketed(word(b, "party")))
}

func (p *page) trackerPurpose(b *model.Block) tree.Cell {
	return cell(named(b, "purposes", name), flag(b, "essential", "needed for what was asked for", "not needed for what was asked for"))
}
