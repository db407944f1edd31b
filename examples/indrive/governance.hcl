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

waiver "locations" {
  rule     = "PP019"
  at       = values(data_store)
  reason   = "The document speaks of stores as what they are for, and not of where they are."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "retention" {
  rule = "PP004"
  at = [
    data_store.watchdocs,
    data_store.file_storage,
    data_store.payment,
    data_store.dwh,
    data_store.logs,
  ]
  reason   = "The document gives periods for accounts, and none for stores."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "encryption" {
  rule     = "PP023"
  at       = [data_store.watchdocs, data_store.payment]
  reason   = "Of the one the document says that it protects PI itself, of the other that it meets PCI DSS, and of neither how it encrypts."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "few_users" {
  rule     = "PP042"
  at       = [access.special_segment]
  reason   = "The document limits the number of users and does not say to how many."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "special_segment" {
  rule     = "PI108"
  at       = [access.special_segment]
  reason   = "The document limits the number of users and does not say how."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "depends_on" {
  rule     = "PP057"
  at       = [retention.account_terms]
  reason   = "The document says that the terms depend on the type of data, and gives them by what the user did."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "classes" {
  rule = "PI101"
  at = [
    category.user_data,
    category.parsed_document_data,
    category.document_scan,
    category.photo,
    category.other_binary_data,
    category.pi_files,
  ]
  reason   = "The document uses these words and puts them in neither class."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "tags" {
  rule     = "PI106"
  at       = [category.spi, requirement.tag_types]
  reason   = "The document has a tag for Primary PI and one for geolocation, which is Secondary PI, and none for the rest of that. It tags tables and explains the tags for databases and columns."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "old_logs" {
  rule     = "PI117"
  at       = [requirement.logs]
  reason   = "The document speaks of new services. What holds for the others it does not say."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "way_back" {
  rule     = "PI120"
  at       = [requirement.no_restoration]
  reason   = "The document says that restoration should be impossible, and keeps the data all the same."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "hashes" {
  rule     = "PI121"
  at       = [procedure.account_deletion]
  reason   = "The document accepts a one-way hash, and does not say that it is salted or keyed."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "card_numbers" {
  rule     = "PP027"
  at       = [category.financial["card_number"]]
  reason   = "Card numbers are Primary PI, and the store for payments is said to keep details of bank accounts."
  approver = local.accepted_by
  expires  = local.review_by
}

waiver "must_avoid" {
  rule     = "PP058"
  at       = [requirement.no_permanent_pi, requirement.dwh_general]
  reason   = "The document says must avoid here, must never in one place and should generally be avoided in another. It is printed as stated."
  approver = local.accepted_by
  expires  = local.review_by
}
