# The rules, by topic. "must avoid", "must never" and "should generally avoid" are
# three different things: strength says how binding a rule is, effect what it does.

locals {
  databases = "Databases"
  hardening = "Additional hardening"
  files     = "Binary data and files"
  streaming = "Streaming"
  logging   = "Logs"
  tags      = "Tags in databases"

  tier = "additional hardening"
}

# --- Where PI is stored

requirement "no_permanent_pi" {
  label    = "No permanent storage"
  who      = [actor.developer]
  effect   = "avoid"
  strength = "must"
  actions  = ["permanently store"]
  on       = [category.pi]
  location = ["in services"]
  stores   = values(data_store)
}

exception "pi_stores" {
  label = "Stores that are meant to keep it"
  to    = [requirement.no_permanent_pi]
  only  = true

  for = [
    data_store.user_service,
    data_store.watchdocs,
    data_store.file_storage,
    data_store.payment,
    data_store.dwh,
  ]
}

requirement "dwh_general" {
  label    = "Rest of the DWH"
  who      = [data_store.dwh.segment.general]
  effect   = "avoid"
  strength = "must"
  actions  = ["expose"]
  on       = [category.pi]
  stores   = [data_store.dwh.segment.general]
}

requirement "raw_documents" {
  label   = "Raw documents"
  who     = [actor.developer]
  effect  = "permit"
  actions = ["leave the protection of raw document data to ${data_store.watchdocs.label}"]
  because = "it protects PI in its database and keeps its data in the file storage"
}

# --- New kinds of PI

requirement "measures" {
  label     = "Measures"
  effect    = "require"
  strength  = "must"
  actions   = ["implement the measures below"]
  when      = [condition.decided_to_store]
  varies_by = "how the data is processed"
}

# --- Databases

requirement "personal_credentials" {
  label     = "Personal credentials"
  topic     = local.databases
  effect    = "require"
  strength  = "must"
  actions   = ["personalise"]
  target    = ["database credentials"]
  max_users = 1
}

requirement "credential_approval" {
  label    = "Approval of credentials"
  topic    = local.databases
  who      = [actor.data_owner]
  effect   = "require"
  strength = "must"
  actions  = ["approve credentials"]
  when     = [condition.credential_added]
}

condition "credential_added" {
  event = "new ones are added"
}

access "database_permissions" {
  to       = [system.databases]
  effect   = "limit"
  strength = "must"
  method   = ["least_privilege"]
}

system "databases" {
  label = "databases"
}

# --- Additional hardening: none of it is required.

encryption "user_key" {
  applies_to = [category.pi]
  strength   = "may"
  tier       = local.tier

  key {
    label     = local.key_label
    owner     = [actor.user]
    stored_in = local.key_container
    engine    = local.key_engine
    strength  = "may"
  }
}

requirement "regional_separation" {
  label    = "Separate databases"
  topic    = local.hardening
  effect   = "permit"
  actions  = ["keep"]
  on       = [category.pi]
  location = ["in databases that are separate for each region or country"]
  tier     = local.tier
}

# --- Binary data and files. The same container that may hold a key above must
# hold it here.

locals {
  key_label     = "private crypto key"
  key_container = "an encrypted container"
  key_engine    = "Vault Transit Engine"
}

requirement "blob" {
  label    = "Small data"
  topic    = local.files
  effect   = "require"
  strength = "must"
  actions  = ["apply the standard measures for PI in databases to"]
  on       = [category.binary_data]
  when     = [condition.fits_blob]
}

encryption "file_encryption" {
  label      = "File encryption"
  applies_to = [category.binary_data]
  scope      = "file"
  strength   = "must"
  when       = [condition.exceeds_blob]

  key {
    label     = local.key_label
    owner     = [actor.data_subject]
    stored_in = local.key_container
    engine    = local.key_engine
    strength  = "must"
  }
}

condition "fits_blob" {
  event = "it is small enough for a BLOB field of the database"
}

condition "exceeds_blob" {
  event = "it is too large for a BLOB field of the database"
}

requirement "file_names" {
  label    = "Names of files"
  topic    = local.files
  effect   = "forbid"
  strength = "must"
  actions  = ["name"]
  method   = ["in a linear sequence"]
  on       = [category.pi_files]
  because  = "so that nobody can go through them one after the other"
}

requirement "random_names" {
  label   = "Random names"
  topic   = local.files
  effect  = "prefer"
  actions = ["name"]
  method  = ["by UUIDv4"]
  on      = [category.pi_files]
}

access "file_access" {
  to       = [category.pi_files]
  effect   = "limit"
  strength = "must"
  method   = ["least_privilege"]
}

access "url" {
  label    = "Access by URL"
  to       = [category.pi_files]
  effect   = "allow"
  via      = [system.file_url]
  lifetime = "limited"
  prefer   = "shortest"
  strength = "must"
}

system "file_url" {
  label = "URLs"
}

requirement "no_public_cdn" {
  label    = "No public copies"
  topic    = local.files
  effect   = "forbid"
  strength = "must"
  actions  = ["store"]
  on       = [category.pi_files]
  location = ["in public CDNs", "caches"]
}

# One special case, which gives up one measure and adds another: who may
# see it.
exception "avatar" {
  label     = "Avatars"
  for       = [category.avatar]
  waives    = [encryption.file_encryption]
  requires  = [access.avatar_access]
  treatment = "simplified protection"
  strength  = "must"
  because   = "the technical measures of protection are complex"
}

access "avatar_access" {
  label    = "Avatar access"
  who      = [actor.authenticated_user]
  to       = [category.others_avatar]
  effect   = "allow"
  strength = "may"
  only     = true
  method   = ["authentication"]
}

# --- Streaming

requirement "no_streaming" {
  label     = "No streaming"
  topic     = local.streaming
  effect    = "avoid"
  strength  = "should"
  qualifier = "generally"
  actions   = ["stream"]
  on        = [category.pi]
}

exception "streaming" {
  label    = "Streaming"
  to       = [requirement.no_streaming]
  requires = [requirement.separate_topic, access.topic_access, requirement.consumer_accounts]
  when     = [condition.streaming_unavoidable]
}

condition "streaming_unavoidable" {
  event = "streaming PI cannot be avoided"
}

requirement "separate_topic" {
  label    = "Separate topic"
  topic    = local.streaming
  effect   = "require"
  strength = "must"
  actions  = ["create a separate topic"]
  when     = [condition.streaming_unavoidable]
}

access "topic_access" {
  label    = "Topic access"
  to       = [system.pi_topic]
  effect   = "limit"
  strength = "must"
  actions  = ["read data in"]
  method   = ["rbac"]
  control  = "strict"
}

requirement "consumer_accounts" {
  label    = "Accounts of consumers"
  topic    = local.streaming
  who      = [actor.consumer]
  effect   = "require"
  strength = "must"
  coverage = "every"
  actions  = ["use a dedicated account"]
}

requirement "change_events" {
  label   = "Events in its place"
  topic   = local.streaming
  effect  = "prefer"
  actions = ["notify subscribers of changes to PI with change notification events"]
}

system "pi_topic" {
  label = "topic that carries PI"
}

# --- Logs

requirement "logs" {
  label    = "No PI in logs"
  topic    = local.logging
  effect   = "require"
  strength = "must"
  coverage = "full"
  actions  = ["wipe out"]
  on       = [category.pi]
  stores   = [data_store.logs]
  when     = [condition.new_service]
}

requirement "log_masking" {
  label     = "Masking"
  topic     = local.logging
  effect    = "require"
  strength  = "must"
  actions   = ["mask"]
  target    = ["each field"]
  guided_by = actor.application_security
  when      = [condition.log_identification_needed]
}

condition "new_service" {
  event = "the service that writes them is new"
}

condition "log_identification_needed" {
  event = "PI has to be identifiable in logs"
}
