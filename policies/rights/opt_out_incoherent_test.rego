package privity.rights.opt_out_incoherent_test

import data.privity.rights.opt_out_incoherent as rule

sale := {"address": "transfer.a", "effect": "allow", "counts_as": ["sale"]}

opt_out := {"address": "right.a", "kind": "opt_out", "via": [{}], "signals": ["global_privacy_control"]}

test_coherent if count(rule.deny) == 0 with input as {"transfer": [sale], "right": [opt_out]}

test_what_is_missing if {
	every missing in ["via", "signals"] {
		found := rule.deny with input as {"transfer": [sale], "right": [object.remove(opt_out, [missing])]}
		{f.attribute | some f in found} == {missing}
	}
}

test_nothing_is_sold if {
	count(rule.deny) == 0 with input as {"transfer": [object.union(sale, {"effect": "deny"})], "right": [{"kind": "opt_out"}]}
}
