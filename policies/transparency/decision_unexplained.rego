# METADATA
# title: A decision by a machine is explained
# description: |
#   People about whom a machine decides are told on what the decision is based and
#   what it can mean for them, and how they are protected where no person takes
#   part.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(f)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 22(3)}
#   - {ref: "https://www.legislation.gov.au/C2004A03712/latest", description: APP 1.7}
# custom: {id: PP011, severity: error}
package privity.transparency.decision_unexplained

deny contains {
	"at": a.decision,
	"attribute": attribute,
	"msg": sprintf("does not say %s", [owed[attribute]]),
	"fix": sprintf("Add %s.", [attribute]),
} if {
	some a in input.activity
	a.decision
	some attribute in object.keys(owed)
	not object.get(a.decision, attribute, false)
}

deny contains {
	"at": a.decision,
	"attribute": "safeguards",
	"msg": "is made by a machine alone, and nothing is said of how people are protected",
	"fix": "Add safeguards, such as that a person looks at it when asked to.",
} if {
	some a in input.activity
	a.decision.alone
	not a.decision.safeguards
}

deny contains {
	"at": a,
	"attribute": "data",
	"msg": "decides about people and does not say with which data",
	"fix": "Add data.",
} if {
	some a in input.activity
	a.decision
	not a.data
}

owed := {"logic": "what the decision is based on", "significance": "what it can mean for people"}
