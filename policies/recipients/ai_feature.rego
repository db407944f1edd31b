# METADATA
# title: A feature with artificial intelligence names who provides it, and says whether it learns
# description: |
#   Data that is put into a feature with artificial intelligence goes to whoever
#   runs the model, and may train it. Readers are told who that is, as the
#   company that hosts the feature or the recipient to which data flows inside
#   it; and, in a claim, whether the data trains a model.
# custom: {id: PP012, severity: error}
package privity.recipients.ai_feature

deny contains {
	"at": s,
	"msg": "does not say whether data trains the artificial intelligence",
	"fix": "Add a claim with what = \"train\".",
} if {
	some s in input.system
	s.kind == "ai_feature"
	not training_stated
}

training_stated if input.claim[_].what == "train"

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
