# Where data is kept and processed, how it is backed up, and how it disappears.

vendor "amazon" {
  label = "Amazon"
}

vendor "aws" {
  label        = "Amazon Web Services"
  abbreviation = "AWS"
  parent       = vendor.amazon
}

vendor "google" {
  label = "Google"
}

vendor "google_cloud" {
  label  = "Google Cloud Platform"
  parent = vendor.google
}

region "frankfurt" {
  label        = "data centre facility"
  vendor       = vendor.amazon
  city         = "Frankfurt"
  country      = "DE"
  jurisdiction = "EU"
}

# No more is said of where these are than whose they are.
region "google_cloud" {
  label  = "data centres"
  vendor = vendor.google_cloud
}

# A jurisdiction, and no country: that is all the policy says of this one.
region "eu" {
  label        = "European Union"
  jurisdiction = "EU"
}

category "business_data" {
  label = "business data of customers"
}

category "login_data" {
  label = "login data of users"
}

category "account" {
  label = "your user account"
}

category "account_data" {
  label = "data associated with it"
}

data_store "s3" {
  label   = "Amazon S3"
  vendor  = vendor.amazon
  regions = [region.frankfurt]
  holds   = [category.business_data]
}

data_store "dynamodb" {
  label   = "Amazon DynamoDB"
  vendor  = vendor.amazon
  regions = [region.frankfurt]
  holds   = [category.business_data]
}

data_store "cognito" {
  label  = "Amazon Cognito"
  vendor = vendor.amazon
  holds  = [category.login_data]
}

backup "snapshots" {
  frequency = "regular"
  form      = "snapshot"

  restore {
    when  = [condition.restore_requested]
    reach = "3 months"
  }
}

condition "restore_requested" {
  event = "you ask for it"
  by    = [actor.user]
}

# What is deleted goes in two stages. The second begins where the first ends, and
# reaches into the backups: so a copy that is brought back within the three months
# can bring deleted data back with it. The policy does not speak of that.

retention "serving" {
  applies_to = [system.serving]
  data       = [category.account, category.account_data]
  starts_on  = condition.deletion_requested
  period     = "minutes"
  bound      = "at_most"
  on_expiry  = "delete"
}

retention "storage" {
  applies_to = concat(values(data_store), [backup.snapshots])
  data       = retention.serving.data
  starts_on  = condition.deletion_requested
  after      = retention.serving
  strength   = "may"
  period     = "3 months"
  bound      = "at_most"
  guaranteed = true
  on_expiry  = "delete"
}

condition "deletion_requested" {
  event = "you request deletion"
  by    = [actor.user]
}

system "serving" {
  label = "our serving systems"
}

system "email_forwarding" {
  label     = "our email forwarding"
  hosted_by = vendor.aws
  regions   = [region.eu]
}

subprocessor "google_maps" {
  label   = "maps services"
  vendor  = vendor.google
  regions = [region.google_cloud]

  engagement "maps" {
    purposes = [purpose.set_project_location]
  }
}

subprocessor "firebase" {
  label  = "Firebase"
  vendor = vendor.google_cloud

  engagement "push_notifications" {
    purposes = [purpose.push_notifications]
  }
}

purpose "set_project_location" {
  label = "setting the location of a Project"
}

purpose "push_notifications" {
  label = "push notifications"
}
