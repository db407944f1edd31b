# METADATA
# title: A feature with artificial intelligence names who provides it
# description: |
#   Data that is put into a feature with artificial intelligence goes to whoever
#   runs the model. Readers are told who that is: the company that hosts the
#   feature, or the recipient to which data flows inside it.
# custom: {id: PP012, severity: error}
package privity.recipients.ai_provider_missing

deny contains {
	"at": s,
	"msg": "does not say who provides the artificial intelligence",
	"fix": "Add hosted_by, or a flow inside it that leads to the subprocessor.",
} if {
	some s in input.system
	s.kind == "ai_feature"
	not s.hosted_by
	not s.address in provided
}

provided contains f.inside.address if {
	some f in input.flow
	some t in f.to
	t.block == "subprocessor"
}
