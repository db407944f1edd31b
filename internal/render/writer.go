package render

import (
	"slices"
	"sync"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/speech"
	"github.com/privity/privity/internal/render/tree"
)

// A writer knows what all pages of a policy share: whom they speak to, and the
// relations between blocks that the model holds the other way round.
type writer struct {
	model  *model.Model
	speech *speech.Speech
	policy *model.Block // nil in a model without one
	us     *model.Block // the organization whose policy it is, or nil
	reader *model.Block // the actor whom a public page calls "you", or nil
	public bool

	serves  map[*model.Block][]*model.Block // from a category, the purposes that name it
	engaged map[*model.Block][]*model.Block // from a category, the roles of recipients that receive it

	exceptions map[*model.Block][]*model.Block // from what they are exceptions to
	employs    map[*model.Block][]*model.Block // from a subprocessor, the stores that it manages
	relies     map[*model.Block][]*model.Block // from a vendor, the stores and systems that are its or run with it
	keepers    []keeper                        // companies that keep data or host systems and are no subprocessors for it
	groups     map[*model.Block]bool           // categories that others belong to
	included   map[*model.Block][]*model.Block // from a category, those that are said to consist of it

	conditional map[*model.Block]bool      // conditions on which something depends
	involved    map[*model.Block]bool      // actors of whom something is said
	places      map[*model.Block]tree.Text // regions as tables name them, typeset
	placeLabels map[*model.Block]string    // regions as the map names them

	onMap map[string]bool // texts in another language that the map shows, and whether they were translated before they changed

	maps func() (full, drawn *drawing) // drawn when first asked for

	authoredPages map[string]*model.Block // document blocks by the page that they lay out
}

func newWriter(m *model.Model, language string) *writer {
	w := &writer{
		model: m, speech: speech.Of(m, language), onMap: map[string]bool{}, policy: m.Policy(), public: true,
		serves: map[*model.Block][]*model.Block{}, engaged: map[*model.Block][]*model.Block{},
		exceptions: map[*model.Block][]*model.Block{},
		employs:    map[*model.Block][]*model.Block{},
		relies:     map[*model.Block][]*model.Block{},
		groups:     map[*model.Block]bool{}, included: map[*model.Block][]*model.Block{}, conditional: map[*model.Block]bool{}, involved: map[*model.Block]bool{},
		places: map[*model.Block]tree.Text{}, placeLabels: map[*model.Block]string{}, authoredPages: map[string]*model.Block{},
	}
	if w.policy != nil {
		w.public = w.policy.Text("audience") != "internal"
		w.us = w.policy.Ref("organization")
	}
	if w.public {
		w.reader = addressee(m)
	}
	w.indexRelations()
	for _, r := range m.All("region") {
		place := w.placeOf(r)
		tree.TypesetText(w.speech.Language(), place) // now, since pages share it and are typeset side by side
		w.places[r], w.placeLabels[r] = place, w.placeLabel(r)
	}
	w.maps = sync.OnceValues(w.drawMaps)
	return w
}

// indexRelations finds all relations side by side, each in indexes of its own.
func (w *writer) indexRelations() {
	indexes := []func(){w.indexAuthored, w.indexHolders, w.indexNamed, w.indexUses, w.indexKeepers, w.indexCategories}
	parallel.For(len(indexes), func(i int) { indexes[i]() })
}

// indexAuthored finds the pages that the author lays out, and what is an exception to
// what.
func (w *writer) indexAuthored() {
	for _, e := range w.model.All("exception") {
		for _, to := range e.Refs("to") {
			w.exceptions[to] = append(w.exceptions[to], e)
		}
	}
	for _, b := range w.model.All("document") {
		w.authoredPages[b.Name] = b
	}
}

// indexHolders finds which stores and systems somebody manages, runs or hosts.
func (w *writer) indexHolders() {
	for _, s := range w.model.All("data_store") {
		if manager := s.Ref("managed_by"); manager != nil {
			w.employs[manager] = append(w.employs[manager], s)
		}
		if v := s.Ref("vendor"); v != nil {
			w.relies[v] = append(w.relies[v], s)
		}
	}
	for _, s := range slices.Concat(w.model.All("data_store"), w.model.All("system")) {
		if host := s.Ref("hosted_by"); host != nil && (s.Kind() == "system" || s.Ref("vendor") != host) {
			w.relies[host] = append(w.relies[host], s)
		}
	}
}

// indexNamed finds the conditions and the actors that something names.
func (w *writer) indexNamed() {
	note := func(f model.Fact, kind string, found map[*model.Block]bool) {
		if slices.Contains(f.Attr.Schema.Type.Targets, kind) {
			for _, b := range append(f.Block.Refs(f.Attr.Schema.Name), f.Block.Ref(f.Attr.Schema.Name)) {
				found[b] = true
			}
		}
	}
	w.model.Facts(func(f model.Fact) {
		note(f, "condition", w.conditional)
		note(f, "actor", w.involved)
	})
}

// indexCategories finds which categories others belong to, and which belong to
// others.
func (w *writer) indexCategories() {
	for _, c := range w.model.All("category") {
		if c.Has("includes") {
			w.groups[c] = true
		}
		for _, part := range c.Refs("includes") {
			w.included[part] = append(w.included[part], c)
		}
		for _, parent := range c.Refs("parents") {
			w.groups[parent] = true
		}
	}
}

// indexUses finds what data is used for where the data does not say so itself.
func (w *writer) indexUses() {
	for _, p := range w.model.All("purpose") {
		for _, c := range p.Refs("data") {
			w.serves[c] = append(w.serves[c], p)
		}
	}
	for _, s := range w.model.All("subprocessor") {
		for _, e := range s.Inside("engagement") {
			for _, c := range e.Refs("data") {
				w.engaged[c] = append(w.engaged[c], e)
			}
		}
	}
}

// addressee is the actor whom a public page calls "you": the only one to whom the
// policy gives rights, or the only one whom the data is about where it gives none.
// Where there are several, "you" would not say which.
func addressee(m *model.Model) *model.Block {
	var holders, subjects []*model.Block
	for _, r := range m.All("right") {
		holders = addNew(holders, r.Refs("holder"))
	}
	for _, a := range m.All("actor") {
		if a.Text("kind") == "data_subject" {
			subjects = addNew(subjects, []*model.Block{a})
		}
	}
	switch {
	case len(holders) == 1:
		return holders[0]
	case len(holders) == 0 && len(subjects) == 1:
		return subjects[0]
	}
	return nil
}

// addNew adds what is not there yet. Two are enough to know that there are several.
func addNew(list, more []*model.Block) []*model.Block {
	for _, b := range more {
		if len(list) < 2 && !slices.Contains(list, b) {
			list = append(list, b)
		}
	}
	return list
}

// aboutReader reports whether the data that the policy describes is about those whom
// it calls "you".
func (w *writer) aboutReader() bool {
	return w.reader != nil && w.reader.Text("kind") == "data_subject"
}

// self is the organization as the subject of a sentence.
func (w *writer) self() english.Subject {
	switch {
	case w.public:
		return english.Subject{Text: tree.T("we"), Person: english.We}
	case w.us != nil:
		return english.Subject{Text: name(w.us), Person: english.It}
	}
	return english.Subject{Text: tree.T("the organization"), Person: english.It}
}

// subject is a block as the subject of a sentence.
func (w *writer) subject(b *model.Block) english.Subject {
	switch {
	case b == w.reader:
		return english.Subject{Text: tree.T("you"), Person: english.You}
	case b == w.us && w.public:
		return w.self()
	case b.Kind() == "actor":
		return actorSubject(b)
	case b.Kind() == "subprocessor" && b.Text("kind") == "recipient_class":
		return english.Subject{Text: name(b), Person: english.They}
	}
	return english.Subject{Text: the(b), Person: english.It}
}

// actorSubject names a group of people in the plural, and one team, program or
// proper name in the singular.
func actorSubject(b *model.Block) english.Subject {
	if b.Has("plural") {
		many := text(b, "plural")
		if b.Text("plural") == english.Plural(b.Label()) {
			many = tree.Says(many, labelOf(b)) // from which the name of one is plain
		}
		return english.Subject{Text: many, Person: english.They}
	}
	switch kind := b.Text("kind"); {
	case kind == "team", kind == "service", kind == "public", english.IsProper(b.Label()):
		return english.Subject{Text: the(b), Person: english.It}
	}
	return english.Subject{Text: tree.Says(tree.T(english.Plural(b.Label())), labelOf(b)), Person: english.They}
}

// subjects joins the blocks that an attribute names into a subject.
func (w *writer) subjects(b *model.Block, attr string) english.Subject {
	var all []english.Subject
	for _, target := range b.Refs(attr) {
		all = append(all, w.subject(target))
	}
	if target := b.Ref(attr); target != nil {
		all = append(all, w.subject(target))
	}
	s := english.Subjects(all...)
	s.Text = tree.Says(s.Text, b.Fact(attr))
	return s
}

// doer is who a statement is about: those it names, or else the organization.
func (w *writer) doer(b *model.Block) english.Subject {
	if len(b.Refs("who")) > 0 {
		return w.subjects(b, "who")
	}
	return w.self()
}

// objects joins the blocks that an attribute names, as the object of a verb or
// after a preposition.
func (w *writer) objects(b *model.Block, attr string) tree.Text {
	return named(b, attr, func(target *model.Block) tree.Text { return w.subject(target).Object() })
}

// things joins the blocks that an attribute names. Where these are all that
// there are of a kind, it says so and does not list them.
func (w *writer) things(b *model.Block, attr string) tree.Text {
	targets := b.Refs(attr)
	if len(targets) == 0 {
		return nil
	}
	return tree.Says(english.And(w.gather(targets, spoken(targets), allOf)...), b.Fact(attr))
}

// anyThings is things where a statement denies: "no access to all data stores"
// would leave some of them open.
func (w *writer) anyThings(b *model.Block, attr string) tree.Text {
	targets := b.Refs(attr)
	if len(targets) == 0 {
		return nil
	}
	return tree.Says(english.Or(w.gather(targets, spoken(targets), anyOf)...), b.Fact(attr))
}

// fewest is the number from which on a complete list gives way to "all".
const fewest = 3

// gather gives each block its form, and the blocks of a kind one form together
// where these are all that there are.
func (w *writer) gather(targets []*model.Block, form func(*model.Block) tree.Text, together func(*model.Block) string) []tree.Text {
	counts := map[string]int{}
	seen := map[*model.Block]bool{}
	for _, t := range targets {
		if !seen[t] {
			counts[t.Kind()]++
			seen[t] = true
		}
	}
	var items []tree.Text
	whole := map[string]bool{}
	for _, t := range targets {
		kind := t.Kind()
		if t.Parent != nil || counts[kind] < fewest || counts[kind] < len(w.model.All(kind)) {
			items = append(items, form(t))
			continue
		}
		if !whole[kind] {
			items = append(items, tree.T(together(t)))
			whole[kind] = true
		}
	}
	return items
}

// allOf names all that there are of a block's kind.
func allOf(b *model.Block) string {
	if b.Kind() == "category" {
		return "all data that this policy describes"
	}
	return "all " + b.Schema.Plural
}

// anyOf is allOf where a statement denies.
func anyOf(b *model.Block) string {
	if b.Kind() == "category" {
		return "any data that this policy describes"
	}
	return "any " + b.Schema.Title
}

// platforms is where software runs. Servers are the organization's own.
func (w *writer) platforms(b *model.Block) tree.Text {
	list := b.Texts("platforms")
	if len(list) == 0 {
		return nil
	}
	return says(b, "platforms", english.AndWords(english.Words("platform", list)...))
}

// rule is how a statement with an effect and a strength speaks in this policy.
func (w *writer) rule(b *model.Block) english.Rule {
	r := english.Rule{Strength: b.Text("strength"), Capitals: !w.public}
	if b.Schema.Attr("qualifier") != nil {
		r.Qualifier = b.Text("qualifier")
	}
	return r
}

// modal is the verb of a block's strength, which it states, or nothing.
func (w *writer) modal(b *model.Block) tree.Text {
	if !b.Has("strength") {
		return nil
	}
	return says(b, "strength", english.Modal(b.Text("strength"), !w.public))
}

// strengthOf is one of three phrases, by the strength.
func strengthOf(b *model.Block, must, should, may string) tree.Text {
	switch b.Text("strength") {
	case "must":
		return says(b, "strength", must)
	case "should":
		return says(b, "strength", should)
	case "may":
		return says(b, "strength", may)
	}
	return nil
}
