package corpus

import "bytes"

// openingBlocks is how many blocks stand in the opening.
const openingBlocks = 16

// opening returns the file that every policy begins with: whose it is, and the
// names, values and variables that the rest uses.
func (g *generator) opening() []byte { return bytes.TrimLeft([]byte(openingFile), "\n") }

const openingFile = `
# Whose policy it is, and the names that the rest refers to.

policy "example" {
  title        = "${organization.example.label} data policy"
  regimes      = ["gdpr", "uk_gdpr", "ccpa", "lgpd", "pipeda", "privacy_act_au", "fadp", "pci_dss"]
  organization = organization.example
  products     = [system.app.label]
  scope        = ["how ${local.company} handles personal data"]
  audience     = "public"
  effective    = "2026-02-01"
  updated      = "2026-01-15"

  notice "recipients" {
    change = "recipient"
    period = var.notice_period
    via    = [contact.privacy]
  }
}

organization "example" {
  label   = local.company
  role    = "controller"
  country = "IE"
}

locals {
  company            = "Example"
  approach           = "What ${local.company} holds itself to"
  standard_retention = "90 days"
  homes              = { eu = "IE", us = "US", ap = "JP" }
  log_stores         = values(data_store.logs)
}

variable "notice_period" {
  type        = duration
  default     = "30 days"
  description = "How long before a change it is announced."
}

variable "log_retention" {
  type    = duration
  default = "14 days"
}

vendor "aws" {
  label        = "Amazon Web Services"
  abbreviation = "AWS"
}

vendor "azure" {
  label = "Microsoft Azure"
}

vendor "gcp" {
  label = "Google Cloud"
}

system "app" {
  label     = "the ${local.company} app"
  kind      = "application"
  platforms = ["ios", "android"]
}

actor "user" {
  label = "user"
  kind  = "data_subject"
}

contact "privacy" {
  label   = "the privacy team"
  channel = "email"
  address = "privacy@example.com"
  open_to = [actor.user]
  topics  = ["your data"]
}

region "home" {
  for_each = local.homes
  label    = "home region (${each.key})"
  country  = each.value
}

# One store of log files in each home region.
data_store "logs" {
  for_each = local.homes
  label    = "log files (${each.key})"
  regions  = [region.home[each.key]]
  uses     = ["log files"]

  retention {
    period = var.log_retention
  }
}

access "logs" {
  who    = [actor.user]
  to     = local.log_stores
  effect = "deny"
}

condition "fault" {
  event = "a fault is reported"
}

right "erasure" {
  label   = "Erasure"
  kind    = "erasure"
  holder  = [actor.user]
  via     = [contact.privacy]
  within  = "10 business days"
  unless  = [condition.fault]
}
`

// hostingModule is what every module block of a policy uses.
const hostingModule = `# What one installation of the product runs on.

variable "company" {
  description = "Whose installation it is."
}

variable "country" {
  type = country
}

variable "kept" {
  type    = duration
  default = "30 days"
}

vendor "host" {
  label   = "${var.company} hosting"
  country = var.country
}

region "here" {
  label   = "${var.company}, ${var.country}"
  country = var.country
}

data_store "database" {
  label      = "${var.company} database"
  technology = "PostgreSQL"
  vendor     = vendor.host
  regions    = [region.here]

  retention {
    period = var.kept
  }
}

data_store "files" {
  label   = "${var.company} files"
  vendor  = vendor.host
  regions = [region.here]
  backend = data_store.database
}

encryption "at_rest" {
  applies_to = values(data_store)
  state      = "at_rest"
  default    = true
}
`
