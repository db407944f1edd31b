# Where uploads are kept, and for how long.

vendor "aws" {
  label        = "Amazon Web Services"
  abbreviation = "AWS"
}

# The policy calls it a database and names S3, which stores objects. Both are
# printed: what it is used as, and what it is.
data_store "uploads" {
  label      = "upload storage"
  technology = "S3"
  vendor     = vendor.aws
  holds      = [category.upload]
  uses       = ["our database"]

  # A calendar month, as published: it is not 30 days.
  retention {
    data      = [category.upload]
    period    = "1 month"
    on_expiry = "delete"
    automatic = true
  }
}

# The store holds nothing but uploads, so that what is true of it is true of them.
encryption "at_rest" {
  applies_to = [data_store.uploads]
  state      = "at_rest"
  default    = true
}
