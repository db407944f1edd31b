# Facts of the privacy statement and of the list of subprocessors that GitHub
# publishes, in our own words. facts.csv says which block carries which fact.

privity {
  required_version = ">= 0.1"
}

policy "github" {
  title               = "GitHub privacy statement"
  organization        = organization.github_inc
  products            = ["websites", "applications", "services"]
  scope               = ["how personal data is handled where this statement is displayed"]
  excludes            = ["services that do not display it, such as previews"]
  agreement           = "https://github.com/customer-terms/github-data-protection-agreement"
  audience            = "public"
  effective           = "2024-02-01"
  regimes             = ["gdpr", "uk_gdpr", "fadp"]
  prevailing_language = "en"
  minimum_age         = 13

  notice "material" {
    change = "any"
    period = "30 days"
    bound  = "at_least"
    via    = [contact.website, contact.own_email]
  }

  notice "subprocessor" {
    change = "recipient"
    period = "30 days"
    bound  = "at_least"
    via    = [contact.repository]
  }
}

organization "github_inc" {
  label                   = "GitHub"
  legal_name              = "GitHub, Inc."
  role                    = "controller"
  country                 = "US"
  address                 = "88 Colin P. Kelly Jr. St., San Francisco, CA 94107"
  data_protection_officer = contact.dpo
}

organization "github_bv" {
  label      = "GitHub B.V."
  legal_name = "GitHub B.V."
  role       = "controller"
  country    = "NL"
  address    = "Prins Bernhardplein 200, 1097JB Amsterdam"
}

contact "privacy" {
  label   = "the privacy address"
  channel = "email"
  address = "privacy@github.com"
  topics  = ["your rights", "the list of subprocessors"]
}

contact "dpo" {
  label   = "the data protection officer"
  channel = "email"
  address = "dpo@github.com"
  topics  = ["feedback", "complaints about the Data Privacy Framework"]
}

contact "website" {
  label   = "notices on the website"
  channel = "in_app"
  system  = system.website
}

contact "own_email" {
  label    = "notices by e-mail"
  channel  = "email"
  outgoing = true
}

contact "repository" {
  label   = "notifications on changes to the list"
  channel = "subscription"
  address = "https://docs.github.com/account-and-profile/managing-subscriptions-and-notifications-on-github/setting-up-notifications/about-notifications"
}

system "website" {
  label = "the website"
  kind  = "website"
}

system "marketing_pages" {
  label = "the enterprise marketing pages"
  kind  = "website"
}

actor "user" {
  label = "user"
  kind  = "data_subject"
}

actor "account_organization" {
  label  = "organization that supplies the account"
  plural = "organizations that supply the account"
  kind   = "customer"
  note   = "A school or an employer, for example."
}

actor "enterprise_customer" {
  label = "enterprise customer"
  kind  = "customer"
}

term "customer_data" {
  label   = "customer data"
  meaning = "all data that a customer provides to GitHub through the use of its services"
}

actor "personnel" {
  label  = "GitHub's personnel"
  plural = "GitHub's personnel"
  kind   = "staff"
}

# The findings of the rule stay in sight and do not stop anything.
rule "PP014" {
  severity = "note"
  reason   = "The list says what each company does and where, and nothing of the contract with it."
  approver = "the maintainers of this example"
}
