package schema

var document = &Block{
	Name: "document", Title: "document", Plural: "documents", Group: Output, Labels: OneLabel,
	Doc: "A page that is published. Its name is the name of the file. \"index\" replaces the layout of the policy's own page; any other name adds a page.",
	Attrs: attrs([]*Attr{
		attr("title", one(Text), "The heading of the page. Without it the policy's title is used."),
		attr("intro", one(Markdown), "Prose below the heading."),
		attr("layout", enum(Layout), "The sections that the page begins with. A section block of the same name changes one of them; others follow at the end."),
		fixed(attr("leaves_out", many(Text), "The names of sections of the layout that the page does not show.")),
		attr("numbering", enum(Numbering), "How sections are numbered."),
		attr("formats", enums(Format), "The formats in which it is written."),
	}),
	Blocks: []*Block{section},
	Example: `
document "index" {
  title     = "Data policy"
  intro     = "This page is compiled from a description of what we do."
  numbering = "decimal"
  formats   = ["html", "markdown"]

  layout     = "layered"
  leaves_out = ["words"]

  section "storage" {
    title  = "Where your data is"
    shows  = ["locations"]
    of     = [data_store.users]
    before = "We keep data close to you."
    after  = "Ask us if you want to know more."
  }

  section "retention" {
    instead = "Nothing is kept for longer than a year."
  }
}
`,
}

var section = &Block{
	Name: "section", Title: "section", Plural: "sections", Group: Output, Labels: OneLabel,
	Doc: "A section of a page: generated parts, with the author's own prose before and after them.",
	Attrs: []*Attr{
		attr("title", one(Text), "The heading. Without it the first part's own heading is used."),
		attr("shows", enums(Part), "The generated parts, in order."),
		attr("of", refs(), "The blocks that the parts are limited to."),
		attr("before", one(Markdown), "Prose before the parts."),
		attr("instead", one(Markdown), "Prose in place of the parts: the section is the author's own."),
		attr("after", one(Markdown), "Prose after the parts."),
	},
}

// Layout is the usual make-up of a kind of policy.
var Layout = &Enum{"layout", []EnumValue{
	{"notice", "A public privacy notice, in the order in which a reader asks."},
	{"company", "A company's policy of numbered sections, to which contracts can refer."},
	{"layered", "A layered notice: the promises and what people can do first, the details after them."},
	{"standard", "An internal standard: words, classes of data, what belongs where, requirements by topic, exceptions, procedures."},
}}

// Numbering is how sections are numbered.
var Numbering = &Enum{"numbering", []EnumValue{
	{"none", "Sections carry no numbers."},
	{"decimal", "Sections are numbered 1, 2, 3."},
}}

// Format is a format in which a page is written.
var Format = &Enum{"format", []EnumValue{
	{"html", "A web page."},
	{"markdown", "Markdown."},
}}

// Part is a generated part of a page. The order is that of the default layout.
var Part = &Enum{"part", []EnumValue{
	{"about", "Whose policy it is and what it covers."},
	{"glance", "The policy in figures, each leading to where it is told in full."},
	{"principles", "What the organization holds itself to: principles and claims."},
	{"collection", "What is collected, how, and why."},
	{"purposes", "What data is used for, and on which legal basis."},
	{"activities", "The processing activities."},
	{"locations", "Where data is kept: data stores and regions."},
	{"decisions", "What belongs where: a table of data and data stores, with what is required, allowed and forbidden, and why."},
	{"flows", "How data moves."},
	{"recipients", "Who receives data: subprocessors and rules on sharing."},
	{"retention", "How long data is kept, and the backups."},
	{"security", "Encryption and other measures."},
	{"access", "Who can see data."},
	{"requirements", "The rules that the organization sets itself, and the exceptions."},
	{"exceptions", "The exceptions to the rules, as a table."},
	{"procedures", "What is done in certain cases, step by step."},
	{"rights", "What people can ask for."},
	{"contacts", "How to get in touch."},
	{"terms", "Words and people that the policy speaks of."},
	{"notices", "How changes are announced."},
	{"waivers", "The findings that are accepted and the rules that are given another weight, with the reason. Where no page shows them, they have a page of their own, to which no other leads."},
	{"dates", "From when it holds, and how it was published."},
}}

var translation = &Block{
	Name: "translation", Title: "translation", Plural: "translations", Group: Output, Labels: OneLabel, Open: true,
	Doc: "What a block's texts are in another language, which is the translation's name. Besides the attributes below it takes those of the block that are texts, each as it is to be printed in that language. A text in no words, \"\", is one that is still to be translated. `privity translate LANGUAGE` writes these blocks and keeps them up to date.",
	Attrs: []*Attr{
		required(attr("of", ref(), "The block whose texts these are, which may stand inside another.")),
		attr("sources", one(Any), "The digest of each text that was translated, by attribute. It tells when the text has been changed since, and the translation is out of date: pages then print the text itself, and say so. `privity translate` writes it."),
	},
	Example: `
translation "de" {
  of    = data_store.users
  label = "Nutzerdatenbank"
  note  = "Unsere Haupt-Datenbank."

  sources = {
    label = "dc18cd8e"
    note  = "67f5f3c3"
  }
}
`,
}

var waiver = &Block{
	Name: "waiver", Title: "waiver", Plural: "waivers", Group: Governance, Labels: OneLabel,
	Doc: "A finding of a rule that is accepted, for a reason, by somebody, until a day.",
	Attrs: []*Attr{
		fixed(required(attr("rule", one(Text), "The rule's id."))),
		required(attr("at", refs(), "The blocks that it is waived for.")),
		fixed(attr("attribute", one(Text), "The attribute, if it is not waived for the whole block.")),
		required(attr("reason", one(Text), "Why.")),
		attr("approver", one(Text), "Who has accepted it, by role."),
		attr("expires", one(Date), "The day after which the finding counts again."),
	},
	Example: `
waiver "legacy_backup" {
  rule      = "PP025"
  at        = [data_store.users]
  attribute = "retention"
  reason    = "The old backups are phased out."
  approver  = "data protection officer"
  expires   = "2026-12-31"
}
`,
}

var rule = &Block{
	Name: "rule", Title: "rule setting", Plural: "rule settings", Group: Governance, Labels: OneLabel,
	Doc: "How much weight what a rule finds has in this policy. Its name is the rule's id, such as PP005.",
	Attrs: []*Attr{
		fixed(attr("id", one(Text), "The rule's id, where that is no name: a rule without metadata goes by its package, such as acme.retention.")),
		required(attr("severity", enum(RuleSeverity), "What a finding of the rule counts as, whatever the rule itself or a requirement says.")),
		required(attr("reason", one(Text), "Why.")),
		attr("approver", one(Text), "Who has decided it, by role."),
	},
	Example: `
rule "PP005" {
  severity = "note"
  reason   = "We say normally only where a statute does."
  approver = "data protection officer"
}

rule "office_hours" {
  id       = "acme.office_hours"
  severity = "off"
  reason   = "It is for the contracts of our staff."
}
`,
}

// RuleSeverity is what a finding of a rule counts as.
var RuleSeverity = &Enum{"rule_severity", []EnumValue{
	{"off", "The rule is not run."},
	{"note", "It is told, and nothing follows from it."},
	{"warning", "It is to be looked at; the check succeeds."},
	{"error", "The check fails."},
}}

var approval = &Block{
	Name: "approval", Title: "approval", Plural: "approvals", Group: Governance, Labels: OneLabel,
	Doc: "Who has to agree before a change is published, as a role with the keys that sign for it. A plan needs the approvals that the version in force asks for, so that nobody can appoint those who approve what they propose; a first version needs its own.",
	Attrs: attrs(common("label"), []*Attr{
		fixed(required(attr("for", many(Text), "The changes: \"any\", \"material\", \"minor\" or \"editorial\", a class such as \"subprocessor.added\", or all classes of a kind, as in \"subprocessor.*\"."))),
		fixed(required(attr("keys", many(Text), "The public keys that sign for the role, as in a file that ends in .pub: the kind and the key. The comment behind it, which often names a person, is left out."))),
		attr("signatures", whole(1, 100), "How many different keys have to sign. Without it one is enough."),
	}, common("note")),
	Example: `
approval "legal" {
  label      = "the legal team"
  for        = ["material", "notice.period.shortened"]
  signatures = 1
  note       = "Approvals are given within two business days."

  keys = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICVqs10W7Rf8z4Hr7J7S+IsOuOVJCf9SxuuCLraPhBiR",
  ]
}
`,
}

var moved = &Block{
	Name: "moved", Title: "move", Plural: "moves", Group: Governance,
	Doc: "That a block has another name now, so that a comparison with an earlier version sees a rename and not a removal.",
	Attrs: []*Attr{
		required(attr("from", one(Address), "The address that it had.")),
		required(attr("to", ref(), "The block as it is named now.")),
		attr("also", refs(), "The further blocks that it was split into."),
	},
	Example: `
moved {
  from = vendor.amazon
  to   = vendor.aws
  also = [vendor.amazon_retail]
}
`,
}

var correction = &Block{
	Name: "correction", Title: "correction", Plural: "corrections", Group: Governance, Labels: OneLabel,
	Doc: "That an earlier version of the policy was wrong about something, while what is done has not changed: a slip of the pen, a recipient that was left out of the list. It counts in the version in which it is new; what differs there in the blocks that it names is published as a correction.",
	Attrs: []*Attr{
		required(attr("of", refs(), "The blocks that were wrong.")),
		fixed(attr("attribute", one(Text), "The attribute that was wrong, if it was not the whole block.")),
		required(attr("reason", one(Text), "What was wrong, as a sentence.")),
		attr("approver", one(Text), "Who has confirmed it, by role."),
	},
	Example: `
correction "dublin_office" {
  of        = [organization.acme]
  attribute = "address"
  reason    = "The house number had two digits exchanged."
  approver  = "data protection officer"
}
`,
}

var settings = &Block{
	Name: "privity", Title: "settings block", Plural: "settings blocks", Group: Composition, Single: true,
	Doc: "Settings for the tool itself. It is read before anything else.",
	Attrs: []*Attr{
		fixed(attr("required_version", one(Text), "The versions of privity that may compile this policy, as a constraint such as \">= 0.1, < 1.0\".")),
	},
	Example: `
privity {
  required_version = ">= 0.1"
}
`,
}

var variable = &Block{
	Name: "variable", Title: "variable", Plural: "variables", Group: Composition, Labels: OneLabel,
	Doc: "A value that is given from outside: on the command line, in a file, in the environment, or by the policy that uses a module. It is read as var.NAME.",
	Attrs: []*Attr{
		attr("type", one(Any), "What it takes: text, bool, number, duration, date, country, any, or list(…) and map(…) of these."),
		attr("default", one(Any), "The value where none is given. Without it a value has to be given."),
		fixed(attr("description", one(Text), "What it is for.")),
	},
	Example: `
variable "retention_period" {
  type        = duration
  default     = "30 days"
  description = "How long messages are kept."
}
`,
}

var locals = &Block{
	Name: "locals", Title: "block of local values", Plural: "local values", Group: Composition, Open: true,
	Doc: "Values with a name, for use elsewhere in the same folder as local.NAME.",
	Example: `
locals {
  company = "Acme"
}
`,
}

var module = &Block{
	Name: "module", Title: "module", Plural: "modules", Group: Composition, Labels: OneLabel, Open: true,
	Doc: "A folder of further declarations, used with values for its variables. Its blocks have addresses such as module.NAME.vendor.aws.",
	Attrs: []*Attr{
		fixed(required(attr("source", one(Text), "The folder, as a path that begins with ./ and is relative to this one."))),
	},
	Example: `
module "hosting" {
  source = "./modules/hosting"
  region = "eu-west-1"
}
`,
}
