package syntax

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

func translate(file *source.File, body *hclsyntax.Body, diags hcl.Diagnostics) diag.List {
	var found diag.List
	for _, d := range diags {
		r := hcl.Range{}
		if d.Subject != nil {
			r = *d.Subject
		}
		found.Add(diag.New(diag.SyntaxError, SpanOf(file, r), d.Summary).Because(d.Detail))
	}
	return found
}
