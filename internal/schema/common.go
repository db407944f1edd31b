package schema

// The attributes that mean one thing wherever they stand. A block takes those
// that make sense for it.

func common(names ...string) []*Attr {
	picked := make([]*Attr, len(names))
	for i, n := range names {
		picked[i] = commonAttr(n)
	}
	return picked
}

func commonAttr(name string) *Attr {
	switch name {
	case "label":
		return attr(name, one(Text), "The name that readers see. Without it the block's own name is printed, with spaces for underscores.")
	case "note":
		return attr(name, one(Markdown), "Prose that is printed after the facts. A fact that an attribute can carry does not belong here.")
	case "because":
		return attr(name, one(Text), "The reason, as a phrase that follows \"because\" or \"so that\" would: printed as given.")
	case "strength":
		return attr(name, enum(Strength), "How binding it is. Without it the block states what is done, not what ought to be.")
	case "qualifier":
		return attr(name, enum(Qualifier), "The hedge that the statement carries. It is printed: without it a habit would read as a guarantee.")
	case "coverage":
		return attr(name, enum(Coverage), "How much of what it speaks of is covered.")
	case "only":
		return attr(name, one(Bool), "True where what is stated is all there is: the page prints \"only\".")
	case "open_ended":
		return attr(name, one(Bool), "True where the lists give examples and are not complete: the page prints \"such as\".")
	case "when":
		return attr(name, refs("condition"), "It holds when any of these conditions does.")
	case "unless":
		return attr(name, refs("condition"), "It does not hold when any of these conditions does.")
	case "until":
		return attr(name, refs("condition"), "It holds until any of these conditions does.")
	}
	panic("schema: no common attribute is named " + name)
}

// Strength is how binding a statement is (RFC 2119 uses the words in this sense).
var Strength = &Enum{"strength", []EnumValue{
	{"must", "It is binding: a breach is an error."},
	{"should", "It is expected; a departure needs a reason."},
	{"may", "It is allowed and not required."},
}}

// Qualifier is a hedge.
var Qualifier = &Enum{"qualifier", []EnumValue{
	{"normally", "It is what usually happens and not a guarantee."},
	{"generally", "It is the rule, with exceptions that are not listed."},
	{"mostly", "It is true of most of it, not of all."},
	{"proactively", "It is about what is done unasked."},
}}

// Coverage is how much of a set a statement covers.
var Coverage = &Enum{"coverage", []EnumValue{
	{"all", "All of it, taken together."},
	{"any", "Any of it, whichever it is."},
	{"every", "Each one of them."},
	{"full", "Completely: no part is left out."},
}}

// Bound says how a period limits.
var Bound = &Enum{"bound", []EnumValue{
	{"exact", "The period as stated."},
	{"at_most", "The period or less."},
	{"under", "Less than the period."},
	{"at_least", "The period or more."},
	{"indefinite", "No end: it is kept. No period stands beside it."},
	{"unspecified", "The policy states that there is a limit and does not say which."},
}}

// Platform is where software runs.
var Platform = &Enum{"platform", []EnumValue{
	{"ios", "Apps on iPhone and iPad."},
	{"iphone", "Apps on iPhone, where the policy speaks of no other device."},
	{"android", "Apps on Android devices."},
	{"web", "The website or web application."},
	{"backend", "The servers."},
	{"desktop", "Programs on desktop computers."},
	{"mobile", "Apps on phones and tablets of any make."},
}}

// Availability is when something can be used.
var Availability = &Enum{"availability", []EnumValue{
	{"any_time", "At any time."},
	{"business_hours", "During business hours."},
}}

// Audience is for whom something is written or done.
var Audience = &Enum{"audience", []EnumValue{
	{"public", "Everybody."},
	{"internal", "The organization's own people."},
}}

// Mode is how an action is carried out.
var Mode = &Enum{"mode", []EnumValue{
	{"lazy", "Later, when it next matters."},
	{"synchronous", "At once, while the caller waits."},
	{"asynchronous", "In the background."},
	{"direct", "Directly, with nothing in between."},
}}

// Mechanism is what makes a transfer to a third country lawful (GDPR chapter V).
var Mechanism = &Enum{"mechanism", []EnumValue{
	{"adequacy", "The European Commission has found the level of protection adequate (GDPR Art. 45)."},
	{"data_privacy_framework", "The recipient is certified under the EU-U.S. Data Privacy Framework, an adequacy decision limited to certified organizations."},
	{"standard_contractual_clauses", "Standard data protection clauses adopted by the Commission (GDPR Art. 46(2)(c))."},
	{"binding_corporate_rules", "Binding corporate rules (GDPR Art. 47)."},
	{"derogation", "A derogation for a specific situation (GDPR Art. 49)."},
	{"uk_addendum", "The United Kingdom's addendum to the Commission's standard clauses (Data Protection Act 2018, s. 119A)."},
	{"uk_transfer_agreement", "The United Kingdom's international data transfer agreement (Data Protection Act 2018, s. 119A)."},
}}
