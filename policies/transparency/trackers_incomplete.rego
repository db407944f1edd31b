# METADATA
# title: Trackers say what they are for, how long they stay and how to refuse them
# description: |
#   What is stored on people's devices, or read from them, needs their consent
#   unless the service cannot be provided without it. Readers are told what each
#   tracker is for, whose it is, how long it stays and how to refuse it.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/dir/2002/58/oj", description: Directive 2002/58/EC Art. 5(3)}
#   - {ref: "https://www.cnil.fr/en/node/122862", description: "CNIL, délibération 2020-092"}
# custom: {id: PP032, severity: error, regimes: [gdpr, uk_gdpr]}
package privity.transparency.trackers_incomplete

import data.privity.law
import data.privity.period

deny contains {
	"at": t,
	"attribute": attribute,
	"msg": sprintf("does not say %s", [owed[attribute]]),
	"fix": sprintf("Add %s.", [attribute]),
} if {
	some t in input.tracker
	some attribute in object.keys(owed)
	object.get(t, attribute, null) == null
}

deny contains {
	"at": t,
	"attribute": "lifetime",
	"msg": "does not say how long it stays on the device",
	"fix": "Add lifetime; or session = true, where it goes with the browser.",
} if {
	some t in input.tracker
	not t.lifetime
	not t.session
	not t.kind in {"pixel", "fingerprint", "sdk"}
}

deny contains {
	"at": t,
	"attribute": "vendor",
	"msg": "is another company's and does not say whose",
	"fix": "Add vendor.",
} if {
	some t in input.tracker
	t.party == "third"
	not t.vendor
}

deny contains {
	"at": t,
	"attribute": "opt_out",
	"msg": "is not essential and does not say how to refuse it",
	"fix": "Add opt_out, with the place where one can.",
} if {
	some t in input.tracker
	t.essential == false
	not t.opt_out
}

deny contains {
	"at": t,
	"attribute": "lifetime",
	"msg": sprintf("stays for %s, and no longer than %s is advised", [t.lifetime, law.limit("tracker_lifetime").value]),
	"fix": "Shorten its lifetime.",
} if {
	some t in input.tracker
	not t.essential
	period.longer(t.lifetime, law.limit("tracker_lifetime").value)
}

owed := {
	"kind": "what it is", "party": "whether it is the organization's own", "purposes": "what it is for",
	"essential": "whether the service can be provided without it",
}
