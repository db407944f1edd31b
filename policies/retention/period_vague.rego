# METADATA
# title: Retention periods can be checked
# description: |
#   A period without an end, without a number, or that holds only as a habit is
#   a promise that nobody can test. It is legal, and it deserves a look.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(e)}
# custom: {id: PP005, severity: warning}
package privity.retention.period_vague

import data.privity.period

warn contains {
	"at": r,
	"attribute": "bound",
	"msg": "keeps data without an end",
	"fix": "State a period, or the event that ends it in until.",
} if {
	some r in input.retention
	r.bound == "indefinite"
}

warn contains {
	"at": r,
	"attribute": "bound",
	"msg": "has a limit that it does not state",
	"fix": "State it in period.",
} if {
	some r in input.retention
	r.bound == "unspecified"
}

warn contains {
	"at": r,
	"attribute": "period",
	"msg": sprintf("has the period %q, which nobody can check", [r.period]),
	"fix": "State it in days, months or years.",
} if {
	some r in input.retention
	period.vague(r.period)
}

warn contains {
	"at": r,
	"attribute": "long_term",
	"msg": "keeps data for a long time and does not say how long",
	"fix": "State it in period.",
} if {
	some r in input.retention
	r.long_term
	not r.period
}

warn contains {
	"at": r,
	"attribute": "qualifier",
	"msg": sprintf("holds only %s", [r.qualifier]),
	"fix": "State the longest that it can take, with bound = \"at_most\".",
} if {
	some r in input.retention
	r.qualifier in {"normally", "generally", "mostly"}
}
