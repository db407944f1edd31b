package privity.group_test

import data.privity.group

test_by_key if {
	group.by_key([["a", 1], ["b", 2], ["a", 3], ["a", 1]]) == {"a": {1: true, 3: true}, "b": {2: true}}
	group.by_key([]) == {}
}

test_few_by_key if {
	few := group.few_by_key([["a", n] | some n in numbers.range(1, 50)])
	count(few.a) == 10
}

test_few if {
	group.few({"b": true, "a": true}) == ["a", "b"]
	count(group.few({n: true | some n in numbers.range(1, 50)})) == 10
}

test_counted if {
	group.counted(1, "recipient") == "1 recipient"
	group.counted(9, "recipient") == "9 recipients"
	group.counted(10, "recipient") == "10 or more recipients"
}
