package privity.internal.stream_justified_test

import data.privity.internal.stream_justified as rule

topic := {"address": "system.topic", "kind": "pipeline"}

world(flow, exceptions) := {"policy": {"audience": "internal"}, "flow": [object.union({"address": "flow.a", "to": [topic], "data": [{}]}, flow)], "exception": exceptions}

test_a_stream if count(rule.warn) == 1 with input as world({}, [])

test_an_exception if count(rule.warn) == 0 with input as world({}, [{"for": [topic]}])

test_events if {
	count(rule.warn) == 0 with input as world({"to": [{"kind": "service"}]}, [])
}
