# The policy's own page: promises first, then details, as published.

document "index" {
  section "about" {
    title = "Our promise"
    shows = ["about", "principles"]

    of = [
      policy.benetics,
      organization.benetics,
      principle.treasure,
      principle.build_for_you,
      principle.earn_trust,
      principle.stewards,
      principle.open,
      principle.long_term,
    ]
  }

  section "transparency" {
    title = "Transparency"
    shows = ["principles", "requirements", "contacts"]
    of    = [claim.disclosure, requirement.announcement, contact.privacy]
  }

  section "control" {
    title = "Control"
    shows = ["rights"]
  }

  section "safety" {
    title = "Safety"
    shows = ["principles", "security", "access", "requirements"]

    of = [
      principle.serious,
      principle.trust_slow,
      principle.one_mistake,
      encryption.at_rest,
      encryption.in_transit,
      access.proprietary,
      requirement.permissions_system,
      measure.security_reviews,
    ]
  }

  section "storage" {
    title = "Where data is kept"
    shows = ["locations"]
    of    = concat(values(data_store), [system.serving, region.frankfurt])
  }

  section "deletion" {
    title = "Backups and deletion"
    shows = ["retention"]
  }

  section "services" {
    title = "Services of others"
    shows = ["recipients"]
    of    = concat([system.email_forwarding], values(subprocessor))
  }

  section "encryption" {
    title = "How data is encrypted"
    shows = ["security"]
    of    = [encryption.business_data, encryption.backend, encryption.clients]
  }

  section "access" {
    title = "Who can see data"
    shows = ["access", "collection"]

    of = [
      access.teams,
      access.direct,
      access.customer_success,
      category.customer_data,
    ]
  }

  section "reasons" {
    title = "Why data is processed"
    shows = ["requirements"]
    of    = [requirement.purpose_limitation]
  }

  section "sharing" {
    title = "Sharing"
    shows = ["principles"]
    of    = [claim.no_sharing]
  }

  section "notes" {
    title = "Date"
    shows = ["dates"]
  }
}
