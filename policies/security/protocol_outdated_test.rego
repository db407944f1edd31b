package privity.security.protocol_outdated_test

import data.privity.security.protocol_outdated as rule

named(attribute, value) := {"encryption": [{"address": "encryption.a", attribute: value}]}

test_old_protocols if {
	every p in ["SSL", "SSL 3.0", "Secure Socket Layer", "TLS 1.0", "TLSv1.1", "tls 1"] {
		found := rule.warn with input as named("protocol", [p])
		count(found) == 1
	}
}

test_protocols_of_today if {
	every p in ["TLS", "TLS 1.2", "TLS 1.3", "HTTPS", "QUIC"] {
		count(rule.warn) == 0 with input as named("protocol", [p])
	}
}

test_algorithms if {
	every a, n in {"3DES": 1, "DES": 1, "RC4": 1, "AES": 0, "AES-256-GCM": 0, "ChaCha20": 0} {
		found := rule.warn with input as named("algorithm", a)
		count(found) == n
	}
}

test_hashes if {
	every h, n in {"SHA-1": 1, "MD5": 1, "SHA256": 0, "SHA-256": 0} {
		found := rule.warn with input as named("certificate_hash", h)
		count(found) == n
	}
}
