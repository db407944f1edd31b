package lang

// What people bring along from other languages and from legal texts, and what
// it is here. Nearness of spelling does not find these, and sometimes finds the
// wrong thing: a correction is no objection.

// otherBlocks are blocks of other languages that have no counterpart of a
// similar name.
var otherBlocks = map[string]string{
	"resource": "A policy describes things by what they are: data_store, subprocessor, system, category.",
	"output":   "Every block of a module can be referred to by its address, such as module.hosting.vendor.aws; nothing has to be handed out.",
	"import":   "Nothing is imported. What a module declares is used by its address.",
	"dynamic":  "Blocks are repeated at the top level only, by for_each.",
	"provider": "Nothing is fetched, so nothing has to be configured for it. A company whose services are used is a vendor.",
	"check":    "What a policy promises is a claim or a requirement.",
}

// otherAttributes are arguments of other languages that every block has there.
var otherAttributes = map[string]string{
	"count":      "There is no count. At the top level, for_each = [\"a\", \"b\"] makes a block for each text.",
	"depends_on": "The order of blocks does not matter. Delete it.",
	"for_each":   "Only a block at the top level can be repeated.",
	"lifecycle":  "Nothing is created or destroyed here. Delete it.",
}

// otherFunctions are functions of other languages.
var otherFunctions = map[string]string{
	"tostring":  "A number stands in a text by itself: \"${…}\".",
	"tonumber":  "Numbers are written without quotes.",
	"toset":     "for_each takes the list itself. A list without repetitions is distinct(…).",
	"tolist":    "Lists are lists already. The values of a map are values(…).",
	"tomap":     "A map is written { key = value }.",
	"format":    "Texts are put together in a template: \"${a} and ${b}\".",
	"timestamp": "A policy does not read the clock. Write the date, or give it as a variable.",
	"file":      "A policy reads nothing but its own blocks. Longer prose stands in a heredoc: <<-TEXT … TEXT.",
	"setunion":  "The lists as one are distinct(concat(…)).",
	"try":       "What may be missing is asked of a map: lookup(map, key, default).",
	"can":       "What may be missing is asked of a map: lookup(map, key, default).",
	"range":     "The language does not count. Write the list out.",
}

// otherValues are words of the field for what an enum calls otherwise, by the
// name of the enum.
var otherValues = map[string]map[string]string{
	"right_kind": {
		"correction": "rectification", "rectify": "rectification", "deletion": "erasure", "delete": "erasure", "be_forgotten": "erasure", "forget": "erasure",
		"export": "portability", "data_portability": "portability", "transfer": "portability", "object": "objection", "opt_out": "objection", "consent": "withdraw_consent",
		"complain": "complaint", "know": "access", "restrict": "restriction",
	},
	"legal_basis": {
		"art._6(1)(a)": "consent", "art._6(1)(b)": "contract", "art._6(1)(c)": "legal_obligation", "art._6(1)(d)": "vital_interests",
		"art._6(1)(e)": "public_task", "art._6(1)(f)": "legitimate_interests", "legitimate_interest": "legitimate_interests", "performance_of_contract": "contract",
	},
	"mechanism":     {"scc": "standard_contractual_clauses", "sccs": "standard_contractual_clauses", "bcr": "binding_corporate_rules", "dpf": "data_privacy_framework", "adequacy_decision": "adequacy"},
	"bound":         {"max": "at_most", "maximum": "at_most", "up_to": "at_most", "less_than": "under", "min": "at_least", "minimum": "at_least", "forever": "indefinite"},
	"requirement":   {"mandatory": "required"},
	"access_effect": {"grant": "allow", "permit": "allow", "forbid": "deny", "restrict": "limit", "avoid": "refrain", "abstain": "refrain"},
	"effect":        {"must": "require", "deny": "forbid", "allow": "permit"},
}

// otherPeriods are ways to say in words what is an attribute of its own, by a
// word that occurs in them.
var otherPeriods = []struct{ word, advice string }{
	{"indefinit", "Data that is kept without end has bound = \"indefinite\" and no period."},
	{"forever", "Data that is kept without end has bound = \"indefinite\" and no period."},
	{"as long as", "A period without a number is bound = \"unspecified\", with what it depends on in varies_by or until."},
	{"necessary", "A period without a number is bound = \"unspecified\", with what it depends on in varies_by or until."},
	{"until", "An end that is an event is a condition, in until."},
	{"no longer than", "The limit is an attribute of its own: period = \"…\" and bound = \"at_most\"."},
	{"up to", "The limit is an attribute of its own: period = \"…\" and bound = \"at_most\"."},
	{"at most", "The limit is an attribute of its own: period = \"…\" and bound = \"at_most\"."},
	{"less than", "The limit is an attribute of its own: period = \"…\" and bound = \"under\"."},
	{"<", "The limit is an attribute of its own: period = \"…\" and bound = \"under\"."},
	{"calendar day", "Days are calendar days: write \"… days\"."},
}
