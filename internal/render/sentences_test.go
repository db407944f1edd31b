package render_test

import (
	"strings"
	"testing"
)

// TestSentences reads pages as a lawyer would: what stands there is neither more
// nor less than what the policy says.
func TestSentences(t *testing.T) {
	for _, group := range [][]sentence{aboutSentences, dataSentences, placeSentences, handlingSentences, accessSentences, promiseSentences, peopleSentences, exactSentences, languageSentences, standardSentences, spokenSentences} {
		for _, tt := range group {
			t.Run(tt.name, func(t *testing.T) {
				text := pages(t, snippet(t, tt.hcl))
				for _, want := range tt.want {
					if !strings.Contains(text, want) {
						t.Errorf("no page says %q:\n%s", want, text)
					}
				}
				for _, never := range tt.never {
					if strings.Contains(text, never) {
						t.Errorf("a page says %q:\n%s", never, text)
					}
				}
			})
		}
	}
}

// A sentence is a piece of a policy, and what the pages do and do not say of it.
type sentence struct {
	name, hcl   string
	want, never []string
}

const people = `
actor "user" {
  label = "user"
  kind  = "data_subject"
}
actor "customer" {
  label = "customer"
  kind  = "customer"
}
actor "developer" {
  label = "developer"
  kind  = "staff"
}
actor "architects" {
  label = "architect team"
  kind  = "team"
}
category "pi" { label = "personal information" }
category "email" { label = "e-mail address" }
data_store "users" { label = "user database" }
data_store "files" { label = "S3" }
purpose "support" { label = "answering questions" }
condition "asked" { event = "a client asks for it" }
condition "legal" { state = "the law requires it" }
`

var aboutSentences = []sentence{
	{
		name: "who we are",
		hcl: `
policy "p" {
  title        = "Notes: data policy"
  organization = organization.acme
  products     = ["Acme Notes", "website"]
  scope        = ["how notes are handled"]
}
organization "acme" {
  label      = "Acme"
  legal_name = "Acme Ltd"
  role       = "processor"
  country    = "NL"
}`,
		want: []string{
			"# Notes: data policy", "This policy of Acme covers Acme Notes and the website. It describes how notes are handled.",
			"“we” means Acme.", "Registered name: Acme Ltd", "Processor: it processes the data for somebody else, on their instructions.",
			"Established in: the Netherlands",
		},
		never: []string{"“you” means"},
	},
	{
		name: "dates as they were printed",
		hcl: `
policy "p" {
  title                = "Data policy"
  updated              = "2024-09-11"
  updated_as_published = "11/09/2024"
}`,
		want: []string{
			"This policy was last updated on 11 September 2024.", "An earlier publication prints that day as “11/09/2024”, which may also stand for 9 November 2024.",
			"Data policy, updated 11 September 2024.",
		},
		never: []string{"holds from"},
	},
	{
		name: "an internal policy",
		hcl: people + `
policy "p" {
  title        = "Standard"
  organization = organization.acme
  audience     = "internal"
}
organization "acme" { label = "Acme" }
requirement "r" {
  effect  = "forbid"
  actions = ["sell data"]
}
right "access" {
  kind   = "access"
  holder = [actor.user]
}`,
		want:  []string{"It is written for the organization’s own people.", "Acme does not sell data.", "Users can ask which data about them is held, and see it."},
		never: []string{"“we”", " you ", "We do not"},
	},
	{
		name: "laws and languages",
		hcl: `
policy "p" {
  title               = "Data policy"
  regimes             = ["gdpr", "ccpa"]
  languages           = ["en", "de-CH"]
  prevailing_language = "de-CH"
}`,
		want: []string{
			"The rules on data protection that apply are the General Data Protection Regulation of the European Union (GDPR) and the California Consumer Privacy Act (CCPA).",
			"The policy is also published in German (Switzerland).", "Where translations differ, the text in German (Switzerland) holds.",
		},
	},
	{
		name: "notice of changes",
		hcl: people + `
policy "p" {
  title = "Data policy"
  notice "recipients" {
    change    = "recipient"
    period    = "30 days"
    objection = "14 days"
  }
}
right "access" {
  kind   = "access"
  holder = [actor.customer]
}`,
		want: []string{"We announce a new or replaced recipient of data 30 days before the change takes effect. You can object within 14 days of the announcement."},
	},
	{
		name: "how to get in touch",
		hcl: people + `
system "app" { label = "the Acme app" }
contact "post" {
  channel = "post"
  address = "1 Example Street, Dublin"
}
contact "mail" {
  channel  = "email"
  redacted = true
  open_to  = [actor.user, actor.customer]
  topics   = ["data"]
}
contact "button" {
  channel      = "in_app"
  system       = system.app
  path         = ["Settings", "Account"]
  control      = "Delete"
  availability = "any_time"
}`,
		want: []string{
			"By letter to 1 Example Street, Dublin.",
			"By e-mail about data. This is open to you and customers. The publication that this page was taken from does not give the address.",
			"In the Acme app under Settings → Account through “Delete”. This is open at any time.",
		},
	},
	{
		name: "words with a meaning of their own",
		hcl: `
term "pi" {
  label        = "Personal Information"
  abbreviation = "PI"
  meaning      = "information that relates to an individual"
}
term "window" {
  label  = "operational window"
  period = "24 hours"
  bound  = "under"
}
retention "r" {
  applies_to = [data_store.queue]
  period     = term.window
}`,
		want: []string{
			"**Personal Information (PI)** – This means information that relates to an individual.",
			"**Operational window** – The period is under 24 hours.", "| Queue | The operational window (under 24 hours) |",
		},
	},
}

var dataSentences = []sentence{
	{
		name: "a decision by a machine, and data that needs a ground",
		hcl: people + `
category "health" {
  label       = "health data"
  sensitivity = "special_category"
  ground      = "explicit_consent"
}
activity "orders" {
  purposes = [purpose.support]
  decision {
    alone        = true
    logic        = "whether earlier invoices were paid"
    significance = "an order may be refused"
    safeguards   = ["a second look by a person"]
  }
}`,
		want: []string{
			"Permitted by: express consent (GDPR Art. 9(2)(a))", "A machine decides alone.", "Based on: whether earlier invoices were paid",
			"What that can mean: an order may be refused", "Safeguards: a second look by a person",
		},
		never: []string{"prepares the decision"},
	},
	{
		name: "optional, required and unmarked differ",
		hcl: `
category "a" {
  collection { requirement = "optional" }
}
category "b" {
  collection { requirement = "required" }
}
category "c" {
  collection { requirement = "standard" }
}
category "d" {
  collection { source = "device" }
}`,
		want: []string{
			"| A | Optional |", "| B | Required: the service cannot be used without it |", "| C | Not marked as optional |",
			"| D | Read from the device |", "four kinds of data](#what-we-collect-and-why), one of them optional",
		},
	},
	{
		name: "collected and used under conditions",
		hcl: people + `
condition "off" { state = "GPS is disabled" }
condition "unready" { state = "GPS is not ready" }
category "ip" {
  label    = "IP address"
  purposes = [purpose.support]
  collection {
    when = [condition.asked]
  }
  use "coordinate" {
    purpose = purpose.position
    when    = [condition.off, condition.unready]
  }
}
purpose "position" { label = "finding the position" }`,
		want: []string{"| IP address | Collected when a client asks for it | Answering questions; finding the position while GPS is disabled or not ready |"},
	},
	{
		name: "lists that are open, closed, or neither",
		hcl: `
category "a" {
  purposes   = [purpose.x]
  examples   = ["charge points", "chat"]
  open_ended = true
}
category "b" {
  purposes   = [purpose.x]
  examples   = ["charge points", "chat"]
  open_ended = false
}
category "c" {
  purposes = [purpose.x]
  examples = ["charge points", "chat"]
}`,
		want: []string{"A, such as charge points and chat |", "B, charge points and chat and nothing else |", "C, for example charge points and chat |"},
	},
	{
		name: "whose data, and how far",
		hcl: people + `
category "operational" {
  label = "operational data"
  ownership {
    owner     = [actor.customer]
    qualifier = "mostly"
  }
}
category "aggregate" {
  label = "statistics"
  forms = ["aggregated", "anonymised"]
}`,
		want: []string{"Most of it belongs to customers.", "They are aggregated and anonymised."},
	},
	{
		name: "counts as another category while a condition holds",
		hcl: `
category "spi" {
  label = "SPI"
  treated_as "pi" {
    as       = category.pi
    with     = [category.ppi]
    strength = "must"
    when     = [condition.stored]
  }
  treated_as "ordinary" {
    waives = ["special requirements"]
    when   = [condition.deleted]
  }
  tag "#SPI" { on = ["database", "column"] }
}
condition "stored" { state = "PPI is stored" }
condition "deleted" { event = "PPI has been deleted" }
category "pi" { label = "PI" }
category "ppi" { label = "PPI" }`,
		want: []string{
			"It must be treated as PI together with PPI while PPI is stored.",
			"It is subject to no special requirements when PPI has been deleted.",
			"It is marked `#SPI` on databases and columns.",
		},
	},
	{
		name: "legal bases",
		hcl: `
purpose "fraud" {
  label       = "detecting fraud"
  class       = "security"
  legal_basis = "legitimate_interests"
  interest    = "keeping payments safe"
}`,
		want: []string{"Legal basis: legitimate interests (GDPR Art. 6(1)(f))", "Interest pursued: keeping payments safe", "## Purposes and legal basis"},
	},
	{
		name: "no legal basis, no such heading",
		hcl: `
purpose "fraud" {
  label    = "detecting fraud"
  examples = ["two cards at once"]
}`,
		want:  []string{"## More about the purposes", "For example: two cards at once"},
		never: []string{"legal basis", "Legal basis"},
	},
}

var placeSentences = []sentence{
	{
		name: "standard clauses as they were agreed",
		hcl: `
vendor "mail" {
  label                  = "Mail Inc."
  data_privacy_framework = ["eu_us", "uk_extension"]
}
subprocessor "mail" {
  label     = "Mailer"
  vendor    = vendor.mail
  countries = ["US"]
  mechanism = "standard_contractual_clauses"
  clauses {
    modules       = ["controller_to_processor"]
    authorisation = "general"
    ahead         = "30 days"
    governing_law = "IE"
    forum         = "NL"
    assessed      = "2025-11-03"
  }
}`,
		want: []string{
			"Certified under: the EU-U.S. Data Privacy Framework and its UK Extension", "Modules of the standard clauses: two (controller to processor)",
			"Further processors: authorised as a whole, announced 30 days ahead", "Law of the clauses: Ireland",
			"Courts that decide on them: the Netherlands", "Law of the destination assessed on: 3 November 2025",
		},
	},
	{
		name: "what is not stated is not none",
		hcl: `
data_store "a" {
  label   = "Aurora"
  regions = [region.ie]
}
data_store "b" { label = "Redis" }
region "ie" { country = "IE" }
retention "r" {
  applies_to = [data_store.b]
  bound      = "indefinite"
}`,
		want: []string{"| Aurora | Ireland | Not stated |", "| Redis | Not stated | Indefinitely |"},
	},
	{
		name: "a period of the data in a store",
		hcl: `
data_store "queue" {
  label = "Queue"
  holds = [category.events]
}
data_store "archive" {
  label = "Archive"
  retention {
    tier "paying" {
      period = "10 years"
    }
  }
}
retention "events" {
  applies_to = [category.events]
  period     = "24 hours"
  bound      = "under"
}`,
		want:  []string{"| Queue | Events | Under 24 hours |", "| Archive | | Paying: 10 years |", "For each of them the policy says"},
		never: []string{"Queue | Events | Not stated", "Archive | | Not stated"},
	},
	{
		name:  "nothing stated at all",
		hcl:   `data_store "a" { label = "Aurora" }`,
		want:  []string{"This policy does not say in which country data is kept or how long it is kept."},
		never: []string{"indefinitely", "Indefinitely", "nowhere"},
	},
	{
		name: "the code, and the code as it was printed",
		hcl: `
vendor "aws" {
  label        = "Amazon Web Services"
  abbreviation = "AWS"
  data_share   = "most"
}
region "r" {
  vendor            = vendor.aws
  code              = "eu-west-1"
  code_as_published = "eu-west-01"
  country           = "IE"
}
data_store "a" {
  label   = "Aurora"
  vendor  = vendor.aws
  regions = [region.r]
}`,
		want: []string{"Most data is kept with Amazon Web Services (AWS).", "Ireland (AWS `eu-west-1`)", "Code printed in an earlier publication: `eu-west-01`"},
	},
	{
		name: "a company whose name is its short form",
		hcl: `
vendor "aws" {
  abbreviation = "AWS"
  data_share   = "most"
}
data_store "a" {
  label  = "Aurora"
  vendor = vendor.aws
}`,
		want:  []string{"Most data is kept with AWS."},
		never: []string{"aws (AWS)", "Aws (AWS)"},
	},
	{
		name: "who runs a store",
		hcl: `
data_store "mongodb" {
  label     = "MongoDB"
  hosted_by = vendor.atlas
  topology  = "cluster"
  failover  = true
  permanent = false
  managed_by = subprocessor.dba
  segment "claims" {
    holds    = [category.contracts]
    purposes = [purpose.claims]
    strength = "must"
  }
}
vendor "atlas" { label = "Atlas" }
subprocessor "dba" { label = "DBA Ltd" }
purpose "claims" { label = "legal claims" }`,
		want: []string{
			"| MongoDB | Hosted by Atlas |", "It is managed by DBA Ltd.", "It runs on a cluster of servers that act as one.",
			"When one server fails, another takes over.", "Data only passes through here.",
			"Contracts for legal claims must be kept in a separate part, “Claims”.", "| DBA Ltd | Managing MongoDB |",
		},
	},
	{
		name: "roles, platforms, conditions, onward recipients",
		hcl: `
condition "pending" { state = "a subscription is pending" }
condition "active" { state = "a subscription is active" }
subprocessor "sellers" {
  label = "sellers of subscriptions"
  kind  = "recipient_class"
  engagement "sale" {
    purposes   = [purpose.sale]
    data       = [category.name, category.phone]
    form       = "access"
    minimised  = true
    open_ended = true
    when       = [condition.pending, condition.active]
  }
}
subprocessor "firebase" {
  label  = "Firebase"
  vendor = vendor.google
  engagement "push" {
    purposes  = [purpose.push]
    platforms = ["ios", "android"]
    automated = true
    shares_with "apple" {
      vendor    = vendor.apple
      platforms = ["ios"]
    }
  }
  engagement "crashes" {
    platforms = ["backend"]
  }
}
vendor "google" { label = "Google" }
vendor "apple" { label = "Apple" }
purpose "sale" { label = "selling subscriptions" }
purpose "push" { label = "push notifications" }`,
		want: []string{
			"| Sellers of subscriptions | Selling subscriptions | Access to data such as name and phone; no more than is required | While a subscription is pending or active |",
			"| Firebase (Google) | Push notifications, automatically; passed on to Apple on iPhone and iPad | | iPhone and iPad, and Android |",
			"| Firebase (Google) | Not stated | | The backend |",
			"This policy does not say in which country they handle data.",
			"Who this is: a group of recipients, not named one by one",
			"[One outside service](subprocessors.md), [one group of recipients](subprocessors.md) and [one further recipient](subprocessors.md) receive or handle data.",
		},
	},
	{
		name: "where recipients process data, and on what that rests",
		hcl: `
subprocessor "mail" {
  label     = "Mail Co"
  countries = ["US", "IE"]
  mechanism = "standard_contractual_clauses"
  since     = "2024-05-01"
  agreement = "https://example.com/dpa"
  engagement "mail" { purposes = [purpose.mail] }
}
subprocessor "sms" {
  label = "SMS Co"
  engagement "sms" { purposes = [purpose.mail] }
}`,
		want: []string{
			"| Mail Co | Mail | The United States and Ireland |",
			"| Mail Co | Mail | The United States and Ireland; transfers rest on the European Commission’s standard contractual clauses (GDPR Art. 46(2)(c)) |",
			"| SMS Co | Mail | Not stated |",
			"Transfers rest on: the European Commission’s standard contractual clauses (GDPR Art. 46(2)(c))", "Engaged since: 1 May 2024",
			"Data processing agreement: [example.com/dpa](https://example.com/dpa)",
		},
	},
}
