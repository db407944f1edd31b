# METADATA
# title: Every data store says how long it keeps data
# description: |
#   Personal data may not be kept longer than its purpose needs, and readers
#   have to be told for how long or by which criteria. A data store says so
#   itself, or every category of data in it does.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(e)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(a)}
# custom: {id: PP004, severity: error}
package privity.retention.period_missing

deny contains {
	"at": s,
	"attribute": "retention",
	"msg": "does not say how long it keeps data",
	"fix": "Add a retention block to it, to its segments, or to each category that it holds.",
} if {
	not general
	some s in input.data_store
	not s.retention
	not by_category(s)
	not by_segment(s)
	not s.backend.retention
}

# general holds where a retention block speaks of everything.
general if {
	some r in input.retention
	not r.applies_to
	not r.data
}

by_category(s) if {
	s.holds
	every c in s.holds {
		c.retention
	}
}

by_segment(s) if {
	s.segment
	every g in s.segment {
		g.retention
	}
}
