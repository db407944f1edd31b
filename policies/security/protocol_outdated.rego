# METADATA
# title: Cryptography is named as it is used today
# description: |
#   SSL and the first two versions of TLS are no longer to be used, nor are some
#   algorithms. A policy that names them describes a weakness, or uses the old
#   name of something newer.
# related_resources:
#   - {ref: "https://www.rfc-editor.org/info/rfc8996", description: RFC 8996}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(1)(a)}
# custom: {id: PP024, severity: warning}
package privity.security.protocol_outdated

warn contains {
	"at": e,
	"attribute": "protocol",
	"msg": sprintf("names %s, which is not to be used any more", [p]),
	"fix": "Use TLS 1.2 or later; if that is what is used, write so.",
} if {
	some e in input.encryption
	some p in e.protocol
	regex.match(old_protocol, p)
}

warn contains {
	"at": e,
	"attribute": "algorithm",
	"msg": sprintf("names %s, which is not to be used any more", [e.algorithm]),
	"fix": "Use AES, or another algorithm that is not broken.",
} if {
	some e in input.encryption
	regex.match(old_algorithm, e.algorithm)
}

warn contains {
	"at": e,
	"attribute": "certificate_hash",
	"msg": sprintf("names %s, which is not to be used any more", [e.certificate_hash]),
	"fix": "Use SHA-256 or a longer one.",
} if {
	some e in input.encryption
	regex.match(old_hash, e.certificate_hash)
}

old_protocol := `(?i)^(ssl|secure sockets? layer|tls ?v?1(\.[01])?$)`

old_algorithm := `(?i)^(3?-?(des|tdea)|triple.?des|rc[24]|blowfish)`

old_hash := `(?i)^(md5|sha-?1)$`
