package lang

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/hashicorp/go-version"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

type hclDiags = hcl.Diagnostics

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

func quoteKey(key string) string { return strconv.Quote(key) }

func (b *binder) bindLocals(spec *schema.Block, block *hclsyntax.Block) {
	b.label(spec, block, true)
	for _, inner := range block.Body.Blocks {
		b.unknownInner(b.shell(spec, block), inner)
	}
	for _, name := range sortedKeys(block.Body.Attributes) {
		a := block.Body.Attributes[name]
		t := &thunk{key: name, name: "local." + name, expr: a.Expr, file: b.file, scope: b.scope, span: b.span(a.Expr.Range()), header: b.span(a.NameRange)}
		if !b.vet(a.Expr) {
			t.state = done
		}
		b.part.locals = append(b.part.locals, t)
	}
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

func sentence(s string) string {
	if s == "" {
		return ""
	}
	return " It is described as: " + s
}

// enterModule follows a reference into a module.
func (c *compiler) enterModule(s *scope, steps []string, span source.Span) (*scope, []string, fault) {
	if len(steps) < 2 {
		return nil, nil, func() *diag.Diagnostic {
			return diag.New(diag.UnknownName, span, "module is not a value").Because("Name a block in a module: module.NAME.vendor.aws.")
		}
	}
	m := s.modules[steps[1]]
	switch {
	case m == nil:
		return nil, nil, func() *diag.Diagnostic { return c.unknownModule(s, steps[1], span) }
	case m.broken:
		return nil, nil, nil
	}
	rest := steps[2:]
	key, keyed := "", len(rest) > 0 && rest[0][0] == '['
	if keyed {
		key, rest = rest[0][1:], rest[1:]
	}
	inner := m.inner[key]
	switch {
	case inner == nil || keyed != (m.forEach != nil):
		return nil, nil, func() *diag.Diagnostic { return m.wrongInstance(key, keyed, span) }
	case len(rest) < 2:
		return nil, nil, func() *diag.Diagnostic {
			return diag.New(diag.UnknownReference, span, "a module is not a block").
				Because("Name a block in it: " + addressOf(steps[:len(steps)-len(rest)]) + ".vendor.aws.")
		}
	}
	return inner, rest, nil
}

// wrongInstance reports a module that is named without the key that it needs,
// or with one that it does not have.
func (m *moduleCall) wrongInstance(key string, keyed bool, span source.Span) *diag.Diagnostic {
	f := diag.New(diag.InstanceNeeded, span, "module "+quote(m.name)+" has no instance "+quote(key)).Relating(m.header, "declared here")
	switch {
	case m.forEach == nil:
		return f.Because("Only a module with for_each is followed by a key in brackets. Leave the key out.")
	case len(m.keys) == 0:
		return f.Because("Its for_each has no elements, so there is nothing to refer to.")
	case !keyed:
		f.Summary = "module " + quote(m.name) + " is used several times"
		return f.Because("Say which one: module." + m.name + "[" + quoteKey(m.keys[0]) + "].")
	}
	return f.Because("It has: " + someOf(m.keys) + ".")
}

func (c *compiler) unknownModule(s *scope, name string, span source.Span) *diag.Diagnostic {
	f := diag.New(diag.UnknownReference, span, "there is no module with the name "+quote(name)).Labelled("not declared")
	if meant, ok := nearestKey(c, name, s.modules); ok {
		return f.Because("Did you mean module." + meant + "?")
	}
	return f.Because("Declare it: module " + quote(name) + " { source = \"./…\" }.")
}

// evalModule evaluates a name that begins with module.
func (c *compiler) evalModule(s *scope, tr hcl.Traversal, e *env) value {
	span := e.span(tr.SourceRange())
	steps := leadingSteps(tr)
	inner, rest, f := c.enterModule(s, steps, span)
	if inner == nil {
		if f != nil {
			c.report(f())
		}
		return value{}
	}
	skipped := len(steps) - len(rest)
	root := hcl.TraverseRoot{Name: rest[0], SrcRange: tr[skipped].SourceRange()}
	root.SrcRange.Start.Byte++ // the dot before it
	local := append(hcl.Traversal{root}, tr[skipped+1:]...)
	if rest[0] == "module" {
		return c.evalModule(inner, local, e)
	}
	if spec := schema.Lookup(rest[0]); spec == nil || !spec.Describes() {
		c.report(diag.New(diag.UnknownName, span, "there is no block called "+rest[0]).Because("After the module's name stand a kind of block and a name."))
		return value{}
	}
	return c.evalBlock(inner, local, e)
}

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
