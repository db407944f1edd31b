# The page, laid out as an internal standard: what the words mean, who may store
# what, the rules by topic, and then what applies to all of them.

document "index" {
  numbering = "decimal"

  section "scope" {
    title = "What this standard is about"
    shows = ["about", "terms"]
    of    = concat([policy.indrive, organization.indrive], values(term))
  }

  section "classes" {
    title = "Classes of personal information"
    shows = ["collection"]
  }

  section "storing" {
    title = "Who may store what"
    shows = ["requirements", "locations"]

    of = concat(
      [requirement.no_permanent_pi, requirement.dwh_general, requirement.raw_documents],
      values(data_store),
    )
  }

  section "decisions" {
    title = "Where do I store this?"
    shows = ["decisions"]
  }

  section "new_kinds" {
    title = "New kinds of personal information"
    shows = ["procedures", "requirements"]
    of    = [procedure.new_pi, requirement.measures]
  }

  section "measures" {
    title = "Measures"
    shows = ["requirements"]

    of = [
      requirement.personal_credentials,
      requirement.credential_approval,
      requirement.regional_separation,
      requirement.blob,
      requirement.file_names,
      requirement.random_names,
      requirement.no_public_cdn,
      requirement.no_streaming,
      requirement.separate_topic,
      requirement.consumer_accounts,
      requirement.change_events,
      requirement.logs,
      requirement.log_masking,
      requirement.schema_tags,
      requirement.tagging,
      requirement.tag_types,
      requirement.tag_position,
      requirement.tag_creation,
      requirement.tag_migration,
    ]
  }

  section "avatars" {
    title = "The special case of avatars"
    shows = ["requirements", "access"]
    of    = [exception.avatar, access.avatar_access]
  }

  section "exceptions" {
    shows = ["exceptions"]
  }

  section "changes" {
    title = "When personal information changes"
    shows = ["procedures"]
    of    = [procedure.pi_changes]
  }

  section "encryption" {
    title = "Encryption"
    shows = ["security"]
  }

  section "access" {
    title = "Access"
    shows = ["access"]

    of = [
      access.special_segment,
      access.database_permissions,
      access.file_access,
      access.url,
      access.topic_access,
      access.admin_panel,
    ]
  }

  section "deletion" {
    title = "The duty to delete"
    shows = ["requirements"]
    of    = [requirement.deletion_duty]
  }

  section "stages" {
    title = "How an account is deleted"
    shows = ["procedures", "requirements", "locations"]
    of    = [procedure.account_deletion, requirement.no_restoration, system.user_termination]
  }

  section "retention" {
    title = "How long it is kept"
    shows = ["retention"]
  }
}
