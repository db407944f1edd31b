# What a rule finds in this policy, and why it stands all the same: the example keeps
# what was published, and invents nothing to make it pass.

locals {
  accepted_by = "the maintainers of this example"
  review_by   = "2027-06-30"
}

waiver "contact" {
  rule     = "PP001"
  at       = [organization.monta, contact.privacy]
  reason   = "The policy gives no registered name, and the published copy hides the address."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "retention" {
  rule     = "PP004"
  at       = [data_store.aurora, data_store.elasticsearch, data_store.dynamodb, data_store.s3]
  reason   = "The policy gives a period for the cache and for backups, and for nothing else."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "usual_period" {
  rule     = "PP005"
  at       = [data_store.elasticache]
  reason   = "The policy says what is normal, and no more."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "host" {
  rule     = "PP013"
  at       = [vendor.aws, subprocessor.elastic_cloud]
  reason   = "The policy says of one that it keeps data and of the other that it manages a store, and not what they may do with the data."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "locations" {
  rule = "PP019"
  at = concat(
    [subprocessor.pubnub, subprocessor.intercom, subprocessor.laravel_vapor, subprocessor.laravel_forge],
    [subprocessor.elastic_cloud, subprocessor.twilio, subprocessor.firebase, subprocessor.bugsnag],
    [subprocessor.google_analytics],
  )
  reason   = "The policy gives a place for its own stores only. A place taken from the website of a provider would be that of today, and not the one of the policy."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "deployment" {
  rule     = "PP021"
  at       = [access.deployment]
  reason   = "The policy gives both services access to everything that it lists before them, and no reason."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "backups" {
  rule     = "PP025"
  at       = [backup.main, subprocessor.pubnub]
  reason   = "The policy does not say whether backups and chat messages are purged when somebody asks for erasure."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "collection" {
  rule     = "PP041"
  at       = [subprocessor.pubnub, subprocessor.intercom, subprocessor.subscription_sellers]
  reason   = "Chat stands among what is collected as an example of entries in forms, and the postal address does not stand there at all."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "published_code" {
  rule     = "PP043"
  at       = [region.eu_west]
  reason   = "The policy prints a code that the provider does not have. Both are kept."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "most" {
  rule     = "PP053"
  at       = [vendor.aws]
  reason   = "The policy says that most data is kept there, and not which data is not."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "required" {
  rule     = "PP054"
  at       = [category.country, category.ip_address, category.device_info]
  reason   = "The policy marks other data as optional, and of this says nothing."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "engagements" {
  rule = "PP055"
  at = [
    subprocessor.laravel_vapor,
    subprocessor.laravel_forge,
    subprocessor.twilio,
    subprocessor.firebase,
    subprocessor.bugsnag,
    subprocessor.google_analytics,
  ]
  reason   = "The policy says what these are for, and not which data they receive."
  approver = local.accepted_by
  expires  = local.review_by
}
