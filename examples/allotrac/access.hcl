# Who can see what, and who decides.

access "other_users" {
  who    = [actor.other_user]
  to     = [category.user_data]
  effect = "allow"
  only   = true
  when   = [condition.explicitly_shared]
}

condition "explicitly_shared" {
  event = "the data owner explicitly shares it"
  by    = [actor.data_owner]
}

access "tenant_members" {
  who        = [actor.tenant_user]
  to         = [category.tenant_data]
  effect     = "allow"
  only       = true
  method     = ["permissions"]
  granted_by = [actor.tenant]
}

# All data, whether or not it is described here, so that none is named.
access "all_data" {
  effect      = "limit"
  method      = ["rbac"]
  enforced_by = "the platform's security policies"
}

access "staff" {
  who      = [actor.employee, actor.contractor]
  effect   = "allow"
  strength = "may"
  control  = "strict"
  only     = true
  purposes = [purpose.troubleshooting, purpose.customer_support, purpose.platform_maintenance]

  audit {
    because = "for accountability"
  }
}

# What tenants are responsible for stands in two sections of the policy, the
# second of which is more precise. Here it stands once.

requirement "tenant_environments" {
  label    = "Their own environments"
  who      = [actor.tenant]
  effect   = "require"
  actions  = ["manage"]
  target   = ["access", "permissions"]
  location = ["in the environments of their own data"]
}

requirement "tenant_permissions" {
  label   = "Permissions"
  who     = [actor.tenant]
  effect  = "require"
  actions = ["configure", "maintain"]
  target  = ["the permissions that govern access to tenant data"]
}

purpose "troubleshooting" {
  label = "troubleshooting"
}

purpose "customer_support" {
  label = "customer support"
}

purpose "platform_maintenance" {
  label = "platform maintenance"
}
