# What a rule will find in this policy, and why it stands all the same: the
# example keeps what was published, and invents nothing to make it pass.

locals {
  accepted_by = "the maintainers of this example"
  review_by   = "2027-06-30"
}

waiver "sharing" {
  rule     = "PP020"
  at       = [claim.no_sharing, claim.disclosure]
  reason   = "The policy shares nothing with other companies, and names Amazon and Google among those who keep and process data. It may mean that these act on its behalf. It does not say so. It also says that it tells exactly which data is collected, and does not tell it."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "encryption" {
  rule     = "PP023"
  at       = [data_store.cognito]
  reason   = "The policy promises encryption for all data and gives particulars of two stores. This is the third."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "backups" {
  rule     = "PP025"
  at       = [backup.snapshots.restore]
  reason   = "Copies reach back as far as deletion may take, so a restored copy can bring back what was deleted. The policy does not say whether deletion is then repeated."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "contact" {
  rule     = "PP001"
  at       = [organization.benetics, contact.privacy]
  reason   = "The policy gives no registered name, and the published copy has lost the address."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "locations" {
  rule     = "PP019"
  at       = [data_store.cognito, region.google_cloud, subprocessor.firebase]
  reason   = "The policy gives a country for business data and a jurisdiction for email forwarding. Of the maps it says no more than whose data centres they run in."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "vague_period" {
  rule     = "PP005"
  at       = [retention.serving]
  reason   = "The policy says that it takes minutes, and not how many."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "host" {
  rule     = "PP013"
  at       = [vendor.amazon]
  reason   = "The policy names the company as the place where data is kept, and does not say what it may do there."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "promises" {
  rule     = "PP042"
  at       = [access.proprietary, encryption.at_rest, encryption.in_transit, backup.snapshots]
  reason   = "The policy speaks of airtight control, of the strictest standards and of regular copies, and of nothing that could be measured."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "other_purposes" {
  rule     = "PP045"
  at       = [requirement.purpose_limitation]
  reason   = "The policy lists six reasons for which alone data is processed, and speaks of others elsewhere."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "engineers" {
  rule     = "PP048"
  at       = [access.direct]
  reason   = "The policy gives teams access from which some people refrain, and does not say whether these belong to the teams."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "end_to_end" {
  rule     = "PP050"
  at       = [encryption.business_data]
  reason   = "The policy calls its encryption at rest end-to-end. It is printed as stated."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "erasure_term" {
  rule     = "PP051"
  at       = [right.erasure, right.account_removal]
  reason   = "The policy promises deletion in one place and gives the time that it takes in another."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "engagements" {
  rule     = "PP055"
  at       = [subprocessor.google_maps, subprocessor.firebase]
  reason   = "The policy says what these are for, and not which data they receive."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "company" {
  rule     = "PP056"
  at       = [data_store.s3, data_store.dynamodb, data_store.cognito]
  reason   = "The policy speaks of Amazon here and of AWS elsewhere."
  approver = local.accepted_by
  expires  = local.review_by
}
