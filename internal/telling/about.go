package telling

import (
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
)

// about names what a change is about, and the attributes that are told thereby. The
// words for a general class do not say of which kind it is, so the name of the block
// does.
func (t *teller) about(c *compare.Change, isGeneral bool) (tree.Text, []string) {
	latest := t.latest(c)
	switch {
	case latest.block == nil:
		return nil, nil
	case isOfName(c):
		return t.names(c, isGeneral)
	}
	head, told := t.thing(c, latest, isGeneral)
	if !cameOrWent(c) {
		return head, told
	}
	if isInside(latest.block) {
		return t.marked(c, head), told
	}
	return t.now.Text("told.about", head, t.marked(c, tree.T(t.now.Block(c.Kind)))), told
}

// thing names the block that a change is about.
func (t *teller) thing(c *compare.Change, latest side, isGeneral bool) (tree.Text, []string) {
	if r := recipient(latest.block); r != nil && r != latest.block && strings.HasPrefix(c.Class, "subprocessor.") {
		head, _ := latest.of(r).heading() // whatever is said of its roles is said of it
		return head, nil
	}
	return latest.called(isGeneral)
}

// isOfName reports whether a change is of what a thing is called, or of which things
// are one.
func isOfName(c *compare.Change) bool {
	isPair := c.BeforeBlock != nil && c.AfterBlock != nil
	return isPair && (c.Attribute == "label" || c.Attribute == "" && isOfIdentity(c.Class))
}

func isOfIdentity(class string) bool {
	switch class[strings.LastIndexByte(class, '.')+1:] {
	case "renamed", "replaced", "merged", "split":
		return true
	}
	return false
}

// names says what something was called, and what it is called now.
func (t *teller) names(c *compare.Change, isGeneral bool) (tree.Text, []string) {
	was, _ := t.before(c).heading()
	is, told := t.after(c).heading()
	name := is
	if tree.PlainText(was) != tree.PlainText(is) {
		name = t.now.Text("told.step", t.before(c).stated(was), t.after(c).stated(is))
	}
	if isGeneral {
		name = t.now.Named(c.AfterBlock, name)
	}
	return name, append(told, "label")
}

// stated is what a block goes by, or that it goes by nothing but its kind.
func (s side) stated(head tree.Text) tree.Text {
	if tree.PlainText(head) == s.Block(s.block.Kind()) {
		return s.Text("told.unstated")
	}
	return head
}

// called names a block with what it stands in.
func (s side) called(isGeneral bool) (tree.Text, []string) {
	b := s.block
	if b.Kind() == "policy" {
		if isGeneral {
			return tree.T(s.Block(b.Kind())), nil
		}
		return nil, nil
	}
	head, told := s.heading()
	if of := s.spanned(); len(of) > 0 && !isGeneral {
		head = tree.T(head, " (", of, ")")
	}
	if subjects, attr := s.subjects(); len(subjects) > 0 && !isGeneral {
		head, told = subjects, []string{attr}
	} else if isGeneral || isInside(b) {
		head = s.Named(b, head)
	}
	if isInside(b) {
		around, _ := s.of(surrounding(b)).called(false)
		head = s.Text("told.about", around, head)
	}
	return head, told
}

// spanned is what a period, backups and the like are about, where their heading is a name
// that does not say so: "Final archive" is kept longer, and readers ask what that is.
func (s side) spanned() tree.Text {
	if b := s.block; b.Schema.Spans != "" && s.HasName(b) {
		return s.Answer(b, b.Schema.Spans)
	}
	return nil
}

// isInside reports whether readers look for a block in another.
func isInside(b *model.Block) bool {
	return b.Parent != nil && b.Parent.Kind() != "policy" && b.Schema.Spans == ""
}

// cameOrWent reports whether a block is new or gone of which the class says only what
// that comes to. Access is widened by a rule that allows it and is new, and by one that
// denies it and is gone. Of a period that is new or gone its entry says so.
func cameOrWent(c *compare.Change) bool {
	if (c.BeforeBlock == nil) == (c.AfterBlock == nil) || isOfPeriod(c) {
		return false
	}
	switch c.Class[strings.LastIndexByte(c.Class, '.')+1:] {
	case "added", "removed":
		return c.Kind == "transfer" // of which the classes are that more or less is passed on
	}
	return true
}

// marked says of a name that what it names is new or gone.
func (t *teller) marked(c *compare.Change, name tree.Text) tree.Text {
	if c.AfterBlock == nil {
		return t.now.Text("told.lost", name)
	}
	return t.now.Text("told.gained", name)
}

// surrounding is the block in which readers look for another: to whom a recipient passes
// data on is a matter of the recipient, and not of the role in which it does.
func surrounding(b *model.Block) *model.Block {
	if b.Kind() == "shares_with" {
		return recipient(b)
	}
	return b.Parent
}

func (s side) of(b *model.Block) side { return side{s.Publication, b} }

// heading is what a block goes by. A page without a title goes by its name, and so does
// a section.
func (s side) heading() (tree.Text, []string) {
	switch s.block.Kind() {
	case "document", "section":
		if title := s.Answer(s.block, "title"); len(title) > 0 {
			return title, []string{"title"}
		}
		return tree.T(tree.Code(s.block.Name)), nil
	}
	return s.Heading(s.block)
}

// subjects are the things that a block speaks of, by which it goes where readers know
// it by no name, and the attribute that lists them: "user database (e-mail addresses)".
func (s side) subjects() (tree.Text, string) {
	b, attr := s.block, s.block.Schema.Spans
	if b.Kind() == "transfer" {
		attr = "recipients"
	}
	if attr == "" || s.HasName(b) {
		return nil, ""
	}
	subjects := s.Answer(b, attr)
	if b.Kind() != "retention" || !b.Has("data") {
		return subjects, attr
	}
	data := s.Answer(b, "data")
	if len(subjects) == 0 {
		return data, attr
	}
	return tree.T(subjects, " (", data, ")"), attr
}

// recipient is the subprocessor that a block is, or stands in.
func recipient(b *model.Block) *model.Block {
	for b != nil && b.Kind() != "subprocessor" {
		b = b.Parent
	}
	return b
}
