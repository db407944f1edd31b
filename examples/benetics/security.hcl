# Encryption, and the other measures.
#
# The first two are the promise, about all data. The others are the details, which
# cover two of the three stores.

locals {
  standard    = "the strictest standards of the industry"
  permissions = "our permissions system"
}

encryption "at_rest" {
  state    = "at_rest"
  coverage = "all"
  standard = local.standard
}

encryption "in_transit" {
  state    = "in_transit"
  coverage = "all"
  standard = local.standard
}

# "End to end" is the policy's word for data at rest. It is printed as stated.
encryption "business_data" {
  applies_to = [data_store.s3, data_store.dynamodb]
  state      = "at_rest"
  scope      = "end_to_end"
  algorithm  = "AES"
  key_bits   = 256
}

encryption "backend" {
  state    = "in_transit"
  protocol = ["TLS"]
  segments = ["backend"]

  key {
    engine = "AWS KMS"
  }
}

encryption "clients" {
  state     = "in_transit"
  protocol  = ["TLS"]
  segments  = ["backend_to_client"]
  platforms = ["mobile", "desktop"]
}

requirement "permissions_system" {
  label   = "Software"
  effect  = "require"
  actions = ["design", "audit", "test"]
  on      = [system.software]
  method  = ["with ${local.permissions} built in"]
}

system "software" {
  label = "our software"
}

measure "access_audits" {
  label   = "Audits of access"
  actions = ["audit all access to data by means of detailed logs"]
  because = "so that we can prove to you how and when data is used"
}

measure "security_reviews" {
  label     = "Security reviews"
  actions   = ["keep reviewing the security of our products"]
  frequency = "every_release"
}
