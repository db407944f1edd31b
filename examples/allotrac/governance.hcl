# What a rule will find in this policy, and why it stands all the same: the
# example keeps what was published, and invents nothing to make it pass.

locals {
  accepted_by = "the maintainers of this example"
  review_by   = "2027-06-30"
}

waiver "sharing" {
  rule     = "PP020"
  at       = [transfer.third_parties]
  reason   = "The policy shares nothing but what the platform needs, and names Facebook, Reddit and LinkedIn among those who keep analytics data. Whether the platform needs that, it does not say."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "locations" {
  rule = "PP019"

  at = concat(
    [data_store.s3, data_store.cloud_buckets],
    [subprocessor.auth0, subprocessor.stripe, subprocessor.adyen, subprocessor.openai],
    values(subprocessor.analytics),
    values(subprocessor.analytics_service),
  )

  reason   = "The policy gives a place for three services only. A place taken from the provider's website would be today's, not the policy's."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "retention" {
  rule     = "PP004"
  at       = [data_store.mongodb, data_store.s3, data_store.cloud_buckets]
  reason   = "The policy gives a period to backups alone: neither to the data that is backed up nor to static files."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "contact" {
  rule     = "PP001"
  at       = [organization.allotrac]
  reason   = "The policy names neither a registered company nor a way to reach it."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "training" {
  rule     = "PP012"
  at       = [system.allie]
  reason   = "The policy does not say whether submitted data trains a model."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "host" {
  rule     = "PP013"
  at       = [module.companies.vendor.atlas]
  reason   = "The policy names the company as the place where the database runs, and does not say what it may do there."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "promises" {
  rule = "PP042"
  at = [
    access.staff,
    encryption.industry_standard,
    measure.security_audits,
    measure.integrity_response,
  ]
  reason   = "The policy speaks of strict control, of the standard of the industry, of regular audits and of a prompt response, and puts no number to any of them."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "published_date" {
  rule     = "PP043"
  at       = [policy.allotrac]
  reason   = "The policy prints a date that can be read in two ways. Both are kept."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "open_exception" {
  rule     = "PP047"
  at       = [transfer.third_parties]
  reason   = "The policy excepts what it describes, and describes the specialised services by examples."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "rest" {
  rule     = "PP053"
  at       = [category.operational_data]
  reason   = "The policy says to whom most of it belongs, and of the rest nothing."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "engagements" {
  rule = "PP055"
  at = concat(
    [subprocessor.auth0, subprocessor.stripe, subprocessor.adyen],
    values(subprocessor.analytics),
    values(subprocessor.analytics_service),
  )
  reason   = "The policy says which data these handle or store, and not what for."
  approver = local.accepted_by
  expires  = local.review_by
}
