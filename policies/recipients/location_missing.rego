# METADATA
# title: Every place where personal data is kept is stated
# description: |
#   Which law applies, and whether data leaves a country, follows from where it
#   is. A data store without a region, a recipient without a region or country,
#   and a region without a country leave it open.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(1)(f)}
# custom: {id: PP019, severity: error}
package privity.recipients.location_missing

deny contains {
	"at": s,
	"attribute": "regions",
	"msg": "does not say where its data is kept",
	"fix": "Add regions.",
} if {
	some s in input.data_store
	not s.regions
	not s.backend.regions
}

deny contains {
	"at": s,
	"attribute": "regions",
	"msg": "does not say where it processes data",
	"fix": "Add regions or, where no region is known, countries.",
} if {
	some s in input.subprocessor
	not s.kind == "recipient_class"
	not s.regions
	not s.countries
	not located(s)
}

deny contains {
	"at": r,
	"attribute": "country",
	"msg": "does not say in which country it is",
	"fix": "Add country.",
} if {
	some r in input.region
	not r.country
	not r.jurisdiction
}

# located holds where every engagement says where it takes place.
located(s) if {
	s.engagement
	every e in s.engagement {
		placed(e)
	}
}

placed(e) if e.regions

placed(e) if e.countries
