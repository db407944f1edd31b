package consistency

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/suggest"
)

var fileName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// reservedNames cannot be the name of a page: some systems give them to
// devices, and some are written by the program.
var reservedNames = " con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 accepted-findings assets manifest feed changes "

// documentName holds a document to have a name that can be a file's.
func documentName(b *model.Block, report func(*diag.Diagnostic)) {
	name := b.Name
	switch {
	case !fileName.MatchString(name):
		report(diag.New(diag.DocumentPath, b.Span, `"`+name+`" cannot be the name of a page`).
			Because("It becomes the name of a file and part of a web address: small letters, digits and hyphens."))
	case strings.Contains(reservedNames, " "+name+" "):
		report(diag.New(diag.DocumentPath, b.Span, `"`+name+`" is reserved`).
			Because("Some systems cannot have a file of that name, or the program writes one itself. Choose another; what readers see is the title."))
	}
}

// partsTwice reports a part that a page shows twice without limits.
func partsTwice(b *model.Block, report func(*diag.Diagnostic)) {
	first := map[string]*model.Block{}
	changed := map[string]bool{}
	for _, s := range b.Inside("section") {
		changed[s.Name] = s.Has("shows") || s.Has("instead")
	}
	for _, l := range schema.Layouts[b.Text("layout")] {
		if changed[l.Name] || slices.Contains(b.Texts("leaves_out"), l.Name) {
			continue
		}
		for _, part := range l.Shows {
			first[part] = b
		}
	}
	for _, s := range b.Inside("section") {
		if s.Has("of") || s.Has("instead") {
			continue
		}
		for _, part := range s.Texts("shows") {
			if before, twice := first[part]; twice {
				where := b.SpanOf("layout")
				if before != b {
					where = before.SpanOf("shows")
				}
				report(diag.New(diag.SectionTwice, s.SpanOf("shows"), part+" is shown twice on this page").
					Because("Show it once, or limit each section with of to the blocks that it speaks of.").Relating(where, "it is shown here already"))
			}
			first[part] = s
		}
	}
}

// leftOut holds what a document says of its layout to fit the layout.
func leftOut(b *model.Block, report func(*diag.Diagnostic)) {
	sections := schema.LayoutSections(b.Text("layout"))
	for _, name := range b.Texts("leaves_out") {
		switch {
		case len(sections) == 0:
			report(diag.New(diag.LayoutUnfit, b.SpanOf("leaves_out"), "there is no layout of which anything could be left out").
				Because("Without a layout the page shows the sections that stand here, and no others. Delete leaves_out, or choose a layout."))
			return
		case !slices.Contains(sections, name):
			report(noSuchSection(b, name, sections))
		}
	}
	for _, s := range b.Inside("section") {
		if meant, ok := suggest.Nearest(s.Name, sections); ok && !slices.Contains(sections, s.Name) {
			report(diag.New(diag.LayoutUnfit, s.Span, "the layout has no section \""+s.Name+"\", and one that is called much the same").
				Because("Did you mean \"" + meant + "\"? A section of another name follows those of the layout and changes none; give it a name that cannot be taken for one of theirs."))
		}
		if s.Has("instead") && s.Has("shows") {
			report(diag.New(diag.LayoutUnfit, s.SpanOf("instead"), "the section shows generated parts and has prose instead of them").
				Because("Keep one of the two: instead for prose alone, or before and after for prose around the parts.").
				Relating(s.SpanOf("shows"), "the parts are named here"))
		}
	}
}

func noSuchSection(b *model.Block, name string, sections []string) *diag.Diagnostic {
	detail := "The sections of this layout are " + strings.Join(sections, ", ") + "."
	if meant, ok := suggest.Nearest(name, sections); ok {
		detail = "Did you mean \"" + meant + "\"? " + detail
	}
	return diag.New(diag.LayoutUnfit, b.SpanOf("leaves_out"), "the layout \""+b.Text("layout")+"\" has no section \""+name+"\"").Because(detail)
}

// sectionsShowSomething holds a section that is limited to some blocks to be limited
// to such as its parts can show, and each of its parts to have something to show.
func sectionsShowSomething(b *model.Block, report func(*diag.Diagnostic)) {
	for _, s := range b.Inside("section") {
		if !s.Has("of") || !s.Has("shows") {
			continue
		}
		kinds := map[string]bool{}
		for _, t := range s.Refs("of") {
			kinds[t.Kind()] = true
		}
		for _, part := range s.Texts("shows") {
			if !slices.ContainsFunc(slices.Collect(maps.Keys(kinds)), func(kind string) bool { return schema.CanShow(part, kind) }) {
				report(diag.New(diag.SectionEmpty, s.SpanOf("shows"), "“"+part+"” has nothing to show here").
					Because("The section is limited to blocks of other kinds than this part is about. Delete the part, or add what it is to show to of.").
					Relating(s.SpanOf("of"), "the section is limited here"))
			}
		}
		unshown(s, report)
	}
}

// unshown reports the first block that a section is limited to and that none of its
// parts can show.
func unshown(s *model.Block, report func(*diag.Diagnostic)) {
	for _, t := range s.Refs("of") {
		if slices.ContainsFunc(s.Texts("shows"), func(part string) bool { return schema.CanShow(part, t.Kind()) }) {
			continue
		}
		report(diag.New(diag.SectionEmpty, s.SpanOf("of"), "no part of this section can show "+t.Address).
			Because("A " + t.Schema.Title + " is shown by " + strings.Join(schema.PartsFor(t.Kind()), " or ") + ". Add that to shows, or delete the block here."))
		return
	}
}
