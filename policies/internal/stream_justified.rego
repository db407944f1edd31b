# METADATA
# title: Streams carry personal data only as an exception
# description: |
#   What is streamed is copied to every consumer, and hard to erase. An internal
#   standard prefers events without personal data; a stream with it is an
#   exception, which says when.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(c)}
# custom: {id: PI115, severity: warning}
package privity.internal.stream_justified

warn contains {
	"at": f,
	"attribute": "data",
	"msg": sprintf("streams personal data through %s, and no exception says why", [t.address]),
	"fix": "Send events and let consumers fetch the data; or add an exception for the pipeline, with when or because.",
} if {
	input.policy.audience == "internal"
	some f in input.flow
	f.data
	some t in object.get(f, "to", [])
	t.kind == "pipeline"
	not t.address in excepted
}

excepted contains t.address if {
	some e in input.exception
	some t in e.for
}
