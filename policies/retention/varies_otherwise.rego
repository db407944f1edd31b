# METADATA
# title: Tiers follow what the period is said to depend on
# description: |
#   A period that is said to depend on the kind of data, and whose tiers are told
#   apart by what somebody did, depends on something else than the policy says.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(a)}
# custom: {id: PP057, severity: warning}
package privity.retention.varies_otherwise

warn contains {
	"at": r,
	"attribute": "varies_by",
	"msg": sprintf("depends on %s, it says, and its tiers depend on something else", [r.varies_by]),
	"related": [{"at": t, "attribute": "when", "msg": "this is what the tier depends on"} | some t in r.tier],
	"fix": "Say in varies_by what the tiers depend on, or write a retention block for each kind of data.",
} if {
	some r in input.retention
	regex.match(`(?i)\b(data|information|records?|documents?)\b`, r.varies_by)
	r.tier
	every t in r.tier {
		t.when
		not any_of_kind(t)
	}
}

# any_of_kind holds for a tier whose name speaks of data all the same.
any_of_kind(t) if regex.match(`(?i)\b(data|information|records?|documents?)\b`, object.get(t, "label", ""))
