# METADATA
# title: Standard contractual clauses are stated with what was agreed in them
# description: |
#   The Commission's clauses leave choices to the parties: the module, how further
#   processors are authorised and how long ahead they are announced, whose law and
#   whose courts. Whoever relies on them states these, and that the law of the
#   destination was assessed in the last two years.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/dec_impl/2021/914/oj", description: "Implementing Decision (EU) 2021/914, clauses 9, 14, 17 and 18"}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 46(2)(c)}
# custom: {id: PP018, severity: error, regimes: [gdpr]}
package privity.transfers.clauses_incomplete

import data.privity.period
import data.privity.place

deny contains {
	"at": s,
	"attribute": "clauses",
	"msg": "relies on standard contractual clauses and does not say what was agreed in them",
	"fix": "Add a clauses block.",
} if {
	some s in relying
	not s.clauses
}

deny contains {
	"at": s.clauses,
	"attribute": attribute,
	"msg": sprintf("does not say %s", [owed[attribute]]),
	"fix": sprintf("Add %s.", [attribute]),
} if {
	some s in relying
	s.clauses
	some attribute in object.keys(owed)
	object.get(s.clauses, attribute, null) == null
	applies(attribute, s.clauses)
}

deny contains {
	"at": s.clauses,
	"attribute": "governing_law",
	"msg": sprintf("chooses the law of %s, and clause 17 asks for that of a member state", [place.name(s.clauses.governing_law)]),
	"fix": "Choose the law of a member state that gives third parties rights.",
} if {
	some s in relying
	not place.eea(s.clauses.governing_law)
	not s.clauses.modules == ["processor_to_controller"]
}

deny contains {
	"at": s.clauses,
	"attribute": "assessed",
	"msg": sprintf("was last assessed on %s, more than two years ago", [s.clauses.assessed]),
	"fix": "Assess the law and practice of the destination again.",
} if {
	some s in relying
	time.add_date(instant(s.clauses.assessed), 2, 0, 0) < instant(input.as_of)
}

deny contains {
	"at": s.clauses,
	"attribute": "ahead",
	"msg": sprintf("announces further processors %s ahead, and the policy says %s", [s.clauses.ahead, n.period]),
	"related": [{"at": n, "attribute": "period", "msg": "the policy says so here"}],
	"fix": "Agree on the longer of the two.",
} if {
	some s in relying
	some n in announcing
	period.longer(s.clauses.ahead, n.period)
}

relying := [s | some s in input.subprocessor; s.mechanism == "standard_contractual_clauses"]

# announcing are the terms on new recipients.
announcing := array.slice([n | some n in input.policy.notice; n.change == "recipient"], 0, 10)

owed := {
	"modules": "which modules were agreed",
	"governing_law": "whose law governs them",
	"forum": "whose courts decide on them",
	"assessed": "when the law of the destination was assessed",
	"authorisation": "how further processors are authorised",
}

applies(attribute, _) if attribute != "authorisation"

# Clause 9 is part of the modules for processors that receive data.
applies("authorisation", c) if {
	some m in c.modules
	m in {"controller_to_processor", "processor_to_processor"}
}

instant(day) := time.parse_rfc3339_ns(sprintf("%sT00:00:00Z", [day]))
