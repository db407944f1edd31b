# METADATA
# title: Somebody has to agree to a change that protects people less
# description: |
#   Longer retention, wider access, a further recipient or purpose, weaker
#   encryption: whoever is accountable decides on these, and not whoever happens
#   to edit the file. The version in force says who has to agree, in approval
#   blocks; a change of such a kind that none of them speaks of passes unseen.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 24(1)}
# custom: {id: PP030, severity: warning}
package privity.change.approval_missing

warn contains {
	"at": c.address,
	"msg": "protects people less than before, and nobody has to agree to it",
	"detail": c.summary,
	"fix": sprintf("Publish an approval block first that is for %q, or for \"material\".", [c.class]),
} if {
	some c in input.changes
	c.direction == "widens"
	c.materiality == "material"
	not asked(c)
}

# asked(c) holds where the version in force asks for an approval of a change.
asked(c) if {
	some pattern in input.before.approval[_].for
	pattern in {"any", c.materiality, c.class}
}

asked(c) if {
	some pattern in input.before.approval[_].for
	endswith(pattern, ".*")
	startswith(c.class, trim_suffix(pattern, "*"))
}
