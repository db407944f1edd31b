# METADATA
# title: What a first stage of deletion keeps, a second one erases
# description: |
#   Where an account is switched off first and erased later, there is a second
#   stage that erases, and the way back is closed as firmly as the rest is meant.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 17(1)}
# custom: {id: PI120, severity: error}
package privity.internal.two_stages

deny contains {
	"at": s,
	"attribute": "keeps",
	"msg": "keeps data, and no later step erases it",
	"fix": "Add a step with methods, after this one.",
} if {
	some p in input.procedure
	last := max({i | some i, s in p.step; s.methods} | {-1})
	some i, s in p.step
	s.keeps
	i > last
}

deny contains {
	"at": r,
	"attribute": "strength",
	"msg": "only should close the way back, while the data is kept in between",
	"related": [{"at": s, "attribute": "keeps", "msg": "it is kept here"} | some s in few_keeping],
	"fix": "Write strength = \"must\", or say when an account may be restored.",
} if {
	some r in input.requirement
	r.strength in {"should", "may"}
	regex.match(`(?i)\b(restor|reactivat)`, r.actions[_])
	count(few_keeping) > 0
}

few_keeping := array.slice([s.address | some s in input.procedure[_].step; s.keeps], 0, 10)
