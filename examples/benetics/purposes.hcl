# Why data is processed: six reasons, and no other. Four of them resemble the cases
# in which direct access is allowed (access.hcl); they are not the same list.

requirement "purpose_limitation" {
  label   = "Very specific cases only"
  effect  = "limit"
  actions = ["process or examine your data"]

  purposes = [
    purpose.fulfil_requests,
    purpose.direct_request,
    purpose.debugging,
    purpose.security_investigation,
    purpose.improve_features,
    purpose.legal_compliance,
  ]
}

# What this team does, and not only what it could do: hence no access rule.
requirement "customer_success" {
  label    = "Customer success"
  who      = [actor.customer_success]
  effect   = "require"
  actions  = ["analyse data"]
  purposes = [purpose.assist_request, purpose.analyse_features]
}

purpose "fulfil_requests" {
  label        = "fulfilling requests"
  requested_by = [actor.user, actor.employee]
  context      = "in the course of doing business"
}

purpose "direct_request" {
  label        = "acting on a direct request"
  requested_by = [actor.user]
}

purpose "debugging" {
  label = "resolving crashes of the system or other failures (debugging)"
}

purpose "security_investigation" {
  label = "investigating possible security issues, or fighting misuse of our platform in other ways"
  class = "security"
}

purpose "improve_features" {
  label = "improving the features that our product offers"
  class = "product"
}

purpose "legal_compliance" {
  label = "meeting legal requirements that are imposed on us"
  class = "legal"
}

purpose "assist_request" {
  label = "helping to answer a customer's request"
}

# Analysing how is less than improving, for which data is processed too.
purpose "analyse_features" {
  label = "finding out how our features can be improved for our customers"
}
