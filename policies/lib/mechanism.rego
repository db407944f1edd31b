# METADATA
# title: Mechanisms of transfer
# description: |
#   What a policy names as making it lawful that data goes to a recipient in
#   another country: at the recipient, or in what it says of sharing in general.
package privity.mechanism

import data.privity.group
import data.privity.law
import data.privity.place

# stated(s, country, applying) are the mechanisms that the policy names for data that
# leaves the territory of a law for a country with a subprocessor. What the
# subprocessor names goes before what is said in general.
stated(s, _, _) := {s.mechanism} if s.mechanism

stated(s, country, applying) := {m |
	some class in classes(s)
	some where in {"anywhere", country, place.state(country)}
	some m, _ in general[[class, where, applying]]
} if {
	not s.mechanism
}

# classes(s) are the classes of recipients that a subprocessor belongs to.
classes(s) := {"other_company"} if affiliate(s)

classes(s) := {"other_company", "third_party"} if not affiliate(s)

affiliate(s) if s.relation == "affiliate"

affiliate(s) if s.vendor.relation == "affiliate"

# general are the mechanisms that transfer blocks name, by the class of recipients,
# the country and the law. Only what is said of all data, and always, counts.
general := group.by_key([[[class, where, applying], t.mechanism] |
	some t in input.transfer
	t.effect == "allow"
	t.mechanism
	not limited(t)
	some class in t.recipients
	some where in object.get(t, "countries", ["anywhere"])
	some applying in law.on_transfers
	out_of(t, applying)
])

limited(t) if {
	some attribute in ["data", "purposes", "when", "unless", "qualifier"]
	t[attribute]
}

# out_of(t, law) holds where a statement is about data that leaves the territory of a law.
out_of(t, _) if not t.from

out_of(t, applying) if {
	some from in t.from
	from in territory[applying]
}

territory := {"gdpr": {"EU", "EEA"}, "uk_gdpr": {"GB"}, "fadp": {"CH"}, "lgpd": {"BR"}}
