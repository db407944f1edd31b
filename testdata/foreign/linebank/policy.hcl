# Facts of the privacy policy that LINE Bank by Hana Bank publishes in English at
# https://linebank.co.id/en/privacy-policy, in our own words: the part of it that
# says who speaks, what is promised, and how changes are announced. facts.csv says
# which block carries which fact. The bank had no part in this.

policy "line_bank" {
  title         = "LINE Bank privacy policy"
  organization  = organization.bank
  products      = ["LINE Bank by Hana Bank"]
  audience      = "public"
  governing_law = "ID"

  notice "changes" {
    change   = "any"
    period   = "30 business days"
    calendar = calendar.indonesia
    via      = [contact.own_email, contact.website]
  }
}

# The policy counts business days and does not say which days these are. The holidays
# are those of the government's list for 2026.
calendar "indonesia" {
  label   = "business days in Indonesia"
  weekend = ["saturday", "sunday"]

  holidays = [
    "2026-01-01",
    "2026-01-16",
    "2026-02-17",
    "2026-03-19",
    "2026-03-21",
    "2026-03-22",
    "2026-04-03",
    "2026-04-05",
    "2026-05-01",
    "2026-05-14",
    "2026-05-27",
    "2026-05-31",
    "2026-06-01",
    "2026-06-16",
    "2026-08-17",
    "2026-08-25",
    "2026-12-25",
  ]

  known_until = "2026-12-31"
  note        = "The national holidays of the joint decree of three ministers on 2026 (No. 1497/2025, 2/2025 and 5/2025), without its days of collective leave."
}

organization "bank" {
  label      = "LINE Bank"
  legal_name = "PT Bank KEB Hana Indonesia"
  country    = "ID"
}

actor "user" {
  label = "user"
  kind  = "data_subject"
}

contact "help" {
  label   = "the help desk"
  channel = "email"
  address = "help@linebank.co.id"
  topics  = ["the security of your data", "updating or deleting it"]
}

contact "call_centre" {
  label   = "Call Hana"
  channel = "phone"
  address = "1500021"
}

contact "own_email" {
  label    = "notices by e-mail"
  channel  = "email"
  outgoing = true
}

contact "website" {
  label   = "notices on the website"
  channel = "in_app"
  system  = system.website
}

system "website" {
  label = "the website"
  kind  = "website"
}

category "personal_information" {
  label      = "personal information"
  fields     = ["name", "address", "date of birth", "telephone number", "e-mail address"]
  open_ended = true
}

condition "account_deleted" {
  event = "the account is deleted in the application"
  by    = [actor.user]
}

retention "personal_information" {
  data  = [category.personal_information]
  until = [condition.account_deleted]
}

claim "no_sale" {
  says = "never"
  what = "sell"
  data = [category.personal_information]
  with = ["third_party"]
}
