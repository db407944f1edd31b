package schema

var region = &Block{
	Name: "region", Title: "region", Plural: "regions", Group: Where, Labels: OneLabel,
	Doc: "A place where data is kept or processed: a cloud provider's region, a city, a country.",
	Attrs: attrs(common("label"), []*Attr{
		attr("vendor", ref("vendor"), "Whose region it is."),
		fixed(attr("code", one(Text), "The provider's code for it. Codes of the large providers are checked.")),
		fixed(attr("code_as_published", one(Text), "The code as an earlier publication printed it, where that is not the provider's own.")),
		properName(attr("city", one(Text), "The city or area.")),
		attr("country", one(Country), "The country, from which the applicable law follows."),
		properName(attr("jurisdiction", one(Text), "A wider jurisdiction that the policy names, such as \"EU\".")),
	}, common("note")),
	Example: `
region "ireland" {
  label             = "Ireland"
  vendor            = vendor.aws
  code              = "eu-west-1"
  code_as_published = "eu-west-01"
  city              = "Dublin"
  country           = "IE"
  jurisdiction      = "EU"
  note              = "Three data centres."
}
`,
}

var vendor = &Block{
	Name: "vendor", Title: "vendor", Plural: "vendors", Group: Where, Labels: OneLabel,
	Doc: "A company whose services or infrastructure are used.",
	Attrs: attrs(named(), []*Attr{
		fixed(attr("legal_name", one(Text), "The registered name.")),
		fixed(attr("abbreviation", one(Text), "The short form by which it is known.")),
		attr("parent", ref("vendor"), "The company that it belongs to."),
		attr("country", one(Country), "Where it is established."),
		fixed(attr("former_names", many(Text), "Names that it had before; a rename is told apart from a replacement by them.")),
		attr("website", one(URL), "Its website."),
		attr("data_share", enum(DataShare), "How much of the policy's data is kept with it."),
		attr("data_privacy_framework", enums(DPF), "The parts of the Data Privacy Framework that it is certified under, as the public list has it."),
	}, common("note")),
	Example: `
vendor "aws" {
  label        = "Amazon Web Services"
  legal_name   = "Amazon Web Services EMEA SARL"
  abbreviation = "AWS"
  parent       = vendor.amazon
  country      = "LU"
  former_names = ["Amazon Web Services, Inc."]
  website      = "https://aws.amazon.com"
  data_share   = "most"

  data_privacy_framework = ["eu_us"]

  note         = "The contract is with the European entity."
}
`,
}

// DataShare is how much of the data is kept with a vendor.
var DataShare = &Enum{"data_share", []EnumValue{
	{"all", "All data is kept there."},
	{"most", "Most data is kept there, but not all."},
	{"some", "Some data is kept there."},
}}

// DPF is a part of the Data Privacy Framework between the United States and others.
var DPF = &Enum{"dpf", []EnumValue{
	{"eu_us", "The EU-U.S. Data Privacy Framework (Implementing Decision (EU) 2023/1795)."},
	{"uk_extension", "The UK Extension to it."},
	{"swiss_us", "The Swiss-U.S. Data Privacy Framework."},
}}

var subprocessor = &Block{
	Name: "subprocessor", Title: "subprocessor", Plural: "subprocessors", Group: Where, Labels: OneLabel,
	Doc: "Somebody outside the organization who receives data: a vendor's service, or a class of recipients that the policy does not name one by one. What they receive and why stands in one engagement per role.",
	Attrs: attrs(common("label"), []*Attr{
		attr("vendor", ref("vendor"), "The company that provides the service."),
		attr("relation", enum(Relation), "How the company is related to the organization."),
		attr("kind", enum(RecipientKind), "Whether it is one company or a class of them."),
		attr("hosted_by", ref("vendor"), "On whose infrastructure the service runs."),
		attr("regions", refs("region"), "Where it keeps or processes the data."),
		attr("countries", many(Country), "The countries where it processes the data, where no region is known."),
		attr("assurances", many(Text), "What it is relied on for, each as a phrase."),
		attr("mechanism", enum(Mechanism), "What makes the transfer lawful where it is in a third country."),
		attr("agreement", one(URL), "The data processing agreement."),
		attr("since", one(Date), "The day from which it has been engaged."),
	}, common("note")),
	Blocks: []*Block{engagement, clauses, retention, encryption, access},
	Example: `
subprocessor "firebase" {
  label      = "Firebase"
  relation   = "third_party"
  vendor     = vendor.google
  kind       = "named"
  hosted_by  = vendor.google_cloud
  regions    = [region.belgium]
  countries  = ["US"]
  assurances = ["secure storage"]
  mechanism  = "data_privacy_framework"
  agreement  = "https://example.com/dpa"
  since      = "2024-05-01"
  note       = "Used in the apps only."

  engagement "push_notifications" {
    label      = "Push notifications"
    purposes   = [purpose.push]
    data       = [category.device_token]
    form       = "passed_on"
    platforms  = ["ios", "android"]
    regions    = [region.belgium]
    countries  = ["FR"]
    automated  = true
    minimised  = true
    open_ended = true
    when       = [condition.push_allowed]
    unless     = [condition.push_muted]
    note       = "The text is encrypted."

    trains_models = false

    shares_with "apple" {
      vendor    = vendor.apple
      form      = "access"
      purposes  = [purpose.push]
      platforms = ["ios"]
      when      = [condition.push_allowed]
      note      = "Delivery to Apple devices needs it."
    }
  }

  clauses {
    modules       = ["controller_to_processor"]
    authorisation = "general"
    ahead         = "30 days"
    governing_law = "IE"
    forum         = "IE"
    assessed      = "2025-11-03"
    copy          = "https://example.com/clauses"
    note          = "The annexes are part of the agreement."
  }

  retention {
    period = "30 days"
  }
}
`,
}

// Relation is how a company is related to the organization.
var Relation = &Enum{"relation", []EnumValue{
	{"affiliate", "A company of the same group."},
	{"third_party", "A company outside the group."},
}}

// RecipientKind tells one recipient from a class of them.
var RecipientKind = &Enum{"recipient_kind", []EnumValue{
	{"named", "One company's service."},
	{"recipient_class", "A class of recipients, not named one by one (GDPR Art. 13(1)(e))."},
}}

var clauses = &Block{
	Name: "clauses", Title: "set of standard clauses", Plural: "standard clauses", Group: Where, Single: true,
	Doc: "The Commission's standard contractual clauses as they were agreed with the recipient (Implementing Decision (EU) 2021/914).",
	Attrs: attrs([]*Attr{
		attr("modules", enums(ClauseModule), "The modules that were agreed."),
		attr("authorisation", enum(Authorisation), "How further processors are authorised (clause 9(a))."),
		attr("ahead", one(Duration), "How long ahead further processors are announced (clause 9(a))."),
		attr("governing_law", one(Country), "The country whose law governs the clauses (clause 17)."),
		attr("forum", one(Country), "The country whose courts decide (clause 18)."),
		attr("assessed", one(Date), "The day on which the law and practice of the destination were last assessed (clause 14)."),
		attr("copy", one(URL), "Where a copy can be had (GDPR Art. 13(1)(f))."),
	}, common("note")),
}

// ClauseModule is a module of the standard contractual clauses.
var ClauseModule = &Enum{"clause_module", []EnumValue{
	{"controller_to_controller", "Module one: from a controller to a controller."},
	{"controller_to_processor", "Module two: from a controller to a processor."},
	{"processor_to_processor", "Module three: from a processor to a processor."},
	{"processor_to_controller", "Module four: from a processor to a controller."},
}}

// Authorisation is how a controller authorises further processors (GDPR Art. 28(2)).
var Authorisation = &Enum{"authorisation", []EnumValue{
	{"specific", "Each one has to be authorised before."},
	{"general", "They are authorised as a whole, announced, and can be objected to."},
}}

var engagement = &Block{
	Name: "engagement", Title: "engagement", Plural: "engagements", Group: Where, Labels: OneLabel,
	Doc: "One role in which a subprocessor is engaged: what for, with which data, where, and under which condition.",
	Attrs: attrs(common("label"), []*Attr{
		attr("purposes", refs("purpose"), "What for."),
		attr("data", refs("category"), "The data that it receives."),
		attr("form", enum(SharingForm), "How it comes to have the data. Without it, the policy does not say."),
		attr("platforms", enums(Platform), "On which platforms."),
		attr("regions", refs("region"), "Where, if this role differs from the others."),
		attr("countries", many(Country), "The countries, if this role differs from the others and no region is known."),
		attr("automated", one(Bool), "True where no person takes part."),
		attr("trains_models", one(Bool), "Whether the recipient trains models of artificial intelligence with the data. Without it the policy does not say."),
		attr("minimised", one(Bool), "True where it receives no more than it requires."),
	}, common("open_ended", "when", "unless", "note")),
	Blocks: []*Block{sharesWith},
}

var sharesWith = &Block{
	Name: "shares_with", Title: "onward recipient", Plural: "onward recipients", Group: Where, Labels: OneLabel,
	Doc: "Somebody to whom the recipient passes the data on.",
	Attrs: attrs([]*Attr{
		required(attr("vendor", ref("vendor"), "Who receives it.")),
		attr("form", enum(SharingForm), "How it comes to have the data. Without it, the data is passed on."),
		attr("purposes", refs("purpose"), "What for, if it differs from the engagement's purpose."),
		attr("platforms", enums(Platform), "On which platforms."),
	}, common("when", "note")),
}

// SharingForm is how a recipient comes to have data.
var SharingForm = &Enum{"sharing_form", []EnumValue{
	{"passed_on", "The data is passed on to it."},
	{"access", "It has access to the data where that is."},
}}

var system = &Block{
	Name: "system", Title: "system", Plural: "systems", Group: Where, Labels: OneLabel,
	Doc: "A program that handles data: an application, a feature, a dashboard, a pipeline.",
	Attrs: attrs(common("label"), []*Attr{
		attr("kind", enum(SystemKind), "What kind of system it is."),
		attr("hosted_by", ref("vendor"), "On whose infrastructure it runs."),
		attr("regions", refs("region"), "Where it runs."),
		attr("platforms", enums(Platform), "On which platforms."),
		attr("automated", one(Bool), "True where it acts without a person."),
		attr("trains_models", one(Bool), "Whether models of artificial intelligence are trained with the data that it handles. Without it the policy does not say."),
		attr("implements", refs("procedure", "step"), "The procedures that it carries out, or the steps of them."),
		attr("controls", refs("procedure", "step"), "The procedures that it sees to, or the steps of them."),
	}, common("note")),
	Blocks: []*Block{retention, encryption, access},
	Example: `
system "app" {
  label      = "the Acme app"
  kind       = "application"
  hosted_by  = vendor.aws
  regions    = [region.ireland]
  platforms  = ["ios", "android"]
  automated  = true
  implements = [procedure.erasure]
  controls   = [procedure.export]
  note       = "Version 3 and later."

  trains_models = false
}
`,
}

// SystemKind is a kind of system.
var SystemKind = &Enum{"system_kind", []EnumValue{
	{"application", "A program that people use."},
	{"website", "A website."},
	{"dashboard", "A place where data is viewed and settings are made."},
	{"feature", "A part of an application."},
	{"ai_feature", "A part of an application that uses artificial intelligence."},
	{"pipeline", "A program that moves or transforms data."},
	{"service", "A program that other programs use."},
	{"database", "A database management system, as distinct from one store in it."},
}}

var dataStore = &Block{
	Name: "data_store", Title: "data store", Plural: "data stores", Group: Where, Labels: OneLabel,
	Doc: "A place where data is kept: a database, a cache, a bucket of files, a search index.",
	Attrs: attrs(common("label"), []*Attr{
		properName(attr("technology", one(Text), "What it runs on, such as the database engine.")),
		properName(attr("edition", one(Text), "The edition of that technology.")),
		attr("vendor", ref("vendor"), "Whose product or service it is."),
		attr("hosted_by", ref("vendor"), "On whose infrastructure it runs, where that is not the vendor."),
		attr("managed_by", ref("subprocessor"), "Who operates it, where that is not the vendor."),
		attr("backend", ref("data_store"), "The store that it keeps its own data in."),
		attr("topology", enum(Topology), "Whether it is one server or several."),
		attr("failover", one(Bool), "True where another server takes over when one fails."),
		attr("regions", refs("region"), "Where the data is kept."),
		attr("holds", refs("category"), "The categories of data in it."),
		attr("uses", many(Text), "What it is used for, each as a noun phrase."),
		attr("examples", many(Text), "Some of what is kept in it, for illustration."),
		attr("functions", many(Text), "What it does besides keeping data, each as a phrase."),
		properName(attr("standards", many(Text), "The standards that it meets.")),
		attr("permanent", one(Bool), "True where data is kept for good, false where it is passing through."),
	}, common("note")),
	Blocks: []*Block{segment, retention, backup, encryption, access},
	Example: `
data_store "users" {
  label      = "user database"
  technology = "PostgreSQL"
  edition    = "Enterprise"
  vendor     = vendor.aws
  hosted_by  = vendor.atlas
  managed_by = subprocessor.dba
  backend    = data_store.disks
  topology   = "cluster"
  failover   = true
  regions    = [region.ireland]
  holds      = [category.email]
  uses       = ["the master database"]
  examples   = ["user profiles"]
  functions  = ["search"]
  standards  = ["ISO/IEC 27001"]
  permanent  = true
  note       = "Read replicas are in the same region."

  segment "claims" {
    label    = "legal claims"
    holds    = [category.contracts]
    purposes = [purpose.legal_claims]
    strength = "must"
    note     = "Kept apart from the rest."
  }

  retention {
    period = "1 year"
  }

  backup {
    frequency = "1 per day"
    retained  = "20 days"
  }

  encryption {
    state = "at_rest"
  }
}
`,
}

// Topology is how many servers make up a store.
var Topology = &Enum{"topology", []EnumValue{
	{"single", "One server."},
	{"cluster", "Several servers that act as one."},
}}

var segment = &Block{
	Name: "segment", Title: "segment", Plural: "segments", Group: Where, Labels: OneLabel,
	Doc: "A part of a data store to which other rules apply than to the rest.",
	Attrs: attrs(common("label"), []*Attr{
		attr("holds", refs("category"), "The categories of data in it."),
		attr("purposes", refs("purpose"), "What the data in it is kept for. That it is kept for nothing else is not said by that."),
	}, common("strength", "note")),
}
