# What the policy promises before it comes to details.
#
# Twelve statements are about attitude. They are the only prose: no fact could
# carry them, and no rule can test them.

principle "treasure" {
  statement = "We hold every one of our users dear."
}

principle "build_for_you" {
  statement = "We build our products for you, on a journey that is yours and ours."
}

principle "earn_trust" {
  statement = "We want to earn your trust with each step that we take."
}

principle "stewards" {
  statement = "We commit ourselves to looking after your data as good stewards."
}

principle "open" {
  statement = "We commit ourselves to being open with you and transparent, at all times, about what becomes of your data whenever you interact with our products."
}

principle "reachable" {
  statement = "You are always welcome to turn to us; please never hesitate."
}

principle "in_control" {
  statement = "You are in control at all times, and our products make that easy."
}

principle "safe" {
  statement = "We keep you safe, and your data too."
}

principle "serious" {
  statement = "The security of your business, and that of your data, is a matter of the utmost seriousness to us."
}

principle "trust_slow" {
  statement = "We are aware that your trust in us grows slowly and with care, over a long time."
}

principle "one_mistake" {
  statement = "We are aware that not even one mistake would be acceptable."
}

principle "long_term" {
  statement = "We commit ourselves to a lasting relationship with you and your business, and to protecting your data all along."
}

# Transparency: what users are told, and how they reach the company.

# The claim that what is said of collection is exact. The policy lists no data that
# is collected, and a rule says so.
claim "disclosure" {
  says = "complete"
  what = "collect"
}

requirement "announcement" {
  label   = "Changes"
  effect  = "require"
  actions = ["keep you up to date"]
  when    = [condition.policy_changed]
}

condition "policy_changed" {
  event = "we change our policy on data"
}

# The published copy has lost the address, and with it the way.
contact "privacy" {
  label        = "Privacy and security"
  redacted     = true
  availability = "any_time"
  topics       = ["privacy concerns", "security concerns", "other concerns", "questions", "problems", "ideas", "comments"]
}

# Control: what users can do, all of it easily.

locals {
  easily = ["easily"]
}

right "erasure" {
  label    = "Deleting data"
  kind     = "erasure"
  holder   = [actor.user]
  manner   = local.easily
  handling = "self_service"
}

right "preferences" {
  label  = "Preferences on collection"
  kind   = "preferences"
  holder = [actor.user]
  manner = local.easily

  option "amount" {
    label         = "the amount of data that our systems collect"
    configured_by = [actor.user]
  }
}

right "account_removal" {
  label        = "Removing a user account"
  kind         = "erasure"
  holder       = [actor.user]
  on           = [category.account]
  handling     = "self_service"
  manner       = concat(local.easily, ["cleanly"])
  availability = "any_time"
}

right "portability" {
  label        = "Exporting data"
  kind         = "portability"
  holder       = [actor.user]
  on           = [category.your_data]
  manner       = concat(local.easily, ["in the way that you wish"])
  availability = "any_time"
  purposes     = [purpose.interoperate]
}

# What the products let users do, and what is done for those who ask, are two
# things. Only of the second does the policy name formats.
right "exports" {
  label    = "Exports on request"
  kind     = "portability"
  holder   = [actor.user]
  actions  = ["get exports of"]
  on       = [category.your_data]
  handling = "on_request"
  formats  = ["most major file formats"]
}

category "your_data" {
  label = "your data"
}

purpose "interoperate" {
  label = "interacting with other systems"
}

# The most sweeping promise. The claim is what can be refuted, and is: the stores
# and services in storage.hcl belong to other companies. What it covers is read
# from the rule on sharing, which stands in the details.

claim "no_sharing" {
  says   = "never"
  what   = "share"
  with   = transfer.others.recipients
  unless = transfer.others.unless
}

transfer "others" {
  recipients = ["other_company", "other_entity"]
  effect     = "deny"
  unless     = [condition.required_by_law]
}

condition "required_by_law" {
  state    = "the law requires it"
  strength = "may"
}
