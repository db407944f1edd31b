# How an account ends: in two stages, between which the PI is kept.

requirement "deletion_duty" {
  label      = "Duty to delete"
  effect     = "require"
  strength   = "must"
  actions    = ["delete"]
  on         = [category.user_data]
  imposed_by = ["app marketplaces", "data protection laws"]
  when       = [condition.legal_retention_expired]
}

condition "legal_retention_expired" {
  event = "the retention period of the law expires"
}

procedure "account_deletion" {
  label = "The two stages"

  step "deactivate" {
    label    = "Deactivation"
    action   = "suspend the account"
    keeps    = [category.pi]
    coverage = "all"
    when     = [condition.inactivity, condition.user_request]
  }

  step "erase" {
    label    = "Deletion of personal data"
    action   = "erase"
    on       = [category.ppi]
    from     = concat(values(system), values(data_store))
    coverage = "full"
    methods  = ["delete", "hash", "tombstone"]
    strength = "must"
    when     = [condition.retention_ended]
  }
}

system "user_termination" {
  label      = "User Termination service"
  automated  = true
  implements = [procedure.account_deletion.step.erase]
  controls   = [procedure.account_deletion.step.erase]
}

condition "user_request" {
  event = "the user asks for it"
}

condition "inactivity" {
  event = "it has been inactive"
}

condition "retention_ended" {
  event = "the terms of retention have ended"
}

requirement "no_restoration" {
  label    = "No way back"
  effect   = "require"
  strength = "should"
  actions  = ["make it impossible to restore the account"]
  when     = [condition.account_deactivated]
}

condition "account_deactivated" {
  event = "the account has been deactivated"
}

# The terms are said to depend on the type of data and are given by what the user
# did. Both are kept. Someone who rode and paid falls into two tiers; the document
# does not say which one holds, so there is no "prefer".
retention "account_terms" {
  applies_to = [category.pi]
  starts_on  = condition.account_deactivated
  varies_by  = "the type of data"

  tier "inactive" {
    period = "6 months"
    when   = [condition.no_activity]
  }

  tier "rides" {
    period = "3 years"
    when   = [condition.rides, condition.other_services]
  }

  tier "payments" {
    period = "10 years"
    when   = [condition.payments, condition.financial_services]
  }
}

condition "no_activity" {
  all_of = [condition.no_rides, condition.no_services]
}

condition "no_rides" {
  not = condition.rides
}

condition "no_services" {
  not = condition.services
}

condition "rides" {
  event = "the user has taken rides"
}

condition "services" {
  event = "the user has used services"
}

condition "other_services" {
  event = "the user has used services that are not financial"
}

condition "payments" {
  event = "the user has made payments"
}

condition "financial_services" {
  event = "the user has used financial services of ${organization.indrive.label}"
}
