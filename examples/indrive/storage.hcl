# Who may store what. Five stores are meant to keep PI for good; all others may
# cache it (requirements.hcl).

data_store "user_service" {
  label = "user service"
  holds = [category.pi]
  uses  = ["main storage of users' PI"]
}

data_store "watchdocs" {
  label     = "Watchdocs"
  backend   = data_store.file_storage
  holds     = [category.parsed_document_data]
  functions = ["protecting PI in its database"]
}

# What "landing" means the document does not explain.
data_store "file_storage" {
  label     = "file storage"
  holds     = [category.document_scan, category.photo, category.other_binary_data]
  functions = ["landing"]

  encryption {
    strength = "must"
    by       = [data_store.file_storage]
  }
}

data_store "payment" {
  label     = "Payment & Payment Provider"
  holds     = [category.financial["bank_account"]]
  standards = ["PCI DSS"]
}

data_store "dwh" {
  label = "DWH"

  segment "special" {
    label    = "special segment"
    holds    = [category.pi]
    purposes = [purpose.legal_claims]
    strength = "must"
  }

  segment "general" {
    label = "general store"
  }
}

access "special_segment" {
  to        = [data_store.dwh.segment.special]
  effect    = "limit"
  max_users = "limited"
}

purpose "legal_claims" {
  label = "fulfilling legal claims"
}

# "A limited period" is all that the document says. The word is kept, and nobody
# can check it.
data_store "caches" {
  label = "caches of other services"
  holds = [category.pi]

  retention {
    period   = "limited"
    strength = "may"
  }
}

data_store "audit_log" {
  label = "audit log"
  uses  = ["recording access to PI"]

  retention {
    long_term = true
    strength  = "must"
  }
}

access "admin_panel" {
  to     = [category.pi]
  via    = [system.admin_panel]
  effect = "allow"

  audit {
    coverage  = "all"
    strength  = "must"
    stored_in = [data_store.audit_log]
  }
}

data_store "logs" {
  label = "logs"
}

system "admin_panel" {
  label = "the Admin panel"
}
