# METADATA
# title: One fact has one value
# description: |
#   A policy that states how long the same data is kept twice, and differently,
#   is wrong in one of the two places. Periods for certain data, under
#   conditions or in steps are not the same fact.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(e)}
# custom: {id: PP037, severity: error}
package privity.truth.one_fact_two_values

deny contains {
	"at": b,
	"attribute": "period",
	"msg": sprintf("contradicts %s: %s keeps data for %s there", [a.address, s.address, a.period]),
	"related": [{"at": a, "attribute": "period", "msg": "it is stated here too"}],
	"fix": "Delete one of them, or say under which condition each holds.",
} if {
	some list in [input.data_store, input.subprocessor, input.category, input.system]
	some s in list
	count(s.retention) > 1
	first := first_of(s.retention)
	some b in s.retention
	plain(b)
	a := s.retention[first[data_of(b)]]
	value_of(a) != value_of(b)
}

# first_of(periods) tells, for each set of data that plain periods are about, which
# of them stands first: what comes later is held against that one alone.
first_of(periods) := object.union_n(array.reverse([{data_of(r): i} |
	some i, r in periods
	plain(r)
]))

data_of(r) := concat(" ", sort(object.get(r, "data", [])))

value_of(r) := [r.period, object.get(r, "bound", "exact")]

# plain holds for a period that stands by itself.
plain(r) if {
	r.period
	every part in ["when", "unless", "until", "tier", "after", "starts_on"] {
		not r[part]
	}
}
