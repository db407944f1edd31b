# METADATA
# title: Adequacy on which a transfer rests lasts another year
# description: |
#   A decision on adequacy may have a last day. Whoever relies on one that ends
#   within twelve months needs another basis in time.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 45(3)}
# custom: {id: PP017, severity: warning, regimes: [gdpr, uk_gdpr, fadp]}
package privity.transfers.adequacy_ends

import data.privity.law
import data.privity.place

warn contains {
	"at": s,
	"attribute": "countries",
	"msg": sprintf("relies on the adequacy of %s, which ends on %s", [place.name(country), d.until]),
	"detail": sprintf("The decision is %s.", [d.decision]),
} if {
	count(ending) > 0
	some s in input.subprocessor
	some country in place.countries(s)
	some d in ending[place.state(country)]
}

# ending are the decisions that end within a year, by country.
ending[code] contains d if {
	some applying in law.on_transfers
	some code, _ in data.reference.countries
	some d in law.decisions(code, applying)
	instant(d.until) < in_a_year
}

in_a_year := time.add_date(instant(input.as_of), 1, 0, 0)

instant(day) := time.parse_rfc3339_ns(sprintf("%sT00:00:00Z", [day]))
