# Classes of recipients that the statement names, and the limits of access.

subprocessor "affiliates" {
  label    = "affiliates, including Microsoft"
  relation = "affiliate"
  kind     = "recipient_class"

  engagement "services" {
    purposes = [purpose.customer_service, purpose.marketing, purpose.billing, purpose.legal]
    data     = [category.personal_data]
  }
}

subprocessor "partners" {
  label = "partners and resellers"
  kind  = "recipient_class"

  engagement "sales" {
    purposes = [purpose.customer_service]
    data     = [category.personal_data]
    when     = [condition.partner_allowed]
  }
}

transfer "authorities" {
  data       = [category.personal_data]
  recipients = ["authority"]
  effect     = "allow"
  when       = [condition.lawful_request, condition.rights_protected]
}

transfer "corporate" {
  data          = [category.personal_data]
  recipients    = ["other_company"]
  effect        = "allow"
  complies_with = ["the law", "this statement"]
  when          = [condition.corporate_transaction]
}

transfer "standard_clauses" {
  data       = [category.personal_data]
  recipients = ["third_party"]
  effect     = "allow"
  mechanism  = "standard_contractual_clauses"
  from       = ["EU", "GB", "CH"]
  qualifier  = "generally"
  note       = "The clauses are those of Commission Implementing Decision (EU) 2021/914."
}

transfer "framework" {
  data       = [category.personal_data]
  recipients = ["third_party"]
  effect     = "allow"
  mechanism  = "data_privacy_framework"
  from       = ["EU", "GB", "CH"]
  countries  = ["US"]
  note       = "With the UK Extension to it and the Swiss-U.S. framework. Where this policy and the principles of the framework conflict, the principles hold."
}

access "private_repositories" {
  who    = [actor.personnel]
  to     = [category.private_repositories]
  effect = "deny"

  unless = [
    condition.owner_consents,
    condition.security_purpose,
    condition.scanning,
    condition.owner_supported,
    condition.integrity,
    condition.unlawful_content,
  ]
}

requirement "notice_of_access" {
  label   = "Notice of access to private repositories"
  effect  = "require"
  actions = ["give notice of access to a private repository"]
  on      = [category.private_repositories]
  unless  = [condition.notice_prohibited, condition.threat]
}

right "access" {
  kind   = "access"
  via    = [contact.privacy]
  covers = ["the specific types of data collected over the past 12 months", "what was disclosed for business purposes"]
  within = "prompt"
  limits = ["further information may be asked for, to verify your identity"]
}

right "rectification" {
  kind = "rectification"
  via  = [contact.privacy]
}

right "erasure" {
  kind   = "erasure"
  via    = [contact.privacy]
  limits = ["data is kept as the law requires, or for legal claims"]
}

right "restriction" {
  kind = "restriction"
  via  = [contact.privacy]
}

right "objection" {
  kind = "objection"
  via  = [contact.privacy]
}

right "withdraw_consent" {
  kind         = "withdraw_consent"
  via          = [contact.privacy]
  availability = "any_time"
}

right "portability" {
  kind    = "portability"
  via     = [contact.privacy]
  formats = ["a structured, commonly used and machine-readable format"]
}

right "complaint" {
  kind      = "complaint"
  authority = "your local data protection authority"
}

condition "partner_allowed" {
  event = "it is allowed, and consented to where that is required"
}

condition "lawful_request" {
  event = "an authority makes a lawful request"
}

condition "rights_protected" {
  state = "it protects our rights and safety"
}

condition "corporate_transaction" {
  event = "there is a sale, a merger or the like"
}

condition "owner_consents" {
  event = "the owner consents"
}

condition "security_purpose" {
  state = "it is for security"
}

condition "scanning" {
  state = "it is for scanning or reviewing vulnerabilities, malware or other content that violates the terms"
}

condition "owner_supported" {
  state = "it assists the owner in a matter of support"
}

condition "integrity" {
  state = "it maintains the integrity of the services"
}

condition "unlawful_content" {
  state = "it complies with the law, and there is reason to believe that the content violates it"
}

condition "notice_prohibited" {
  state = "the law prohibits notice"
}

condition "threat" {
  state = "GitHub acted in response to a threat or another risk to security"
}
