package consistency

import (
	"regexp"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
)

var fileName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// reservedNames cannot be the name of a page: some systems give them to
// devices, and some are written by the program.
var reservedNames = " con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 assets manifest feed changes "

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
	for _, s := range b.Inside("section") {
		if s.Has("of") {
			continue
		}
		for _, part := range s.Texts("shows") {
			if before, twice := first[part]; twice {
				report(diag.New(diag.SectionTwice, s.SpanOf("shows"), part+" is shown twice on this page").
					Because("Show it once, or limit each section with of to the blocks that it speaks of.").Relating(before.SpanOf("shows"), "it is shown here already"))
			}
			first[part] = s
		}
	}
}
