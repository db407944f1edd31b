# METADATA
# title: Credentials belong to one person, and somebody gives them
# description: |
#   Credentials that several people share tell nobody who did something. In an
#   internal standard they are personal, and whoever owns the data grants them.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(4)}
#   - {ref: "https://www.pcisecuritystandards.org/document_library/", description: PCI DSS 8.2.1}
# custom: {id: PI107, severity: error}
package privity.internal.shared_credentials

deny contains {
	"at": a,
	"attribute": "credentials",
	"msg": "lets several users share credentials",
	"fix": "Give each their own, and write credentials = \"personal\".",
} if {
	input.policy.audience == "internal"
	some a in input.access
	a.credentials == "shared"
}

deny contains {
	"at": a,
	"attribute": "granted_by",
	"msg": "gives credentials and does not say who grants them",
	"fix": "Add granted_by.",
} if {
	input.policy.audience == "internal"
	some a in input.access
	a.credentials == "personal"
	not a.granted_by
}
