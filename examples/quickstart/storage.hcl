# Where data is kept, for how long, and who receives it.

# What is stated in more than one place is written once. A variable can also be
# given from outside: privity build --var backup_period="14 days" -o dist
variable "backup_period" {
  type        = duration
  default     = "30 days"
  description = "How long a backup is kept."
}

vendor "aws" {
  label      = "Amazon Web Services"
  legal_name = "Amazon Web Services EMEA SARL"
}

# The code is checked, and so is that the country is the one it lies in.
region "ireland" {
  label   = "Ireland"
  vendor  = vendor.aws
  code    = "eu-west-1"
  country = "IE"
}

data_store "main" {
  label      = "main database"
  technology = "PostgreSQL"
  vendor     = vendor.aws
  regions    = [region.ireland]
  holds      = [category.email, category.notes]

  # What is about one thing stands inside it.
  retention {
    period    = "30 days" # 30 days, 1 month and 10 business days all differ
    bound     = "at_most"
    starts_on = condition.account_closed
    on_expiry = "delete"
  }

  backup {
    frequency = "1 per day"
    retained  = var.backup_period
  }

  encryption {
    state = "at_rest"
  }
}

# A condition is a clause without "when" or "while", which the page adds.
condition "account_closed" {
  event = "you close your account"
}

# Who keeps data for us receives it too, and is named as such.
subprocessor "hosting" {
  label     = "Amazon Web Services"
  vendor    = vendor.aws
  kind      = "named"
  regions   = [region.ireland]
  agreement = "https://example.com/hosting-agreement"

  engagement "hosting" {
    purposes = [purpose.account]
    data     = [category.email, category.notes]
  }
}

vendor "example_mail" {
  label      = "Example Mail"
  legal_name = "Example Mail Company Ltd"
}

# Somebody outside who receives data. One engagement for each thing that they
# are engaged for.
subprocessor "mail" {
  label     = "Example Mail"
  vendor    = vendor.example_mail
  kind      = "named"
  countries = ["IE"]
  agreement = "https://example.com/mail-agreement"

  engagement "answers" {
    purposes = [purpose.support]
    data     = [category.email]
  }
}
