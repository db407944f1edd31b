# One company of the group.

variable "name" {
  type        = text
  description = "What the company is called."
}

variable "country" {
  type        = country
  description = "Where it is established and processes data."
}

vendor "company" {
  label   = var.name
  country = var.country
}

subprocessor "company" {
  label     = var.name
  vendor    = vendor.company
  relation  = "affiliate"
  kind      = "named"
  countries = [var.country]
}
