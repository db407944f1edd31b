package render

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// contacts says how to get in touch.
func (p *page) contacts() part {
	c := part{heading: "How to reach us"}
	if !p.public {
		c.heading = "Contacts"
	}
	var s statements
	for _, b := range p.all("contact") {
		s.add(anchor(b), english.Paragraph(p.contactSentences(b)...), note(b))
	}
	c.add(s.blocks()...)
	return c
}

func (p *page) contactSentences(b *model.Block) []tree.Text {
	way := p.way(b)
	if !b.Has("channel") {
		way = english.Phrase(p.unknownWay(b), way)
	}
	if b.Has("label") {
		if !b.Has("channel") {
			way = english.Capital(way)
		}
		way = tree.T(tree.Strong{Text: title(b)}, ": ", way)
	}
	if p.openToReader(b) && !b.Has("availability") {
		way = tree.Says(way, b.Fact("open_to"))
	}
	return []tree.Text{
		english.Sentence(way, p.topics(b)),
		sentenceIf(within(b), tree.T("what is asked for there is "+p.dealtWith(b)), within(b)),
		p.openTo(b),
		incoming(b),
		redacted(b),
	}
}

// dealtWith is what is done with what people ask for by a contact: data that somebody asks
// for is sent.
func (p *page) dealtWith(contact *model.Block) string {
	asked := false
	for _, b := range p.model.All("right") {
		if !slices.Contains(b.Refs("via"), contact) {
			continue
		}
		if kind := b.Text("kind"); kind != "access" && kind != "portability" {
			return "done"
		}
		asked = true
	}
	if asked {
		return "sent"
	}
	return "done"
}

// unknownWay says of a contact whose way is not known who may use it, and when.
func (p *page) unknownWay(b *model.Block) tree.Text {
	us, users := p.self(), english.Subject{Text: tree.T("people")}
	switch {
	case b.Has("open_to"):
		users = p.subjects(b, "open_to")
	case p.reader != nil:
		users = p.subject(p.reader)
	}
	return english.Phrase(users.Text, tree.T("can contact"), us.Object(), word(b, "availability"))
}

// inOrOn is the preposition for what stands in a system.
func inOrOn(system *model.Block) string {
	if system != nil && system.Text("kind") == "website" {
		return "on "
	}
	return "in "
}

// incoming says of a way that the organization does not use it itself.
func incoming(b *model.Block) tree.Text {
	return flag(b, "outgoing", "", "This is for writing to the organization.")
}

// redacted says what the publication hides from which a policy was taken.
func redacted(b *model.Block) tree.Text {
	hidden := "The publication that this page was taken from does not give the address."
	if !b.Has("channel") {
		hidden = "The publication that this page was taken from does not say how."
	}
	return flag(b, "redacted", hidden, "The address is given in full.")
}

// way is how a contact is reached, with all that one needs for it.
func (p *page) way(b *model.Block) tree.Text {
	address := contactAddress(b)
	if b.True("outgoing") {
		address = says(b, "outgoing", "the address that was given for it")
	}
	in := prefixed(inOrOn(b.Ref("system")), named(b, "system", the))
	path := tree.Text(nil)
	if b.Has("path") {
		path = tree.T("under ", says(b, "path", strings.Join(b.Texts("path"), " → ")))
	}
	control := prefixed("through ", quote(b, "control"))
	channel := word(b, "channel")
	if b.Text("channel") == "in_app" && len(in) > 0 {
		channel = tree.Says(in, b.Fact("channel"))
		in = nil
	}
	towards := "to "
	if b.Text("channel") == "subscription" {
		towards = "at "
	}
	return english.Phrase(channel, prefixed(towards, address), in, path, control)
}

func contactAddress(b *model.Block) tree.Text {
	address := b.Text("address")
	switch {
	case address == "":
		return nil
	case b.Text("channel") == "email":
		return says(b, "address", tree.Link{Href: "mailto:" + address, Text: tree.T(address)})
	case strings.HasPrefix(address, "https://"), strings.HasPrefix(address, "http://"):
		return says(b, "address", tree.Link{Href: address, Text: tree.T(address)})
	}
	return says(b, "address", address)
}

func (p *page) topics(b *model.Block) tree.Text {
	topics := prefixed("about ", texts(b, "topics"))
	if examples := texts(b, "examples"); len(examples) > 0 {
		return tree.T(or(topics, "about any matter"), says(b, "open_ended", forExample(b)), examples)
	}
	if len(topics) == 0 {
		return flag(b, "open_ended", "about more than this page lists", "about what this page lists")
	}
	return english.Phrase(topics, flag(b, "open_ended", ", and about other matters too", "and nothing else"))
}

// forExample leads to what one can ask, which is all where that is said.
func forExample(b *model.Block) string {
	if b.False("open_ended") {
		return ", namely "
	}
	return ", for example "
}

// openTo says who may use a contact, and when. That the reader may needs no
// sentence of its own.
func (p *page) openTo(b *model.Block) tree.Text {
	users, availability := prefixed("open to ", p.objects(b, "open_to")), word(b, "availability")
	switch {
	case !b.Has("channel"):
		return nil // said with the contact itself
	case !p.openToReader(b):
		return sentenceIf(english.Phrase(users, availability), tree.T("this is"), or(users, "open"), availability)
	case len(availability) > 0:
		return english.Sentence(p.objects(b, "open_to"), tree.T("can use this"), availability)
	}
	return nil
}

// openToReader reports whether a contact is said to be for those whom the policy
// calls "you", and for nobody else.
func (p *page) openToReader(b *model.Block) bool {
	users := b.Refs("open_to")
	return len(users) == 1 && users[0] == p.reader
}

// channel is the kind of way that a contact is, where it is used by the organization
// itself, with the place in an application or the address to turn to.
func (p *page) channel(b *model.Block) tree.Text {
	if b.Text("channel") == "in_app" {
		return p.way(b)
	}
	way := word(b, "channel")
	if b.Text("channel") == "form" {
		way = says(b, "channel", "on the web")
	}
	return english.Phrase(way, bracketed(prefixed("contact: ", or(contactAddress(b), b.Text("label")))))
}

// contactPhrase is a way to get in touch as part of a sentence: "by e-mail to …",
// "in the app under Settings with “Delete my account”".
func (p *page) contactPhrase(b *model.Block) tree.Text {
	if b.Kind() != "contact" {
		return tree.T("in ", the(b))
	}
	if !b.Has("channel") {
		return tree.T("through ", quoted(b))
	}
	return commas(p.way(b), within(b))
}
