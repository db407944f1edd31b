# The policy's own page, in the order of the published one, whose sections are
# numbered too. Every part is generated, and "of" says which blocks it shows: the
# same cluster stands in the second section and, with its backups, in the
# eighth, out of one declaration.

document "index" {
  numbering = "decimal"

  section "about" {
    title = "About this policy"
    shows = ["about", "terms"]
  }

  section "ownership" {
    title = "Whose data it is"
    shows = ["collection"]
    of    = [category.personal_data, category.operational_data]
  }

  section "own_use" {
    title = "What we may use ourselves"
    shows = ["requirements"]
    of    = [requirement.aggregate_use]
  }

  section "storage" {
    title = "Where data is kept"
    shows = ["locations"]
    of    = values(data_store)
  }

  section "analytics" {
    title = "Where user analytics and support data is kept"
    shows = ["recipients"]

    of = concat(
      values(subprocessor.analytics),
      values(subprocessor.analytics_service),
    )
  }

  section "access" {
    title = "Access and permissions"
    shows = ["access"]
    of    = [access.other_users, access.tenant_members, access.all_data]
  }

  section "tenants" {
    title = "What tenants are responsible for"
    shows = ["requirements"]
    of    = [requirement.tenant_environments, requirement.tenant_permissions]
  }

  section "ai" {
    title = "Artificial intelligence"
    shows = ["locations", "flows"]
    of    = [system.allie, flow.allie]
  }

  section "processing" {
    title = "Processing inside the platform"
    shows = ["flows"]
    of    = [flow.operational]
  }

  section "security" {
    title = "How data is protected"
    shows = ["security"]

    of = [
      measure.best_practices,
      encryption.at_rest,
      encryption.in_transit,
      encryption.industry_standard,
      measure.security_audits,
      measure.access_control,
    ]
  }

  section "retention" {
    title = "How long data is kept"
    shows = ["retention"]
  }

  section "services" {
    title = "Services of others"
    shows = ["recipients"]

    of = [
      transfer.specialised_services,
      subprocessor.auth0,
      subprocessor.stripe,
      subprocessor.adyen,
      subprocessor.spaceinvoices,
      subprocessor.openai,
      data_store.s3,
      data_store.cloud_buckets,
    ]
  }

  section "sharing" {
    title = "Sharing and transfers"
    shows = ["recipients"]
    of    = [transfer.third_parties]
  }

  section "integrity" {
    title = "Integrity of data"
    shows = ["security"]
    of    = [measure.integrity_monitoring, measure.integrity_response]
  }

  section "staff" {
    title = "Access by our own people"
    shows = ["access"]
    of    = [access.staff]
  }

  section "notes" {
    title = "About this page"
    shows = ["dates"]
  }
}
