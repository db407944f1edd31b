# How a file gets in and where it goes from there.

flow "upload" {
  label = "Upload"
  from  = [actor.user]
  to    = [data_store.uploads]
  data  = [category.upload]
  when  = [condition.file_submitted]

  step "parse" {
    action = "parse the file"
    where  = "client"
  }

  step "send" {
    action = "send the data"
    target = [system.servers]
  }

  step "store" {
    action = "write the data"
    from   = [system.servers]
    target = [data_store.uploads]
  }

  # SSL and what it stands for are declared below, once. The comparison is the
  # policy's own, and nothing that could be measured.
  encryption {
    state            = "in_transit"
    coverage         = "full"
    protocol         = [term.ssl.abbreviation]
    key_bits         = 256
    certificate_hash = "SHA256"
    comparable_to    = ["providers of online banking or e-commerce"]
  }

  # With the bypass on nothing is stored, and so the delivery below, which waits
  # for the data to be stored, has nothing to wait for. The policy leaves it there.
  option "bypass_storage" {
    label         = "Storage bypass"
    configured_by = [actor.customer]
    skips         = [data_store.uploads]
    coverage      = "full"
    default       = false
  }
}

# Where the data goes is for the customer to say, so the option has the destinations.
flow "delivery" {
  label   = "Delivery"
  from    = [data_store.uploads]
  data    = [category.upload]
  actions = ["push"]
  when    = [condition.fully_stored]

  option "destination" {
    label         = "Destination"
    configured_by = [actor.customer]
    via           = system.dashboard
    to            = [system.customer_app, system.other_destination]
  }
}

system "servers" {
  label = "our servers"
}

system "customer_app" {
  label = "your app"
}

system "other_destination" {
  label = "any other place"
}

system "dashboard" {
  label = "the dashboard"
}

term "ssl" {
  label        = "Secure Socket Layer"
  abbreviation = "SSL"
}

condition "file_submitted" {
  event = "a user submits a file"
  by    = [actor.user]
}

condition "fully_stored" {
  event = "it has been fully stored"
}
