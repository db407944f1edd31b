package corpus

import (
	"fmt"
	"strings"
)

func (g *generator) system(name string) {
	g.block(`system "`+name+`"`, func() {
		g.text("label", label(name))
		g.text("kind", g.pick(strings.Fields("application website dashboard feature pipeline service")))
		g.set("hosted_by", g.ref("vendor"))
		g.list("regions", g.refs("region", 2)...)
		if g.chance(30) {
			g.texts("platforms", g.some(platforms, 2)...)
		}
	})
}

func (g *generator) flow(name string) {
	g.block(`flow "`+name+`"`, func() {
		g.text("label", label(name))
		g.list("from", g.ref("actor"))
		g.list("to", g.refs("data_store", 2)...)
		g.list("data", g.refs("category", 4)...)
		g.list("purposes", g.ref("purpose"))
		g.common(50, 10)
		for i := range 1 + g.rand.IntN(3) {
			g.block(fmt.Sprintf("step \"step_%d\"", i+1), func() {
				g.text("action", g.pick(verbs))
				g.list("target", g.ref("system"))
				g.text("where", g.pick([]string{"client", "server"}))
			})
		}
		if g.chance(20) {
			g.block(`option "bypass"`, func() {
				g.list("configured_by", g.ref("actor"))
				g.set("via", g.ref("system"))
				g.texts("values", "on", "off")
				g.set("default", "false")
			})
		}
	})
}

func (g *generator) access(name string) {
	g.block(`access "`+name+`"`, func() {
		g.list("who", g.refs("actor", 2)...)
		switch {
		case g.chance(20):
			g.set("to", "concat(local.log_stores, ["+g.ref("data_store")+"])")
		case g.chance(10):
			g.set("to", "concat(values(data_store.logs), ["+g.ref("module")+"])")
		default:
			g.list("to", g.refs("data_store", 3)...)
		}
		g.text("effect", g.pick([]string{"allow", "deny", "limit"}))
		g.texts("actions", g.some(verbs, 2)...)
		g.list("purposes", g.refs("purpose", 2)...)
		g.texts("method", g.some([]string{"rbac", "least_privilege", "authentication"}, 2)...)
		g.list("granted_by", g.ref("actor"))
		g.common(30, 10)
	})
}

func (g *generator) requirement(name string) {
	g.block(`requirement "`+name+`"`, func() {
		g.text("label", label(name))
		if g.chance(50) {
			g.set("topic", "local.approach")
		}
		g.list("who", g.refs("actor", 2)...)
		effect := g.pick(strings.Fields("require forbid avoid permit prefer limit"))
		g.text("effect", effect)
		g.texts("actions", g.some(verbs, 2)...)
		g.list("on", g.refs("category", 3)...)
		if g.chance(30) {
			g.text("frequency", g.pick(frequencies))
		}
		if effect != "permit" {
			g.text("strength", g.pick([]string{"must", "should"}))
		}
		g.common(40, 15)
	})
}

func (g *generator) retention(name string) {
	g.block(`retention "`+name+`"`, func() {
		g.list("applies_to", g.refs("category", 4)...)
		g.period("period")
		g.text("because", g.pick(reasons))
		g.common(50, 0)
	})
}

func (g *generator) encryption(name string) {
	g.block(`encryption "`+name+`"`, func() {
		g.list("applies_to", g.refs("flow", 4)...)
		g.text("state", "in_transit")
		g.texts("protocol", "TLS")
		g.set("key_bits", "256")
	})
}

func (g *generator) right(name string) {
	g.block(`right "`+name+`"`, func() {
		g.text("label", label(name))
		g.text("kind", g.pick(strings.Fields("access rectification erasure portability objection")))
		g.list("holder", g.ref("actor"))
		g.list("via", g.ref("contact"))
		g.list("on", g.refs("category", 3)...)
		g.text("within", g.pick(periods))
		g.common(30, 10)
	})
}

func (g *generator) actor(name string) {
	g.block(`actor "`+name+`"`, func() {
		g.text("label", label(name))
		g.text("kind", g.pick(strings.Fields("data_subject customer staff team contractor")))
	})
}

func (g *generator) contact(name string) {
	g.block(`contact "`+name+`"`, func() {
		g.text("label", label(name))
		g.text("channel", "email")
		g.text("address", strings.ReplaceAll(name, "_", ".")+"@example.com")
		g.list("open_to", g.ref("actor"))
		g.texts("topics", g.some(phrases, 2)...)
	})
}

func (g *generator) module(name string) {
	g.block(`module "`+name+`"`, func() {
		g.text("source", "./modules/hosting")
		g.text("company", label(name))
		g.text("country", g.pick(countries))
		if g.chance(50) {
			g.set("kept", "local.standard_retention")
		}
	})
}
