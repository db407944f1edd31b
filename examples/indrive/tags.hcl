# How the databases themselves say which PI they hold. What each tag means is said
# by the category that carries it, in data.hcl.

requirement "schema_tags" {
  label        = "Tags"
  topic        = local.tags
  who          = [system.production_databases]
  effect       = "require"
  strength     = "must"
  actions      = ["carry special tags"]
  goals        = ["show which type of PI it stores"]
  location     = ["in its INFORMATION_SCHEMA"]
  environments = ["production"]
}

exception "other_databases" {
  label = "Other databases"
  to    = [requirement.schema_tags]
  for   = [system.other_databases]
}

system "production_databases" {
  label = "every production database"
}

system "other_databases" {
  label = "databases that are not in production"
}

requirement "tagging" {
  label   = "Who tags"
  topic   = local.tags
  who     = [actor.developer]
  effect  = "require"
  actions = ["be responsible for tagging"]
  target  = ["columns", "tables"]
  when    = [condition.pi_in_sql]
}

condition "pi_in_sql" {
  event = "their production service stores PI in an SQL database"
}

requirement "tag_types" {
  label    = "Which tags"
  topic    = local.tags
  who      = [actor.developer]
  effect   = "require"
  strength = "should"
  actions  = ["place two types of tags on"]
  target   = ["columns", "tables"]
  tags     = ["#PPI", "#GEO"]
  when     = [condition.contain_pi]
}

condition "contain_pi" {
  event = "these contain PI"
}

requirement "tag_position" {
  label    = "Place in the comment"
  topic    = local.tags
  who      = [actor.developer]
  effect   = "require"
  strength = "should"
  actions  = ["add tags after other text"]
  when     = [condition.comment_has_text]
}

condition "comment_has_text" {
  event = "a comment contains some already"
}

requirement "tag_creation" {
  label    = "From the beginning"
  topic    = local.tags
  who      = [actor.developer]
  effect   = "require"
  strength = "must"
  actions  = ["add both tags"]
  target   = ["to the comment of the table or column"]
  location = ["in its first CREATE statement"]
}

requirement "tag_migration" {
  label    = "For good"
  topic    = local.tags
  who      = [actor.developer]
  effect   = "require"
  strength = "must"
  actions  = ["preserve both tags"]
  when     = [condition.migration]
}

condition "migration" {
  event = "a database is migrated"
}
