# Who can see data, and in which cases those who refrain from it see it.

category "customer_data" {
  label = "customer data"

  ownership {
    owner = [actor.customer]
  }
}

category "proprietary_data" {
  label = "proprietary data"
}

access "proprietary" {
  who         = [actor.authorised]
  to          = [category.proprietary_data]
  effect      = "allow"
  actions     = ["see"]
  only        = true
  granted_by  = [actor.customer]
  enforced_by = local.permissions
  control     = "airtight"
}

# That access is logged stands among the promises and again among the details.
access "teams" {
  who    = [actor.product, actor.engineering, actor.customer_success]
  to     = [category.customer_data]
  effect = "allow"
  only   = true
  method = ["explicit_grant"]

  audit {
    coverage = "all"
    detail   = "detailed"
    because  = "so that we can prove to you how and when data is used"
  }
}

# A promise of restraint, and no denial: nothing is said of what would keep these
# people out. How many the cases are nobody has to count.

access "direct" {
  label  = "Restraint"
  who    = [actor.product_manager, actor.engineer]
  to     = [category.customer_data]
  effect = "refrain"
  mode   = "direct"
}

exception "direct_access" {
  label = "Direct access"
  to    = [access.direct]
  only  = true

  when = [
    condition.owner_request,
    condition.failure,
    condition.investigation,
    condition.legal_requirement,
  ]
}

condition "owner_request" {
  event = "the customer who owns the data directly asks for it"
  by    = [actor.customer]
}

# No more than what is needed to resolve it: "specific" belongs to the case.
condition "failure" {
  event = "specific data has to be seen so that a crash or another failure of the system can be resolved"
}

condition "investigation" {
  any_of = [condition.security_investigation, condition.misuse_investigation]
}

condition "security_investigation" {
  event = "an investigation is for security purposes"
}

condition "misuse_investigation" {
  event = "an investigation is against other misuse of our platform"
}

condition "legal_requirement" {
  event = "a legal requirement that is imposed on us has to be met"
}

access "customer_success" {
  who      = [actor.customer_success]
  to       = [category.customer_data]
  effect   = "allow"
  actions  = ["analyse"]
  purposes = [purpose.assist_request, purpose.analyse_features]
}

purpose "assist_request" {
  label = "helping to answer a customer's request"
}

# Analysing how is less than improving, for which data is processed too.
purpose "analyse_features" {
  label = "finding out how our features can be improved for our customers"
}
