package lang

import (
	"fmt"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// maxModuleDepth is how deep modules may use modules.
const maxModuleDepth = 16

// A moduleCall is a module block: a folder that is used, and the values that
// its variables are given.
type moduleCall struct {
	name    string
	header  source.Span
	dir     string // of the folder, within the policy
	dirSpan source.Span
	forEach hclsyntax.Expression
	args    map[string]*hclsyntax.Attribute
	file    *source.File
	broken  bool
	keys    []string
	inner   map[string]*scope // by key; "" without for_each
}

func (b *binder) bindModule(spec *schema.Block, block *hclsyntax.Block) {
	name, ok := b.label(spec, block, true)
	m := &moduleCall{name: name, header: b.header(block), file: b.file, args: map[string]*hclsyntax.Attribute{}, inner: map[string]*scope{}, broken: !ok}
	for _, inner := range block.Body.Blocks {
		b.unknownInner(b.shell(spec, block), inner)
	}
	for _, key := range sortedKeys(block.Body.Attributes) {
		a := block.Body.Attributes[key]
		if !b.vet(a.Expr) {
			m.broken = true
		}
		switch key {
		case "source":
			b.bindSource(m, a)
		case "for_each":
			m.forEach = a.Expr
		default:
			m.args[key] = a
		}
	}
	if _, has := block.Body.Attributes["source"]; !has && ok {
		m.broken = true
		b.missing(b.shell(spec, block), spec.Attr("source"))
	}
	if !ok {
		b.declareMeant(block)
	}
	if name != "" {
		b.part.modules = append(b.part.modules, m)
	}
}

// bindSource reads the folder of a module. It is a literal, so that which files
// belong to a policy is known before anything is evaluated.
func (b *binder) bindSource(m *moduleCall, a *hclsyntax.Attribute) {
	m.dirSpan = b.span(a.Expr.Range())
	v, static := b.literal(a.Expr, schema.Type{Kind: schema.Text})
	dir := path.Join(b.scope.dir, v.text)
	switch {
	case !static || v.kind != textValue:
		b.badSource(m, "the source of a module is a text, written out", "Which files make up a policy is fixed. Write the folder here, without names or functions.")
	case !strings.HasPrefix(v.text, "./") && !strings.HasPrefix(v.text, "../"):
		b.badSource(m, quote(v.text)+" is not a folder of this policy", "Modules are folders beside the policy, written as a path that begins with ./ such as \"./modules/hosting\".")
	case dir == ".." || strings.HasPrefix(dir, "../"):
		b.badSource(m, quote(v.text)+" leads out of the policy", "A policy reads nothing outside its own folder. Move the module into it.")
	default:
		m.dir = dir
	}
}

func (b *binder) badSource(m *moduleCall, summary, detail string) {
	m.broken = true
	b.report(diag.New(diag.ModuleSource, m.dirSpan, summary).Because(detail))
}

// callModules loads the modules that a scope uses, and theirs.
func (c *compiler) callModules(s *scope, above []string) {
	for _, name := range sortedKeys(s.modules) {
		m := s.modules[name]
		if c.full || c.budget.spent {
			return
		}
		if m.broken || !c.checkModule(s, m, above) {
			m.broken = true
			continue
		}
		m.keys = []string{""}
		var pairs []*eachPair
		if m.forEach != nil {
			var ok bool
			if pairs, ok = c.pairs(s, m.forEach, m.file); !ok {
				m.broken = true
				continue
			}
			m.keys = nil
		}
		for _, p := range pairs {
			m.keys = append(m.keys, p.key)
		}
		for i, key := range m.keys {
			var each *eachPair
			if m.forEach != nil {
				each = pairs[i]
			}
			c.callModule(s, m, key, each, above)
		}
	}
}

func (c *compiler) checkModule(s *scope, m *moduleCall, above []string) bool {
	for i, dir := range append(above, s.dir) {
		if dir == m.dir {
			way := strings.Join(append(append(above[i:], s.dir), m.dir), " → ")
			c.report(diag.New(diag.ModuleCycle, m.dirSpan, "this module uses itself").Because("The way is " + way + ". A module cannot contain itself; take the use out."))
			return false
		}
	}
	if len(above) >= maxModuleDepth {
		c.report(diag.New(diag.ModuleCycle, m.dirSpan, "modules are nested too deep").Because(fmt.Sprintf("A module may use a module, down to %d levels.", maxModuleDepth)))
		return false
	}
	if names, err := c.filesIn(m.dir); c.full {
		return false
	} else if err != nil || len(names) == 0 {
		c.report(diag.New(diag.ModuleSource, m.dirSpan, "there is no module in "+quote(m.dir)).
			Because("A module is a folder of files that end in .hcl. The path is relative to the file that names it."))
		return false
	}
	return true
}

func (c *compiler) callModule(s *scope, m *moduleCall, key string, each *eachPair, above []string) {
	if c.full || !c.spend(1, scopeRoom+c.sizeOf(m.dir), m.header) {
		return
	}
	prefix := s.prefix + "module." + m.name + "."
	if m.forEach != nil {
		prefix = s.prefix + "module." + m.name + "[" + quoteKey(key) + "]."
	}
	inner := newScope(s, prefix, m.dir)
	m.inner[key] = inner
	c.load(inner)
	if inner.unreadable {
		s.unreadable = true
		return
	}
	c.giveArguments(s, m, inner, each)
	c.callModules(inner, append(above[:len(above):len(above)], s.dir))
}

// sizeOf returns the room that another use of a module takes.
func (c *compiler) sizeOf(dir string) int {
	names, _ := c.filesIn(dir)
	size := 0
	for _, name := range names {
		if t, known := c.trees.Load(name); known && t.(tree).file != nil {
			size += len(t.(tree).file.Bytes)
		}
	}
	return size * roomPerByte
}

// giveArguments hands the values of a module block to the module's variables.
func (c *compiler) giveArguments(s *scope, m *moduleCall, inner *scope, each *eachPair) {
	for _, name := range sortedKeys(m.args) {
		a := m.args[name]
		v, ok := inner.variables[name]
		at := &env{scope: s, file: m.file}
		if !ok {
			f := diag.New(diag.ModuleArgument, at.span(a.NameRange), "the module has no variable "+quote(name)).Labelled("no such variable")
			if meant, near := nearestKey(c, name, inner.variables); near {
				f.Because("Did you mean "+meant+"?").Replacing(at.span(a.NameRange), meant, "write "+meant)
			} else {
				f.Because("What a module is given are values for the variables that it declares.")
			}
			c.report(f)
			continue
		}
		v.given = &thunk{name: "var." + name + " of " + strings.TrimSuffix(inner.prefix, "."), expr: a.Expr, file: m.file, scope: s, each: each, span: at.span(a.Expr.Range())}
	}
	for _, name := range sortedKeys(inner.variables) {
		if v := inner.variables[name]; v.given == nil && !v.hasDefault {
			c.report(diag.New(diag.ModuleArgument, m.header, "module "+quote(m.name)+" needs a value for "+name).
				Because("Add "+name+" = … to the block."+sentence(v.description)).Relating(v.header, "the variable is declared here, without a default"))
			v.broken = true
		}
	}
}
