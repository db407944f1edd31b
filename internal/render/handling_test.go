package render_test

var handlingSentences = []sentence{
	{
		name: "control, and what is done once something happens",
		hcl: people + `
access "all" {
  effect = "limit"
  method = ["rbac"]
}
access "members" {
  who        = [actor.developer]
  to         = [category.pi]
  effect     = "allow"
  method     = ["permissions"]
  granted_by = [actor.customer]
  control    = "strict"
  audit {}
}
measure "watch" {
  actions   = ["watch the servers"]
  automated = true
}
measure "response" {
  actions = ["address it"]
  within  = "prompt"
  when    = [condition.asked]
}
category "statistics" {
  label = "aggregated and anonymised statistics"
  forms = ["aggregated", "anonymised"]
}`,
		want: []string{
			"- All access to data is limited by role (role-based access control, RBAC).",
			"Access is controlled by permissions that customers manage. Access is strictly controlled. It is recorded in audit logs.",
			"We automatically watch the servers.",
			"When a client asks for it, we address it promptly.",
		},
		never: []string{"They are aggregated"},
	},
	{
		name: "steps, and what can be set",
		hcl: people + `
system "servers" { label = "our servers" }
flow "upload" {
  label = "Upload"
  from  = [actor.user]
  to    = [data_store.files]
  data  = [category.pi]
  when  = [condition.submitted]
  step "parse" {
    action = "parse the file"
    where  = "client"
  }
  step "send" {
    action = "send the data"
    target = [system.servers]
    strength = "must"
  }
  step "review" {
    who    = [actor.architects]
    action = "review"
    on     = [category.pi]
    when   = [condition.asked]
  }
  option "bypass" {
    configured_by = [actor.customer]
    skips         = [data_store.files]
    coverage      = "full"
    default       = false
  }
  option "place" {
    configured_by = [actor.customer]
    to            = [system.servers, system.dashboard]
  }
  option "target" {
    configured_by = [actor.customer]
    via           = system.dashboard
    values        = ["your app", "another place"]
    open_ended    = true
  }
}
condition "submitted" { event = "a file is submitted" }
flow "export" {
  from = [actor.customer]
  to   = [data_store.files]
  when = [condition.asked_for]
}
condition "asked_for" {
  event = "a customer asks for it"
  by    = [actor.customer]
}`,
		want: []string{
			"When a file is submitted, the personal information goes from you to S3, and to our servers or the dashboard.",
			"**Place**: Customers can choose where the data goes.",
			"The personal information goes to our servers or the dashboard, as customers choose.",
			"When a customer asks for it, data goes from them to S3.",
			"1. The file is parsed on your device.", "2. The data must be sent to our servers.",
			"3. The architect team reviews the personal information when a client asks for it.",
			"**Bypass**: Customers can switch this on or off. While it is on, the data does not pass through S3 at all. It is off unless customers change that.",
			"**Target**: In the dashboard, customers can set this to your app or another place, among other values.",
		},
	},
	{
		name: "sharing, and its limits",
		hcl: people + `
transfer "others" {
  recipients = ["other_company", "other_entity"]
  effect     = "deny"
  unless     = [condition.legal]
}
transfer "partners" {
  recipients    = ["third_party"]
  effect        = "allow"
  data          = [category.email]
  purposes      = [purpose.support]
  only          = true
  declared_only = true
  safeguards    = ["encryption in transit"]
}
transfer "services" {
  label      = "Services"
  recipients = ["third_party"]
  effect     = "rely"
  data       = [category.email]
  purposes   = [purpose.support]
  open_ended = true
}
subprocessor "desk" {
  label      = "Desk"
  assurances = ["care"]
  engagement "help" { data = [category.email, category.pi] }
}`,
		want: []string{
			"**Services**: We rely on third parties to handle the e-mail address for services such as answering questions.",
			"Through Desk, we ensure care of the e-mail address and the personal information.",
			"We do not share data with other companies or other entities unless the law requires it.",
			"We share the e-mail address with third parties only for answering questions. Exceptions are limited to what this policy describes. Every transfer to them is protected by encryption in transit.",
		},
	},
	{
		name: "periods: exact, hedged, bounded, without end",
		hcl: people + `
retention "cache" {
  applies_to = [data_store.users]
  period     = "12 hours"
  bound      = "under"
  qualifier  = "normally"
}
retention "files" {
  applies_to = [data_store.files]
  data       = [category.pi]
  period     = "1 month"
  on_expiry  = "delete"
  automatic  = true
}
retention "logs" {
  applies_to = [category.pi]
  bound      = "indefinite"
}
retention "guaranteed" {
  applies_to = [category.email]
  period     = "3 months"
  bound      = "at_most"
  guaranteed = true
  starts_on  = condition.asked
}
retention "may" {
  applies_to = [system.cache]
  period     = "limited"
  strength   = "may"
}
retention "short" {
  applies_to = [system.queue]
  long_term  = false
}`,
		want: []string{
			"| User database | Under 12 hours, normally | | |",
			"| Personal information in S3 | 1 month | | Deleted automatically |",
			"| Personal information | Indefinitely | | |",
			"| E-mail address | At most 3 months, a limit that is guaranteed | The time when a client asks for it | |",
			"| Cache | May be kept for a limited time | | |", "| Queue | Not long-term | | |",
		},
	},
	{
		name: "periods by tier, one after another",
		hcl: people + `
condition "closed" { event = "the account is closed" }
condition "none" { all_of = [condition.no_rides, condition.no_services] }
condition "no_rides" { not = condition.rides }
condition "no_services" { not = condition.services }
condition "rides" { state = "the user has made rides" }
condition "services" { state = "the user has used services" }
retention "account" {
  applies_to = [data_store.users]
  starts_on  = condition.closed
  varies_by  = "the kind of data"
  prefer     = "longest"
  tier "inactive" {
    label  = "inactive"
    period = "6 months"
    when   = [condition.none]
  }
  tier "payer" {
    period = "10 years"
    bound  = "at_least"
  }
}
retention "archive" {
  applies_to = [data_store.files]
  after      = retention.account
  period     = "1 year"
}
retention "mirror" {
  applies_to = [system.cache]
  starts_on  = condition.closed
  after      = retention.account
  period     = "11 years"
}`,
		want: []string{
			"| User database | Inactive: 6 months if the user has neither made rides nor used services; payer: at least 10 years; " +
				"depends on the kind of data; where several periods hold: the longest of the periods | The time when the account is closed |",
			"| S3 | 1 year | The end of the period for user database |",
			"| Cache | 11 years | The time when the account is closed; the period ends later than that for user database |",
		},
	},
	{
		name: "backups, and none",
		hcl: people + `
backup "main" {
  frequency = "several per day"
  retained  = "20 days"
}
backup "users" {
  applies_to = [data_store.users]
  frequency  = "1 per day"
  retained   = "3 months"
  bound      = "at_most"
  form       = "snapshot"
  protected  = true
  qualifier  = "normally"
  restore {
    by    = [actor.customer]
    when  = [condition.asked]
    reach = "2 weeks"
  }
}
backup "files" {
  applies_to = [data_store.files]
  enabled    = false
}`,
		want: []string{
			"- Data is backed up several times a day. Copies are kept for 20 days.",
			"The user database is normally backed up once a day. Copies are stored securely and normally kept for at most 3 months. " +
				"Each copy is a snapshot. A copy can be restored when a client asks for it, and customers can ask for it. What is restored can be up to 2 weeks old.",
			"S3 is not backed up.",
		},
	},
	{
		name: "encryption",
		hcl: people + `
encryption "s3" {
  applies_to = [data_store.files]
  state      = "at_rest"
  scope      = "end_to_end"
  algorithm  = "AES"
  key_bits   = 256
}
encryption "transit" {
  state    = "in_transit"
  protocol = ["TLS"]
  segments = ["backend"]
  coverage = "all"
  key {
    engine = "AWS KMS"
  }
}
encryption "files" {
  applies_to = [category.pi]
  scope      = "file"
  strength   = "must"
  when       = [condition.asked]
  key {
    owner     = [actor.user]
    stored_in = "an encrypted container"
    strength  = "may"
  }
}`,
		want: []string{
			"- Data in S3 is encrypted at rest end to end with 256-bit AES.",
			"- All data is encrypted in transit over TLS on our backend. AWS KMS is used for this.",
			"- Personal information must be encrypted file by file with keys that belong to you when a client asks for it. The keys may be kept in an encrypted container.",
		},
	},
	{
		name: "whom somebody authorises, what is promised, and what ends later",
		hcl: people + `
access "members" {
  who         = [actor.developer]
  to          = [category.pi]
  effect      = "allow"
  actions     = ["see"]
  only        = true
  granted_by  = [actor.customer]
  enforced_by = "our permissions system"
  control     = "airtight"
}
claim "sharing" {
  says = "never"
  what = "share"
  with = ["other_company"]
}
transfer "sharing" {
  recipients = ["other_company"]
  effect     = "deny"
}
region "frankfurt" {
  label        = "data centre"
  city         = "Frankfurt"
  country      = "DE"
  jurisdiction = "EU"
}
system "cache" {
  label   = "cache"
  regions = [region.frankfurt]
}
backup "snapshots" { form = "snapshot" }
retention "cache" {
  applies_to = [system.cache]
  data       = [category.pi]
  period     = "1 day"
}
retention "copies" {
  applies_to = [backup.snapshots]
  data       = [category.pi]
  starts_on  = condition.asked
  after      = retention.cache
  strength   = "may"
  period     = "3 months"
  bound      = "at_most"
}`,
		want: []string{
			"Only developers whom customers authorise can see personal information. This is enforced by our permissions system, which is airtight.",
			"We never share data with other companies.", "Where: data centre, Frankfurt, Germany, EU",
			"| Personal information in snapshots | At most 3 months | The time when a client asks for it; the period may end later than that for the cache |",
		},
		never: []string{"Jurisdiction", "do not share", "Access is granted by", "Access control is"},
	},
	{
		name: "other measures",
		hcl: people + `
measure "reviews" {
  kind      = "organizational"
  actions   = ["review the code"]
  frequency = "every_release"
  goals     = ["finding faults early"]
}
measure "respond" {
  actions  = ["respond to faults"]
  who      = [actor.architects]
  within   = "prompt"
  strength = "should"
}`,
		want: []string{
			"- We review the code with every release for finding faults early. This is an organizational measure.",
			"- The architect team should respond to faults promptly.",
		},
	},
}

var accessSentences = []sentence{
	{
		name: "allowed, denied, limited",
		hcl: people + `
actor "else" {
  label = "anyone else"
  kind  = "public"
}
actor "employee" {
  label = "employee"
  kind  = "staff"
}
condition "stored" { state = "it is in our storage" }
access "vapor" {
  who    = [subprocessor.vapor]
  to     = [data_store.users, data_store.files]
  effect = "allow"
}
access "uploads" {
  who     = [actor.else]
  to      = [category.pi]
  effect  = "deny"
  actions = ["read"]
  when    = [condition.stored]
}
access "direct" {
  who    = [actor.developer]
  to     = [category.pi]
  effect = "deny"
  mode   = "direct"
}
access "staff" {
  who      = [actor.employee]
  to       = [data_store.users]
  effect   = "limit"
  purposes = [purpose.support]
  only     = true
  control  = "strict"
  method   = ["rbac", "explicit_grant"]
  audit {
    coverage = "all"
    detail   = "detailed"
    because  = "somebody has to be accountable"
  }
}
access "topic" {
  to       = [system.topic]
  effect   = "limit"
  strength = "must"
  method   = ["rbac"]
}
access "avatars" {
  who    = [actor.customer]
  to     = [category.avatar]
  effect = "allow"
  only   = true
}
subprocessor "vapor" { label = "Laravel Vapor" }`,
		want: []string{
			"- Laravel Vapor has access to the user database and S3.",
			"- No one else can read personal information while it is in our storage.",
			"- Developers have no direct access to personal information.",
			"- Employees have limited access to the user database, only for answering questions. Access is controlled by role (role-based access control, RBAC). Nobody has access without having been granted it. " +
				"Access is strictly controlled. All access is recorded in audit logs, in detail, because somebody has to be accountable.",
			"- Access to the topic must be limited by role (role-based access control, RBAC).",
			"- Only customers have access to the avatar.",
		},
	},
	{
		name: "access to all there is",
		hcl: people + `
data_store "cache" { label = "Redis" }
access "ops" {
  who    = [actor.developer]
  to     = [data_store.users, data_store.files, data_store.cache, subprocessor.chat]
  effect = "allow"
}
subprocessor "chat" { label = "PubNub" }`,
		want: []string{"Developers have access to all data stores and PubNub."},
	},
	{
		name: "refused except in listed cases",
		hcl: people + `
condition "crash" { event = "a crash has to be resolved" }
access "direct" {
  who    = [actor.developer]
  to     = [category.pi]
  effect = "deny"
}
exception "direct" {
  to        = [access.direct]
  when      = [condition.asked, condition.crash]
  minimised = true
}`,
		want: []string{
			"Developers have no access to personal information.",
			"**Exception**. The access rule “Direct” does not hold when a client asks for it or a crash has to be resolved. No more is done than the case requires.",
		},
	},
}

var promiseSentences = []sentence{
	{
		name: "only where it is needed",
		hcl: people + `
policy "p" {
  title    = "Standard"
  audience = "internal"
}
requirement "tags" {
  effect       = "require"
  who          = [actor.developer]
  actions      = ["add tags"]
  environments = ["production"]
  only         = true
  strength     = "must"
}
requirement "processing" {
  effect   = "limit"
  actions  = ["process"]
  on       = [category.pi]
  purposes = [purpose.support]
}
category "ppi" {
  label      = "PPI"
  includes   = [category.email]
  open_ended = true
}
retention "logs" {
  applies_to = [data_store.files]
  long_term  = true
  strength   = "must"
}
procedure "new" {
  step "understand" { action = "understand the domain" }
  step "fetch" {
    who    = [actor.architects]
    action = "fetch the data"
    target = [data_store.users]
    mode   = ["lazy"]
  }
  step "ask" {
    action   = "consider"
    target   = [data_store.users]
    strength = "should"
  }
}`,
		want: []string{
			"Developers MUST add tags only in production.", "The organization processes personal information, but only for answering questions.",
			"It includes e-mail address, among others.", "| S3 | MUST be kept for a long time |", "1. The domain is understood.",
			"2. The architect team fetches the data from the user database lazily (only when it is next needed).",
			"3. The user database SHOULD be considered.",
		},
	},
	{
		name: "fully, and not at all",
		hcl: people + `
requirement "open" {
  effect   = "require"
  actions  = ["disclose what is collected"]
  coverage = "full"
}
requirement "closed" {
  effect   = "forbid"
  actions  = ["sell data"]
  coverage = "full"
}
encryption "all" {
  applies_to = values(category)
  state      = "at_rest"
}
category "third" { label = "third" }
purpose "orders" {
  requested_by = [actor.employee]
}
actor "employee" { label = "employee of a customer" }`,
		want: []string{
			"We fully disclose what is collected.", "We do not sell data at all.", "All data that this policy describes is encrypted at rest.",
			"At the request of: employees of a customer",
		},
	},
	{
		name: "strengths and effects are not alike",
		hcl: people + `
requirement "permanent" {
  who      = [actor.developer]
  effect   = "avoid"
  actions  = ["permanently store"]
  on       = [category.pi]
  strength = "must"
}
requirement "cdn" {
  effect   = "forbid"
  actions  = ["put files into a public cache"]
  strength = "must"
}
requirement "streaming" {
  label     = "Streaming"
  effect    = "avoid"
  on        = [category.pi]
  strength  = "should"
  qualifier = "generally"
}
requirement "region" {
  effect   = "permit"
  actions  = ["keep data in separate databases"]
  strength = "may"
}`,
		want: []string{
			"**Permanent**. Developers must avoid permanently storing personal information.",
			"**Cdn**. We must never put files into a public cache.",
			"**Streaming**. This should generally be avoided. This applies to personal information.",
			"**Region**. We may keep data in separate databases.",
		},
	},
	{
		name: "restraints that yield to a demand",
		hcl: people + `
actor "client" { label = "client" }
condition "demand" {
  event   = "a client explicitly demands it"
  by      = [actor.client]
  because = "to reach a business goal"
}
requirement "profiles" {
  label     = "No profiles"
  effect    = "forbid"
  actions   = ["build customer profiles"]
  qualifier = "proactively"
}
requirement "cookies" {
  label     = "Lean cookies"
  effect    = "forbid"
  actions   = ["store needless information in cookies"]
  qualifier = "proactively"
}
exception "demand" {
  to   = [requirement.profiles, requirement.cookies]
  when = [condition.demand]
}
requirement "lean" {
  effect  = "limit"
  actions = ["collect", "store"]
  target  = ["what the service needs"]
  only    = true
}
requirement "default" {
  effect  = "prefer"
  actions = ["collect little"]
  default = true
}`,
		want: []string{
			"**No profiles**. We do not proactively build customer profiles.",
			"**Exception**. The rules “No profiles” and “Lean cookies” do not hold when a client explicitly demands it, to reach a business goal.",
			"**Lean**. We collect and store only what the service needs.",
			"**Default**. By default, we prefer to collect little.",
		},
		never: []string{"by clients"},
	},
	{
		name: "an exception that waives one thing and asks for another",
		hcl: people + `
encryption "files" { state = "at_rest" }
requirement "separate_topic" {
  effect  = "require"
  actions = ["create a separate topic"]
}
requirement "streaming" {
  effect  = "avoid"
  actions = ["stream data"]
}
exception "avatar" {
  label     = "Avatars"
  to        = [requirement.streaming]
  for       = [category.avatar]
  waives    = [encryption.files]
  requires  = [requirement.separate_topic]
  treatment = "simplified protection"
  strength  = "must"
  only      = true
  because   = "full protection would be out of proportion"
}`,
		want: []string{
			"**Only exception** (Avatars). The rule “Streaming” does not hold for the avatar, because full protection would be out of proportion. " +
				"It must then be treated with simplified protection. What then does not apply: the encryption “Files”. " +
				"What then has to be observed: the rule “Separate topic”.",
		},
	},
	{
		name: "claims",
		hcl: people + `
claim "share" {
  says   = "never"
  what   = "share"
  with   = ["other_company", "third_party"]
  unless = [condition.legal]
}
claim "region" {
  says   = "only"
  what   = "store"
  within = ["EU"]
}
claim "crypt" {
  says = "all"
  what = "encrypt"
  on   = [data_store.files]
}
claim "open" {
  says = "complete"
  what = "collect"
}`,
		want: []string{
			"We never share data with other companies or third parties unless the law requires it.", "We store data only in the EU.",
			"We encrypt all data in S3.", "We tell you exactly which data we collect.",
		},
	},
	{
		name: "a procedure",
		hcl: people + `
procedure "deletion" {
  label    = "Account deletion"
  when     = [condition.asked]
  strength = "should"
  step "suspend" {
    action = "suspend the account"
    keeps  = [category.pi]
  }
  step "wipe" {
    who      = [actor.architects]
    action   = "wipe"
    on       = [category.email]
    strength = "must"
    methods  = ["delete", "hash"]
  }
}`,
		want: []string{
			"### Account deletion", "This should be done when a client asks for it.",
			"1. The account is suspended. The personal information is kept all the same.",
			"2. The architect team must wipe the e-mail address. The ways that are accepted: delete it or replace it by a one-way hash.",
		},
	},
}

var peopleSentences = []sentence{
	{
		name: "opting out of sale",
		hcl: people + `
right "opt_out" {
  kind    = "opt_out"
  holder  = [actor.user]
  signals = ["global_privacy_control"]
}`,
		want: []string{"opt out of data about you being sold or shared for advertising", "Signals that count as a request: Global Privacy Control"},
	},
	{
		name: "rights of those who are addressed",
		hcl: people + `
contact "mail" {
  channel = "email"
  address = "privacy@example.com"
}
right "access" {
  kind     = "access"
  holder   = [actor.user]
  via      = [contact.mail, system.app]
  within   = "instant"
  handling = "automatic"
}
right "erasure" {
  kind     = "erasure"
  holder   = [actor.user]
  within   = "10 business days"
  handling = "reviewed"
  coverage = "all"
}
right "complaint" {
  kind      = "complaint"
  holder    = [actor.user]
  authority = "Data Protection Commission"
}`,
		want: []string{
			"In it, “you” means users.", "## Your rights", "You can ask which data about you is held, and see it.",
			"How: by e-mail to [privacy@example.com](mailto:privacy@example.com) or in the app", "This is done instantly, by a machine.",
			"You can have all data about you deleted.",
			"A request is handled with care, within 10 business days.",
			"You can complain to Data Protection Commission.",
		},
	},
	{
		name: "rights of several groups",
		hcl: people + `
right "access" {
  kind         = "access"
  holder       = [actor.user]
  actions      = ["view", "download"]
  on           = [category.pi]
  availability = "any_time"
  safeguards   = ["securely"]
  until        = [condition.deleted]
}
right "erasure" {
  kind     = "erasure"
  holder   = [actor.customer]
  on       = [data_store.files]
  coverage = "all"
  handling = "self_service"
}
condition "deleted" { event = "it is deleted" }`,
		want: []string{
			"Users can at any time securely view and download the personal information until it is deleted.",
			"Customers can delete all data from S3.", "## Rights",
		},
		never: []string{"“you”", "You can"},
	},
}
