# METADATA
# title: What must not be done is forbidden, and not avoided
# description: |
#   "Must avoid" binds people to something that leaves them a choice: some read a
#   ban, others advice. A requirement forbids with must, or asks to avoid with
#   should, and its exceptions are written down.
# related_resources:
#   - {ref: "https://www.rfc-editor.org/info/rfc2119", description: RFC 2119}
# custom: {id: PP058, severity: warning}
package privity.hygiene.must_avoid

warn contains {
	"at": r,
	"attribute": "effect",
	"msg": "says that something must be avoided, which is neither forbidden nor left to judgement",
	"fix": "Write effect = \"forbid\", with exceptions; or strength = \"should\".",
} if {
	some r in input.requirement
	r.effect in {"avoid", "prefer"}
	r.strength == "must"
}
