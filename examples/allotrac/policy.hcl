# The document itself, whose it is, and who appears in it.

policy "allotrac" {
  title        = "Data Policy"
  organization = organization.allotrac
  products     = [system.platform.label]
  audience     = "public"

  # 11 September or 9 November: the published form leaves it open. Day first is
  # the custom in Australia, where the data is. Both are kept, and both printed.
  updated              = "2024-09-11"
  updated_as_published = "11/09/2024"
}

organization "allotrac" {
  label = "Allotrac"
}

system "platform" {
  label = "the ${organization.allotrac.label} platform"
}

# The page calls "you" the only ones whom the data is about: the users.
actor "user" {
  label      = "user"
  kind       = "data_subject"
  member_of  = [actor.tenant]
  membership = "one_or_more"
}

actor "tenant" {
  label = "tenant"
  kind  = "tenant"
}

actor "own_tenant" {
  label = "your tenant or tenants"
}

actor "tenant_user" {
  label = "the tenant's user"
}

actor "other_user" {
  label = "other user"
}

actor "data_owner" {
  label = "data owner"
}

actor "employee" {
  label = "employee"
  kind  = "staff"
}

actor "contractor" {
  label = "contractor"
  kind  = "contractor"
}
