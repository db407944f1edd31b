# The companies behind stores and services, and the places of theirs that are
# known: what every policy of the same organization would say alike. A policy uses
# them as module.companies.vendor.aws, and so on.

vendor "atlas" {
  label = "Atlas"
}

vendor "aws" {
  label        = "Amazon Web Services"
  abbreviation = "AWS"
}

vendor "google" {
  label = "Google"
}

vendor "google_cloud" {
  label        = "Google Cloud Platform"
  abbreviation = "GCP"
}

vendor "microsoft" {
  label = "Microsoft"
}

vendor "twilio" {
  label = "Twilio"
}

region "australia" {
  label   = "Australia"
  country = "AU"
}

region "frankfurt" {
  city    = "Frankfurt"
  country = "DE"
}
