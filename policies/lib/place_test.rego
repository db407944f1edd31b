package privity.place_test

import data.privity.place

test_all_that_a_recipient_states if {
	s := {"countries": ["US"], "regions": [{"country": "IE"}], "engagement": [{"regions": [{"country": "JP"}]}, {"countries": ["KR"]}, {}]}
	place.countries(s) == {"US", "IE", "JP", "KR"}
	place.countries({}) == set()
}

test_hosts if {
	regions := [{"vendor": {"address": "vendor.a"}}, {}]
	place.hosts({"regions": regions}) == {"vendor.a"}
	place.hosts({"regions": regions, "hosted_by": {"address": "vendor.b"}}) == {"vendor.b"}
	place.hosts({}) == set()
}

test_parts_of_a_country if {
	place.state("US-CA") == "US"
	place.name("US-CA") == place.name("US")
}

test_the_law if {
	place.eea("IE")
	not place.eea("US")
	count(place.adequacy("JP")) == 1
	count(place.adequacy("IN")) == 0
}
