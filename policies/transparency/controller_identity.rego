# METADATA
# title: A public policy says whose it is and how to reach them
# description: |
#   Readers have to learn who is responsible for their data, under the
#   registered name, and an address that they can use. An address that the
#   publication hides is none.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(1)(a)}
# custom: {id: PP001, severity: error}
package privity.transparency.controller_identity

deny contains {
	"at": input.policy,
	"attribute": "organization",
	"msg": "does not say whose policy it is",
	"fix": "Declare the organization and name it in organization.",
} if {
	public
	not input.policy.organization
}

deny contains {
	"at": input.policy.organization,
	"attribute": "legal_name",
	"msg": "has no legal name",
	"fix": "Add legal_name: the name in the register.",
} if {
	public
	not input.policy.organization.legal_name
}

deny contains {
	"at": c,
	"attribute": "redacted",
	"msg": "hides its address from readers",
	"fix": "Publish the address: write it in address, and delete redacted.",
} if {
	public
	some c in input.contact
	c.redacted
}

deny contains {
	"at": object.get(input.policy, "organization", input.policy),
	"msg": "gives no address to write to",
	"fix": "Add a contact with an address, or the address of the organization.",
} if {
	public
	not input.policy.organization.organization_address
	count(input.contact) == 0
}

# public holds for a policy that is not for the organization's own people alone.
public if not input.policy.audience == "internal"
