package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// A keeper is a company with which data is kept: it receives that data, whether or
// not the policy declares it as a subprocessor.
type keeper struct {
	company *model.Block
	stores  []*model.Block
}

// mostNamed is how many stores or kinds of data a keeper's row names. More are
// counted.
const mostNamed = 24

// indexKeepers finds who keeps data: the vendor of a store, or else who hosts it.
// A company of which a subprocessor is said to receive all of that data is among the
// subprocessors already.
func (w *writer) indexKeepers() {
	received := map[*model.Block]map[*model.Block]bool{} // from a vendor, the data that its services receive
	for _, s := range w.model.All("subprocessor") {
		v := s.Ref("vendor")
		if v == nil {
			continue
		}
		if received[v] == nil {
			received[v] = map[*model.Block]bool{}
		}
		for _, e := range s.Inside("engagement") {
			for _, c := range e.Refs("data") {
				received[v][c] = true
			}
		}
	}
	at := map[*model.Block]int{}
	for _, s := range w.model.All("data_store") {
		v := keptWith(s)
		if v == nil || includesAll(received[v], s.Refs("holds")) {
			continue
		}
		if _, known := at[v]; !known {
			at[v] = len(w.keepers)
			w.keepers = append(w.keepers, keeper{company: v})
		}
		w.keepers[at[v]].stores = append(w.keepers[at[v]].stores, s)
	}
}

// keptWith is the company with which a store keeps data, if it is known.
func keptWith(store *model.Block) *model.Block {
	if v := store.Ref("vendor"); v != nil {
		return v
	}
	return store.Ref("hosted_by")
}

func includesAll(set map[*model.Block]bool, blocks []*model.Block) bool {
	for _, b := range blocks {
		if !set[b] {
			return false
		}
	}
	return len(blocks) > 0
}

// shownKeepers are the companies of which the section under way may tell, each with
// the stores that it may.
func (p *page) shownKeepers() []keeper {
	if p.limited == nil {
		return p.keepers
	}
	var shown []keeper
	for _, k := range p.keepers {
		if p.shows(k.company) {
			shown = append(shown, k)
			continue
		}
		some := keeper{company: k.company}
		for _, s := range k.stores {
			if p.shows(s) {
				some.stores = append(some.stores, s)
			}
		}
		if len(some.stores) > 0 {
			shown = append(shown, some)
		}
	}
	return shown
}

// keeperRow is what the table of recipients says of a company that keeps data.
func (p *page) keeperRow(g *grid, k keeper) {
	where := k.places(func(places, stores []tree.Text) tree.Text {
		return english.Phrase(english.And(places...), prefixed("for ", english.And(stores...)))
	}, p.place, the)
	g.row(anchor(k.company), cell(vendorName(k.company)), cell(english.Phrase(tree.T("keeping data in"), k.inStores())),
		cell(k.data()), nil, cell(where), nil)
}

// keeperEntry is keeperRow as entries have it.
func (p *page) keeperEntry(g *grid, k keeper) {
	stores := make([]tree.Text, len(k.stores))
	for i, s := range k.stores {
		stores[i] = tree.Says(p.label(s), s.Fact(keepingAttr(s)))
	}
	where := k.places(func(places, stores []tree.Text) tree.Text {
		return join(p.speech.and(places...), bracketed(p.speech.and(stores...)))
	}, p.place, p.label)
	in, data := p.speech.and(stores...), p.speech.and(k.gather("holds", p.label)...)
	if len(stores) > mostNamed {
		in = tree.T(p.speech.tongue.Number(len(stores)))
	}
	g.row(anchor(k.company), cell(p.called(k.company)), cell(p.speech.words.Text("keeps_in", in)),
		cell(data), nil, cell(where), nil)
}

// keepingAttr is the attribute of a store that names the company with which it keeps
// data.
func keepingAttr(store *model.Block) string {
	if store.Has("vendor") {
		return "vendor"
	}
	return "hosted_by"
}

func (k keeper) inStores() tree.Text {
	if len(k.stores) > mostNamed {
		return tree.T(english.Count(len(k.stores), "data store", "data stores"))
	}
	items := make([]tree.Text, len(k.stores))
	for i, s := range k.stores {
		items[i] = tree.Says(the(s), s.Fact(keepingAttr(s)))
	}
	return english.And(items...)
}

func (k keeper) data() tree.Text {
	items := k.gather("holds", name)
	if len(items) > mostNamed {
		return tree.T(english.Count(len(items), "kind of data", "kinds of data"))
	}
	return english.And(items...)
}

// places joins the places of the stores. Where the policy gives none for some, it
// names those for which it does.
func (k keeper) places(join func(places, stores []tree.Text) tree.Text, place, called func(*model.Block) tree.Text) tree.Text {
	var placed []tree.Text
	for _, s := range k.stores {
		if s.Has("regions") {
			placed = append(placed, called(s))
		}
	}
	if len(placed) == len(k.stores) || len(placed) > mostNamed {
		placed = nil
	}
	places := k.gather("regions", place)
	if len(places) == 0 {
		return nil
	}
	return join(places, placed)
}

// gather gives each block that the stores name in an attribute its form, once.
func (k keeper) gather(attr string, form func(*model.Block) tree.Text) []tree.Text {
	var items []tree.Text
	seen := map[*model.Block]bool{}
	for _, s := range k.stores {
		for _, b := range s.Refs(attr) {
			if !seen[b] {
				seen[b] = true
				items = append(items, tree.Says(form(b), s.Fact(attr)))
			}
		}
	}
	return items
}

// keeping is the entry of the list for other programs.
func (w *writer) keeping(k keeper) Recipient {
	name := w.labelText(k.company)
	r := Recipient{
		Address: k.company.Address, Name: name, Company: name, Kind: "named",
		Role: w.speech.words.Say("keeps_data"), Keeps: w.labelTexts(k.stores),
	}
	seen := map[*model.Block]bool{}
	add := func(list []string, b *model.Block) []string {
		if seen[b] {
			return list
		}
		seen[b] = true
		return append(list, w.labelText(b))
	}
	countries := map[string]bool{}
	for _, s := range k.stores {
		for _, c := range s.Refs("holds") {
			r.Data = add(r.Data, c)
		}
		for _, place := range s.Refs("regions") {
			r.Regions = add(r.Regions, place)
			if code := place.Text("country"); code != "" && !countries[code] {
				countries[code] = true
				r.Countries = append(r.Countries, code)
			}
		}
	}
	return r
}
