# METADATA
# title: A material change comes with a new date
# description: |
#   People compare the date of a policy with the one that they remember. What
#   matters to them and is published under the old date is a change that nobody
#   was told of.
# related_resources:
#   - {ref: "https://ec.europa.eu/newsroom/article29/items/622227", description: WP260 rev.01 para. 29}
# custom: {id: PP029, severity: error}
package privity.change.date_kept

deny contains {
	"at": input.after.policy,
	"attribute": "effective",
	"msg": sprintf("keeps the date of the version before it, and what it says changed for people in %s", [cases]),
	"related": [{"at": c.address, "msg": c.summary} | some c in material],
	"fix": "Set effective to the day from which the new version holds, or updated.",
} if {
	count(material) > 0
	not dated
	cases := {true: "one case", false: sprintf("%d cases", [count(material)])}[count(material) == 1]
}

material := [c | some c in input.changes; c.materiality == "material"]

# dated holds where the newer version has a date that the one before it had not.
dated if input.after.policy.effective != input.before.policy.effective

dated if input.after.policy.updated != input.before.policy.updated

dated if {
	not input.before.policy.effective
	input.after.policy.effective
}

dated if {
	not input.before.policy.updated
	input.after.policy.updated
}
