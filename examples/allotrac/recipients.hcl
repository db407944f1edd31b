# Who receives data, and the rules on sharing.
#
# The policy lists providers in three places, and no two of the lists agree.
# Here each is declared once, and every list is derived.

subprocessor "auth0" {
  label = "Auth0"

  engagement "identity" {
    purposes = [purpose.identity_management]
    data     = [category.identity_data]
  }

  engagement "authentication" {
    label = "authentication"
    data  = [category.authentication_data]
  }
}

subprocessor "stripe" {
  label      = "Stripe"
  assurances = ["secure storage", "secure management"]

  engagement "licensing" {
    label = "handling"
    data  = [category.licensing_data]
  }

  engagement "billing" {
    purposes = [purpose.billing]
    data     = [category.billing_data]
  }
}

subprocessor "adyen" {
  label = "Adyen"

  engagement "payment" {
    label = "handling"
    data  = [category.payment_data]
  }
}

subprocessor "spaceinvoices" {
  label   = "SpaceInvoices"
  regions = [module.companies.region.frankfurt]

  engagement "embedded_finance" {
    purposes = [purpose.embedded_finance]
    data     = [category.embedded_finance_data]
  }
}

subprocessor "openai" {
  label = "OpenAI"

  engagement "allie" {
    label    = system.allie.label
    purposes = [purpose.ai_analysis, purpose.ai_response]
    data     = [category.allie_input]
  }
}

# Twelve providers under one heading, which differ in nothing but their names. The
# policy says of them that the data is stored there, and no more.
# The first eight are known by the name of their company. The others are services
# of companies with several, two of which keep static files as well.

locals {
  analytics_role = "storage"
}

subprocessor "analytics" {
  for_each = {
    zoho     = "Zoho"
    intercom = "Intercom"
    webflow  = "Webflow"
    facebook = "Facebook"
    reddit   = "Reddit"
    linkedin = "LinkedIn"
    vwo      = "VWO"
    userflow = "Userflow"
  }

  label = each.value

  engagement "analytics_support" {
    label = local.analytics_role
    data  = [category.analytics_support_data]
  }
}

subprocessor "analytics_service" {
  for_each = {
    segment = { label = "Segment", vendor = module.companies.vendor.twilio }
    google  = { label = module.companies.vendor.google.label, vendor = module.companies.vendor.google }
    aws     = { label = module.companies.vendor.aws.label, vendor = module.companies.vendor.aws }
    bing    = { label = "Bing", vendor = module.companies.vendor.microsoft }
  }

  label  = each.value.label
  vendor = each.value.vendor

  engagement "analytics_support" {
    label = local.analytics_role
    data  = [category.analytics_support_data]
  }
}

# The two statements on sharing do not sit together well: nothing is shared
# except what the platform needs, and what is described includes advertisers.
# governance.hcl says so.

transfer "third_parties" {
  recipients    = ["third_party"]
  effect        = "deny"
  unless        = [condition.necessary_for_platform]
  declared_only = true
  complies_with = ["the data protection laws that apply"]
  safeguards    = ["secure transfer protocols"]
}

# The policy relies on others, which is not to say that it shares data with all of
# them. The three services are given as examples. What they are for is read from the
# engagements above.
transfer "specialised_services" {
  label      = "Specialised services"
  recipients = ["third_party"]
  effect     = "rely"
  open_ended = true

  purposes = concat(
    subprocessor.auth0.engagement.identity.purposes,
    subprocessor.stripe.engagement.billing.purposes,
    subprocessor.spaceinvoices.engagement.embedded_finance.purposes,
  )
}

condition "necessary_for_platform" {
  state = "running the platform requires it"
}

purpose "billing" {
  label = "billing"
}

purpose "identity_management" {
  label = "identity management"
}

purpose "embedded_finance" {
  label = "embedded finance"
}
