package consistency

import (
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/prose"
	"github.com/privity/privity/internal/schema"
)

// proseOf checks the Markdown of a block.
func proseOf(b *model.Block, report func(*diag.Diagnostic)) {
	for i := range b.Attrs {
		a := &b.Attrs[i]
		if a.Schema.Type.Kind != schema.Markdown {
			continue
		}
		problems := prose.Check(a.Value.String())
		if len(problems) == 0 {
			continue
		}
		what, advice, _ := strings.Cut(problems[0].Message, ". ")
		report(diag.New(diag.BadMarkdown, a.Span, strings.TrimSuffix(what, ".")).
			Because(strings.TrimSpace(advice + " Prose is Markdown without raw HTML; its links lead to https, http or mailto addresses, or to places within the site.")))
	}
}
