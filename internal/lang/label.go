package lang

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// header is the span of a block's keyword and names.
func (b *binder) header(block *hclsyntax.Block) source.Span {
	span := b.span(block.TypeRange)
	if n := len(block.LabelRanges); n > 0 {
		span.End = b.span(block.LabelRanges[n-1]).End
	}
	return span
}

// label checks a block's names against the schema and returns the name.
func (b *binder) label(spec *schema.Block, block *hclsyntax.Block, top bool) (string, bool) {
	want := spec.Labels
	if want == schema.MayLabel && top {
		want = schema.OneLabel
	}
	switch n := len(block.Labels); {
	case n == 0 && want == schema.OneLabel:
		b.report(diag.New(diag.WrongLabels, b.header(block), article(spec.Title)+" needs a name").
			Because("The name stands in quotes between the keyword and the brace: " + spec.Name + " \"example\" { … }. Other blocks refer to it by that name."))
		return "", false
	case n > 0 && want == schema.NoLabel:
		b.report(diag.New(diag.WrongLabels, b.span(block.LabelRanges[0]), article(spec.Title)+" has no name").
			Because("Write "+spec.Name+" { … }.").Replacing(b.between(block.TypeRange, block.OpenBraceRange), spec.Name+" ", "leave the name out"))
		return "", false
	case n > 1:
		b.report(diag.New(diag.WrongLabels, b.span(block.LabelRanges[1]), article(spec.Title)+" has one name, not "+strconv.Itoa(n)).
			Because("Names of two words are joined by an underscore: " + quote(strings.Join(block.Labels, "_")) + "."))
		return block.Labels[0], false
	case n == 0:
		return "", true
	}
	return block.Labels[0], b.nameForm(spec, block)
}

func (b *binder) between(from, to hcl.Range) source.Span {
	span := b.span(from)
	span.End = b.span(to).Start
	return span
}

// nameForm checks that a name can be used in a reference.
func (b *binder) nameForm(spec *schema.Block, block *hclsyntax.Block) bool {
	name := block.Labels[0]
	if spec.Name == "tag" && name != "" && source.CheckText(name) == nil || isName(name) {
		return true
	}
	d := diag.New(diag.NameForm, b.span(block.LabelRanges[0]), quote(name)+" cannot be a name").
		Because("A name is what other blocks write to refer to this one. It begins with a letter and consists of letters, digits, underscores and hyphens. What readers are to see goes into the attribute label.")
	if better := asName(name); better != "" {
		d.Replacing(b.span(block.LabelRanges[0]), quote(better), "write "+quote(better))
	}
	b.report(d)
	return false
}

func isName(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || r != '_' && r != '-' && (r < '0' || r > '9')) {
			return false
		}
	}
	return s != ""
}

// asName makes a name of what was meant to be one.
func asName(s string) string {
	var out strings.Builder
	for _, r := range strings.ToLower(s) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' || r == '-' {
			out.WriteRune(r)
		} else if text := out.String(); text != "" && !strings.HasSuffix(text, "_") {
			out.WriteByte('_')
		}
	}
	name := strings.TrimLeft(strings.Trim(out.String(), "_"), "0123456789-_")
	if !isName(name) {
		return ""
	}
	return name
}
