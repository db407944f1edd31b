# Which data there is, and what it is used for.

category "email" {
  label    = "e-mail address"
  purposes = [purpose.account, purpose.support]

  consequence = "You cannot have an account."

  collection {
    requirement = "required" # or "optional", or "standard" where it is not said
    source      = "person"
  }
}

category "notes" {
  label      = "notes"
  examples   = ["texts", "pictures"]
  open_ended = true # the examples are not all: the page prints "such as"
  purposes   = [purpose.account]

  collection {
    source = "form_input"
  }
}

# A purpose is written so that it can follow "used for".

purpose "account" {
  label       = "providing your account"
  class       = "service"
  legal_basis = "contract" # privity explain purpose.legal_basis lists the others
}

purpose "support" {
  label       = "answering your questions"
  class       = "support"
  legal_basis = "legitimate_interests"
  interest    = "helping people who write to us"
}
