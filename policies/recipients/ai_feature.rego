# METADATA
# title: A feature with artificial intelligence names who provides it, and says whether it learns
# description: |
#   Data that is put into a feature with artificial intelligence goes to whoever
#   runs the model, and may train it. Readers are told who that is, as the
#   company that hosts the feature or the recipient to which data flows inside
#   it; and whether the data trains a model, in the feature, in the engagement of
#   who provides it, or in a claim.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(1)(e)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(b)}
# custom: {id: PP012, severity: error}
package privity.recipients.ai_feature

deny contains {
	"at": s,
	"msg": "does not say whether data trains the artificial intelligence",
	"attribute": "trains_models",
	"fix": "Add trains_models, true or false, to it or to the engagement of who provides it.",
} if {
	some s in input.system
	s.kind == "ai_feature"
	not training_claimed
	not is_boolean(s.trains_models)
	not s.address in told_by_provider
}

training_claimed if input.claim[_].what == "train"

# told_by_provider are the features of which an engagement of the recipient that
# data flows to says it.
told_by_provider contains f.inside.address if {
	some f in input.flow
	some t in f.to
	is_boolean(t.engagement[_].trains_models)
}

told_by_provider contains from.address if {
	some f in input.flow
	some t in f.to
	is_boolean(t.engagement[_].trains_models)
	some from in f.from
}

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

provided contains from.address if {
	some f in input.flow
	some t in f.to
	t.block == "subprocessor"
	some from in f.from
}
