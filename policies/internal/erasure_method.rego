# METADATA
# title: A hash erases only where nobody can compute it again
# description: |
#   Who knows an address or a number can compute its hash, and find the person.
#   A standard that lets a hash stand for erasure says that it is salted or keyed,
#   or that what is left is pseudonymised.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 4(5)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 17(1)}
# custom: {id: PI121, severity: error}
package privity.internal.erasure_method

deny contains {
	"at": s,
	"attribute": "methods",
	"msg": "lets a hash stand for erasure, from which people can be found again",
	"fix": "Say in note that it is salted or keyed, or do without it.",
} if {
	some s in array.concat(of_procedures, of_flows)
	"hash" in s.methods
	not explained(s)
}

deny contains {
	"at": r,
	"attribute": "on_expiry",
	"msg": "lets a hash stand for erasure, from which people can be found again",
	"fix": "Say in note that it is salted or keyed, or delete the data.",
} if {
	some r in input.retention
	r.on_expiry == "hash"
	not explained(r)
}

of_procedures := [s | some s in input.procedure[_].step]

of_flows := [s | some s in input.flow[_].step]

explained(b) if regex.match(`(?i)\b(salt|key|pseudonym)`, b.note)
