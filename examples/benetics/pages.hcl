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
    of    = [principle.reachable, claim.disclosure, requirement.announcement, contact.privacy]
  }

  section "control" {
    title = "Control"
    shows = ["principles", "rights"]
    of    = concat([principle.in_control], values(right))
  }

  section "safety" {
    title = "Safety"
    shows = ["principles", "security", "access", "requirements"]

    of = [
      principle.safe,
      principle.serious,
      principle.trust_slow,
      principle.one_mistake,
      encryption.at_rest,
      encryption.in_transit,
      access.proprietary,
      requirement.permissions_system,
      measure.access_audits,
      measure.security_reviews,
    ]
  }

  section "storage" {
    title = "Where data is kept"
    shows = ["locations"]
    of    = values(data_store)
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
    shows = ["access"]

    of = [
      access.teams,
      access.direct,
    ]
  }

  section "reasons" {
    title = "Why data is processed"
    shows = ["requirements"]
    of    = [requirement.purpose_limitation, requirement.customer_success]
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
