# Twelve of the bundled rules as one writes them for conftest, whose input is the
# syntax of the files: blocks by keyword and name, references as texts such as
# "${region.ireland}". Named in front of each is the rule of Privity that it
# stands for.
package main

import rego.v1

# PP002
deny contains sprintf("purpose.%s has no legal basis", [name]) if {
	some name, p in every_block("purpose")
	not p.legal_basis
}

# PP003
deny contains sprintf("purpose.%s rests on legitimate interests and does not say which", [name]) if {
	some name, p in every_block("purpose")
	p.legal_basis == "legitimate_interests"
	not p.interest
}

# PP004
deny contains sprintf("data_store.%s does not say how long it keeps data", [name]) if {
	some name, s in every_block("data_store")
	not s.retention
	not sprintf("${data_store.%s}", [name]) in retained
	not kept_by_category(s)
}

retained contains target if {
	some r in every_block("retention")
	some target in r.applies_to
}

kept_by_category(s) if {
	s.holds
	every c in s.holds {
		c in retained_categories
	}
}

retained_categories contains sprintf("${category.%s}", [name]) if {
	some name, c in every_block("category")
	c.retention
}

retained_categories contains c if {
	some c in retained
	startswith(c, "${category.")
}

# PP005
warn contains sprintf("the retention of %s has the period %q, which nobody can check", [owner, r.period]) if {
	some owner, r in every_retention
	r.period in {"instant", "minutes", "prompt", "transient", "limited", "long_term"}
}

warn contains sprintf("the retention of %s has no end", [owner]) if {
	some owner, r in every_retention
	r.bound in {"indefinite", "unspecified"}
}

warn contains sprintf("the retention of %s holds only %s", [owner, r.qualifier]) if {
	some owner, r in every_retention
	r.qualifier in {"normally", "generally", "mostly"}
}

every_retention[sprintf("%s.%s.%d", [kind, name, i])] := r if {
	some kind in ["data_store", "category", "system", "subprocessor"]
	some name, b in every_block(kind)
	some i, r in b.retention
}

every_retention[sprintf("retention.%s", [name])] := r if some name, r in every_block("retention")

# PP008
warn contains sprintf("category.%s comes from somebody else and does not say from whom", [name]) if {
	some name, c in every_block("category")
	c.collection[0].source in {"third_party", "public_source"}
	not c.collection[0].from
}

# PP009
warn contains sprintf("category.%s is required and does not say what happens without it", [name]) if {
	some name, c in every_block("category")
	c.collection[0].requirement == "required"
	not c.consequence
}

# PP014
deny contains sprintf("an engagement of subprocessor.%s does not say what for", [name]) if {
	some name, e in engagements
	not e.purposes
}

deny contains sprintf("an engagement of subprocessor.%s does not say which data is passed on", [name]) if {
	some name, e in engagements
	not e.data
}

engagements[sprintf("%s.%s", [name, role])] := e if {
	some name, s in every_block("subprocessor")
	some role, list in s.engagement
	some e in list
}

# PP019
deny contains sprintf("data_store.%s does not say where its data is kept", [name]) if {
	some name, s in every_block("data_store")
	not s.regions
}

deny contains sprintf("subprocessor.%s does not say where it processes data", [name]) if {
	some name, s in every_block("subprocessor")
	not s.kind == "recipient_class"
	not s.regions
	not s.countries
	not located(s)
}

located(s) if {
	s.engagement
	every list in s.engagement {
		list[0].regions
	}
}

deny contains sprintf("region.%s does not say in which country it is", [name]) if {
	some name, r in every_block("region")
	not r.country
	not r.jurisdiction
}

# PP023
deny contains sprintf("data_store.%s holds personal data and does not say how it is encrypted", [name]) if {
	some name, s in every_block("data_store")
	s.holds
	not at_rest(s)
	not sprintf("${data_store.%s}", [name]) in encrypted
}

at_rest(b) if {
	some e in b.encryption
	not e.state == "in_transit"
}

encrypted contains target if {
	some e in every_block("encryption")
	not e.state == "in_transit"
	some target in e.applies_to
}

# PP024
warn contains sprintf("the encryption of %s.%s names %s, which is not to be used any more", [kind, name, p]) if {
	some kind in ["data_store", "flow", "category", "backup"]
	some name, b in every_block(kind)
	some p in b.encryption[_].protocol
	regex.match(`(?i)^(ssl|secure sockets? layer|tls ?v?1(\.[01])?$)`, p)
}

# PP026
deny contains sprintf("access.%s lets people see data and does not say that this is recorded", [name]) if {
	some name, a in every_block("access")
	a.effect in {"allow", "limit"}
	some who in a.who
	who in people
	not a.audit
}

people contains sprintf("${actor.%s}", [name]) if {
	some name, a in every_block("actor")
	a.kind in {"staff", "team", "contractor"}
}

# PP042
warn contains sprintf("%s.%s promises to do it regularly, which nobody can measure", [kind, name]) if {
	some kind in ["backup", "measure", "requirement"]
	some name, b in every_block(kind)
	b.frequency == "regular"
}

# every_block(kind) are the blocks of a kind in all files, by name.
every_block(kind) := {name: b |
	some file in input
	some name, list in file.contents[kind]
	some b in list
}
