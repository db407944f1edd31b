# METADATA
# title: Personal data is not open to everybody
# description: |
#   What the public can reach, such as files in a public cache, cannot be called
#   back. In an internal standard nobody lets the public reach data, unless under a
#   condition.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 25(2)}
# custom: {id: PI114, severity: error}
package privity.internal.open_to_public

deny contains {
	"at": a,
	"attribute": "who",
	"msg": sprintf("lets everybody reach %s", [t.address]),
	"fix": "Name who may reach it, or say in when under which condition.",
} if {
	input.policy.audience == "internal"
	some a in input.access
	a.effect == "allow"
	not a.when
	some w in a.who
	w.kind == "public"
	some t in a.to
	holds_data(t)
}

holds_data(t) if t.block == "category"

holds_data(t) if t.holds
