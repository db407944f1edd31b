package corpus

import (
	"fmt"
	"strings"

	"github.com/privity/privity/internal/locale"
)

// countries are those that generated blocks lie in.
var countries = strings.Fields("AT AU BE BR CA CH DE DK ES FI FR GB IE IN IT JP NL NO PL PT SE SG US")

// common sets some of the attributes that most blocks may have.
func (g *generator) common(conditions, notes int) {
	if g.chance(conditions) {
		g.list("when", g.refs("condition", 2)...)
	}
	if g.chance(notes) {
		g.text("note", g.sentence())
	}
}

func (g *generator) category(name string) {
	g.block(`category "`+name+`"`, func() {
		g.text("label", label(name))
		if g.chance(20) {
			g.list("parents", g.ref("area"))
		}
		if g.chance(30) {
			g.text("class", g.pick([]string{"primary", "secondary"}))
		}
		if g.chance(45) {
			g.texts("fields", g.some(phrases, 3)...)
		}
		if g.chance(20) {
			g.texts("examples", g.some(phrases, 2)...)
		}
		g.list("purposes", g.refs("purpose", 3)...)
		g.common(0, 20)
		if g.chance(75) {
			g.collection()
		}
		if g.chance(15) {
			g.block(`use "`+g.pick(nouns["purpose"])+`"`, func() {
				g.set("purpose", g.ref("purpose"))
				g.common(100, 0)
			})
		}
		if g.chance(10) {
			g.nestedRetention()
		}
	})
}

// area writes a category that is wide enough to have others in it.
func (g *generator) area(name string) {
	g.block(`category "`+name+`"`, func() {
		g.text("label", label(name))
		g.common(0, 50)
	})
}

func (g *generator) collection() {
	g.block("collection", func() {
		g.text("requirement", g.pick([]string{"standard", "optional", "required"}))
		g.text("source", g.pick(strings.Fields("person form_input device usage derived")))
		g.common(15, 0)
	})
}

func (g *generator) purpose(name string) {
	g.block(`purpose "`+name+`"`, func() {
		g.text("label", label(name))
		g.text("class", g.pick(strings.Fields("service product security legal support analytics operations")))
		if g.chance(70) {
			g.text("legal_basis", g.pick(strings.Fields("consent contract legal_obligation legitimate_interests")))
		}
		if g.chance(25) {
			g.texts("examples", g.some(phrases, 2)...)
		}
		if g.chance(20) {
			g.text("because", g.pick(reasons))
		}
		g.common(0, 15)
	})
}

func (g *generator) condition(name string) {
	g.block(`condition "`+name+`"`, func() {
		g.count["event"]++
		if g.chance(20) {
			g.text("because", g.pick(reasons))
		}
		if g.chance(60) {
			g.text("event", fmt.Sprintf("%s (case %d)", g.pick(events), g.count["event"]))
		} else {
			g.text("state", fmt.Sprintf("%s (case %d)", g.pick(states), g.count["event"]))
		}
		if g.chance(20) {
			g.list("by", g.ref("actor"))
		}
	})
}

func (g *generator) vendor(name string) {
	g.block(`vendor "`+name+`"`, func() {
		g.text("label", label(name))
		if g.chance(60) {
			g.text("legal_name", label(name)+" Ltd")
		}
		g.text("country", g.pick(countries))
		if g.chance(40) {
			g.text("website", "https://"+strings.ReplaceAll(name, "_", "-")+".example.com")
		}
		g.common(0, 10)
	})
}

func (g *generator) region(name string) {
	providers := locale.Providers()
	provider := providers[g.rand.IntN(len(providers))]
	regions := locale.Regions(provider)
	region := regions[g.rand.IntN(len(regions))]
	g.block(`region "`+name+`"`, func() {
		g.text("label", label(name))
		g.set("vendor", "vendor."+string(provider))
		g.text("code", region.Code)
		if region.City != "" {
			g.text("city", region.City)
		}
		g.text("country", region.Country)
	})
}

func (g *generator) dataStore(name string) {
	g.block(`data_store "`+name+`"`, func() {
		vendor := g.ref("vendor")
		if g.chance(12) {
			g.text("label", label(name)+" by ${"+vendor+".label}")
		} else {
			g.text("label", label(name))
		}
		g.text("technology", g.pick(technologies))
		g.set("vendor", vendor)
		if g.chance(15) {
			g.set("managed_by", g.ref("subprocessor"))
		}
		g.list("regions", g.refs("region", 2)...)
		g.list("holds", g.refs("category", 5)...)
		g.texts("uses", g.some(phrases, 3)...)
		g.common(0, 25)
		if g.chance(60) {
			g.nestedRetention()
		}
		if g.chance(35) {
			g.block("backup", func() {
				g.text("frequency", g.pick(frequencies))
				g.text("retained", g.pick(periods))
				g.text("form", g.pick([]string{"full", "incremental", "snapshot"}))
			})
		}
		if g.chance(35) {
			g.block("encryption", func() {
				g.text("state", "at_rest")
				g.text("algorithm", "AES")
				g.set("key_bits", "256")
				g.set("default", "true")
			})
		}
	})
}

// repeatedStore writes one store for each of two places.
func (g *generator) repeatedStore(name string) {
	g.block(`data_store "`+name+`"`, func() {
		g.set("for_each", "{ eu = "+g.ref("region")+", us = "+g.ref("region")+" }")
		g.text("label", label(name)+" (${each.key})")
		g.text("technology", g.pick(technologies))
		g.list("regions", "each.value")
		g.list("holds", g.refs("category", 3)...)
		g.nestedRetention()
	})
}

func (g *generator) nestedRetention() {
	g.block("retention", func() {
		g.period("period")
		if g.chance(40) {
			g.text("bound", g.pick(bounds))
		}
		if g.chance(30) {
			g.set("starts_on", g.ref("condition"))
		}
		if g.chance(50) {
			g.text("on_expiry", g.pick(strings.Fields("delete anonymise keep")))
		}
		if g.chance(15) {
			g.text("qualifier", "normally")
		}
	})
}

// period sets a period of time, now and then by a name.
func (g *generator) period(name string) {
	switch {
	case g.chance(10):
		g.set(name, "local.standard_retention")
	case g.chance(5):
		g.set(name, "var.log_retention")
	default:
		g.text(name, g.pick(periods))
	}
}

func (g *generator) subprocessor(name string) {
	g.block(`subprocessor "`+name+`"`, func() {
		vendor := g.ref("vendor")
		if g.chance(10) {
			g.text("label", "${"+vendor+".label}: "+label(name))
		} else {
			g.text("label", label(name))
		}
		g.set("vendor", vendor)
		if g.chance(50) {
			g.list("regions", g.refs("region", 2)...)
		}
		if g.chance(40) {
			g.texts("assurances", g.some(phrases, 2)...)
		}
		g.text("mechanism", g.pick([]string{"adequacy", "standard_contractual_clauses"}))
		if g.chance(30) {
			g.text("since", fmt.Sprintf("20%02d-%02d-%02d", 15+g.rand.IntN(10), 1+g.rand.IntN(12), 1+g.rand.IntN(28)))
		}
		g.common(0, 25)
		for _, role := range g.some(nouns["purpose"], 3) {
			g.engagement(role)
		}
		if g.chance(20) {
			g.nestedRetention()
		}
	})
}

func (g *generator) engagement(role string) {
	g.block(`engagement "`+role+`"`, func() {
		g.list("purposes", g.refs("purpose", 2)...)
		g.list("data", g.refs("category", 4)...)
		if g.chance(40) {
			g.texts("platforms", g.some(platforms, 2)...)
		}
		if g.chance(20) {
			g.set("minimised", "true")
		}
		g.common(20, 0)
		if g.chance(15) {
			g.block(`shares_with "`+g.pick(nouns["vendor"])+`"`, func() {
				g.set("vendor", g.ref("vendor"))
				g.texts("platforms", g.some(platforms, 1)...)
			})
		}
	})
}
