# What customers can do about the data, and where to ask.

right "access" {
  label        = "Viewing and downloading uploads"
  kind         = "access"
  holder       = [actor.customer]
  via          = [system.dashboard]
  actions      = ["view", "download"]
  on           = [category.upload]
  availability = "any_time"
  safeguards   = ["securely"]
  until        = [condition.upload_deleted]
}

# Where the button is the policy does not say, so there is no via.
right "erasure" {
  label        = "Deleting uploads"
  kind         = "erasure"
  holder       = [actor.customer]
  on           = [category.upload, data_store.uploads]
  handling     = "self_service"
  manner       = ["at the press of a button"]
  availability = "any_time"
  coverage     = "all"
}

# The link to the ticket form is missing from the published copy.
contact "support" {
  label    = "Specific questions"
  channel  = "ticket"
  redacted = true
}

condition "upload_deleted" {
  event = "it is deleted"
}
