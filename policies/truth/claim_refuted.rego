# METADATA
# title: What a policy claims is not refuted by what it describes
# description: |
#   Sweeping promises are read first and broken first: that data is never
#   shared, that all of it is encrypted, that it stays within certain countries.
#   What the rest of the policy describes is held against them.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(a)}
# custom: {id: PP020, severity: error}
package privity.truth.claim_refuted

import data.privity.group
import data.privity.place

deny contains {
	"at": c,
	"attribute": "says",
	"msg": sprintf("is refuted: data is shared with %s", [group.counted(count(shared), "recipient")]),
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
	"msg": sprintf("is refuted: data is shared with %s", [group.counted(count(few_recipients), "recipient")]),
	"related": [{"at": s, "msg": "data goes here"} | some s in few_recipients],
	"fix": "Write declared_only = true, if the recipients that the policy declares are the exception.",
} if {
	some t in input.transfer
	t.effect == "deny"
	not t.declared_only
	not t.data
	some r in t.recipients
	r in companies
	count(few_recipients) > 0
	not claimed
}

deny contains {
	"at": t,
	"attribute": "effect",
	"msg": sprintf("is doubtful: data is shared with %s for analytics or marketing", [group.counted(count(few_sold_on), "recipient")]),
	"related": [{"at": s, "msg": "data goes here"} | some s in few_sold_on],
	"fix": "Say which exception covers them, or do without them.",
} if {
	some t in input.transfer
	t.effect == "deny"
	t.declared_only
	some r in t.recipients
	r in companies
	count(few_sold_on) > 0
}

deny contains {
	"at": c,
	"attribute": "says",
	"msg": sprintf("is refuted: no encryption is stated in %s", [group.counted(count(bare), "place")]),
	"related": [{"at": s, "msg": "no encryption is stated here"} | some s in bare],
	"fix": "State the encryption of each, or limit the claim with on.",
} if {
	some c in input.claim
	c.says == "all"
	c.what == "encrypt"
	bare := bare_of(c)
	count(bare) > 0
	not encrypted_in_general
}

deny contains {
	"at": c,
	"attribute": "within",
	"msg": sprintf("is refuted: data is in %s", [place.name(country)]),
	"related": [{"at": s, "attribute": "regions", "msg": sprintf("this is in %s", [place.name(country)])} | some s in group.few(there)],
} if {
	some c in input.claim
	c.says == "only"
	c.within
	some country, there in located[c.what]
	not allowed(country, c.within)
}

deny contains {
	"at": c,
	"attribute": "says",
	"msg": "is refuted: of no category is it said how or whether it is collected",
	"fix": "Add a collection to each category, or do without the claim.",
} if {
	some c in input.claim
	c.says == "complete"
	c.what in {"collect", "disclose"}
	not collection_stated
}

deny contains {
	"at": c,
	"attribute": "says",
	"msg": "is refuted: the law calls it a sale where data is shared",
	"related": [{"at": t, "attribute": "counts_as", "msg": "this counts as a sale"} | some t in few_sales],
	"fix": "Do without the claim, or without the sale.",
} if {
	some c in input.claim
	c.says == "never"
	c.what == "sell"
	count(few_sales) > 0
}

deny contains {
	"at": c,
	"attribute": "says",
	"msg": "is refuted: data trains artificial intelligence elsewhere",
	"related": [{"at": t, "attribute": "trains_models", "msg": "data is used for training here"} | some t in few_training],
	"fix": "Limit the claim with data or on, or see to it that nothing is trained.",
} if {
	some c in input.claim
	c.says == "never"
	c.what == "train"
	not c.data
	not c.on
	count(few_training) > 0
}

few_sales := group.few({t.address: true |
	some t in input.transfer
	t.effect == "allow"
	"sale" in t.counts_as
})

few_training := group.few({b.address: true |
	some b in array.concat(input.system, [e | some e in input.subprocessor[_].engagement])
	b.trains_models
})

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

recipients contains host if {
	some s in input.data_store
	some host in place.hosts(s)
	not host in declared
}

# declared are the companies that a subprocessor stands for.
declared contains s.vendor.address if some s in input.subprocessor

# sold_on are the recipients engaged for what no service needs.
sold_on contains s.address if {
	some s in input.subprocessor
	some p in s.engagement[_].purposes
	for_analytics_or_marketing(p)
}

sold_on contains s.address if {
	some s in input.subprocessor
	some e in s.engagement
	not e.purposes
	regex.match(analytics_or_marketing, e.name)
}

for_analytics_or_marketing(p) if p.class in {"analytics", "marketing"}

for_analytics_or_marketing(p) if {
	not p.class
	regex.match(analytics_or_marketing, p.name)
}

analytics_or_marketing := `(?i)analytics|marketing|advertis`

few_recipients := group.few({r: true | some r in recipients})

few_sold_on := group.few({r: true | some r in sold_on})

recipients_of(c) := few_recipients if not c.data

recipients_of(c) := group.few({r: true |
	some d in c.data
	some r in few_given[d.address]
}) if {
	c.data
}

# few_given are some of the recipients of each kind of data. What is of a narrower
# kind is of the wider one too.
few_given := {d: group.few(rs) | some d, rs in given}

given := group.by_key([[kind, s.address] |
	some s in input.subprocessor
	some d in s.engagement[_].data
	some kind in array.concat([d.address], [p.address | some p in d.parents])
])

bare_of(c) := group.few({s.address: true | some s in c.on; not s.encryption}) if c.on

bare_of(c) := bare if not c.on

bare := group.few({s.address: true | some s in input.data_store; not s.encryption})

encrypted_in_general if {
	some e in input.encryption
	not e.applies_to
}

collection_stated if input.category[_].collection

# located are the stores, and those that process data, by their countries.
located := {"store": stored, "process": group.by_key(array.concat(stores, processors))}

stored := group.by_key(stores)

stores := [[r.country, s.address] |
	some s in input.data_store
	some r in s.regions
]

processors := [[country, s.address] |
	some s in input.subprocessor
	some country in place.countries(s)
]

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
