# What a rule will find in this policy, and why it stands all the same: the
# example keeps what was published, and invents nothing to make it pass.

locals {
  accepted_by = "the maintainers of this example"
  review_by   = "2027-06-30"
}

waiver "sharing" {
  rule     = "PP020"
  at       = [claim.no_sharing]
  reason   = "The policy shares nothing with other companies, and names Amazon and Google among those who keep and process data. It may mean that these act on its behalf. It does not say so."
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
  at       = [backup.snapshots]
  reason   = "Copies are kept as long as deletion may take, so a restored copy can bring back what was deleted. The policy does not say whether deletion is then repeated."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "contact" {
  rule     = "PP001"
  at       = [contact.privacy]
  reason   = "The published copy has lost the address."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "locations" {
  rule     = "PP019"
  at       = [data_store.cognito, subprocessor.google_maps, subprocessor.firebase]
  reason   = "The policy gives a place for business data and for email forwarding, and for nothing else."
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
