# METADATA
# title: What a policy claims is not refuted by what it describes
# description: |
#   Sweeping promises are read first and broken first: that data is never
#   shared, that all of it is encrypted, that it stays within certain countries.
#   What the rest of the policy describes is held against them.
# custom: {id: PP020, severity: error}
package privity.truth.claim_refuted

import data.privity.place

deny contains {
	"at": c,
	"attribute": "says",
	"msg": sprintf("is refuted: data is shared with %d recipients", [count(shared)]),
	"related": [{"at": s, "msg": "data goes here"} | some s in shared],
	"fix": "Limit the claim to those who are no recipients, or say in unless what the exception is.",
} if {
	some c in input.claim
	c.says == "never"
	c.what == "share"
	with_companies(c)
	shared := recipients_of(c)
	count(shared) > 0
}

deny contains {
	"at": t,
	"attribute": "effect",
	"msg": sprintf("is refuted: data is shared with %d recipients", [count(recipients)]),
	"related": [{"at": s, "msg": "data goes here"} | some s in recipients],
	"fix": "Write declared_only = true, if the recipients that the policy declares are the exception.",
} if {
	some t in input.transfer
	t.effect == "deny"
	not t.declared_only
	not t.data
	some r in t.recipients
	r in companies
	count(recipients) > 0
	not claimed
}

deny contains {
	"at": t,
	"attribute": "effect",
	"msg": sprintf("is doubtful: %d recipients are engaged for analytics or marketing", [count(sold_on)]),
	"related": [{"at": s, "msg": "data goes here"} | some s in sold_on],
	"fix": "Say which exception covers them, or do without them.",
} if {
	some t in input.transfer
	t.effect == "deny"
	t.declared_only
	some r in t.recipients
	r in companies
	count(sold_on) > 0
}

deny contains {
	"at": c,
	"attribute": "says",
	"msg": sprintf("is refuted: %d are not said to be encrypted", [count(bare)]),
	"related": [{"at": s, "msg": "no encryption is stated here"} | some s in bare],
	"fix": "State the encryption of each, or limit the claim with on.",
} if {
	some c in input.claim
	c.says == "all"
	c.what == "encrypt"
	bare := [s.address | some s in object.get(c, "on", input.data_store); not s.encryption]
	count(bare) > 0
	not encrypted_in_general
}

deny contains {
	"at": c,
	"attribute": "within",
	"msg": sprintf("is refuted: data is in %s", [place.name(country)]),
	"related": [{"at": s, "attribute": "regions", "msg": sprintf("this is in %s", [place.name(country)])} | some s in there],
} if {
	some c in input.claim
	c.says == "only"
	c.within
	some country in countries[c.what]
	not allowed(country, c.within)
	there := array.concat(stores_in(country), processors_in(country, c.what))
}

companies := {"third_party", "other_company", "other_entity"}

with_companies(c) if not c["with"]

with_companies(c) if {
	some w in c["with"]
	w in companies
}

# claimed holds where a claim says the same, and is the one to be refuted.
claimed if {
	some c in input.claim
	c.says == "never"
	c.what == "share"
}

# recipients are those to whom any data goes.
recipients contains s.address if {
	some s in input.subprocessor
	s.engagement
}

recipients contains s.managed_by.address if some s in input.data_store

# sold_on are the recipients engaged for what no service needs.
sold_on contains s.address if {
	some s in input.subprocessor
	some p in s.engagement[_].purposes
	for_analytics_or_marketing(p)
}

for_analytics_or_marketing(p) if p["class"] in {"analytics", "marketing"}

for_analytics_or_marketing(p) if {
	not p["class"]
	regex.match(`(?i)analytics|marketing|advertis`, p.name)
}

recipients_of(c) := recipients if not c.data

recipients_of(c) := {s.address |
	claimed_data := {d.address | some d in c.data}
	some s in input.subprocessor
	s.engagement[_].data[_].address in claimed_data
} if {
	c.data
}

encrypted_in_general if {
	some e in input.encryption
	not e.applies_to
}

# countries are those in which data is stored, and those in which it is processed.
countries := {"store": stored, "process": stored | processed}

stored contains r.country if some r in input.data_store[_].regions

processed contains country if {
	some s in input.subprocessor
	some country in place.countries(s)
}

stores_in(country) := [s.address | some s in input.data_store; country in {r.country | some r in s.regions}]

processors_in(country, "process") := [s.address | some s in input.subprocessor; country in place.countries(s)]

processors_in(_, "store") := []

allowed(country, within) if place.state(country) in within

allowed(country, within) if country in within

allowed(country, within) if {
	"EEA" in within
	place.eea(country)
}

allowed(country, within) if {
	"EU" in within
	data.reference.countries[place.state(country)].eu
}
