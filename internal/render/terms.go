package render

import (
	"fmt"
	"slices"

	"golang.org/x/crypto/ssh"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// terms explains words, the people that the policy speaks of, and conditions.
func (p *page) terms() part {
	c := part{heading: "Words and people in this policy"}
	words, people, conditions := p.words(), p.people(), p.conditionTerms()
	switch {
	case len(words)+len(conditions) == 0:
		c.heading = "People in this policy"
	case len(people) == 0:
		c.heading = "Words in this policy"
	}
	c.define(append(words, people...))
	c.define(conditions)
	return c
}

func (p *page) words() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("term") {
		about := p.termLines(b)
		if len(about) == 0 && !b.Has("note") && (!b.Has("abbreviation") || p.isSpeltOut(b)) {
			continue
		}
		term := english.Phrase(title(b), bracketed(text(b, "abbreviation")))
		if len(about) == 0 && b.Has("abbreviation") {
			term = text(b, "abbreviation")
			about.say(tree.T("this stands for"), name(b))
		}
		entries = append(entries, p.entry(b, term, about.blocks(), note(b)))
	}
	return entries
}

// isSpeltOut reports whether the same page spells out an abbreviation where it names a
// protocol.
func (p *page) isSpeltOut(b *model.Block) bool {
	names := func(e *model.Block) bool { return slices.Contains(e.Texts("protocol"), b.Text("abbreviation")) }
	return p.shownAt["security"] != "" && slices.ContainsFunc(p.model.All("encryption"), names)
}

func (p *page) termLines(b *model.Block) lines {
	var l lines
	l.say(prefixed("this means ", text(b, "meaning")))
	l.say(prefixed("the period is ", length(b, "period", english.Period)))
	l.add("A kind of", named(b, "parent", name))
	l.add("Whom it is about", p.objects(b, "subjects"))
	l.add("Source", text(b, "source"))
	l.add("What belongs to it", texts(b, "traits"))
	l.say(flag(b, "open_ended", "this list is not complete", "this list is complete"))
	return l
}

// people says of actors to whom they belong, and what the author writes of them.
// Those of whom other sentences say all that there is need no entry.
func (p *page) people() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("actor") {
		groups := p.memberOf(b)
		if len(groups) == 0 && !b.Has("note") && (!b.Has("plural") || b == p.reader) && p.involved[b] {
			continue
		}
		var about lines
		about.say(groups)
		entries = append(entries, p.entry(b, p.personName(b), about.blocks(), note(b)))
	}
	return entries
}

// personName is an actor's name, with "you" where the policy calls it so.
func (p *page) personName(b *model.Block) tree.Text {
	t := title(b)
	switch {
	case b.Text("plural") == english.Plural(b.Label()):
		t = tree.Says(t, b.Fact("plural"))
	case b.Has("plural"):
		t = tree.T(t, " (plural: ", text(b, "plural"), ")")
	}
	if b == p.reader {
		t = tree.T(t, " (“you”)")
	}
	return t
}

func (p *page) memberOf(b *model.Block) tree.Text {
	groups := p.objects(b, "member_of")
	of := b.Refs("member_of")
	switch {
	case len(of) == 1 && b.Text("membership") == "one":
		return english.Phrase(tree.T("belongs to"), word(b, "membership"), tree.Says(name(of[0]), b.Fact("member_of")))
	case len(of) == 1:
		return english.Phrase(tree.T("belongs to"), word(b, "membership"), groups)
	case len(of) > 1:
		return english.Phrase(tree.T("belongs to"), word(b, "membership"), prefixed("of ", groups))
	case b.Has("membership"):
		return english.Phrase(tree.T("belongs to"), word(b, "membership"), tree.T("the groups"))
	}
	return nil
}

// notices say how changes are announced.
func (p *page) notices() part {
	c := part{heading: "How changes are announced"}
	if p.policy == nil || !p.shows(p.policy) {
		return c
	}
	var s statements
	for _, b := range p.policy.Inside("notice") {
		s.add("", english.Paragraph(p.noticeSentences(b)...), note(b))
	}
	for _, b := range p.all("calendar") {
		s.add(anchor(b), english.Paragraph(calendarSentences(b)...), note(b))
	}
	for _, b := range p.all("approval") {
		s.add(anchor(b), english.Paragraph(approvalSentences(b)...), note(b))
	}
	c.add(s.blocks()...)
	return c
}

// approvalSentences say who agrees to changes before they are published, and by
// which keys that can be verified.
func approvalSentences(b *model.Block) []tree.Text {
	keys := make([]tree.Text, 0, len(b.Texts("keys")))
	for _, key := range b.Texts("keys") {
		keys = append(keys, tree.T(tree.Code(fingerprint(key))))
	}
	signs, list := tree.T("one of the keys"), english.Or
	switch {
	case b.Int("signatures") > 1:
		signs, list = says(b, "signatures", fmt.Sprintf("%d of the keys", b.Int("signatures"))), english.And
	case b.Has("signatures") && len(keys) == 1:
		signs = says(b, "signatures", "the key")
	case b.Has("signatures"):
		signs = says(b, "signatures", "one of the keys")
	case len(keys) == 1:
		signs = tree.T("the key")
	}
	return []tree.Text{
		approvedChanges(b),
		english.Sentence(tree.T("an approval is a signature by"), signs, tree.Says(list(keys...), b.Fact("keys"))),
	}
}

// approvedChanges says which changes need an approval.
func approvedChanges(b *model.Block) tree.Text {
	if slices.Contains(b.Texts("for"), "any") {
		return english.Sentence(says(b, "for", "every change"), tree.T("has to be approved by"), the(b), tree.T("before it is published"))
	}
	var words []tree.Text
	for _, word := range b.Texts("for") {
		switch word {
		case "material", "minor", "editorial":
			words = append(words, tree.T(word))
		default:
			words = append(words, tree.T("of the class ", tree.Code(word)))
		}
	}
	return english.Sentence(tree.T("changes have to be approved by"), the(b), tree.T("before they are published, if they are"),
		tree.Says(english.Or(words...), b.Fact("for")))
}

// fingerprint is how OpenSSH calls a key. What is no key, which is told elsewhere,
// is called by its text.
func fingerprint(text string) string {
	key, _, _, _, err := ssh.ParseAuthorizedKey([]byte(text))
	if err != nil {
		return text
	}
	return ssh.FingerprintSHA256(key)
}

func (p *page) noticeSentences(b *model.Block) []tree.Text {
	us := p.self()
	via := named(b, "via", p.channel)
	ahead := tree.Text(nil)
	if d, ok := b.Duration("period"); ok {
		ahead = tree.Says(tree.T(english.Period(english.Duration(d), b.Text("bound"))), b.Fact("period"), b.Fact("bound"))
	}
	who := english.Subject{Text: tree.T("anybody concerned")}
	if p.reader != nil {
		who = p.subject(p.reader)
	}
	objection := tree.Text(nil)
	if d, ok := b.Duration("objection"); ok {
		objection = says(b, "objection", english.Within(d, ""))
	}
	change, effect := word(b, "change"), "before the change takes effect"
	if b.Text("change") == "any" {
		effect = "before it takes effect"
		if len(p.policy.Inside("notice")) == 1 {
			change = says(b, "change", "any change")
		}
	}
	return []tree.Text{
		english.Sentence(us.Text, tree.T(english.Present(us.Person, "announce")), change, p.noticeLimits(b), ahead, tree.T(effect), prefixed(", ", via)),
		sentenceIf(named(b, "calendar", the), tree.T("the days are counted by the calendar"), named(b, "calendar", quoted)),
		sentenceIf(texts(b, "classes"), tree.T("this is about changes of the classes"), codes(b, "classes")),
		sentenceIf(objection, who.Text, tree.T("can object"), objection, tree.T("of the announcement")),
	}
}

// noticeLimits are the recipients and countries to which a notice term is limited.
func (w *writer) noticeLimits(b *model.Block) tree.Text {
	limits := commas(
		prefixed("where it is ", word(b, "relation")),
		prefixed("in ", w.countries(b, "countries")),
		prefixed("outside ", w.countries(b, "outside")))
	if len(limits) == 0 {
		return nil
	}
	return tree.T("(", limits, ")")
}

// codes is an attribute whose texts are to be read letter by letter.
func codes(b *model.Block, attr string) tree.Text {
	list := b.Texts(attr)
	items := make([]tree.Text, len(list))
	for i, c := range list {
		items[i] = tree.T(tree.Code(c))
	}
	return tree.Says(english.And(items...), b.Fact(attr))
}

// calendarSentences say which days are business days.
func calendarSentences(b *model.Block) []tree.Text {
	weekend, holidays, until := word(b, "weekend"), dates(b, "holidays"), date(b, "known_until")
	return []tree.Text{
		english.Sentence(tree.T("by the calendar"), quoted(b), tree.T("business days are all days but"), or(weekend, "Saturday and Sunday"),
			prefixed(", and these holidays: ", holidays)),
		sentenceIf(until, tree.T("it lists holidays until"), until),
	}
}

// dates is an attribute that holds several days.
func dates(b *model.Block, attr string) tree.Text {
	if !b.Has(attr) {
		return nil
	}
	list, _ := b.Get(attr).Value.(model.List)
	var days []string
	for _, v := range list {
		if d, ok := v.(model.Date); ok {
			days = append(days, english.Date(d.Date))
		}
	}
	return says(b, attr, english.AndWords(days...))
}

// accused is what a finding is about. What is no part of speech goes by its kind.
func (p *page) accused(b *model.Block) tree.Text {
	switch b.Kind() {
	case "policy":
		return tree.T("the policy")
	case "region":
		return p.place(b)
	case "backup":
		if len(p.model.All("backup")) == 1 {
			return tree.T("the backups")
		}
	case "requirement", "claim", "procedure", "principle", "access", "transfer", "exception", "retention", "encryption", "flow", "right", "notice", "measure", "contact":
		if b.Name == "" && b.Parent != nil {
			return tree.T("the "+b.Schema.Title+" of ", the(b.Parent))
		}
		return tree.T("the "+b.Schema.Title+" ", quoted(b))
	}
	return the(b)
}

// waivers are findings of rules that are accepted, and what rules count for.
func (p *page) waivers() part {
	c := part{heading: "Accepted findings"}
	var s statements
	for _, b := range p.all("waiver") {
		until := date(b, "expires")
		s.add(anchor(b), english.Paragraph(
			english.Sentence(tree.T("the finding"), code(b, "rule"), tree.T("is accepted for"), named(b, "at", p.accused),
				bracketed(prefixed("attribute ", code(b, "attribute")))),
			sentenceIf(text(b, "reason"), tree.T("reason:"), text(b, "reason")),
			sentenceIf(text(b, "approver"), tree.T("accepted by"), text(b, "approver")),
			sentenceIf(until, tree.T("this ends on"), until),
		))
	}
	for _, b := range p.all("rule") {
		id := code(b, "id")
		if !b.Has("id") {
			id = name(b)
		}
		s.add(anchor(b), english.Paragraph(
			english.Sentence(tree.T("what the rule"), id, tree.T("finds"), word(b, "severity")),
			sentenceIf(text(b, "reason"), tree.T("reason:"), text(b, "reason")),
			sentenceIf(text(b, "approver"), tree.T("decided by"), text(b, "approver")),
		))
	}
	c.add(s.blocks()...)
	return c
}
