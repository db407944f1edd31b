package render_test

// spokenSentences are about how pages speak of kinds of data, and of what several things
// have in common.
var spokenSentences = []sentence{
	{
		name: "data of a kind has no article, a single thing has one",
		hcl: people + `
requirement "use" {
  label   = "Use"
  effect  = "permit"
  actions = ["use"]
  on      = [category.pi]
}
requirement "both" {
  label   = "Both"
  effect  = "permit"
  actions = ["use"]
  on      = [category.pi, category.email]
}
encryption "all" {
  applies_to = [category.pi]
  coverage   = "all"
}
encryption "address" {
  applies_to = [category.email]
  coverage   = "all"
}
`,
		want: []string{
			"We may use personal information.", "We may use the personal information and the e-mail address.",
			"All personal information is encrypted.", "All of the e-mail address is encrypted.",
		},
	},
	{
		name: "recipients of which a table would say the same are a list",
		hcl: people + `
document "index" {
  section "who" {
    shows = ["recipients"]
    of    = [subprocessor.a, subprocessor.b, subprocessor.c]
  }
  section "some" {
    shows = ["recipients"]
    of    = [subprocessor.b, subprocessor.c, subprocessor.d]
  }
}
subprocessor "a" {
  label = "Alpha"
  engagement "keep" {
    label = "storage"
    data  = [category.pi]
  }
}
subprocessor "b" {
  label = "Beta"
  engagement "keep" {
    label = "storage"
    data  = [category.pi]
  }
}
subprocessor "c" {
  label = "Gamma"
  engagement "keep" {
    label = "storage"
    data  = [category.pi]
  }
}
subprocessor "d" {
  label = "Delta"
  engagement "keep" {
    label = "storage"
    data  = [category.email]
  }
}
`,
		want: []string{"These receive personal information for storage:\n\n- Alpha\n- Beta\n- Gamma\n", "| Delta | Storage | E-mail address |", "All recipients are listed on the page"},
	},
	{
		name: "a protocol is spelt out where it is named, and only there",
		hcl: people + `
term "tls" {
  label        = "Transport Layer Security"
  abbreviation = "TLS"
}
encryption "way" {
  state    = "in_transit"
  protocol = [term.tls.abbreviation]
}
`,
		want:  []string{"Data is encrypted in transit over TLS (Transport Layer Security)."},
		never: []string{"This stands for"},
	},
	{
		name: "an abbreviation that no protocol spells out is a term",
		hcl: people + `
document "index" {
  section "words" {
    shows = ["terms"]
  }
}
term "tls" {
  label        = "Transport Layer Security"
  abbreviation = "TLS"
}
encryption "way" {
  state    = "in_transit"
  protocol = [term.tls.abbreviation]
}
`,
		want: []string{"This stands for Transport Layer Security."},
	},
	{
		name: "a section that lists periods does not repeat them of its stores",
		hcl: people + `
document "index" {
  section "both" {
    shows = ["locations", "retention"]
    of    = [data_store.notes]
  }
  section "one" {
    shows = ["locations"]
    of    = [data_store.notes]
  }
}
data_store "notes" {
  label = "note store"
  holds = [category.pi]
  retention { period = "3 months" }
}
`,
		want: []string{"| Data store | Data in it |\n", "| Data store | Data in it | Kept for |\n"},
	},
	{
		name: "a part with one heading of its own has no other",
		hcl: people + `
document "index" {
  section "way" {
    title = "The way"
    shows = ["contacts", "flows"]
  }
}
contact "us" {
  channel = "email"
  address = "us@acme.example"
}
flow "sending" {
  label = "Sending"
  data  = [category.pi]
  to    = [data_store.users]
}
`,
		want:  []string{"\n### Sending\n"},
		never: []string{"How data moves"},
	},
	{
		name: "whom a policy addresses is whoever does something",
		hcl: `
policy "p" {
  title    = "Notes"
  audience = "public"
}
actor "reader" {
  label = "whoever sets it up"
  kind  = "customer"
}
right "access" {
  kind   = "access"
  holder = [actor.reader]
}
`,
		want: []string{"“you” means whoever sets it up."},
	},
	{
		name: "what stays whose it was, and what comes to be somebody's",
		hcl: people + `
category "notes" {
  label = "notes"
  ownership {
    owner    = [actor.user]
    retained = true
  }
}
category "copies" {
  label = "copies"
  ownership {
    owner     = [actor.customer]
    retained  = false
    qualifier = "mostly"
  }
}
`,
		want: []string{"It continues to belong to you.", "Most of it comes to belong to customers."},
	},
	{
		name: "a measure of which others are part",
		hcl: people + `
encryption "rest" { state = "at_rest" }
encryption "users" {
  applies_to = [data_store.users]
  state      = "at_rest"
}
encryption "named" {
  label = "encryption of everything"
}
measure "audits" {
  label   = "yearly audits"
  actions = ["audit security"]
}
measure "care" {
  actions  = ["take care"]
  includes = [encryption.rest, encryption.users, encryption.named, measure.audits]
}
`,
		want: []string{"We take care. This includes encryption at rest, encryption at rest of the user database, encryption of everything and yearly audits."},
	},
}
