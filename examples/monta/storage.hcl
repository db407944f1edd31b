# Where data is kept, for how long, and how it is backed up.

vendor "aws" {
  label        = "Amazon Web Services"
  abbreviation = "AWS"
  data_share   = "most"
}

# The policy prints a code that AWS does not have. The right one is declared, so
# that it can be checked, and the printed one is kept beside it.
region "eu_west" {
  vendor            = vendor.aws
  code              = "eu-west-1"
  code_as_published = "eu-west-01"
  country           = "IE"
}

data_store "aurora" {
  label      = "Aurora"
  technology = "MySQL"
  vendor     = vendor.aws
  regions    = [region.eu_west]
  uses       = ["the master database"]
}

# Listed among the stores at AWS and managed by another company. Both hold:
# whose infrastructure it is and who operates it are different facts.
data_store "elasticsearch" {
  label      = "Elasticsearch"
  vendor     = vendor.aws
  managed_by = subprocessor.elastic_cloud
  regions    = [region.eu_west]
  uses       = ["the search engine behind the map", "log files"]
}

data_store "dynamodb" {
  label   = "DynamoDB"
  vendor  = vendor.aws
  regions = [region.eu_west]
  uses    = ["configuration"]
}

data_store "elasticache" {
  label      = "ElastiCache"
  technology = "Redis"
  vendor     = vendor.aws
  regions    = [region.eu_west]
  uses       = ["caching"]

  # What usually happens, not a promise: without the qualifier it would be one.
  retention {
    period    = "12 hours"
    bound     = "under"
    qualifier = "normally"
  }
}

data_store "s3" {
  label    = "S3"
  vendor   = vendor.aws
  regions  = [region.eu_west]
  uses     = ["file storage"]
  examples = ["images"]
}

# The policy says how often and how long, and not what is backed up. Without
# applies_to the block claims no more than that.
backup "main" {
  frequency = "several per day"
  retained  = "20 days"
}
