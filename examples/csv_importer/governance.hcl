# What a rule finds in this policy, and why it stands all the same: the example keeps
# what was published, and invents nothing to make it pass.

locals {
  accepted_by = "the maintainers of this example"
  review_by   = "2027-06-30"
}

waiver "identity" {
  rule     = "PP001"
  at       = [policy.csv_importer, contact.support]
  reason   = "The published copy has lost the name of the company, and the link to the ticket form."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "without_end" {
  rule     = "PP005"
  at       = [category.long_lived]
  reason   = "The policy keeps it without an end, and says so."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "locations" {
  rule     = "PP019"
  at       = [data_store.uploads]
  reason   = "The policy does not say in which country uploads are kept."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "protocol" {
  rule     = "PP024"
  at       = [flow.upload]
  reason   = "The policy speaks of SSL. Which protocol it means by that, it does not say."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "age" {
  rule     = "PP028"
  at       = [policy.csv_importer]
  reason   = "The page carried an age beside its date when it was captured. Both are kept."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "comparison" {
  rule     = "PP042"
  at       = [flow.upload]
  reason   = "The policy compares its protection with that of online banking and e-commerce. The facts stand beside the comparison."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "bypass" {
  rule     = "PP044"
  at       = [flow.upload]
  reason   = "With the bypass on nothing is stored, and delivery waits for what is stored. The policy leaves it there."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "database" {
  rule     = "PP046"
  at       = [data_store.uploads]
  reason   = "The policy calls it a database and names S3. Both are kept."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "delivery" {
  rule     = "PP049"
  at       = [category.upload]
  reason   = "Nobody else can read uploads in storage. Who can read them where they are delivered, the policy does not say."
  approver = local.accepted_by
  expires  = local.review_by
}
