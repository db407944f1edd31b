category "account_data" {
  label    = "account data"
  class    = "primary"
  fields   = ["handle", "name", "email address", "password", "payment information", "transaction information"]
  purposes = [purpose.provision]

  collection {
    from = [actor.user]
    when = [condition.account_opened]
  }
}

category "content" {
  label      = "user content and files"
  class      = "primary"
  examples   = ["code", "inputs", "text", "documents", "images", "feedback"]
  open_ended = true

  collection {
    from = [actor.user]
  }
}

category "demographics" {
  label       = "demographic information"
  sensitivity = "special_category"
  examples    = ["ethnicity", "gender"]
  open_ended  = true

  collection {
    requirement = "optional"
    from        = [actor.user]
  }
}

category "payment" {
  label  = "payment information"
  fields = ["name", "billing address", "payment specifics"]

  collection {
    from = [actor.user]
    when = [condition.paid_subscription]
  }
}

category "profile" {
  label      = "profile information"
  examples   = ["a photo", "further email addresses", "a job title", "a biography"]
  open_ended = true

  collection {
    requirement = "optional"
    from        = [actor.user]
  }
}

category "support" {
  label    = "support data"
  examples = ["code", "text", "multimedia files"]

  collection {
    from = [actor.user]
    when = [condition.support_asked]
  }
}

category "usage" {
  label      = "service usage information"
  class      = "secondary"
  examples   = ["IP address", "session details", "date and time of requests", "device type", "operating system"]
  open_ended = true

  collection {
    source = "usage"
  }
}

category "location" {
  label    = "regional location"
  purposes = [purpose.inference]

  collection {
    source = "derived"
    note   = "It is inferred from the IP address."
  }
}

category "email_interaction" {
  label  = "interaction with our emails"
  fields = ["device type", "email client", "receipt", "opening", "clicks on links"]
}

category "from_others" {
  label    = "what others tell us"
  examples = ["name and email address from a service used for signing in"]

  collection {
    source = "third_party"
    from   = [subprocessor.partners, subprocessor.affiliates]
  }
}

category "public" {
  label    = "publicly available information"
  examples = ["public repositories"]

  collection {
    source = "public_source"
  }
}

category "personal_data" {
  label = "personal data"
  includes = [
    category.account_data,
    category.content,
    category.demographics,
    category.payment,
    category.profile,
    category.support,
    category.usage,
    category.location,
    category.email_interaction,
    category.from_others,
    category.public,
  ]
}

category "private_repositories" {
  label = "private repositories"
}

category "customer_data" {
  label      = "customer data"
  includes   = [category.content]
  examples   = ["personal data as the GDPR defines it"]
  open_ended = true
  subjects   = [actor.enterprise_customer]
}

tracker "essential" {
  label     = "essential cookies"
  kind      = "cookie"
  party     = "first"
  purposes  = [purpose.functions]
  essential = true
  on        = [system.website]
}

tracker "non_essential" {
  label     = "non-essential cookies"
  kind      = "cookie"
  party     = "third"
  purposes  = [purpose.advertising]
  essential = false
  on        = [system.marketing_pages]
  when      = [condition.cookie_consent]
  opt_out   = [contact.cookie_settings]
}

tracker "pixel" {
  label    = "pixel tags in emails"
  kind     = "pixel"
  purposes = [purpose.email_effect]
  data     = [category.email_interaction]
}

contact "cookie_settings" {
  label   = "the cookie settings"
  channel = "in_app"
  system  = system.marketing_pages
  control = "cookie settings"
}
