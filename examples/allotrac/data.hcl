# The data, whom it belongs to, and what Allotrac itself may use.

category "personal_data" {
  label = "your personal data"

  ownership {
    owner    = [actor.user]
    retained = true
  }
}

# Most of it, not all: to whom the rest belongs the policy does not say.
category "operational_data" {
  label = "operational data"

  ownership {
    owner     = [actor.own_tenant]
    qualifier = "mostly"
  }
}

category "aggregate_data" {
  label = "aggregated and anonymised data"
  forms = ["aggregated", "anonymised"]
}

# A permission, so it is no purpose of the category: that would say that the data
# is used, where the policy says that it may be.
requirement "aggregate_use" {
  label    = "Use of aggregate data"
  effect   = "permit"
  actions  = ["use"]
  on       = [category.aggregate_data]
  purposes = [purpose.product_development, purpose.internal_analytics]
}

purpose "internal_analytics" {
  label    = "internal analytics"
  audience = "internal"
}

purpose "product_development" {
  label = "product development"
}

# Two names that rules on access use. How they relate to the data above the
# policy does not say.

category "user_data" {
  label = "user data"
}

category "tenant_data" {
  label = "tenant data"
}

category "pii" {
  label = "personally identifiable information (PII)"
}

# What the recipients and the stores are there for.

category "pubsub_data" {
  label = "ephemeral publish/subscribe data"
}

category "identity_data" {
  label = "identity data"
}

category "authentication_data" {
  label = "authentication data"
}

category "licensing_data" {
  label = "licensing data"
}

category "billing_data" {
  label = "billing data"
}

category "payment_data" {
  label = "payment data"
}

category "embedded_finance_data" {
  label = "embedded finance data"
}

category "static_files" {
  label = "static files"
}

category "allie_input" {
  label = "data submitted to ${system.allie.label}"
}

# Two kinds of data that are kept in the same places, as one.
category "analytics_support_data" {
  label = "user analytics and support data"
}
