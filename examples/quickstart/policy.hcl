# A privacy policy as code. Every block is a thing that a reader of the policy
# would name, and every attribute is a fact about it. Text after # is yours.
#
#   privity build -o dist            compiles the pages: open dist/index.html
#   privity check                    holds the policy against the rules
#   privity explain data_store       tells what a block is for and what it takes
#
# Blocks may stand in any order and in any file that ends in .hcl.

policy "example_notes" {
  # A text may take a value from elsewhere: ${KIND.NAME.ATTRIBUTE}.
  title        = "Privacy policy of ${organization.example.label}"
  organization = organization.example # a reference: no quotation marks
  products     = ["Example Notes"]
  scope        = ["which personal data we handle, and what you can do about it"]
  audience     = "public" # or "internal"
  effective    = "2026-01-01"
  updated      = "2026-01-01"
  regimes      = ["gdpr"]
}

organization "example" {
  label      = "Example" # the name that readers see
  legal_name = "Example Ltd"
  role       = "controller"
  country    = "IE" # ISO 3166-1: the page prints the name
  address    = "1 Example Street, Dublin"
}

contact "privacy" {
  label   = "our privacy team"
  channel = "email"
  address = "privacy@example.com"
  open_to = [actor.user]
  topics  = ["your data"]
}

# Who the policy speaks of: the people whom data is about, and those who see it.

actor "user" {
  label = "user"
  kind  = "data_subject"
}

actor "support" {
  label = "support team"
  kind  = "team"
}
