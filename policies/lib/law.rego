# METADATA
# title: Laws
# description: |
#   Which laws a policy is judged by, and what the decisions on adequacy of each
#   say of a country on the day as of which it is judged.
package privity.law

import data.privity.place

# applying are the laws that the policy names. A rule that is asked for by its id
# where the policy names none judges by the GDPR.
applying := named if count(named) > 0

applying := {"gdpr"} if count(named) == 0

named := {law | some law in input.policy.regimes}

# on_transfers are those of them that limit transfers to other countries.
on_transfers := applying & {"gdpr", "uk_gdpr", "fadp", "lgpd"}

# titles are the names of these laws in running text.
titles := {"gdpr": "the GDPR", "uk_gdpr": "the UK GDPR", "fadp": "the FADP", "lgpd": "the LGPD"}

# deciders are the countries whose own decisions on adequacy count under a law.
deciders := {"uk_gdpr": "GB", "fadp": "CH", "lgpd": "BR"}

# inside(code, law) holds for the countries that data does not leave by going there.
inside(code, "gdpr") if place.eea(code)

inside(code, law) if place.state(code) == deciders[law]

# decisions(code, law) lists the decisions on adequacy that stand under a law.
decisions(code, "gdpr") := place.adequacy(code)

decisions(code, law) := data.reference.countries[place.state(code)].recognised[deciders[law]]

# limit(name) is a figure that a law or an authority sets.
limit(name) := data.reference.limits[name]
