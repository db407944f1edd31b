package schema

var category = &Block{
	Name: "category", Title: "category of data", Plural: "categories of data", Group: What, Labels: OneLabel,
	Doc: "A kind of personal data, from a whole area such as contact data down to a single element such as an e-mail address.",
	Attrs: attrs(common("label"), []*Attr{
		attr("parents", refs("category"), "The wider categories that it belongs to."),
		attr("includes", refs("category"), "Narrower categories that it is made of."),
		attr("excludes", refs("category"), "What it expressly does not contain."),
		attr("class", enum(DataClass), "Whether people gave the data or it arose from what they did."),
		attr("sensitivity", enum(Sensitivity), "How sensitive it is in law."),
		attr("ground", enum(Ground), "What permits processing it, where it is of a special category (GDPR Art. 9(2))."),
		attr("fields", many(Text), "The single pieces of data that it consists of."),
		attr("examples", many(Text), "Some of what it contains, for illustration."),
		attr("forms", enums(DataForm), "The forms in which alone it is held."),
		attr("subjects", refs("actor"), "Whom it is about."),
		attr("purposes", refs("purpose"), "What it is used for."),
		attr("consequence", one(Text), "What happens if it is not provided (GDPR Art. 13(2)(e)), as a sentence."),
		fixed(attr("fides_key", one(Text), "Its key in the Fides taxonomy, for exchange with tools that use it.")),
	}, common("qualifier", "open_ended", "note")),
	Blocks: []*Block{collection, use, ownership, treatedAs, tag, retention, encryption, access},
	Example: `
category "email" {
  label       = "e-mail address"
  parents     = [category.contact_data]
  includes    = [category.backup_email]
  excludes    = [category.message_content]
  class       = "primary"
  sensitivity = "special_category"
  ground      = "explicit_consent"
  fields      = ["address"]
  examples    = ["the address you sign in with"]
  forms       = ["pseudonymised"]
  subjects    = [actor.user]
  purposes    = [purpose.sign_in]
  consequence = "You cannot sign in without it."
  fides_key   = "user.contact.email"
  qualifier   = "mostly"
  open_ended  = true
  note        = "We send no newsletters."

  collection {
    requirement = "optional"
    source      = "form_input"
    from        = [actor.user]
    event       = "stored"
    when        = [condition.form_saved]
    unless      = [condition.signed_in_elsewhere]
    note        = "You can change it later."
  }

  use "recovery" {
    purpose = purpose.recovery
    when    = [condition.password_lost]
    unless  = [condition.account_closed]
    note    = "Only once a day."
  }

  ownership {
    owner     = [actor.customer]
    retained  = true
    qualifier = "mostly"
    note      = "Copies that others keep are theirs."
  }

  treated_as "personal" {
    as       = category.personal_data
    with     = [category.name]
    waives   = ["special care"]
    strength = "must"
    only     = true
    when     = [condition.name_stored]
    unless   = [condition.name_deleted]
    note     = "A name makes the person known."
  }

  tag "#PII" {
    on   = ["database", "column"]
    note = "The tag stands in a comment."
  }
}
`,
}

// DataClass distinguishes data by its origin.
var DataClass = &Enum{"class", []EnumValue{
	{"primary", "Provided by the person."},
	{"secondary", "Created by what the person does."},
}}

// Sensitivity is how sensitive data is in law.
var Sensitivity = &Enum{"sensitivity", []EnumValue{
	{"ordinary", "Personal data to which the general rules apply."},
	{"sensitive", "Data that the policy treats with more care than the law asks for."},
	{"special_category", "Data of a special category (GDPR Art. 9)."},
	{"criminal_offence", "Data on criminal convictions and offences (GDPR Art. 10)."},
	{"cardholder", "Data of a payment card: its number, and what stands with it (PCI DSS)."},
	{"card_authentication", "What proves that a payment card is at hand: its security code, the PIN, the full track (PCI DSS)."},
}}

// Ground is what permits processing data of a special category (GDPR Art. 9(2)(a)
// to (j)).
var Ground = &Enum{"ground", []EnumValue{
	{"explicit_consent", "The person has expressly consented (GDPR Art. 9(2)(a))."},
	{"employment_law", "The law on employment and social protection asks for it (GDPR Art. 9(2)(b))."},
	{"vital_interests", "It protects somebody's life, and the person cannot consent (GDPR Art. 9(2)(c))."},
	{"membership", "A body without profit processes data of its members (GDPR Art. 9(2)(d))."},
	{"made_public", "The person has manifestly made it public (GDPR Art. 9(2)(e))."},
	{"legal_claims", "It is necessary for legal claims (GDPR Art. 9(2)(f))."},
	{"substantial_public_interest", "A law asks for it in the substantial public interest (GDPR Art. 9(2)(g))."},
	{"health_care", "It is necessary for health or social care (GDPR Art. 9(2)(h))."},
	{"public_health", "It is necessary for public health (GDPR Art. 9(2)(i))."},
	{"archiving_or_research", "It is necessary for archives, research or statistics (GDPR Art. 9(2)(j))."},
}}

// DataForm is a form in which data is held.
var DataForm = &Enum{"form", []EnumValue{
	{"aggregated", "Counted together, so that no single person appears."},
	{"anonymised", "Changed so that the person cannot be identified any more."},
	{"pseudonymised", "Held under a code, the key to which is kept apart (GDPR Art. 4(5))."},
}}

var collection = &Block{
	Name: "collection", Title: "collection", Plural: "collections", Group: What, Single: true,
	Doc: "How the data is come by.",
	Attrs: attrs([]*Attr{
		attr("requirement", enum(Requirement), "Whether one has to provide it."),
		attr("source", enum(DataSource), "What it is taken from."),
		attr("from", refs("actor", "subprocessor", "vendor"), "Whom it is received from."),
		attr("event", enum(CollectionEvent), "What is done with the data under the conditions that follow. Without it, it is collected."),
	}, common("when", "unless", "note")),
}

// Requirement is whether data has to be provided. Data that a policy does not
// mark is standard; it is not thereby required.
var Requirement = &Enum{"requirement", []EnumValue{
	{"standard", "The policy does not mark it as optional, and does not say that it is required."},
	{"optional", "One may leave it out."},
	{"required", "The service cannot be used without it."},
}}

// CollectionEvent is what a condition of collection is a condition of.
var CollectionEvent = &Enum{"collection_event", []EnumValue{
	{"collected", "It is collected."},
	{"stored", "It is stored; it may be seen without being kept."},
}}

// DataSource is what data is taken from.
var DataSource = &Enum{"source", []EnumValue{
	{"person", "Asked of the person."},
	{"form_input", "Entered in forms."},
	{"device_configuration", "Read from the settings of the device."},
	{"device", "Read from the device."},
	{"sensor", "Measured by the device."},
	{"usage", "Recorded while the service is used."},
	{"derived", "Worked out from other data."},
	{"third_party", "Received from somebody else."},
	{"public_source", "Taken from public sources."},
}}

var use = &Block{
	Name: "use", Title: "use", Plural: "uses", Group: What, Labels: OneLabel,
	Doc: "A purpose that the data serves only under a condition. Purposes without one are listed in purposes.",
	Attrs: attrs([]*Attr{
		required(attr("purpose", ref("purpose"), "The purpose.")),
	}, common("when", "unless", "note")),
}

var ownership = &Block{
	Name: "ownership", Title: "ownership", Plural: "ownerships", Group: What, Single: true,
	Doc: "To whom the data belongs, as the policy has it.",
	Attrs: attrs([]*Attr{
		required(attr("owner", refs("actor"), "The owners.")),
		attr("retained", one(Bool), "True where the data goes on to belong to those whose it was before: nobody comes to own it by having it."),
	}, common("qualifier", "note")),
}

var treatedAs = &Block{
	Name: "treated_as", Title: "treatment", Plural: "treatments", Group: What, Labels: OneLabel,
	Doc: "A classification that depends on something else: the data counts as another category while a condition holds.",
	Attrs: attrs([]*Attr{
		attr("as", ref("category"), "The category that it then counts as. Without it the data is treated as ordinary."),
		attr("with", refs("category"), "The data together with which it counts so."),
		attr("waives", many(Text), "The requirements that then do not apply."),
	}, common("strength", "only", "when", "unless", "note")),
}

var tag = &Block{
	Name: "tag", Title: "tag", Plural: "tags", Group: What, Labels: OneLabel,
	Doc: "A mark that is put on the data where it is stored. The block's name is the mark itself.",
	Attrs: attrs([]*Attr{
		required(attr("on", enums(TagPlace), "What carries it.")),
	}, common("note")),
}

// TagPlace is what a tag is put on.
var TagPlace = &Enum{"tag_place", []EnumValue{
	{"database", "A whole database."},
	{"table", "A table."},
	{"column", "A column of a table."},
}}

var purpose = &Block{
	Name: "purpose", Title: "purpose", Plural: "purposes", Group: Why, Labels: OneLabel,
	Doc: "What data is used for.",
	Attrs: attrs([]*Attr{
		attr("label", one(Text), "The purpose as a phrase that follows \"used for\": \"detecting fraud\", \"the user profile\"."),
		attr("class", enum(PurposeClass), "The kind of purpose."),
		attr("legal_basis", enum(LegalBasis), "What makes the processing lawful (GDPR Art. 6(1))."),
		attr("interest", one(Text), "The legitimate interest that is pursued (GDPR Art. 13(1)(d))."),
		attr("statute", one(Text), "The law that asks for it."),
		attr("examples", many(Text), "Examples of it, each as a phrase."),
		attr("includes", many(Text), "What it includes, each as a phrase."),
		attr("data", refs("category"), "The data that serves it, where the categories do not say so themselves."),
		attr("requested_by", refs("actor"), "Who asks for what is done."),
		attr("context", one(Text), "In which context, as a phrase."),
		attr("audience", enum(Audience), "Who sees the result."),
	}, common("because", "note")),
	Example: `
purpose "fraud_detection" {
  label        = "detecting fraud"
  class        = "security"
  legal_basis  = "legitimate_interests"
  interest     = "keeping payments safe"
  statute      = "Payment Services Act"
  examples     = ["a card that is used in two countries at once"]
  includes     = ["blocking an account"]
  data         = [category.ip_address]
  requested_by = [actor.customer]
  context      = "in the course of business"
  audience     = "internal"
  because      = "fraud harms every user"
  note         = "No decision is made by a machine alone."
}
`,
}

// PurposeClass is a kind of purpose.
var PurposeClass = &Enum{"purpose_class", []EnumValue{
	{"service", "Providing what was asked for."},
	{"product", "Improving and developing the product."},
	{"security", "Keeping the service and its users safe."},
	{"legal", "Complying with the law, or defending claims."},
	{"support", "Helping users."},
	{"analytics", "Understanding how the service is used."},
	{"marketing", "Advertising and promotion."},
	{"operations", "Running the service."},
}}

// LegalBasis is what makes processing lawful (GDPR Art. 6(1)(a) to (f)).
var LegalBasis = &Enum{"legal_basis", []EnumValue{
	{"consent", "The person has consented (GDPR Art. 6(1)(a))."},
	{"contract", "It is necessary for a contract with the person (GDPR Art. 6(1)(b))."},
	{"legal_obligation", "The law requires it (GDPR Art. 6(1)(c))."},
	{"vital_interests", "It protects somebody's life (GDPR Art. 6(1)(d))."},
	{"public_task", "It is necessary for a task in the public interest (GDPR Art. 6(1)(e))."},
	{"legitimate_interests", "It is necessary for interests that the person's own do not override (GDPR Art. 6(1)(f))."},
	{"recognised_legitimate_interest", "It is necessary for an interest that the law of the United Kingdom recognises (UK GDPR Art. 6(1)(ea))."},
}}

var activity = &Block{
	Name: "activity", Title: "processing activity", Plural: "processing activities", Group: Why, Labels: OneLabel,
	Doc: "A processing activity as the record of GDPR Art. 30 lists them: what is done with whose data, why, where, and who receives it.",
	Attrs: attrs(common("label"), []*Attr{
		required(attr("purposes", refs("purpose"), "Why it is done.")),
		attr("data", refs("category"), "The categories of data."),
		attr("subjects", refs("actor"), "The categories of people."),
		attr("systems", refs("system", "data_store"), "Where it takes place."),
		attr("recipients", refs("subprocessor", "actor"), "Who receives the data."),
		attr("controller", ref("organization"), "Who is responsible, where it is not the policy's organization."),
		attr("role", enum(Role), "The role of the policy's organization in it, where it is not the same in all that it does."),
	}, common("when", "unless", "note")),
	Blocks: []*Block{decision},
	Example: `
activity "billing" {
  label      = "Billing"
  purposes   = [purpose.billing]
  data       = [category.name]
  subjects   = [actor.customer]
  systems    = [system.shop]
  recipients = [subprocessor.stripe]
  controller = organization.acme
  role       = "processor"
  when       = [condition.subscribed]
  unless     = [condition.trial]
  note       = "Invoices are sent monthly."

  decision {
    alone        = true
    logic        = "whether earlier invoices were paid"
    significance = "an order may be refused"
    safeguards   = ["a person looks at it again when asked to"]
    note         = "Few orders are refused."
  }
}
`,
}

var decision = &Block{
	Name: "decision", Title: "automated decision", Plural: "automated decisions", Group: Why, Single: true,
	Doc: "A decision about people that is made by a machine, or with its help (GDPR Art. 22).",
	Attrs: attrs([]*Attr{
		attr("alone", one(Bool), "True where no person takes part in it."),
		attr("logic", one(Text), "What it is based on, as a phrase that follows \"based on\"."),
		attr("significance", one(Text), "What it can mean for the person, as a clause."),
		attr("safeguards", many(Text), "How the person is protected, each as a phrase."),
	}, common("note")),
}

var condition = &Block{
	Name: "condition", Title: "condition", Plural: "conditions", Group: Why, Labels: OneLabel,
	Doc: "Something that happens, or is the case, and on which other statements depend. It is written as a clause without \"when\" or \"while\", which the page adds.",
	Attrs: attrs([]*Attr{
		attr("event", one(Text), "What happens, as a clause: \"a form is saved\"."),
		attr("state", one(Text), "What is the case, as a clause: \"a subscription is active\"."),
		attr("any_of", refs("condition"), "It holds when any of these does."),
		attr("all_of", refs("condition"), "It holds when all of these do."),
		attr("not", ref("condition"), "It holds when this one does not."),
		attr("by", refs("actor"), "Who brings it about."),
	}, common("because", "strength", "note")),
	Example: `
condition "explicit_request" {
  event    = "a client explicitly asks for it"
  by       = [actor.client]
  because  = "to reach a business goal"
  strength = "may"
  note     = "A support ticket is enough."
}

condition "subscribed" {
  state = "a subscription is active"
}

condition "neither" {
  all_of = [condition.no_rides, condition.no_services]
}

condition "some_use" {
  any_of = [condition.rides, condition.services]
}

condition "no_rides" {
  not = condition.rides
}
`,
}
