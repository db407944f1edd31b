package lang

import (
	"slices"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// join merges the parts of a scope in the order of their files.
func (c *compiler) join(s *scope, parts []part) {
	for i := range parts {
		s.unreadable = s.unreadable || parts[i].unread
	}
	if d := c.versionFinding(s, parts); d != nil {
		s.unreadable = true
		c.report(d)
		return
	}
	for i := range parts {
		c.report(parts[i].found...)
		c.joinPart(s, &parts[i])
	}
}

func (c *compiler) joinPart(s *scope, p *part) {
	for _, d := range p.decls {
		c.report(s.declare(d))
		for _, t := range d.thunks {
			c.thunks[t.attr] = t
		}
	}
	for _, v := range p.variables {
		c.report(declareNamed(s.variables, v.name, v, v.header, func(o *variable) source.Span { return o.header }, "variables"))
	}
	for _, l := range p.locals {
		c.report(declareNamed(s.locals, l.key, l, l.header, func(o *thunk) source.Span { return o.header }, "local values"))
	}
	s.translations = append(s.translations, p.translations...)
	for _, m := range p.modules {
		c.report(declareNamed(s.modules, m.name, m, m.header, func(o *moduleCall) source.Span { return o.header }, "modules"))
	}
	for name := range p.used {
		s.used[name] = true
	}
	for _, name := range p.strangers {
		s.strangers[name] = true
	}
}

func declareNamed[V any](table map[string]V, name string, v V, at source.Span, where func(V) source.Span, plural string) *diag.Diagnostic {
	if first, taken := table[name]; taken {
		return diag.New(diag.DuplicateBlock, at, "there are two "+plural+" with the name "+quote(name)).
			Because("Rename one of them.").Relating(where(first), "declared first here")
	}
	table[name] = v
	return nil
}

// requireAll reports what a policy cannot be without.
func (c *compiler) requireAll() {
	policies := c.root.all("policy")
	for _, s := range c.scopes[1:] {
		policies = append(policies, s.all("policy")...)
	}
	if len(policies) == 1 || c.found.HasErrors() {
		return
	}
	if len(policies) > 1 {
		c.report(diag.New(diag.DuplicateBlock, policies[1].header, "there is a second policy block").
			Because("One folder, with its modules, describes one policy.").Relating(policies[0].header, "the first one is here"))
		return
	}
	at := source.Span{File: c.firstFile()}
	c.report(diag.New(diag.MissingBlock, at, "there is no policy block").
		Because("It gives the page its title. Add: policy \"name\" { title = \"…\" }."))
}

// firstFile returns the first file of the policy that declares something.
func (c *compiler) firstFile() *source.File {
	var files []*source.File
	for _, d := range c.root.order {
		files = append(files, d.header.File)
	}
	if len(files) == 0 {
		return source.NewFile(c.root.dir, nil)
	}
	return slices.MinFunc(files, func(a, b *source.File) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
}
