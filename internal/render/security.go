package render

import (
	"strconv"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// security says how data is protected: by encryption, and by other measures.
func (p *page) security() part {
	c := part{heading: "How data is protected"}
	var s statements
	for _, b := range p.all("encryption") {
		notes := [][]tree.Block{note(b)}
		for _, k := range b.Inside("key") {
			notes = append(notes, note(k))
		}
		s.add(anchor(b), english.Paragraph(p.encryptionSentences(b)...), notes...)
	}
	for _, b := range p.all("measure") {
		s.add(anchor(b), english.Paragraph(p.measureSentences(b)...), note(b))
	}
	c.add(s.blocks()...)
	return c
}

func (p *page) encryptionSentences(b *model.Block) []tree.Text {
	sentences := []tree.Text{
		headed(b), flowsAlone(b), p.encrypted(b),
		flag(b, "default", "This is switched on by default.", "This is not switched on by default."),
		sentenceIf(text(b, "standard"), tree.T("this meets"), text(b, "standard")),
		comparison(b),
		protection(b),
		sentenceIf(named(b, "by", the), tree.T("this is carried out by"), named(b, "by", the)),
	}
	for _, k := range b.Inside("key") {
		sentences = append(sentences, p.keySentence(k))
	}
	return sentences
}

func (p *page) encrypted(b *model.Block) tree.Text {
	subject := p.encryptedThing(b)
	verb := tree.T(english.Be(subject.Person))
	if b.Has("strength") {
		verb = tree.T(p.modal(b), " be")
	}
	how := english.Phrase(coverageAdverb(b), tree.T("encrypted"), word(b, "state"), word(b, "scope"))
	return english.Sentence(subject.Text, verb, how, p.cipher(b), p.legs(b), without(prefixed("on ", p.platforms(b)), onDevices(b)), p.keyOwners(b), p.conditions(b))
}

// legs are the legs of the way that a measure covers, as the policy's voice has them.
func (p *page) legs(b *model.Block) tree.Text {
	list := english.Words("leg", b.Texts("segments"))
	if len(list) == 0 {
		return nil
	}
	words := english.AndWords(list...)
	if onDevices(b) {
		devices := english.AndWords(english.Words("platform", b.Texts("platforms"))...)
		return tree.Says(says(b, "segments", p.ours(strings.ReplaceAll(words, "the user’s device", devices))), b.Fact("platforms"))
	}
	words = p.ours(words)
	if p.aboutReader() {
		words = strings.ReplaceAll(words, "the user’s device", "your device")
	}
	return says(b, "segments", words)
}

// ours is what a public policy calls the servers.
func (p *page) ours(words string) string {
	if !p.public {
		return words
	}
	return strings.NewReplacer("the servers", "our servers", "the backend", "our backend").Replace(words)
}

// onDevices reports whether a measure on the way to or from devices of users says which
// devices these are.
func onDevices(b *model.Block) bool {
	for _, leg := range b.Texts("segments") {
		if leg == "backend" {
			return false
		}
	}
	for _, platform := range b.Texts("platforms") {
		if platform == "web" || platform == "backend" {
			return false
		}
	}
	return b.Has("segments") && b.Has("platforms")
}

// flowsAlone names the flows of a measure that is about nothing else, at the head of
// what is said of it: their names are no part of a sentence.
func flowsAlone(b *model.Block) tree.Text {
	targets := b.Refs("applies_to")
	for _, t := range targets {
		if t.Kind() != "flow" {
			return nil
		}
	}
	if len(targets) == 0 {
		return nil
	}
	return tree.T(tree.Strong{Text: tree.Says(english.And(forms(targets, title)...), b.Fact("applies_to"))}, ":")
}

// coverageAdverb says how far something is encrypted.
func coverageAdverb(b *model.Block) tree.Text {
	if b.Text("coverage") == "full" {
		return says(b, "coverage", "fully")
	}
	return nil
}

// encryptedThing is what is encrypted: data in stores and flows, or data itself.
func (p *page) encryptedThing(b *model.Block) english.Subject {
	data, covered := dataCovered(b)
	targets := b.Refs("applies_to")
	if len(targets) == 0 || len(flowsAlone(b)) > 0 {
		return english.Subject{Text: data, Person: english.It}
	}
	var places, others []*model.Block
	for _, t := range targets {
		switch t.Kind() {
		case "data_store", "system", "segment":
			places = append(places, t)
		default:
			others = append(others, t)
		}
	}
	var items []tree.Text
	if len(places) > 0 {
		items = append(items, tree.T(data, " in ", english.And(p.gather(places, the, allOf)...)))
	}
	kinds := covered && onlyKinds(targets)
	items = append(items, p.gather(others, func(t *model.Block) tree.Text {
		if kinds {
			return tree.T(says(b, "coverage", english.Whole(b.Text("coverage"))+" "), name(t))
		}
		return encryptedOther(t, data, spoken(others))
	}, allOf)...)
	t := tree.Says(english.And(items...), b.Fact("applies_to"))
	if covered && !kinds && onlyCategories(targets) {
		t = tree.T(says(b, "coverage", english.Part(b.Text("coverage"))+" "), t)
	}
	person := english.They
	if len(items) == 1 {
		person = english.It
		if len(targets) == 1 && targets[0].Kind() == "category" {
			person = english.Number3(targets[0].Label())
		}
	}
	return english.Subject{Text: t, Person: person}
}

// dataCovered is "data" with how much of it is meant.
func dataCovered(b *model.Block) (data tree.Text, covered bool) {
	scope := map[string]string{"all": "all ", "any": "any ", "every": "every piece of "}[b.Text("coverage")]
	if scope == "" {
		return tree.T("data"), false
	}
	return says(b, "coverage", scope+"data"), true
}

// encryptedOther is data that is not in a place: a kind of data, or data that
// moves, or that somebody else has.
func encryptedOther(t *model.Block, data tree.Text, form func(*model.Block) tree.Text) tree.Text {
	switch t.Kind() {
	case "flow":
		return tree.T(data, " that moves in ", quoted(t))
	case "subprocessor":
		return tree.T(data, " with ", the(t))
	}
	return form(t)
}

func onlyCategories(blocks []*model.Block) bool {
	for _, b := range blocks {
		if b.Kind() != "category" && b.Kind() != "backup" {
			return false
		}
	}
	return true
}

// cipher is the algorithm and the protocol, with the length of the key.
func (p *page) cipher(b *model.Block) tree.Text {
	bits := tree.Text(nil)
	if b.Has("key_bits") {
		bits = says(b, "key_bits", strconv.FormatInt(b.Int("key_bits"), 10)+"-bit")
	}
	algorithm, protocol := text(b, "algorithm"), p.protocols(b)
	certificate := tree.Text(nil)
	if b.Has("certificate_hash") {
		certificate = tree.T("with a ", text(b, "certificate_hash"), " certificate")
	}
	switch {
	case len(algorithm) > 0:
		algorithm = english.Phrase(tree.T("with"), bits, algorithm)
	case len(protocol) > 0:
		protocol = english.Phrase(bits, protocol)
	case len(bits) > 0:
		algorithm = english.Phrase(tree.T("with"), bits, tree.T("keys"))
	}
	return english.Phrase(algorithm, prefixed("over ", protocol), certificate)
}

// protocols names the protocols, and spells out an abbreviation that the policy only
// spells out.
func (p *page) protocols(b *model.Block) tree.Text {
	list := b.Texts("protocol")
	items := make([]tree.Text, len(list))
	for i, protocol := range list {
		items[i] = tree.T(protocol)
		for _, t := range p.model.All("term") {
			if t.Text("abbreviation") == protocol && len(p.termLines(t)) == 0 {
				items[i] = tree.Says(tree.T(protocol, " (", name(t), ")"), t.Fact("abbreviation"))
			}
		}
	}
	if len(items) == 0 {
		return nil
	}
	return tree.Says(english.And(items...), b.Fact("protocol"))
}

// comparison says with what the author compares the protection, and no more.
func comparison(b *model.Block) tree.Text {
	with := anyTexts(b, "comparable_to")
	if len(with) == 0 {
		return nil
	}
	return english.Sentence(tree.T("the level of protection is the same as with"), with)
}

// keyOwners says whose keys data is encrypted with. How binding that is the measure
// says; the strength of the key is about how it is kept.
func (p *page) keyOwners(b *model.Block) tree.Text {
	for _, k := range b.Inside("key") {
		if len(k.Refs("owner")) > 0 && (!isOwnedOnly(k) || !k.Has("strength")) {
			if k.Has("label") {
				return tree.T("with the ", says(k, "label", english.Plural(k.Text("label"))), " of ", p.objects(k, "owner"))
			}
			return prefixed("with keys that belong to ", p.objects(k, "owner"))
		}
	}
	return nil
}

// isOwnedOnly reports whether of a key no more is said than whose it is.
func isOwnedOnly(k *model.Block) bool {
	return len(k.Refs("owner")) > 0 && !k.Has("stored_in") && !k.Has("engine")
}

func (p *page) keySentence(b *model.Block) tree.Text {
	var parts []tree.Text
	modal := p.modal(b)
	verb := func(plain, base string) tree.Text {
		if len(modal) == 0 {
			return tree.T(plain)
		}
		return tree.T(modal, " "+base)
	}
	if isOwnedOnly(b) && b.Has("strength") {
		parts = append(parts, english.Phrase(modal, tree.T("belong to"), p.objects(b, "owner")))
	}
	switch {
	case b.Has("stored_in"):
		parts = append(parts, english.Phrase(verb("are kept", "be kept"), prefixed("in ", text(b, "stored_in")), prefixed("by means of ", text(b, "engine"))))
	case b.Has("engine") && len(parts) == 0:
		return english.Sentence(text(b, "engine"), verb("is used", "be used"), tree.T("for this"))
	case b.Has("engine"):
		parts = append(parts, english.Phrase(verb("are managed by", "be managed by"), text(b, "engine")))
	}
	switch {
	case len(parts) == 0 && b.Has("owner"):
		return nil
	case len(parts) == 0:
		return sentenceIf(modal, tree.T("keys"), modal, tree.T("be used"))
	}
	return english.Sentence(tree.T("the keys"), english.And(parts...))
}

func (p *page) measureSentences(b *model.Block) []tree.Text {
	who, by := p.measurer(b)
	rule, facts := p.rule(b), []model.Fact{b.Fact("actions"), b.Fact("strength")}
	if b.True("automated") {
		rule.Automatic = true
		facts = append(facts, b.Fact("automated"))
	}
	does := tree.Says(tree.T(rule.Predicate(who.Person, b.Texts("actions")...)), facts...)
	when := p.when(b)
	return []tree.Text{
		headed(b),
		english.Sentence(when, tree.T(commaAfter(when)), who.Text, does, texts(b, "target"), by, frequency(b), within(b), goals(b), because(b)),
		sentenceIf(named(b, "on", the), tree.T("this protects"), named(b, "on", the)),
		sentenceIf(named(b, "includes", partOfMeasure), tree.T("this includes"), named(b, "includes", partOfMeasure)),
		flag(b, "automated", "", "People take part in this."),
		sentenceIf(word(b, "kind"), tree.T("this is"), measureKind(b), tree.T("measure")),
	}
}

// partOfMeasure is what a measure that belongs to another one is called there.
// Encryption that has no name is called by what it protects.
func partOfMeasure(b *model.Block) tree.Text {
	if b.Kind() != "encryption" || b.Has("label") {
		return name(b)
	}
	return english.Phrase(tree.T("encryption"), word(b, "state"), prefixed("of ", named(b, "applies_to", the)))
}

// measurer is who takes a measure: people with the help of systems, or the systems
// where no people are named.
func (p *page) measurer(b *model.Block) (who english.Subject, by tree.Text) {
	if len(b.Refs("who")) == 0 && len(b.Refs("by")) > 0 {
		return p.subjects(b, "by"), nil
	}
	return p.doer(b), prefixed("by means of ", named(b, "by", the))
}

func measureKind(b *model.Block) tree.Text {
	return says(b, "kind", english.Article(english.Word("measure_kind", b.Text("kind"))))
}

// goals are the ends that something serves.
func goals(b *model.Block) tree.Text {
	list := b.Texts("goals")
	if len(list) == 0 {
		return nil
	}
	return says(b, "goals", english.Ends(list...))
}
