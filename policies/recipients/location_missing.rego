# METADATA
# title: Every place where personal data is kept is stated
# description: |
#   Which law applies, and whether data leaves a country, follows from where it
#   is. A data store without a region and a recipient without a region or country
#   leave both open.
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

# located holds where every engagement says where it takes place.
located(s) if {
	s.engagement
	every e in s.engagement {
		e.regions
	}
}
