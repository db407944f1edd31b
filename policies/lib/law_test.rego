package privity.law_test

import data.privity.law

test_applying if {
	law.applying == {"gdpr"} with input as {}
	law.applying == {"ccpa", "fadp"} with input as {"policy": {"regimes": ["fadp", "ccpa"]}}
	law.on_transfers == {"fadp"} with input as {"policy": {"regimes": ["fadp", "ccpa"]}}
}

test_inside if {
	law.inside("NO", "gdpr")
	not law.inside("GB", "gdpr")
	law.inside("GB-SCT", "uk_gdpr")
	not law.inside("IE", "uk_gdpr")
}

test_decisions if {
	count(law.decisions("IE", "uk_gdpr")) == 1
	count(law.decisions("IN", "uk_gdpr")) == 0
	count(law.decisions("JP", "gdpr")) == 1
	count(law.decisions("US", "fadp")) == 1
}

test_limit if law.limit("tracker_lifetime").value == "13 months"
