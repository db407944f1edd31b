package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// A keeper is a company with which data is kept: it receives that data, whether or
// not the policy declares it as a subprocessor. So does one that hosts systems.
type keeper struct {
	company *model.Block
	hosts   bool           // whether what follows are systems that it hosts, and not stores
	things  []*model.Block // where it keeps data
}

// mostNamed is how many stores, systems or kinds of data a keeper's row names. More are
// counted.
const mostNamed = 24

// indexKeepers finds who keeps data, the vendor of a store and who hosts it, and then
// who hosts systems. A company of which a subprocessor is said to receive all of
// that data is among the subprocessors already; of systems it is not said what data
// they handle, so that any subprocessor of the company will do.
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
	stores := map[*model.Block]int{}
	for _, s := range w.model.All("data_store") {
		for _, v := range keptWith(s) {
			if !includesAll(received[v], s.Refs("holds")) {
				w.keep(keeper{company: v}, s, stores)
			}
		}
	}
	systems := map[*model.Block]int{}
	for _, s := range w.model.All("system") {
		if v := s.Ref("hosted_by"); v != nil && received[v] == nil {
			w.keep(keeper{company: v, hosts: true}, s, systems)
		}
	}
}

// keep adds what a company keeps or hosts to its keeper, of which at gives the place.
func (w *writer) keep(k keeper, thing *model.Block, at map[*model.Block]int) {
	if _, known := at[k.company]; !known {
		at[k.company] = len(w.keepers)
		w.keepers = append(w.keepers, k)
	}
	known := &w.keepers[at[k.company]]
	known.things = append(known.things, thing)
}

// countKeepers counts the companies that keep data, those that host systems, and those
// that do both.
func (w *writer) countKeepers() (keeping, hosting, both int) {
	keeps := map[*model.Block]bool{}
	for _, k := range w.keepers { // those who keep data come first
		if !k.hosts {
			keeping++
			keeps[k.company] = true
			continue
		}
		hosting++
		if keeps[k.company] {
			both++
		}
	}
	return keeping, hosting, both
}

// keptWith are the companies with which a store keeps data, as far as they are known:
// whose service it is, and on whose infrastructure it runs.
func keptWith(store *model.Block) []*model.Block {
	var companies []*model.Block
	for _, v := range []*model.Block{store.Ref("vendor"), store.Ref("hosted_by")} {
		if v != nil && !slices.Contains(companies, v) {
			companies = append(companies, v)
		}
	}
	return companies
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
// the stores or systems that it may.
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
		some := keeper{company: k.company, hosts: k.hosts}
		for _, s := range k.things {
			if p.shows(s) {
				some.things = append(some.things, s)
			}
		}
		if len(some.things) > 0 {
			shown = append(shown, some)
		}
	}
	return shown
}

// keeperRow is what the table of recipients says of a company that keeps data or
// hosts systems.
func (p *page) keeperRow(g *grid, k keeper) {
	where := k.places(func(places, things []tree.Text) tree.Text {
		return english.Phrase(english.And(places...), prefixed("for ", english.And(things...)))
	}, p.place, the)
	does := "keeping data in"
	if k.hosts {
		does = "hosting"
	}
	g.row(anchor(k.company), cell(vendorName(k.company)), cell(english.Phrase(tree.T(does), k.named())),
		cell(k.data()), nil, cell(where), nil)
}

// keeperEntry is keeperRow as entries have it.
func (p *page) keeperEntry(g *grid, k keeper) {
	things := make([]tree.Text, len(k.things))
	for i, s := range k.things {
		things[i] = tree.Says(p.label(s), s.Fact(k.keepingAttr(s)))
	}
	where := k.places(func(places, things []tree.Text) tree.Text {
		return join(p.speech.And(places...), bracketed(p.speech.And(things...)))
	}, p.place, p.label)
	what, data := p.speech.And(things...), p.speech.And(k.gather("holds", p.label)...)
	if len(things) > mostNamed {
		what = tree.T(p.speech.Tongue.Number(len(things)))
	}
	does := "keeps_in"
	if k.hosts {
		does = "hosts"
	}
	g.row(anchor(k.company), cell(p.called(k.company)), cell(p.speech.Text(does, what)),
		cell(data), nil, cell(where), nil)
}

// keepingAttr is the attribute of a store or system that names the company as the one
// with which it keeps data.
func (k keeper) keepingAttr(thing *model.Block) string {
	if thing.Kind() == "data_store" && thing.Ref("vendor") == k.company {
		return "vendor"
	}
	return "hosted_by"
}

// named are the stores or systems by their names, unless there are too many.
func (k keeper) named() tree.Text {
	if n := len(k.things); n > mostNamed {
		return tree.T(english.Count(n, k.things[0].Schema.Title, k.things[0].Schema.Plural))
	}
	items := make([]tree.Text, len(k.things))
	for i, s := range k.things {
		items[i] = tree.Says(the(s), s.Fact(k.keepingAttr(s)))
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

// places joins the places of the stores or systems. Where the policy gives none for some, it
// names those for which it does.
func (k keeper) places(join func(places, stores []tree.Text) tree.Text, place, called func(*model.Block) tree.Text) tree.Text {
	var placed []tree.Text
	for _, s := range k.things {
		if s.Has("regions") {
			placed = append(placed, called(s))
		}
	}
	if len(placed) == len(k.things) || len(placed) > mostNamed {
		placed = nil
	}
	places := k.gather("regions", place)
	if len(places) == 0 {
		return nil
	}
	return join(places, placed)
}

// gather gives each block that the stores or systems name in an attribute its form,
// once. No system has an attribute for the data in it.
func (k keeper) gather(attr string, form func(*model.Block) tree.Text) []tree.Text {
	var items []tree.Text
	seen := map[*model.Block]bool{}
	for _, s := range k.things {
		if s.Schema.Attr(attr) == nil {
			continue
		}
		for _, b := range s.Refs(attr) {
			if !seen[b] {
				seen[b] = true
				items = append(items, tree.Says(form(b), s.Fact(attr)))
			}
		}
	}
	return items
}

// asRecipient is the entry of the list for other programs.
func (w *writer) asRecipient(k keeper) Recipient {
	name := w.labelText(k.company)
	r := Recipient{
		Address: k.company.Address, Name: name, Company: name, Kind: "named",
		Role: w.speech.Say("keeps_data"), Keeps: w.labelTexts(k.things),
	}
	if k.hosts {
		r.Role, r.Keeps, r.Hosts = w.speech.Say("hosts_systems"), nil, r.Keeps
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
	for _, s := range k.things {
		if !k.hosts {
			for _, c := range s.Refs("holds") {
				r.Data = add(r.Data, c)
			}
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
