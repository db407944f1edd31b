package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// requirements are the rules that the organization sets itself, by topic, each
// with its exceptions.
func (p *page) requirements() part {
	c := part{heading: "Rules we set ourselves"}
	if !p.public {
		c.heading = "Requirements"
	}
	plain, topics := p.byTopic()
	c.add(p.requirementList(plain).blocks()...)
	for _, t := range topics {
		var inner part
		inner.add(p.requirementList(t.members).blocks()...)
		c.sections = append(c.sections, &tree.Section{
			ID: slug("requirements-" + t.name), Title: english.Capital(t.heading(tree.T(t.name))), Blocks: inner.blocks,
		})
	}
	var others statements
	for _, e := range p.all("exception") {
		if len(e.Refs("to")) == 0 {
			p.addException(&others, e)
		}
	}
	c.add(others.blocks()...)
	c.solo = len(topics) == 1
	return c
}

// A topic is a heading with the requirements under it.
type topic struct {
	name    string
	members []*model.Block
}

// heading is what stands over the requirements, in some words for the topic.
func (t topic) heading(words tree.Text) tree.Text {
	facts := make([]model.Fact, len(t.members))
	for i, b := range t.members {
		facts[i] = b.Fact("topic")
	}
	return tree.Says(words, facts...)
}

// byTopic groups requirements in the order in which their topics first appear.
func (p *page) byTopic() (plain []*model.Block, topics []topic) {
	at := map[string]int{}
	for _, b := range p.all("requirement") {
		name := b.Text("topic")
		if name == "" {
			plain = append(plain, b)
			continue
		}
		i, known := at[name]
		if !known {
			i = len(topics)
			at[name] = i
			topics = append(topics, topic{name: name})
		}
		topics[i].members = append(topics[i].members, b)
	}
	return plain, topics
}

// requirementList states requirements. An exception stands after the last of
// those that it is an exception to.
func (p *page) requirementList(list []*model.Block) statements {
	var s statements
	for _, b := range list {
		s.add(anchor(b), english.Paragraph(p.requirementSentences(b)...), p.onlyPurposes(b), note(b))
		p.exceptionsTo(&s, b)
	}
	return s
}

func (p *page) requirementSentences(b *model.Block) []tree.Text {
	applies := p.things(b, "on")
	if actionsAreBare(b) {
		applies = nil
	}
	return []tree.Text{
		tree.T(tree.Strong{Text: title(b)}, "."),
		p.requirementSentence(b),
		sentenceIf(applies, tree.T("this applies to"), applies),
		p.marks(b),
		sentenceIf(p.objects(b, "approver"), tree.T("it has to be approved by"), p.objects(b, "approver")),
		sentenceIf(p.objects(b, "guided_by"), tree.T("the guidance of"), p.objects(b, "guided_by"), tree.T("has to be followed")),
		sentenceIf(texts(b, "imposed_by"), tree.T("this is imposed by"), texts(b, "imposed_by")),
		p.usersOf(b),
		protection(b),
		flag(b, "automated", "A machine does this.", "People do this."),
		flag(b, "default", "", "This does not hold by default."),
		sentenceIf(code(b, "enforced_by"), tree.T("it is checked by the rule"), code(b, "enforced_by")),
		flag(b, "only", "", "This is not the only case."),
	}
}

// actionsAreBare reports whether what a rule is about is the object of its actions: of
// verbs alone, and of those that end with a preposition.
func actionsAreBare(b *model.Block) bool {
	actions := b.Texts("actions")
	if len(b.Texts("target")) > 0 {
		return false
	}
	for _, a := range actions {
		if !isBareVerb(a) && !english.IsOpen(a) {
			return false
		}
	}
	return len(actions) > 0
}

// requirementSentence is the rule itself. The word only stands before what limits
// it, or else before the verb.
func (p *page) requirementSentence(b *model.Block) tree.Text {
	who, whole := p.everyDoer(b)
	rule := p.rule(b)
	rule.Effect = b.Text("effect")
	limits := p.requirementLimits(b)
	object := tree.Text(nil)
	if actionsAreBare(b) {
		object = p.things(b, "on")
	}
	target := texts(b, "target")
	if denies := rule.Effect == "forbid" || rule.Effect == "avoid"; denies && len(b.Texts("actions")) > 0 {
		target = anyTexts(b, "target")
		if len(object) > 0 {
			object = p.anyThings(b, "on")
		}
	}
	only := tree.Says(tree.T("only"), b.Fact("only"), b.Fact("effect"))
	switch limit := rule.Effect == "limit"; {
	case limit && len(target) > 0:
		target = english.Phrase(only, target)
	case limit && len(limits) > 0:
		but := tree.T(", but")
		if listsPurposes(b) {
			but = nil // the list says more than any contrast
		}
		limits = english.Phrase(but, only, limits)
	case b.True("only") && len(limits) > 0:
		limits = english.Phrase(only, limits)
	default:
		rule.Only = limit || b.True("only")
	}
	if len(environments(b)) == 0 {
		who.Text = tree.Says(who.Text, b.Fact("environments"))
	}
	if bindsItsStores(b) {
		who.Text = tree.Says(who.Text, b.Fact("stores"))
	}
	actions := b.Texts("actions")
	facts := []model.Fact{b.Fact("effect"), b.Fact("strength"), b.Fact("qualifier"), b.Fact("actions"), b.Fact("only")}
	coverage := bracketed(word(b, "coverage"))
	if whole {
		coverage = nil
	}
	if b.Text("coverage") == "full" && len(actions) > 0 {
		rule.Fully, coverage = true, nil
		facts = append(facts, b.Fact("coverage"))
	}
	does := tree.Says(tree.T(rule.Predicate(who.Person, actions...)), facts...)
	subject := who.Text
	if len(actions) == 0 {
		subject = tree.T("this")
		target = bracketed(target)
	}
	varies := prefixed("depending on ", text(b, "varies_by"))
	return english.Sentence(varies, tree.T(commaAfter(varies)), byDefault(b), subject, does, object, target, coverage, limits, p.unless(b), p.until(b), because(b))
}

// everyDoer is whom a rule binds, and whether that says how many of them: "every
// consuming service".
func (p *page) everyDoer(b *model.Block) (who english.Subject, whole bool) {
	who = p.doer(b)
	bound := b.Refs("who")
	scope := b.Text("coverage")
	if len(bound) != 1 || scope == "" || scope == "full" || who.Person != english.They || bound[0].Has("plural") {
		return who, false
	}
	if scope == "all" {
		return english.Subject{Text: tree.T(says(b, "coverage", "all "), who.Text), Person: english.They}, true
	}
	one := tree.Says(tree.T(bound[0].Label()), labelOf(bound[0]), b.Fact("who"))
	return english.Subject{Text: tree.T(says(b, "coverage", scope+" "), one), Person: english.It}, true
}

// usersOf says for how many people each thing is that a rule is about.
func (p *page) usersOf(b *model.Block) tree.Text {
	if !b.Has("max_users") {
		return nil
	}
	who := "a limited number of users"
	switch n := b.Int("max_users"); {
	case n == 1:
		who = "one user only"
	case n > 1:
		who = "at most " + english.Count(int(n), "user", "users")
	}
	return english.Sentence(tree.T("each"), isOrBe(p.modal(b)), tree.T("used by"), says(b, "max_users", who))
}

// byDefault opens the sentence of a rule that holds unless somebody decides
// otherwise.
func byDefault(b *model.Block) tree.Text {
	if !b.True("default") {
		return nil
	}
	return says(b, "default", "by default,")
}

// requirementLimits are how, how often, where, for what and when a rule holds.
func (p *page) requirementLimits(b *model.Block) tree.Text {
	who := tree.Text(nil)
	if len(b.Texts("actions")) == 0 && len(b.Refs("who")) > 0 {
		who = tree.T("for ", p.objects(b, "who"))
	}
	return english.Phrase(
		texts(b, "method"), who, frequency(b), within(b), p.whereabout(b), prefixed("in ", environments(b)),
		prefixed("for ", purposesOf(b)), goals(b), p.when(b))
}

// purposesOf are the purposes of a rule, or their number where they are a list.
func purposesOf(b *model.Block) tree.Text {
	if !listsPurposes(b) {
		return named(b, "purposes", name)
	}
	return says(b, "purposes", english.Number(len(b.Refs("purposes")))+" purposes, which are listed below")
}

// listsPurposes reports whether a rule limits what is done to so many purposes that
// they are a list.
func listsPurposes(b *model.Block) bool {
	return (b.True("only") || b.Text("effect") == "limit") && len(b.Refs("purposes")) >= manyCases
}

// onlyPurposes are the purposes to which a rule limits what is done, where there are
// many.
func (p *page) onlyPurposes(b *model.Block) []tree.Block {
	if !listsPurposes(b) {
		return nil
	}
	list := &tree.List{Ordered: true}
	for _, purpose := range b.Refs("purposes") {
		list.Items = append(list.Items, tree.Item{ID: anchor(purpose), Text: p.atLength(purpose)})
	}
	return []tree.Block{list}
}

// purposesListed are the purposes that [page.onlyPurposes] tells at length in some
// section of a page. They are known before any section is written, since sections are
// written side by side, and another leaves out what a list tells.
func (p *page) purposesListed(sections []slot) map[*model.Block]bool {
	listed := map[*model.Block]bool{}
	for _, s := range sections {
		if !slices.Contains(s.shows, "requirements") {
			continue
		}
		for _, b := range p.confined(s.authored).all("requirement") {
			if listsPurposes(b) {
				for _, purpose := range b.Refs("purposes") {
					listed[purpose] = true
				}
			}
		}
	}
	return listed
}

// environments are those in which a rule holds, unless the names of all whom it binds
// say so: a production database is one in production.
func environments(b *model.Block) tree.Text {
	words := english.Words("environment", b.Texts("environments"))
	for _, who := range b.Refs("who") {
		if !english.Mentions(who.Label(), words...) {
			return word(b, "environments")
		}
	}
	if len(b.Refs("who")) == 0 {
		return word(b, "environments")
	}
	return nil
}

// whereabout is where a rule holds, in the author's words and by the stores that it
// is about.
func (p *page) whereabout(b *model.Block) tree.Text {
	location, stores := texts(b, "location"), p.things(b, "stores")
	if effect := b.Text("effect"); effect == "forbid" || effect == "avoid" {
		location, stores = anyTexts(b, "location"), p.anyThings(b, "stores")
	}
	if len(location) > 0 && p.isEveryStore(b.Refs("stores")) {
		return tree.Says(location, b.Fact("stores"))
	}
	if bindsItsStores(b) {
		return location
	}
	return english.Phrase(location, prefixed("in ", stores))
}

// isEveryStore reports whether these are all stores that the policy has, for which an
// author may have a word of his own.
func (p *page) isEveryStore(stores []*model.Block) bool {
	missing := func(s *model.Block) bool { return !slices.Contains(stores, s) }
	all := p.model.All("data_store")
	return len(stores) > 0 && len(stores) == len(all) && !slices.ContainsFunc(all, missing)
}

// bindsItsStores reports whether a rule binds the very stores that it is about, which
// its subject then says.
func bindsItsStores(b *model.Block) bool {
	return b.Has("stores") && slices.Equal(b.Refs("who"), b.Refs("stores"))
}

// marks are the tags that a rule asks for.
func (p *page) marks(b *model.Block) tree.Text {
	tags := b.Texts("tags")
	if len(tags) == 0 {
		return nil
	}
	marks := make([]tree.Text, len(tags))
	for i, t := range tags {
		marks[i] = tree.T(tree.Code(t))
	}
	are := "the tag is"
	if len(tags) > 1 {
		are = "the tags are"
	}
	return english.Sentence(tree.T(are), says(b, "tags", english.And(marks...)))
}

// then leads back to the rule that an exception is made to, or to the case for which it
// is made. One that names neither holds at any time.
func then(b *model.Block) string {
	if b.Has("to") || b.Has("when") {
		return " then"
	}
	return ""
}
