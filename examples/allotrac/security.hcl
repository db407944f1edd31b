# How data is protected: encryption, and other measures.
#
# Two statements speak of all data and name no store, so they apply to nothing in
# particular. Which stores they cover the reader is not told.

encryption "at_rest" {
  state = "at_rest"
}

encryption "in_transit" {
  state = "in_transit"
}

encryption "industry_standard" {
  applies_to = [category.operational_data, category.pii]
  coverage   = "all"
  standard   = "the industry's standard for encryption protocols"
}

measure "best_practices" {
  label    = "Best practices"
  actions  = ["follow best practices"]
  goals    = ["secure data"]
  includes = [encryption.at_rest, encryption.in_transit, measure.security_audits, measure.access_control]
}

measure "security_audits" {
  label     = "security audits"
  actions   = ["audit security"]
  frequency = "regular"
}

measure "access_control" {
  label   = "access control"
  actions = ["use access control mechanisms"]
}

measure "integrity_monitoring" {
  label     = "Integrity of data"
  actions   = ["monitor the integrity of data"]
  automated = true
  goals     = ["keep it consistent", "keep it accurate", "keep it up to date"]
}

measure "integrity_response" {
  label   = "Response"
  actions = ["address it"]
  within  = "prompt"
  when    = [condition.integrity_issue]
  because = "to keep disruption of operations to a minimum"
}

condition "integrity_issue" {
  event = "an issue with the integrity of data is detected"
}
