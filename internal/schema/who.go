package schema

var policy = &Block{
	Name: "policy", Title: "policy", Plural: "policies", Group: Who, Labels: OneLabel, Single: true,
	Doc: "The document itself: whose it is, what it is about, and from when it holds. There is exactly one in a policy.",
	Attrs: attrs([]*Attr{
		required(attr("title", one(Text), "The heading of the published page.")),
		attr("organization", ref("organization"), "Whose policy it is."),
		properName(attr("products", many(Text), "The products and services that it covers, by the names that readers know.")),
		attr("scope", many(Text), "What it is about, each as a phrase that follows \"this policy describes\"."),
		attr("excludes", many(Text), "What it is not about, each as a phrase that follows \"this policy does not cover\"."),
		attr("agreement", one(URL), "The agreement with customers that it belongs to, such as one on the processing of data on their behalf (GDPR Art. 28(3))."),
		attr("audience", enum(Audience), "For whom it is written. A public policy speaks to the reader as \"you\"."),
		attr("effective", one(Date), "The day from which it holds."),
		attr("updated", one(Date), "The day of its latest change."),
		fixed(attr("updated_as_published", one(Text), "That day as an earlier publication printed it, where that form is ambiguous or differs.")),
		attr("page_modified_ago", one(Duration), "How long ago the page itself had been modified when it was captured, for policies taken over from a published page."),
		attr("regimes", enums(Regime), "The data protection laws that apply."),
		attr("languages", many(Language), "The languages in which it is published, the first being the one it is written in."),
		attr("prevailing_language", one(Language), "The language whose text holds where translations differ."),
		attr("governing_law", one(Country), "The country or part of a country whose law governs it."),
		attr("minimum_age", whole(1, 99), "The age, in years, from which people may use what it covers."),
	}, common("note")),
	Blocks: []*Block{notice},
	Example: `
policy "acme" {
  title                = "Data policy"
  organization         = organization.acme
  products             = ["Acme Notes"]
  scope                = ["how Acme handles personal data"]
  excludes             = ["previews"]
  agreement            = "https://example.com/agreement"
  audience             = "public"
  effective            = "2026-02-01"
  updated              = "2026-01-15"
  updated_as_published = "15/01/2026"
  page_modified_ago    = "27 days"
  regimes              = ["gdpr"]
  languages            = ["en", "de"]
  prevailing_language  = "en"
  governing_law        = "IE"
  minimum_age          = 16
  note                 = "Earlier versions are available on request."

  notice "new_recipient" {
    change    = "recipient"
    classes   = ["subprocessor.added", "subprocessor.replaced"]
    relation  = "third_party"
    countries = ["US"]
    outside   = ["EEA"]
    period    = "30 days"
    bound     = "at_least"
    calendar  = calendar.dublin
    via       = [contact.privacy]
    objection = "14 days"
    note      = "Objections are free of charge."
  }
}
`,
}

var notice = &Block{
	Name: "notice", Title: "notice term", Plural: "notice terms", Group: Who, Labels: OneLabel,
	Doc: "How long before a change of some kind takes effect it is announced, where, and how long one may object.",
	Attrs: attrs([]*Attr{
		required(attr("change", enum(ChangeKind), "The kind of change.")),
		fixed(attr("classes", many(Text), "The classes of change that it is about, where it is not about all of that kind: \"subprocessor.added\", or \"subprocessor.*\" for all that begin so.")),
		attr("relation", enum(Relation), "How the recipient is related to the organization, where the term is about such recipients only."),
		attr("countries", many(Country), "The countries into which data comes, where the term is about these only."),
		attr("outside", many(Territory), "The countries outside of which data comes, where the term is about other countries only. \"EU\" and \"EEA\" stand for theirs."),
		required(attr("period", one(Duration), "The time between the announcement and the day the change takes effect.")),
		attr("bound", enum(Bound), "How that period limits. Without it the period is exact."),
		attr("calendar", ref("calendar"), "The calendar by which business days are counted. Without it they are Monday to Friday, and no holiday is known."),
		attr("via", refs("contact"), "Where it is announced."),
		attr("objection", one(Duration), "The time in which one may object, counted from the announcement."),
	}, common("note")),
}

// Regime is a law on the protection of personal data.
var Regime = &Enum{"regime", []EnumValue{
	{"gdpr", "General Data Protection Regulation, Regulation (EU) 2016/679."},
	{"uk_gdpr", "The United Kingdom's GDPR with the Data Protection Act 2018."},
	{"ccpa", "California Consumer Privacy Act of 2018, as amended."},
	{"lgpd", "Lei Geral de Proteção de Dados Pessoais, Brazil, Law 13.709/2018."},
	{"pipeda", "Personal Information Protection and Electronic Documents Act, Canada."},
	{"privacy_act_au", "Privacy Act 1988, Australia, with the Australian Privacy Principles."},
	{"fadp", "Federal Act on Data Protection, Switzerland."},
	{"pci_dss", "Payment Card Industry Data Security Standard; a contract, not a law."},
}}

// ChangeKind is a kind of change to a policy that may have to be announced.
var ChangeKind = &Enum{"change", []EnumValue{
	{"any", "Every change for which no other term is stated."},
	{"recipient", "A subprocessor or other recipient is added or replaced."},
	{"purpose", "Data is used for a further purpose."},
	{"data", "Further data is collected."},
	{"retention", "Data is kept longer."},
	{"location", "Data is kept or processed in a further country."},
	{"access", "More people can see data."},
	{"security", "Data is protected less."},
	{"rights", "People can ask for less, or have to wait longer."},
	{"terms", "Changes are announced less far ahead."},
}}

var calendar = &Block{
	Name: "calendar", Title: "calendar", Plural: "calendars", Group: Who, Labels: OneLabel,
	Doc: "Which days are business days: all but those of the weekend and the holidays that are listed. A period in business days is counted by it.",
	Attrs: attrs(common("label"), []*Attr{
		attr("weekend", enums(Weekday), "The days of the week that are no business days. Without it, Saturday and Sunday."),
		attr("holidays", many(Date), "The days that are no business days although the weekday is one."),
		attr("known_until", one(Date), "The last day for which holidays are listed. A period that ends later cannot be counted."),
	}, common("note")),
	Example: `
calendar "dublin" {
  label       = "business days in Dublin"
  weekend     = ["saturday", "sunday"]
  holidays    = ["2026-03-17", "2026-04-06"]
  known_until = "2026-12-31"
  note        = "As published by the government."
}
`,
}

// Weekday is a day of the week, in the order of ISO 8601.
var Weekday = &Enum{"weekday", []EnumValue{
	{"monday", "Monday."},
	{"tuesday", "Tuesday."},
	{"wednesday", "Wednesday."},
	{"thursday", "Thursday."},
	{"friday", "Friday."},
	{"saturday", "Saturday."},
	{"sunday", "Sunday."},
}}

var organization = &Block{
	Name: "organization", Title: "organization", Plural: "organizations", Group: Who, Labels: OneLabel, Top: true,
	Doc: "A company or other body that is responsible for data, with the particulars that a notice owes its readers (GDPR Art. 13(1)(a) and (b)).",
	Attrs: attrs(named(), []*Attr{
		fixed(attr("legal_name", one(Text), "The registered name.")),
		attr("role", enum(Role), "Its role for the data that the policy describes."),
		attr("country", one(Country), "Where it is established."),
		fixed(attr("registration", one(Text), "Its entry in a public register.")),
		fixed(attr("address", one(Text), "Its postal address.")),
		attr("website", one(URL), "Its website."),
		attr("data_protection_officer", ref("contact"), "How to reach its data protection officer."),
		attr("representative", ref("organization"), "Its representative in the Union (GDPR Art. 27)."),
	}, common("note")),
	Example: `
organization "acme" {
  label                   = "Acme"
  legal_name              = "Acme Notes Ltd"
  role                    = "controller"
  country                 = "IE"
  registration            = "CRO 000000"
  address                 = "1 Example Street, Dublin"
  website                 = "https://example.com"
  data_protection_officer = contact.dpo
  representative          = organization.acme_eu
  note                    = "Acme Notes Ltd is part of the Acme group."
}
`,
}

// Role is an organization's role for personal data (GDPR Art. 4(7), 4(8) and 26).
var Role = &Enum{"role", []EnumValue{
	{"controller", "It decides why and how the data is processed."},
	{"processor", "It processes the data for somebody else, on their instructions."},
	{"joint_controller", "It decides together with others."},
}}

var contact = &Block{
	Name: "contact", Title: "contact", Plural: "contacts", Group: Who, Labels: OneLabel,
	Doc: "A way to reach the organization: an address, a form, or a place in an app.",
	Attrs: attrs(common("label"), []*Attr{
		attr("channel", enum(Channel), "The kind of way. It may be left out only where the publication that the policy was taken from hides it: see redacted."),
		fixed(attr("address", one(Text), "The address, number or link: what one needs to use it. For e-mail it is checked to be an address.")),
		attr("redacted", one(Bool), "True where the publication that the policy was taken from hides or lost the address, or the whole way. The page says so instead of inventing one."),
		attr("outgoing", one(Bool), "True where it is the organization that writes or calls, at the address or number that people have given it, so that there is none to print."),
		attr("system", ref("system"), "The application in which it is found."),
		attr("path", many(Text), "The way through that application's menus, one entry a step."),
		attr("control", one(Text), "The name of the button or form, as printed on it."),
		attr("within", one(Duration), "How soon what is asked for there is done, where that differs from other ways."),
		attr("open_to", refs("actor"), "Who may use it."),
		attr("availability", enum(Availability), "When it can be used."),
		attr("topics", many(Text), "What it is for, each as a phrase that follows \"about\"."),
		attr("examples", many(Text), "Some of what one can ask or do there, each as a phrase."),
	}, common("open_ended", "note")),
	Example: `
contact "privacy" {
  label        = "the privacy team"
  channel      = "email"
  address      = "privacy@example.com"
  redacted     = false
  outgoing     = false
  within       = "2 days"
  open_to      = [actor.user]
  availability = "any_time"
  topics       = ["your data"]
  examples     = ["which data is stored"]
  open_ended   = true
  note         = "We answer in English and German."
}

contact "delete_button" {
  channel = "in_app"
  system  = system.app
  path    = ["Settings", "Account"]
  control = "Delete my account"
}
`,
}

// Channel is a way to reach an organization.
var Channel = &Enum{"channel", []EnumValue{
	{"email", "By e-mail."},
	{"ticket", "By a support ticket."},
	{"form", "By a form on the web."},
	{"in_app", "In an application."},
	{"post", "By letter."},
	{"phone", "By telephone."},
	{"subscription", "By subscribing once to news that then come by themselves."},
}}

var actor = &Block{
	Name: "actor", Title: "actor", Plural: "actors", Group: Who, Labels: OneLabel,
	Doc: "Somebody, or a group of people or services, that the policy speaks of: users, customers, a team, the public.",
	Attrs: attrs(common("label"), []*Attr{
		attr("plural", one(Text), "The label in the plural, where adding an \"s\" does not make it. Pages in other languages than English name a group by it, and by its label without it."),
		tacit(attr("kind", enum(ActorKind), "What kind of actor it is. It is for rules, and for how sentences speak: no page prints it, since what the policy means by a word its author says in a note or a term.")),
		attr("member_of", refs("actor"), "The groups that it belongs to."),
		attr("membership", enum(Membership), "To how many of them it belongs."),
	}, common("note")),
	Example: `
actor "user" {
  label      = "user"
  plural     = "users"
  kind       = "data_subject"
  member_of  = [actor.customer]
  membership = "one_or_more"
  note       = "Whoever signs in."
}
`,
}

// ActorKind is a kind of actor.
var ActorKind = &Enum{"actor_kind", []EnumValue{
	{"data_subject", "A person whom the data is about."},
	{"customer", "A person or company that has a contract with the organization."},
	{"tenant", "A customer whose own users are administered within the service."},
	{"staff", "People employed by the organization."},
	{"team", "A team within the organization."},
	{"contractor", "People who work for the organization without being employed by it."},
	{"service", "A program that acts by itself."},
	{"public", "Anybody."},
}}

// Membership is how many groups a member belongs to.
var Membership = &Enum{"membership", []EnumValue{
	{"one", "Exactly one."},
	{"one_or_more", "One or more."},
}}

var term = &Block{
	Name: "term", Title: "term", Plural: "terms", Group: Who, Labels: OneLabel,
	Doc: "A word or abbreviation that the policy uses in a particular sense, or a period of time that it gives a name.",
	Attrs: attrs(common("label"), []*Attr{
		properName(attr("abbreviation", one(Text), "The short form.")),
		attr("meaning", one(Text), "What it means, as a phrase that follows \"means\"."),
		attr("parent", ref("term"), "The wider term that it is a kind of."),
		attr("source", one(Text), "Where what it names comes from."),
		attr("traits", many(Text), "What belongs to the definition."),
		attr("subjects", refs("actor"), "Whom it is about."),
		attr("period", one(Duration), "The period that it names."),
		attr("bound", enum(Bound), "How that period limits."),
	}, common("open_ended", "note")),
	Example: `
term "operational_window" {
  label        = "operational window"
  abbreviation = "OW"
  meaning      = "the time in which a message is delivered"
  parent       = term.window
  source       = "the service's own clock"
  traits       = ["starts when the message is sent"]
  subjects     = [actor.user]
  period       = "24 hours"
  bound        = "under"
  open_ended   = true
  note         = "The window is reset by every message."
}
`,
}
