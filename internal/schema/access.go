package schema

var access = &Block{
	Name: "access", Title: "access rule", Plural: "access rules", Group: Handling, Labels: MayLabel, Spans: "to",
	Doc: "Who can see or use what, for which purposes, and how that is controlled.",
	Attrs: attrs(common("label"), []*Attr{
		attr("who", refs("actor", "subprocessor", "system"), "Who."),
		attr("to", refs("data_store", "segment", "category", "system", "subprocessor", "backup"), "To what."),
		required(attr("effect", enum(AccessEffect), "Whether they have access.")),
		attr("actions", many(Text), "What they may or may not do, each as a verb in its base form."),
		attr("purposes", refs("purpose"), "For which purposes."),
		attr("method", enums(AccessMethod), "How access is controlled."),
		attr("credentials", enum(Credentials), "Whether each user has credentials of their own."),
		attr("mode", enum(AccessMode), "Whether it is direct."),
		attr("via", refs("system"), "Through which systems."),
		attr("granted_by", refs("actor"), "Who grants it."),
		attr("enforced_by", one(Text), "What enforces it, as a phrase."),
		attr("control", enum(Control), "How tightly it is controlled, in the policy's own word."),
		attr("max_users", one(Count), "How many may have it."),
		attr("lifetime", one(Duration), "How long access lasts once it is given, such as access by a link."),
		attr("prefer", enum(Preference), "Which lifetime is chosen where several are possible."),
		attr("tier", one(Text), "The level of protection that it belongs to."),
	}, common("strength", "only", "when", "unless", "until", "because", "note")),
	Blocks: []*Block{audit},
	Example: `
access "staff" {
  label       = "Support"
  who         = [actor.employee]
  to          = [data_store.users]
  effect      = "limit"
  actions     = ["read"]
  purposes    = [purpose.support]
  method      = ["rbac"]
  credentials = "personal"
  mode        = "direct"
  via         = [system.admin_panel]
  granted_by  = [actor.customer]
  enforced_by = "the platform's security policies"
  control     = "strict"
  max_users   = "limited"
  lifetime    = "1 day"
  prefer      = "shortest"
  tier        = "basic protection"
  strength    = "must"
  only        = true
  when        = [condition.ticket_open]
  unless      = [condition.legal_hold]
  until       = [condition.ticket_closed]
  because     = "support needs it"
  note        = "Access is reviewed each year."

  audit {
    coverage  = "all"
    strength  = "must"
    detail    = "detailed"
    stored_in = [data_store.audit_log]
    because   = "somebody has to be accountable"
    note      = "Logs are kept apart."
  }
}
`,
}

// AccessEffect is what an access rule does.
var AccessEffect = &Enum{"access_effect", []EnumValue{
	{"allow", "They have access."},
	{"deny", "They have no access."},
	{"refrain", "They could have access, and promise to refrain from it. Nothing is said of what would prevent it."},
	{"limit", "They have access within the limits that the rule states."},
}}

// AccessMethod is a way to control access.
var AccessMethod = &Enum{"access_method", []EnumValue{
	{"rbac", "By role: role-based access control."},
	{"least_privilege", "No more than each task needs."},
	{"authentication", "Only for those who have signed in."},
	{"permissions", "By permissions that somebody sets."},
	{"explicit_grant", "Only for those to whom it was expressly granted."},
}}

// Credentials tells credentials of one person from those that several share.
var Credentials = &Enum{"credentials", []EnumValue{
	{"personal", "Each user has their own."},
	{"shared", "Several users share them."},
}}

// AccessMode tells direct access from access through something else.
var AccessMode = &Enum{"access_mode", []EnumValue{
	{"direct", "To the data itself."},
	{"indirect", "Through a program that shows part of it."},
}}

// Control is how tightly access is controlled, as policies put it.
var Control = &Enum{"control", []EnumValue{
	{"strict", "Strictly."},
	{"airtight", "Airtight."},
}}

var audit = &Block{
	Name: "audit", Title: "audit", Plural: "audits", Group: Handling, Single: true,
	Doc: "That access is recorded, how, and where.",
	Attrs: attrs(common("coverage", "strength"), []*Attr{
		attr("detail", enum(AuditDetail), "How much is recorded."),
		attr("stored_in", refs("data_store"), "Where the records are kept."),
	}, common("because", "note")),
}

// AuditDetail is how much is recorded.
var AuditDetail = &Enum{"audit_detail", []EnumValue{
	{"basic", "That access took place."},
	{"detailed", "Who did what, and when."},
}}
