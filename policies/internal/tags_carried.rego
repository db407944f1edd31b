# METADATA
# title: Every class of data has its tag, on what the standard says
# description: |
#   Where databases tell by tags what they hold, a class without a tag cannot be
#   told. And what a requirement asks to be tagged is what the tag is a mark on.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 30(1)(c)}
# custom: {id: PI106, severity: error}
package privity.internal.tags_carried

import data.privity.group

deny contains {
	"at": c,
	"attribute": "tag",
	"msg": "is a class of data without a tag, and other data has one",
	"fix": "Add a tag block.",
} if {
	input.policy.audience == "internal"
	count(marks) > 0
	some c in input.category
	c.class
	not tagged(c)
}

deny contains {
	"at": r,
	"attribute": "target",
	"msg": sprintf("asks for %s on each %s, which it is no mark on", [concat(", ", missing), place]),
	"fix": "Add the place to on of the tag, or take it out of the requirement.",
} if {
	some r in input.requirement
	some t in r.target
	place := trim_suffix(lower(t), "s")
	place in {"database", "table", "column"}
	missing := [name |
		some name in r.tags
		marks[name]
		not marks[name][place]
	]
	count(missing) > 0
}

tagged(c) if c.tag

tagged(c) if c.parents[_].tag

# marks are the tags, with what each is put on.
marks := group.by_key([[t.name, place] |
	some t in input.category[_].tag
	some place in t.on
])
