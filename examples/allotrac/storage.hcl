# Where data is kept, for how long, and how it is backed up.
#
# The policy describes the cluster and the Redis twice, once among the places of
# storage and once among backups. Each is declared once, and pages.hcl shows it
# in both sections.

module "companies" {
  source = "./modules/companies"
}

# The 30 days are those of the backups. How long the data itself is kept the
# policy does not say, so there is no retention.
data_store "mongodb" {
  label      = "operational database"
  technology = "MongoDB"
  hosted_by  = module.companies.vendor.atlas
  topology   = "cluster"
  failover   = true
  regions    = [module.companies.region.australia]
  holds      = [category.operational_data]

  backup {
    frequency = "1 per day"
    retained  = "30 days"
    protected = true

    restore {
      when = [condition.data_loss]
    }
  }
}

data_store "redis" {
  label      = "ephemeral store"
  technology = "Redis"
  edition    = "Enterprise"
  topology   = "cluster"
  permanent  = false
  regions    = [module.companies.region.australia]
  holds      = [category.pubsub_data]
  uses       = ["publishing and subscribing"]

  # "Not long-term" in one section and a defined window in another. Both hold,
  # and the window is the one that can be compared.
  retention {
    period    = term.operational_window
    bound     = "at_most"
    long_term = false
  }

  backup {
    enabled = false
  }
}

term "operational_window" {
  label  = "necessary operational window"
  period = "24 hours"
  bound  = "under"
}

condition "data_loss" {
  event = "data is lost"
}

# Static files are spread over two providers, which the policy lists again among
# its third parties. Whose a store is says both: the company that keeps it is on
# every list of those who receive data.

data_store "s3" {
  label  = "AWS S3"
  vendor = module.companies.vendor.aws
  holds  = [category.static_files]
}

data_store "cloud_buckets" {
  label  = "GCP Cloud Buckets"
  vendor = module.companies.vendor.google_cloud
  holds  = [category.static_files]
}
