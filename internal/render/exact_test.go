package render_test

// exactSentences are those that once said more or less than the model.
var exactSentences = []sentence{
	{
		name: "a class that the name tells is not told twice",
		hcl: `
purpose "features" {
  label = "improving the features of the product"
  class = "product"
}
purpose "law" {
  label = "meeting legal requirements"
  class = "legal"
}
purpose "letters" {
  label = "sending letters"
  class = "marketing"
}`,
		want: []string{
			"**Improving the features of the product**\n", "**Meeting legal requirements**\n",
			"**Sending letters (advertising and promotion)**",
		},
		never: []string{"(improving the product)", "(legal matters)"},
	},
	{
		name: "a denial leaves nothing open",
		hcl: people + `
data_store "cache" { label = "Redis" }
actor "contractor" { label = "contractor" }
access "all" {
  who    = [actor.contractor]
  to     = values(data_store)
  effect = "deny"
}
access "two" {
  who    = [actor.developer]
  to     = [data_store.users, data_store.files]
  effect = "deny"
}
access "nobody" {
  to      = [data_store.users, data_store.files]
  effect  = "deny"
  actions = ["read"]
}
requirement "never" {
  effect   = "forbid"
  actions  = ["sell"]
  on       = [category.pi, category.email]
  strength = "must"
}
exception "e" {
  to  = [requirement.never]
  for = values(data_store)
}
backup "none" {
  applies_to = values(data_store)
  enabled    = false
}
claim "c" {
  says = "never"
  what = "sell"
  data = [category.pi, category.email]
  with = ["third_party"]
}
transfer "t" {
  recipients = ["third_party"]
  effect     = "deny"
  data       = [category.pi, category.email]
}`,
		want: []string{
			"Contractors have no access to any data store.", "Developers have no access to the user database or S3.",
			"Access to read the user database or S3 is given to nobody.", "We must never sell the personal information or the e-mail address.",
			"The rule “Never” does not hold for any data store.", "The user database, S3 and Redis are not backed up.",
			"We never sell the personal information or the e-mail address to third parties.",
			"We do not share the personal information or the e-mail address with third parties.",
		},
		never: []string{"no access to all", "all data stores are not", "All data stores are not", "for all data stores"},
	},
	{
		name: "limits are limits, one by one",
		hcl: people + `
system "console" { label = "the console" }
condition "open" { state = "a ticket is open" }
access "staff" {
  who      = [actor.developer]
  to       = [data_store.users, data_store.files]
  effect   = "limit"
  actions  = ["read"]
  purposes = [purpose.support]
  via      = [system.console]
  only     = true
  when     = [condition.open]
}
access "console" {
  to       = [system.console]
  effect   = "limit"
  purposes = [purpose.support]
}`,
		want: []string{
			"Developers can only read the user database and S3, only for answering questions, only while a ticket is open and only through the console.",
			"Access to the console is given only for answering questions.",
		},
	},
	{
		name: "a period says from when it is counted",
		hcl: people + `
condition "closed" { event = "you close your account" }
condition "idle" { state = "you have not signed in for a year" }
condition "gone" { event = "the account is gone" }
retention "users" {
  applies_to = [data_store.users]
  period     = "30 days"
  bound      = "at_most"
  starts_on  = condition.closed
}
retention "files" {
  applies_to = [data_store.files]
  period     = "6 months"
  starts_on  = condition.closed
  tier "idle" {
    period = "2 years"
    when   = [condition.idle]
  }
}
data_store "archive" {
  label = "archive"
  retention {
    period = "1 year"
    after  = retention.users
  }
}
data_store "sessions" {
  label = "sessions"
  holds = [category.email]
  retention {
    data   = [category.email]
    period = "1 day"
    when   = [condition.gone]
  }
}`,
		want: []string{
			"| User database | | At most 30 days after you close your account |",
			"| S3 | | 6 months; 2 years if you have not signed in for a year; counted from the time when you close your account |",
			"| Archive | | 1 year after the period for [user database](retention.md) has ended |", "| Sessions | E-mail address | 1 day when the account is gone |",
			"| Archive | 1 year | The end of the period for user database |",
		},
	},
	{
		name: "a limit is no duty to keep",
		hcl: people + `
retention "a" {
  applies_to = [data_store.users]
  period     = "30 days"
  bound      = "at_most"
  strength   = "must"
}
retention "b" {
  applies_to = [data_store.files]
  period     = "limited"
  strength   = "must"
}`,
		want: []string{"| User database | Must be kept no longer than 30 days |", "| S3 | Must be kept only for a limited time |"},
	},
	{
		name: "own stores come first, and what recipients keep last",
		hcl: people + `
subprocessor "desk" {
  label = "Helpdesk"
  retention { period = "1 year" }
}
data_store "cache" {
  label = "Redis"
  retention { period = "2 years" }
}`,
		want: []string{"| Redis | 2 years |\n| User database | Not stated |\n| S3 | Not stated |\n| Helpdesk | 1 year |"},
	},
	{
		name: "uses that others state",
		hcl: people + `
category "payment" {
  label    = "payment details"
  purposes = [purpose.support]
}
purpose "books" {
  label = "keeping the books"
  data  = [category.payment]
}
category "chat" { label = "chat messages" }
subprocessor "chat" {
  label = "PubNub"
  engagement "chat" {
    purposes = [purpose.chat]
    data     = [category.chat]
    when     = [condition.asked]
  }
}
purpose "chat" { label = "chatting" }`,
		want: []string{
			"| Payment details | Answering questions and keeping the books |",
			"- Chat messages, which PubNub receives for chatting when a client asks for it.",
		},
	},
	{
		name: "options with values",
		hcl: people + `
flow "ride" {
  label = "A ride"
  from  = [actor.user]
  option "private" {
    configured_by = [actor.customer]
    values        = ["on", "off"]
    skips         = [data_store.users, data_store.files]
  }
  option "level" {
    configured_by = [actor.customer]
    values        = ["low", "high"]
    skips         = [data_store.users]
  }
}`,
		want: []string{
			"Customers can switch this on or off. While it is on, the data does not pass through the user database or S3.",
			"Customers can set this to low or high. Depending on the setting, the data does not pass through the user database.",
		},
	},
	{
		name: "steps do not repeat themselves",
		hcl: people + `
category "trips" { label = "trips" }
flow "ride" {
  from = [actor.user]
  step "unlock" {
    who    = [actor.user]
    action = "unlock a bike"
    where  = "client"
  }
  step "store" {
    action = "store the trip"
    where  = "server"
    on     = [category.trips]
    target = [data_store.users]
  }
  step "track" {
    action = "record the position"
    on     = [category.trips]
  }
}
right "r" {
  kind   = "access"
  holder = [actor.user]
}`,
		want:  []string{"You unlock a bike on your device.", "The trip is stored in the user database on our servers.", "The position is recorded (the trips)."},
		never: []string{"the user’s device", "(the trips) in"},
	},
	{
		name: "announcements are made by us, and not to us",
		hcl: people + `
contact "mail" {
  channel = "email"
  address = "privacy@example.com"
}
policy "p" {
  title = "Data policy"
  notice "any" {
    change = "any"
    period = "1 month"
    via    = [contact.mail]
  }
}`,
		want:  []string{"We announce any change 1 month before it takes effect, by e-mail (contact: [privacy@example.com](mailto:privacy@example.com))."},
		never: []string{"by e-mail to [privacy@example.com](mailto:privacy@example.com) "},
	},
	{
		name: "how to reach us, in no more words than it takes",
		hcl: people + `
contact "mail" {
  channel    = "email"
  address    = "privacy@example.com"
  open_to    = [actor.user]
  topics     = ["your data"]
  open_ended = true
}
right "access" {
  kind   = "access"
  holder = [actor.user]
}`,
		want:  []string{"By e-mail to [privacy@example.com](mailto:privacy@example.com) about your data, and about other matters too."},
		never: []string{"or anything else", "This is open to you"},
	},
	{
		name: "where data comes from",
		hcl: people + `
category "a" {
  label = "A"
  collection {
    source = "third_party"
    from   = [subprocessor.stripe]
  }
}
category "b" {
  label       = "B"
  consequence = "You cannot sign in."
  collection {
    source = "person"
    note   = "You can remove it."
  }
}
category "c" {
  label = "C"
  collection {
    source = "form_input"
    from   = [actor.customer]
  }
}
subprocessor "stripe" { label = "Stripe" }`,
		want: []string{
			"| A | Received from Stripe |", "| B | Asked of you |", "| C | Entered in forms by customers |", "If you do not provide it, you cannot sign in.",
		},
		never: []string{"somebody else", "How it is collected:", "If it is not provided"},
	},
	{
		name: "requests, one by one",
		hcl: people + `
system "app" { label = "the app" }
right "rectification" {
  kind     = "rectification"
  holder   = [actor.user]
  via      = [system.app]
  handling = "self_service"
  within   = "instant"
}
right "complaint" {
  kind      = "complaint"
  holder    = [actor.user]
  authority = "the Hamburg Commissioner"
  within    = "3 months"
}
actor "contractor" {
  label = "contractor"
  kind  = "contractor"
}`,
		want: []string{
			"You can have data about you corrected or changed.", "You do this yourself, instantly.",
			"You can complain to the Hamburg Commissioner.", "A complaint is dealt with within 3 months.",
		},
		never: []string{"supervisory authority", "employed by it"},
	},
	{
		name: "flows and comparisons",
		hcl: people + `
flow "upload" {
  label = "Upload"
  from  = [actor.user]
  encryption {
    state         = "in_transit"
    coverage      = "full"
    comparable_to = ["banks", "shops"]
  }
}
encryption "pi" {
  applies_to = [category.pi]
  coverage   = "all"
}`,
		want: []string{
			"**Upload**: Data is fully encrypted in transit. The level of protection is the same as with banks or shops.",
			"All personal information is encrypted.",
		},
		never: []string{"not a guarantee"},
	},
	{
		name: "many cases are a list",
		hcl: people + `
requirement "lean" {
  effect  = "forbid"
  actions = ["keep logs"]
}
exception "cases" {
  to   = [requirement.lean]
  when = [condition.asked, condition.legal, condition.crash]
}
condition "crash" { event = "there is a crash" }`,
		want: []string{
			"The rule “Lean” does not hold in three cases, which are listed below.\n\n  - When a client asks for it.\n  - While the law requires it.\n  - When there is a crash.",
		},
	},
	{
		name: "one page in one language",
		hcl: `
policy "p" {
  title        = "Data policy"
  organization = organization.acme
  products     = ["Acme"]
  languages    = ["en"]
}
organization "acme" { label = "Acme" }`,
		want:  []string{"This is the policy of Acme."},
		never: []string{"published in", "covers Acme"},
	},
	{
		name: "marks as they are printed",
		hcl: `
principle "p" { statement = "It's nobody's \"business\"." }
requirement "r" {
  effect  = "forbid"
  actions = ["sell a client's data"]
}`,
		want:  []string{"It’s nobody’s “business”.", "We do not sell a client’s data."},
		never: []string{"It's", "client's"},
	},
}
