# What to do with a new kind of PI, and when PI changes.

procedure "new_pi" {
  label = "A new kind of PI"
  when  = [condition.new_pi_identified]

  step "domain" {
    action = "try to understand the domain of the information"
  }

  step "user_property" {
    action   = "consider"
    target   = [data_store.user_service]
    strength = "should"
    when     = [condition.is_user_property]
    because  = "for storing it"
  }

  step "document" {
    action   = "consider"
    target   = [data_store.watchdocs]
    strength = "should"
    when     = [condition.is_document]
    because  = "for storing it"
  }

  step "binary" {
    action   = "store it"
    target   = [data_store.file_storage]
    mode     = ["direct"]
    strength = "should"
    when     = [condition.is_other_binary]
  }

  step "help" {
    action  = "contact"
    target  = [actor.architects]
    when    = [condition.is_unclassifiable]
    because = "for help"
  }

  step "decision" {
    who    = [actor.architects]
    action = "decide whether to store the PI"
  }

  step "review" {
    who      = [actor.product_security]
    action   = "review the solution"
    strength = "must"
    when     = [condition.decided_to_store]
  }
}

condition "new_pi_identified" {
  event = "a new type of PI is identified that needs to be processed or stored"
}

condition "is_user_property" {
  event = "the new field or entity can be seen as a property of a user"
}

condition "is_document" {
  event = "it is a document"
}

condition "is_other_binary" {
  event = "it is binary data that cannot be classified as a document"
}

condition "is_unclassifiable" {
  event = "it cannot be classified"
}

condition "decided_to_store" {
  event = "${actor.architects.label} has decided to store the PI"
}

# Who sends the event the document does not say, so that this is no flow.
procedure "pi_changes" {
  label = "Changes to PI"
  when  = [condition.change_event_sent]

  step "invalidate" {
    who      = [actor.subscriber]
    action   = "invalidate the entry in the cache"
    strength = "must"
  }

  step "fetch" {
    who      = [actor.subscriber]
    action   = "fetch the updated data"
    from     = [system.pi_source]
    mode     = ["lazy", "synchronous"]
    strength = "must"
  }
}

condition "change_event_sent" {
  event = "a change notification event is sent"
}

system "pi_source" {
  label = "the source of the PI"
}
