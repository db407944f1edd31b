# METADATA
# title: Places
# description: |
#   Where data goes with a recipient, and what the law says of a country on the
#   day as of which the policy is judged.
package privity.place

# countries(s) are the countries in which a subprocessor keeps or processes data.
countries(s) := (({c | some c in s.countries} | {r.country | some r in s.regions}) | {r.country | some r in s.engagement[_].regions}) | {c | some c in s.engagement[_].countries}

# hosts(s) are the companies on whose infrastructure a data store runs.
hosts(s) := {s.hosted_by.address} if s.hosted_by

hosts(s) := {r.vendor.address | some r in s.regions} if not s.hosted_by

# state(code) is the country to which a part of it belongs: US for US-CA.
state(code) := substring(code, 0, 2)

# eea(code) holds for the countries of the European Economic Area.
eea(code) if data.reference.countries[state(code)].eea

# adequacy(code) lists the adequacy decisions that stand.
adequacy(code) := data.reference.countries[state(code)].adequacy

# name(code) is the country as it stands in running text.
name(code) := data.reference.countries[state(code)].name
