# Who can see data, and in which cases those who refrain from it see it.

category "customer_data" {
  label = "customer data"
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
  granted_by  = [actor.user]
  enforced_by = local.permissions
  control     = "airtight"
}

# To data of any kind: the policy names none here. That access is audited is a
# measure among the promises; that it is recorded stands here.
access "teams" {
  who    = [actor.product, actor.engineering, actor.customer_success]
  effect = "allow"
  only   = true
  method = ["explicit_grant"]

  audit {
    coverage = "all"
    detail   = "detailed"
  }
}

# A promise of restraint, and no denial: nothing is said of what would keep these
# people out. How many the cases are nobody has to count.

access "direct" {
  label  = "Direct access"
  who    = [actor.product_manager, actor.engineer]
  to     = [category.customer_data]
  effect = "refrain"
  mode   = "direct"
}

exception "direct_access" {
  to   = [access.direct]
  only = true

  when = [
    condition.owner_request,
    condition.failure,
    condition.investigation,
    condition.legal_requirement,
  ]
}

condition "owner_request" {
  event = "the customer who owns the data makes a direct request"
  by    = [actor.customer]
}

# No more than what is needed to resolve it: "specific" belongs to the case.
condition "failure" {
  event = "specific data has to be seen so that a system crash or another failure can be resolved"
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
