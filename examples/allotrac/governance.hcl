# What a rule will find in this policy, and why it stands all the same: the
# example keeps what was published, and invents nothing to make it pass.

locals {
  accepted_by = "the maintainers of this example"
}

waiver "sharing" {
  rule     = "PP020"
  at       = [transfer.third_parties]
  reason   = "The policy shares nothing but what the platform needs, and names advertising companies among those who keep analytics data. Whether the platform needs that, the policy does not say."
  approver = local.accepted_by
  expires  = "2027-06-30"
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
  expires  = "2027-06-30"
}

waiver "retention" {
  rule     = "PP004"
  at       = [data_store.mongodb, data_store.s3, data_store.cloud_buckets]
  reason   = "The policy gives the backups a period, and the data that is backed up none."
  approver = local.accepted_by
  expires  = "2027-06-30"
}

waiver "contact" {
  rule     = "PP001"
  at       = [organization.allotrac]
  reason   = "The policy names neither a registered company nor a way to reach it."
  approver = local.accepted_by
  expires  = "2027-06-30"
}

waiver "training" {
  rule     = "PP012"
  at       = [system.allie]
  reason   = "The policy does not say whether submitted data trains a model."
  approver = local.accepted_by
  expires  = "2027-06-30"
}
