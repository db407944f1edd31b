# The document itself, whose it is, and the two names that the rest refers to.

policy "monta" {
  title        = "${organization.monta.label} data policy"
  organization = organization.monta
  products     = [system.monta_app.label]
  audience     = "public"
  updated      = "2021-03-25"

  # Each phrase continues "This policy describes …".
  scope = [
    "how data is handled on behalf of users",
    "which choices users have to control it",
  ]

  # The German pages are of this example: Monta published its policy in English.
  languages           = ["en", "de"]
  prevailing_language = "en"
}

organization "monta" {
  label = "Monta"
}

# The app's name stands here once. The policy's list of products and the two
# buttons in rights.hcl take it from here.
system "monta_app" {
  label = "Monta App"
}

actor "user" {
  label = "user"
  kind  = "data_subject"
}
