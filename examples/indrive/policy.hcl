# The standard itself, what its words mean, and who appears in it.

# The document has no title, no date, no version and no owner. A page needs a
# heading, so it has one here; the rest is left out, and governance.hcl says so.
policy "indrive" {
  title        = "Handling of personal information at ${organization.indrive.label}"
  organization = organization.indrive
  audience     = "internal"

  # Each phrase continues "It describes …".
  scope = [
    "what ${term.pi.label} (${term.pi.abbreviation}) is",
    "how it has to be handled",
  ]
}

organization "indrive" {
  label = "inDrive"
}

# The words. What each of them covers is said by the categories in data.hcl.

term "pi" {
  label        = "Personal Information"
  abbreviation = "PI"
  meaning      = "information that relates to an individual"
  subjects     = [actor.customer, actor.contractor]
  traits       = ["also information from which the individual cannot be identified"]
}

term "ppi" {
  label        = "Primary Personal Information"
  abbreviation = "PPI"
  parent       = term.pi
  source       = "provided to the company by the individual"
  traits       = ["data by which an individual's identity can be told apart or traced"]
}

term "spi" {
  label        = "Secondary Personal Information"
  abbreviation = "SPI"
  parent       = term.pi
  source       = "created when a person interacts with ${organization.indrive.label}"
}

term "tagging" {
  label   = "Tagging"
  meaning = "putting PI tags into the comments of database columns and tables"
}

actor "customer" {
  label = "customer"
  kind  = "customer"
}

actor "contractor" {
  label = "contractor"
  kind  = "contractor"
}

actor "user" {
  label = "user"
}

# Whose data a file holds. The document says owner here, and user elsewhere.
actor "data_subject" {
  label  = "the owner of the data"
  plural = "the owners of the data"
}

actor "authenticated_user" {
  label = "authenticated user"
}

actor "developer" {
  label = "developer"
}

actor "data_owner" {
  label = "data owner"
}

# Written in two ways in the document; it is one team.
actor "architects" {
  label = "the Architects Team"
  kind  = "team"
}

# Two teams, whose names are easily confused.
actor "product_security" {
  label = "the Product Security team"
  kind  = "team"
}

actor "application_security" {
  label = "the Application Security team"
  kind  = "team"
}

# Programs, and not people.
actor "subscriber" {
  label  = "subscriber"
  plural = "subscribers"
  kind   = "service"
}

actor "consumer" {
  label = "service that consumes PI from Kafka"
}
