purpose "provision" {
  label       = "delivering the services"
  class       = "service"
  legal_basis = "contract"
}

purpose "operations" {
  label    = "running the business"
  class    = "operations"
  examples = ["billing", "accounting", "financial reporting", "capacity planning"]
}

purpose "functions" {
  label       = "storing settings and recognizing users"
  class       = "service"
  legal_basis = "legitimate_interests"
}

purpose "inference" {
  label = "deriving likely preferences and locations from other data"
}

purpose "security" {
  label       = "safety and security of the services"
  class       = "security"
  legal_basis = "legitimate_interests"
  interest    = "securing the services"
  includes    = ["detecting and preventing abuse with automated and at times manual techniques"]
}

purpose "legal" {
  label       = "complying with the law"
  class       = "legal"
  legal_basis = "legal_obligation"
  includes    = ["answering the requests of data subjects", "tax requirements", "agreements and disputes"]
}

purpose "advertising" {
  label       = "interest-based advertising"
  class       = "marketing"
  legal_basis = "consent"
}

purpose "email_effect" {
  label = "making emails effective and not sending unwanted ones"
  class = "marketing"
}

purpose "customer_service" {
  label = "customer service"
  class = "support"
}

purpose "marketing" {
  label = "marketing and advertising"
  class = "marketing"
}

purpose "billing" {
  label = "billing"
  class = "operations"
}

activity "supplied_accounts" {
  label      = "accounts that an organization supplies"
  purposes   = [purpose.provision]
  data       = [category.account_data, category.content, category.usage]
  subjects   = [actor.user]
  recipients = [actor.account_organization]
  role       = "processor"
  when       = [condition.supplied_account]
}

activity "own_accounts" {
  label    = "accounts of one's own"
  purposes = [purpose.provision, purpose.security, purpose.operations]
  data     = [category.account_data, category.content, category.usage]
  subjects = [actor.user]
  systems  = [system.website]
  role     = "controller"
  unless   = [condition.supplied_account]
}

requirement "minimisation" {
  label    = "Data minimization"
  effect   = "require"
  strength = "must"
  actions  = ["use no more than the minimum that is required"]
  on       = [category.personal_data]
}

measure "controls" {
  label   = "Security controls"
  actions = ["use appropriate administrative, technical and physical controls"]
  goals   = ["protecting personal data"]
  on      = [category.personal_data]
}

retention "account" {
  applies_to = [category.personal_data]
  bound      = "unspecified"
  until      = [condition.account_inactive]
  varies_by  = "the purpose of the collection and the duties of the law"
}

condition "account_opened" {
  event = "an account is opened"
  by    = [actor.user]
}

condition "paid_subscription" {
  state = "a subscription is paid"
}

condition "support_asked" {
  event = "customer support is asked for help"
}

condition "supplied_account" {
  state = "the account is supplied by an organization"
}

condition "cookie_consent" {
  event = "consent is given, where the law asks for it"
}

condition "account_inactive" {
  event = "the account is not active any more"
}
