# What a rule will find in this standard, and why it stands all the same: the
# example keeps what was published, and invents nothing to make it pass.

locals {
  accepted_by = "the maintainers of this example"
  review_by   = "2027-06-30"
}

waiver "dates" {
  rule     = "PP028"
  at       = [policy.indrive]
  reason   = "The document gives no date, no version and no owner."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "vague_periods" {
  rule     = "PP005"
  at       = [data_store.caches, data_store.audit_log]
  reason   = "The document calls these periods limited or long and puts no number to them."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "cache_lifetime" {
  rule     = "PI104"
  at       = [data_store.caches]
  reason   = "The document limits how long PI may be cached and does not say to what."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "url_lifetime" {
  rule     = "PI113"
  at       = [access.url]
  reason   = "The document asks for the shortest lifetime of a URL and sets no upper limit."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "overlapping_tiers" {
  rule     = "PI119"
  at       = [retention.account_terms]
  reason   = "A user who took rides and made payments falls into two tiers. The document does not say which holds."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "warehouse" {
  rule     = "PI122"
  at       = [data_store.dwh]
  reason   = "All systems have to be free of Primary PI in the end, and one segment of the DWH keeps PI for legal claims. The document makes no exception for it."
  approver = local.accepted_by
  expires  = local.review_by
}
