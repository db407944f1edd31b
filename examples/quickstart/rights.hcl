# Who can see data, and what people can ask for.

# What is about several things stands beside them, and lists them. The list can
# be built: values(data_store) is every data store, also one that is added later.
access "support" {
  who      = [actor.support]
  to       = values(data_store)
  effect   = "limit" # or "allow", or "deny"
  purposes = [purpose.support]
  method   = ["least_privilege"]
  only     = true # the page prints "only"

  audit {
    coverage = "all"
  }
}

right "access" {
  label  = "Seeing your data"
  kind   = "access"
  holder = [actor.user]
  via    = [contact.privacy]
  within = "1 month"
}

# Kept in a backup for a while after it is deleted: say so where it is promised.
right "erasure" {
  label    = "Deleting your data"
  kind     = "erasure"
  holder   = [actor.user]
  via      = [contact.privacy]
  within   = "1 month"
  coverage = "all"
  limits   = ["a deleted note remains in backups for ${var.backup_period}"]
}

# for_each makes one block for each key, with each.key and each.value.
right "request" {
  for_each = {
    rectification = "Correcting your data"
    restriction   = "Restricting what we do with your data"
    portability   = "Taking your data along"
    objection     = "Objecting"
  }
  label  = each.value
  kind   = each.key
  holder = [actor.user]
  via    = [contact.privacy]
  within = "1 month"
}

right "complaint" {
  label     = "Complaining"
  kind      = "complaint"
  holder    = [actor.user]
  authority = "the Data Protection Commission of Ireland"
}

# A statement that no fact can carry. Everything else is better said with types.
principle "care" {
  statement = "We collect what we need, and nothing for later."
}
