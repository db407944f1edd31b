package render

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// purposes says what data is used for, and what makes that lawful. A purpose of
// which only the name is known stands where it is used, and not here.
func (p *page) purposes() part {
	c := part{heading: "Purposes and legal basis"}
	based := false
	var entries []tree.Definition
	for _, b := range p.all("purpose") {
		about := p.purposeLines(b)
		if len(about) == 0 && (!b.Has("class") || p.listed[b]) && !b.Has("note") {
			continue
		}
		based = based || b.Has("legal_basis")
		entries = append(entries, p.entry(b, english.Phrase(title(b), bracketed(classOf(b))), about.blocks(), note(b)))
	}
	if !based {
		c.heading = "More about the purposes"
	}
	c.define(entries)
	return c
}

// classOf is the class of a purpose, unless its name has the word.
func classOf(b *model.Block) tree.Text { return unlessNamed(b, "class") }

// audienceOf is who sees the result of a purpose, unless its name has the word.
func audienceOf(b *model.Block) tree.Text { return unlessNamed(b, "audience") }

// unlessNamed is a word of an enum, unless the name of the block has it.
func unlessNamed(b *model.Block, attr string) tree.Text {
	if namesWord(b, attr) {
		return nil
	}
	return word(b, attr)
}

// namesWord reports whether the name of a block has a word of an enum that an
// attribute holds.
func namesWord(b *model.Block, attr string) bool {
	a := b.Get(attr)
	if a == nil {
		return false
	}
	value := b.Text(attr)
	return slices.Contains(strings.Fields(b.Label()), value) || english.Repeats(english.Word(a.Schema.Type.Enum.Name, value), b.Label())
}

// atLength is a purpose as a sentence, with what it includes, who asks for it, and in
// which context.
func (p *page) atLength(b *model.Block) tree.Text {
	towards := "at the request of "
	if words := strings.Fields(b.Label()); strings.HasPrefix(words[len(words)-1], "request") {
		towards = "from "
	}
	return english.Sentence(
		name(b), bracketed(classOf(b)), prefixed(towards, p.objects(b, "requested_by")), text(b, "context"),
		prefixed(", including ", texts(b, "includes")))
}

func (p *page) purposeLines(b *model.Block) lines {
	var l lines
	l.add("Legal basis", p.addressed(b, "legal_basis"))
	l.add("Interest pursued", text(b, "interest"))
	l.add("Law that asks for it", text(b, "statute"))
	l.say(prefixed("for example: ", texts(b, "examples")))
	if !p.listed[b] {
		l.add("Includes", texts(b, "includes"))
		l.add("At the request of", p.objects(b, "requested_by"))
		l.add("Context", text(b, "context"))
	}
	l.add("Data", named(b, "data", name))
	l.add("The result is seen by", audienceOf(b))
	l.add("Reason", text(b, "because"))
	return l
}
