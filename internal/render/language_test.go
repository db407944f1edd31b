package render_test

// languageSentences are about what real policies were found to need.
var languageSentences = []sentence{
	{
		name: "how many are bound stands before whom", hcl: `
actor "consumer" {
  label = "consuming service"
}
requirement "accounts" {
  who      = [actor.consumer]
  effect   = "require"
  actions  = ["use an account of their own"]
  strength = "must"
  coverage = "every"
}
requirement "names" {
  who      = [actor.consumer]
  effect   = "require"
  actions  = ["have a name"]
  coverage = "all"
}`,
		want:  []string{"Every consuming service must use an account of their own.", "All consuming services have a name."},
		never: []string{"every one of them", "(all of it)"},
	},
	{
		name: "one topic, one heading", hcl: `
requirement "a" {
  topic   = "Minimal data"
  effect  = "require"
  actions = ["ask for little"]
}
document "rules" {
  section "minimal" {
    shows = ["requirements"]
  }
}`,
		want:  []string{"## Minimal data\n\n- **A**. We ask for little."},
		never: []string{"### Minimal data", "Rules we set ourselves"},
	},
	{
		name: "a step from somewhere, completely", hcl: `
procedure "erasure" {
  step "erase" {
    who      = [system.cleaner]
    action   = "erase"
    on       = [category.name]
    from     = [system.app, data_store.users]
    coverage = "full"
    strength = "must"
  }
}`,
		want: []string{"The cleaner must erase the name completely from the app and the users."},
	},
	{
		name: "a contact by no way", hcl: `
contact "privacy" {
  label    = "Privacy"
  redacted = true
  topics   = ["problems"]
}`,
		want:  []string{"**Privacy**: People can contact us about problems. The publication that this page was taken from does not say how."},
		never: []string{"e-mail"},
	},
	{
		name: "a flow that is hedged, and the only one", hcl: `
flow "copies" {
  from      = [data_store.users]
  to        = [data_store.archive]
  actions   = ["copy"]
  strength  = "should"
  qualifier = "normally"
  only      = true
}`,
		want: []string{"Data should be normally copied from the users to the archive. It goes no other way."},
	},
	{
		name: "access that ends", hcl: `
access "links" {
  label    = "Links"
  to       = [category.files]
  effect   = "allow"
  lifetime = "limited"
  prefer   = "shortest"
  strength = "must"
  tier     = "basic protection"
}`,
		want: []string{"**Links**: Access to files must last only for a limited time. The shorter this time is, the better. Level of protection: basic protection."},
	},
	{
		name: "easily, and how one wishes", hcl: people + `
right "portability" {
  kind     = "portability"
  holder   = [actor.user]
  manner   = ["easily", "in the way that you wish"]
  handling = "self_service"
}`,
		want:  []string{"You can easily export data about you in the way that you wish.", "You do this yourself."},
		never: []string{"button"},
	},
	{
		name: "preferences on what can be set", hcl: people + `
right "collection" {
  kind   = "preferences"
  holder = [actor.user]
  option "amount" {
    label         = "how much data is collected"
    configured_by = [actor.user]
  }
}`,
		want:  []string{"You can change your preferences on how much data is collected."},
		never: []string{"You can set this"},
	},
	{
		name: "preferences of which more is known", hcl: people + `
right "collection" {
  kind   = "preferences"
  holder = [actor.user]
  option "amount" {
    label         = "Amount"
    configured_by = [actor.user]
    values        = ["much", "little"]
  }
}`,
		want: []string{"**Amount**: You can set this to much or little."},
	},
	{
		name: "access that has to be granted to each", hcl: people + `
access "files" {
  who    = [actor.user]
  to     = [category.files]
  effect = "allow"
  method = ["explicit_grant"]
}`,
		want:  []string{"Nobody has access without having been granted it."},
		never: []string{"controlled"},
	},
	{
		name: "people who refrain from access", hcl: people + `
access "files" {
  who    = [actor.user]
  to     = [category.files, data_store.users]
  effect = "refrain"
}`,
		want: []string{"You refrain from access to the files or the user database."},
	},
	{
		name: "a rule that is limited to several purposes", hcl: `
purpose "tasks" {
  label        = "fulfilling requests"
  requested_by = [actor.client]
  context      = "in the course of business"
}
purpose "repair" {
  label        = "repair"
  requested_by = [actor.client]
  includes     = ["finding out what broke"]
}
purpose "law" {
  label = "the law"
  data  = [category.files]
}
actor "client" {
  label = "client"
}
requirement "purposes" {
  effect   = "limit"
  actions  = ["process data"]
  only     = true
  purposes = [purpose.tasks, purpose.repair, purpose.law]
}`,
		want: []string{
			"We process data only for three purposes, which are listed below.",
			"1. Fulfilling requests from clients in the course of business.",
			"2. Repair at the request of clients, including finding out what broke.", "3. The law.",
		},
		never: []string{"At the request of", "Context", "Includes"}, // a second time, with the purposes
	},
	{
		name: "encryption on the way to devices", hcl: `
encryption "clients" {
  state     = "in_transit"
  protocol  = ["TLS"]
  segments  = ["backend_to_client"]
  platforms = ["mobile", "desktop"]
}`,
		want:  []string{"Data is encrypted in transit over TLS from our backend to mobile devices and desktop computers."},
		never: []string{"the user’s device"},
	},
	{
		name: "guidance is followed", hcl: `
actor "security" {
  label = "security team"
  kind  = "team"
}
requirement "masking" {
  effect    = "require"
  actions   = ["mask each field"]
  strength  = "must"
  guided_by = actor.security
}`,
		want:  []string{"The guidance of the security team has to be followed."},
		never: []string{"Advice"},
	},
	{
		name: "stored, not collected", hcl: `
category "location" {
  collection {
    requirement = "optional"
    event       = "stored"
    when        = [condition.paying]
  }
}
condition "paying" {
  event = "a card is used"
}`,
		want:  []string{"Optional; stored when a card is used"},
		never: []string{"collected when"},
	},
	{
		name: "what belongs where", hcl: `
policy "p" {
  title    = "Data standard"
  audience = "internal"
}
category "pi" {
  label = "PI"
}
data_store "users" {
  holds = [category.pi]
  uses  = ["the master database"]
}
data_store "vault" {}
data_store "logs" {}
data_store "cache" {}
requirement "no_pi" {
  label    = "No PI"
  effect   = "avoid"
  strength = "must"
  actions  = ["keep"]
  on       = [category.pi]
  stores   = values(data_store)
}
exception "stores" {
  to  = [requirement.no_pi]
  for = [data_store.users, data_store.vault]
}
document "index" {
  layout = "standard"
}`,
		want: []string{
			"| PI | Users | It is kept here. The rule “No PI” does not hold here. | The master database; Exception [“Stores”](#requirements) |",
			"| PI | Vault | The rule “No PI” does not hold here. | Exception [“Stores”](#requirements) |",
			"| PI | Any other data store | The organization MUST avoid keeping PI. | Rule [“No PI”](#requirements) |",
			"| Stores | The rule “No PI” | The users or the vault |",
		},
	},
}
