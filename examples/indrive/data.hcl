# The classes of personal information, what belongs to them, and what depends on
# something else.

category "pi" {
  label = term.pi.abbreviation
}

category "ppi" {
  label      = "Primary ${term.pi.abbreviation}"
  parents    = [category.pi]
  class      = "primary"
  open_ended = true

  includes = concat(
    values(category.identity),
    [
      category.contact_information,
      category.financial_information,
      category.biometric_data,
      category.government_id,
    ],
  )

  tag "#PPI" {
    on = ["database", "column"]
  }
}

# PI for as long as there is Primary PI, and ordinary data afterwards. The class
# of a thing can depend on what else is stored.
category "spi" {
  label      = "Secondary ${term.pi.abbreviation}"
  parents    = [category.pi]
  class      = "secondary"
  open_ended = true
  includes   = concat(values(category.interaction), [category.geolocation])

  treated_as "pi" {
    as   = category.pi
    with = [category.ppi]
    only = true
  }

  treated_as "like_pi" {
    as       = category.pi
    strength = "must"
    when     = [condition.ppi_stored]
  }

  treated_as "ordinary" {
    waives = ["special requirements for storing and processing it"]
    when   = [condition.ppi_deleted]
  }
}

# The single elements. They differ in nothing but their names and in the group
# that they belong to.

category "identity" {
  for_each = {
    full_name              = "full name"
    social_security_number = "social security number"
    national_id            = "national identification number"
    date_of_birth          = "date of birth"
  }

  label = each.value
}

category "contact_information" {
  label      = "contact information"
  includes   = values(category.contact)
  open_ended = true
}

category "contact" {
  for_each = {
    phone   = "phone number"
    email   = "e-mail address"
    address = "physical address"
  }

  label = each.value
}

category "financial_information" {
  label      = "financial information"
  includes   = values(category.financial)
  open_ended = true
}

category "financial" {
  for_each = {
    bank_account = "bank account details"
    card_number  = "credit card numbers"
  }

  label = each.value
}

category "biometric_data" {
  label      = "biometric data"
  includes   = values(category.biometric)
  open_ended = true
}

category "biometric" {
  for_each = {
    fingerprint = "fingerprints"
    face        = "facial recognition data"
  }

  label = each.value
}

category "government_id" {
  label      = "government-issued identification numbers"
  includes   = values(category.government)
  open_ended = true
}

category "government" {
  for_each = {
    passport       = "passport number"
    driver_licence = "driver's licence number"
  }

  label = each.value
}

category "interaction" {
  for_each = {
    user_id       = "user ID"
    order_history = "order history"
    ip_address    = "IP addresses"
  }

  label = each.value
}

category "geolocation" {
  label = "geolocation data"

  tag "#GEO" {
    on = ["database", "column"]
  }
}

# A special case: it counts as Primary PI, and is protected less (requirements.hcl).
category "avatar" {
  label = "user avatar"

  treated_as "ppi" {
    as       = category.ppi
    strength = "must"
  }
}

category "others_avatar" {
  label   = "avatars of other users"
  parents = [category.avatar]
}

category "user_data" {
  label = "user data"
}

category "parsed_document_data" {
  label = "data parsed from documents that users upload"
}

category "document_scan" {
  label = "scans of users' documents"
}

category "photo" {
  label = "photos"
}

category "other_binary_data" {
  label = "other binary data"
}

category "binary_data" {
  label    = "binary data"
  includes = [category.document_scan, category.photo, category.other_binary_data]
}

category "pi_files" {
  label = "files that contain ${term.pi.abbreviation}"
}

condition "ppi_stored" {
  state = "${category.ppi.label} is stored in the systems of ${organization.indrive.label}"
}

condition "ppi_deleted" {
  event = "${category.ppi.label} has been deleted"
}
