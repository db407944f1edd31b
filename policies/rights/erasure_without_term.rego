# METADATA
# title: A right to erasure says how soon
# description: |
#   Who asks for erasure expects it at once unless told otherwise. Where data is
#   kept for a while after deletion, the right that promises it says how long it
#   takes, or what its limits are.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 12(3)}
# custom: {id: PP051, severity: warning}
package privity.rights.erasure_without_term

import data.privity.group

warn contains {
	"at": r,
	"attribute": "within",
	"msg": "promises erasure and does not say how soon, and data is kept for a while afterwards",
	"related": [{"at": k, "attribute": "period", "msg": "it is kept here"} | some k in few_kept],
	"fix": "Add within, with the longest that it takes; or say in limits what is kept.",
} if {
	some r in input.right
	r.kind == "erasure"
	not r.within
	not r.limits
	count(few_kept) > 0
}

few_kept := group.few({r.address: true |
	some r in input.retention
	r.on_expiry == "delete"
	conditional(r)
	r.period
})

# conditional holds for a period that begins with an event, or holds after one.
conditional(r) if r.starts_on

conditional(r) if {
	r.after
	r.when
}
