# METADATA
# title: A right to complain names the authority and, where the law asks for it, the way
# description: |
#   To complain, people have to know to whom. A right to complain names the
#   supervisory authority. In the United Kingdom people may also complain to the
#   organization itself, which has to make that easy.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(d)}
#   - {ref: "https://www.legislation.gov.uk/ukpga/2018/12/section/164A", description: Data Protection Act 2018 s. 164A}
# custom: {id: PP007, severity: error, regimes: [gdpr, uk_gdpr, fadp]}
package privity.rights.authority_missing

import data.privity.law

deny contains {
	"at": r,
	"attribute": "authority",
	"msg": "does not name the authority",
	"fix": "Add authority.",
} if {
	some r in input.right
	r.kind == "complaint"
	not r.authority
}

deny contains {
	"at": r,
	"attribute": "via",
	"msg": "does not say how to complain to the organization itself",
	"detail": sprintf("%s asks for it, and that complaints are acknowledged within %s.", [owed.article, owed.value]),
	"fix": "Add via, with a form or an address.",
} if {
	"uk_gdpr" in law.applying
	owed := law.limit("complaint_acknowledgement")
	some r in input.right
	r.kind == "complaint"
	not r.via
}
