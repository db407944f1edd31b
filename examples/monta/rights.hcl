# What users can ask for, and how.

locals {
  profile_page = ["Me", "Profile"]
}

# The published copy hides the address. The page says so; none is invented.
contact "privacy" {
  label        = "Data requests"
  channel      = "email"
  redacted     = true
  open_to      = [actor.user]
  availability = "any_time"
  topics       = ["your data"]

  examples = [
    "to ask what is stored about you",
    "to ask for some of it to be changed",
    "to have all of it deleted",
  ]

  open_ended = true
}

contact "in_app_access" {
  channel = "in_app"
  system  = system.monta_app
  path    = local.profile_page
  control = "Request for data"
  within  = "instant"
}

contact "in_app_erasure" {
  channel = "in_app"
  system  = system.monta_app
  path    = local.profile_page
  control = "Request to get deleted"
}

right "access" {
  label   = "Knowing what is stored about you"
  kind    = "access"
  holder  = [actor.user]
  actions = ["ask which data about you is stored"]
  via     = [contact.privacy, contact.in_app_access]
}

right "rectification" {
  label   = "Having some of your data changed"
  kind    = "rectification"
  holder  = [actor.user]
  actions = ["ask for some of your data to be changed"]
  via     = [contact.privacy]
}

# Backups and chat messages outlive this deadline (storage.hcl, recipients.hcl).
# The policy does not say whether they are purged sooner, so neither do we.
right "erasure" {
  label    = "Having your data deleted"
  kind     = "erasure"
  holder   = [actor.user]
  via      = [contact.privacy, contact.in_app_erasure]
  within   = "10 business days"
  handling = "reviewed"
  coverage = "all"
}
