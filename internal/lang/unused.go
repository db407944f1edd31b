package lang

import (
	"github.com/privity/privity/internal/diag"
)

// reportUnused warns of variables and local values that nothing reads.
func (c *compiler) reportUnused() {
	if c.found.HasErrors() {
		return
	}
	for _, s := range c.scopes {
		for _, name := range sortedKeys(s.variables) {
			if !s.used["var."+name] {
				c.report(diag.New(diag.UnusedVariable, s.variables[name].header, "the variable "+quote(name)+" is not used").
					Because("Nothing reads var." + name + ". Delete it, or use it where its value is written out now."))
			}
		}
		for _, name := range sortedKeys(s.locals) {
			if !s.used["local."+name] {
				c.report(diag.New(diag.UnusedLocal, s.locals[name].header, "the local value "+quote(name)+" is not used").
					Because("Nothing reads local." + name + ". Delete it."))
			}
		}
	}
}
