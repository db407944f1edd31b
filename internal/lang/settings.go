package lang

import (
	"github.com/hashicorp/go-version"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// bindSettings checks the settings block; what it says was read beforehand.
func (b *binder) bindSettings(spec *schema.Block, block *hclsyntax.Block) {
	if _, ok := b.label(spec, block, true); !ok {
		return
	}
	shell := b.shell(spec, block)
	for _, inner := range block.Body.Blocks {
		b.unknownInner(shell, inner)
	}
	known := 0
	if a, ok := block.Body.Attributes["required_version"]; ok {
		known = 1
		if v, static := b.literal(a.Expr, schema.Type{}); !static || v.kind != textValue {
			b.report(diag.New(diag.RequiredVersion, b.span(a.Expr.Range()), "required_version is a text, written out").Because("It is read before anything is evaluated. Write a constraint such as \">= 0.1\"."))
		}
	}
	if known < len(block.Body.Attributes) {
		b.unknownAttrs(shell, block.Body)
	}
}

// versionFinding holds the policy's required_version against this tool. It goes
// before every other finding, which an older tool may make of newer syntax.
func (c *compiler) versionFinding(s *scope, parts []part) *diag.Diagnostic {
	for _, p := range parts {
		for _, block := range p.settings {
			a, ok := block.Body.Attributes["required_version"]
			if !ok {
				continue
			}
			b := binder{part: &part{}, scope: s, file: p.file}
			v, static := b.literal(a.Expr, schema.Type{})
			if !static || v.kind != textValue {
				continue
			}
			if f := checkVersion(v.text, c.opts.Version, v.span); f != nil {
				return f
			}
		}
	}
	return nil
}

func checkVersion(constraint, tool string, span source.Span) *diag.Diagnostic {
	wanted, err := version.NewConstraint(constraint)
	if err != nil {
		return diag.New(diag.RequiredVersion, span, quote(constraint)+" is not a constraint on versions").
			Because("Write for example \">= 0.1\", \"~> 1.2\" or \">= 0.1, < 2.0\".")
	}
	have, err := version.NewVersion(tool)
	if err != nil || wanted.Check(have.Core()) {
		return nil
	}
	return diag.New(diag.RequiredVersion, span, "this is privity "+tool+", and the policy asks for "+constraint).
		Because("Nothing else was checked. Install a version that the policy allows, or change required_version.")
}
