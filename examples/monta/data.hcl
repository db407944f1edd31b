# What is collected, whether one has to give it, and what it is used for.
#
# "standard" is data that the policy lists without calling it optional. It does
# not follow that the data is required, so the page does not say that either.

category "name" {
  label    = "name"
  fields   = ["first name", "last name"]
  purposes = [purpose.user_profile]

  collection {
    requirement = "optional"
  }
}

category "profile_image" {
  label    = "profile image"
  purposes = [purpose.user_profile, purpose.build_trust]

  collection {
    requirement = "optional"
  }
}

category "email" {
  label    = "e-mail address"
  purposes = [purpose.user_profile]

  collection {
    requirement = "optional"
  }
}

category "phone" {
  label    = "phone number"
  purposes = [purpose.two_factor_login]

  collection {
    requirement = "optional"
  }
}

category "language" {
  label    = "language"
  purposes = [purpose.communicate_in_best_language]

  collection {
    requirement = "optional"
    source      = "device_configuration"
  }
}

category "country" {
  label    = "country"
  purposes = [purpose.apply_local_law]

  collection {
    requirement = "standard"
  }
}

category "ip_address" {
  label    = "IP address"
  purposes = [purpose.fraud_detection]

  collection {
    requirement = "standard"
  }

  # Fraud detection always uses the address; this second purpose has conditions.
  use "ip_to_coordinate" {
    purpose = purpose.ip_to_coordinate
    when    = [condition.gps_disabled, condition.gps_not_ready]
  }
}

category "device_info" {
  label    = "device information"
  fields   = ["platform", "OS version", "device"]
  purposes = [purpose.improve_app_experience]

  collection {
    requirement = "standard"
  }
}

# Optional, and stored only in a certain case: two statements, two attributes.
category "device_location" {
  label    = "device location"
  purposes = [purpose.fraud_detection]

  collection {
    requirement = "optional"
    event       = "stored"
    when        = [condition.credit_card_used]
  }
}

category "form_content" {
  label      = "form entries"
  examples   = ["charge points", "favourites", "reports", "chat"]
  open_ended = true

  collection {
    source = "form_input"
    event  = "stored"
    when   = [condition.form_saved]
  }
}

# Chat appears three times: what is saved from a form (above), messages between
# users, and messages to customer support. They go to different places.
category "chat_message" {
  label = "chat messages between users"
}

category "support_chat" {
  label = "customer support chat messages"
}

# Passed on to sellers of subscriptions, yet not among the data that the policy
# says it collects: hence no collection.
category "postal_address" {
  label = "postal address"
}

condition "credit_card_used" {
  event = "a credit card is used"
}

condition "form_saved" {
  event = "a form is saved"
}

condition "gps_disabled" {
  state = "GPS is disabled"
}

condition "gps_not_ready" {
  state = "GPS is not ready"
}
