package render

import (
	"fmt"
	"slices"

	"golang.org/x/crypto/ssh"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

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
