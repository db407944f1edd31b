# The document itself, whose it is, and the two names that the rest refers to.

policy "monta" {
  title        = "${organization.monta.label} data policy"
  organization = organization.monta
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

# The app is named as the place of two buttons (rights.hcl), and not as all that the
# policy covers.
system "monta_app" {
  label = "Monta App"
}

actor "user" {
  label = "user"
  kind  = "data_subject"
}
