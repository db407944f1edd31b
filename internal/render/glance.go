package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// glance counts what the policy declares, each count leading to where it is told
// in full. It states nothing of its own.
func (p *page) glance() part {
	c := part{heading: "At a glance"}
	var l lines
	l.say(p.countData())
	l.say(p.countStores())
	l.say(p.countPeriods())
	l.say(p.countRecipients())
	l.say(p.countRights())
	c.add(l.blocks()...)
	return c
}

func (p *page) countData() tree.Text {
	kinds, optional := p.countCategories()
	if kinds == 0 {
		return nil
	}
	t := tree.T("this policy describes ", p.linkTo("collection", english.Count(kinds, "kind of data", "kinds of data")))
	switch {
	case optional == kinds:
		return tree.T(t, ", all of it optional")
	case optional > 0:
		return tree.T(t, ", "+english.Number(optional)+" of them optional")
	}
	return t
}

func (p *page) countStores() tree.Text {
	stores := p.model.All("data_store")
	if len(stores) == 0 {
		return nil
	}
	t := english.Phrase(tree.T(shareOf(stores)+" is kept in"), p.linkTo("locations", english.Count(len(stores), "data store", "data stores")))
	return tree.T(t, prefixed(", in ", p.storeCountries(stores)))
}

// shareOf is how much of the data the stores keep: all of it, unless the policy says of
// each company that keeps it that it has no more than part of it.
func shareOf(stores []*model.Block) string {
	share := ""
	for i, s := range stores {
		companies := keptWith(s)
		if len(companies) == 0 || i > 0 && companies[0].Text("data_share") != share {
			return "data"
		}
		share = companies[0].Text("data_share")
	}
	if share == "" || share == "all" {
		return "data"
	}
	return english.Word("data_share", share) + " data"
}

// countCategories counts the kinds of data, and those that may be left out.
func (p *page) countCategories() (kinds, optional int) {
	for _, b := range p.model.All("category") {
		if !p.isElement(b) || p.isSilent(b) {
			continue
		}
		kinds++
		for _, c := range b.Inside("collection") {
			if c.Text("requirement") == "optional" {
				optional++
			}
		}
	}
	return kinds, optional
}

// countPeriods says of how many stores the policy says how long they keep data.
func (p *page) countPeriods() tree.Text {
	stores := p.model.All("data_store")
	without := len(p.withoutPeriod())
	period := link(retentionPage+".html", "how long data is kept there")
	switch {
	case len(stores) == 0:
		return nil
	case without == 0 && len(stores) == 1:
		return english.Phrase(tree.T("the policy says"), period)
	case without == 0:
		return english.Phrase(tree.T("for each of them the policy says"), period)
	case without == len(stores):
		return english.Phrase(tree.T("the policy does not say"), period)
	}
	known := english.Number(len(stores) - without)
	return english.Phrase(tree.T("for "+known+" of them the policy says"), period)
}

// mostCountries is how many countries are named. More are counted.
const mostCountries = 4

// storeCountries names the countries where data is kept, if that is known of
// every store, and counts them if they are many.
func (p *page) storeCountries(stores []*model.Block) tree.Text {
	var names []string
	seen := map[string]bool{}
	for _, s := range stores {
		known := false
		for _, r := range s.Refs("regions") {
			code := r.Text("country")
			known = known || code != ""
			if code != "" && !seen[code] {
				seen[code] = true
				names = append(names, p.speech.Country(code))
			}
		}
		if !known {
			return nil
		}
	}
	switch {
	case len(names) > mostCountries && p.speech.InSentences():
		return tree.T(english.Count(len(names), "country", "countries"))
	case len(names) > mostCountries:
		return p.speech.Entry(p.speech.Attribute("subprocessor", "countries"), tree.T(p.speech.Tongue.Number(len(names))))
	}
	return tree.T(p.speech.AndWords(names...))
}

func (p *page) countRecipients() tree.Text {
	named, classes := 0, 0
	for _, b := range p.model.All("subprocessor") {
		if b.Text("kind") == "recipient_class" {
			classes++
		} else {
			named++
		}
	}
	var counts []tree.Text
	count := func(n int, one, several string) {
		if n > 0 {
			counts = append(counts, link(subprocessorsPage+".html", english.Count(n, one, several)))
		}
	}
	keeping, hosting, both := p.countKeepers()
	hosting -= both // nobody is counted twice in one sentence
	further := len(p.furtherRecipients())
	count(named, "outside service", "outside services")
	count(keeping, "company that keeps data", "companies that keep data")
	count(hosting, "company that hosts systems", "companies that host systems")
	count(classes, "group of recipients", "groups of recipients")
	count(further, "further recipient", "further recipients")
	if len(counts) == 0 {
		return nil
	}
	receive := "receive or handle data"
	if named+classes+further+keeping+hosting == 1 {
		receive = "receives or handles data"
	}
	return english.Phrase(english.And(counts...), tree.T(receive))
}

// furtherRecipients are the companies to which recipients pass data on, or give access,
// and which are not counted otherwise.
func (p *page) furtherRecipients() []*model.Block {
	counted := map[*model.Block]bool{}
	for _, k := range p.keepers {
		counted[k.company] = true
	}
	recipients := p.model.All("subprocessor")
	for _, b := range recipients {
		if v := b.Ref("vendor"); v != nil {
			counted[v] = true
		}
	}
	var further []*model.Block
	for _, b := range recipients {
		for _, e := range b.Inside("engagement") {
			for _, s := range e.Inside("shares_with") {
				if v := s.Ref("vendor"); !counted[v] {
					counted[v] = true
					further = append(further, v)
				}
			}
		}
	}
	return further
}

func (p *page) countRights() tree.Text {
	n := len(p.model.All("right"))
	if n == 0 {
		return nil
	}
	who := english.Subject{Text: tree.T("people"), Person: english.They}
	if p.reader != nil {
		who = p.subject(p.reader)
	}
	return english.Phrase(who.Text, tree.T(english.Present(who.Person, "have")), p.linkTo("rights", english.Count(n, "right", "rights")),
		tree.T("concerning the data"))
}

// linkTo leads to the section of the page that shows a part, if there is one.
func (p *page) linkTo(part, words string) tree.Text {
	at := p.shownAt[part]
	if at == "" {
		return tree.T(words)
	}
	return link("#"+at, words)
}

func link(href, words string) tree.Text {
	return tree.T(tree.Link{Href: href, Text: tree.T(words)})
}
