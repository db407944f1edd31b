# METADATA
# title: The record of a recipient is complete
# description: |
#   Controllers keep a record of whom they engage: the company by its registered
#   name, and the contract under which it processes data. A named recipient states
#   both.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 28(3)}
#   - {ref: "https://www.edpb.europa.eu/our-work-tools/our-documents/opinion-board-art-64/opinion-222024-certain-obligations-following_en", description: EDPB Opinion 22/2024}
# custom: {id: PP014, severity: error, regimes: [gdpr, uk_gdpr]}
package privity.recipients.record_incomplete

deny contains {
	"at": s,
	"attribute": "vendor",
	"msg": "does not say which company it is",
	"fix": "Add vendor, and the vendor's legal_name.",
} if {
	some s in input.subprocessor
	not s.kind == "recipient_class"
	not s.vendor
}

deny contains {
	"at": s,
	"attribute": "vendor",
	"msg": sprintf("belongs to %s, of which the registered name is not stated", [s.vendor.address]),
	"related": [{"at": s.vendor, "msg": "there is no legal_name here"}],
	"fix": "Add legal_name to the vendor.",
} if {
	some s in input.subprocessor
	s.vendor
	not s.vendor.legal_name
}

deny contains {
	"at": s,
	"attribute": "agreement",
	"msg": "does not say under which agreement it processes data",
	"fix": "Add agreement: the address of the data processing agreement.",
} if {
	some s in input.subprocessor
	not s.kind == "recipient_class"
	not s.agreement
}
