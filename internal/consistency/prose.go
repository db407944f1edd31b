package consistency

import (
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/prose"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// proseOf checks the Markdown of a block.
func proseOf(b *model.Block, report func(*diag.Diagnostic)) {
	for i := range b.Attrs {
		a := &b.Attrs[i]
		if a.Schema.Type.Kind != schema.Markdown {
			continue
		}
		report(prosePlaced(a.Value, a.Span))
	}
}

// prosePlaced checks Markdown that stands somewhere. It returns nil where
// nothing is wrong with it.
func prosePlaced(v model.Value, at source.Span) *diag.Diagnostic {
	problems := prose.Check(v.String())
	if len(problems) == 0 {
		return nil
	}
	what, advice, _ := strings.Cut(problems[0].Message, ". ")
	return diag.New(diag.BadMarkdown, at, strings.TrimSuffix(what, ".")).
		Because(strings.TrimSpace(advice + " Prose is Markdown without raw HTML; its links lead to https, http or mailto addresses, or to places within the site."))
}
