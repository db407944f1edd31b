# METADATA
# title: Groups
# description: |
#   Puts together what belongs together, in one pass over it. A set by key, as in
#   `found[k] contains v`, compares each element with all before it.
package privity.group

# by_key(pairs) puts the second of each pair under the first: an object of objects
# whose keys are what belongs to a key.
by_key(pairs) := object.union_n([{p[0]: {p[1]: true}} | some p in pairs])

# few_by_key(pairs) is by_key with no more of each group than anybody reads, as lists.
few_by_key(pairs) := {key: few(members) | some key, members in by_key(pairs)}

# few(group) lists some of a group, in order: as many as anybody reads.
few(group) := array.slice([member | some member, _ in group], 0, 10)

# counted(n, noun) tells how many there are, of what is counted no further than few
# does.
counted(1, noun) := sprintf("1 %s", [noun])

counted(n, noun) := sprintf("%d %ss", [n, noun]) if {
	n != 1
	n < 10
}

counted(n, noun) := sprintf("10 or more %ss", [noun]) if n >= 10
