package consistency

import (
	"slices"
	"strconv"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/suggest"
)

// noticeClasses holds a notice term to be about some change.
func noticeClasses(b *model.Block, report func(*diag.Diagnostic)) {
	for _, word := range b.Texts("classes") {
		if !compare.Knows(word) {
			report(noSuchClass(b, "classes", word, nil, `It is a class of changes, such as "subprocessor.added", or all of a kind, as in "subprocessor.*".`))
		}
	}
}

// noSuchClass says that a word stands for no change, and which one is like it.
func noSuchClass(b *model.Block, attr, word string, others []string, because string) *diag.Diagnostic {
	candidates := slices.Clone(others)
	for _, c := range compare.Classes() {
		candidates = append(candidates, c.ID)
	}
	if near, ok := suggest.Nearest(word, candidates); ok {
		because = "Did you mean " + strconv.Quote(near) + "? " + because
	}
	return diag.New(diag.ChangeClass, b.SpanOf(attr), strconv.Quote(shortened(word))+" is no class of changes").Because(because)
}

// calendarDays holds a calendar to have business days.
func calendarDays(b *model.Block, report func(*diag.Diagnostic)) {
	for _, day := range schema.Weekday.Names() {
		if !slices.Contains(b.Texts("weekend"), day) {
			return
		}
	}
	report(diag.New(diag.CalendarFull, b.SpanOf("weekend"), "every day of the week is one of the weekend").
		Because("A period in business days would never end. List the days only on which no business is done."))
}

// correctedAttribute holds a correction to speak of an attribute that one of
// the blocks can have.
func correctedAttribute(b *model.Block, report func(*diag.Diagnostic)) {
	name := b.Text("attribute")
	if name == "" {
		return
	}
	var candidates []string
	for _, of := range b.Refs("of") {
		if of.Schema.Attr(name) != nil {
			return
		}
		candidates = append(candidates, of.Schema.AttrNames()...)
	}
	because := "Name the attribute that was wrong, or leave this out if it was the whole block."
	if near, ok := suggest.Nearest(name, candidates); ok {
		because = "Did you mean " + strconv.Quote(near) + "? " + because
	}
	report(diag.New(diag.CorrectedNothing, b.SpanOf("attribute"), "none of the corrected blocks can have an attribute "+strconv.Quote(name)).Because(because))
}

// movedAway holds what is said to have moved not to be where it was, unless it
// is one of the blocks that it was split into.
func movedAway(m *model.Model) diag.List {
	var found diag.List
	for _, b := range m.All("moved") {
		from := b.Get("from").Value.String()
		there := m.Lookup(from)
		if there == nil || there == b.Ref("to") || slices.Contains(b.Refs("also"), there) {
			continue
		}
		found.Add(diag.New(diag.MovedNothing, b.SpanOf("from"), from+" has not moved: it is still there").
			Because("A comparison leaves this block out of account. Delete it; or delete the block that is still there; or, if a part of it has become another block, name it first: to = "+from+", also = […].").
			Relating(there.Span, "it is here"))
	}
	return found
}
