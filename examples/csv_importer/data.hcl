# The data: what users upload, and what is kept about it afterwards.

category "upload" {
  label = "uploaded data"

  # Only where it lies: customers can still send it on, as flows.hcl says.
  access {
    who     = [actor.anyone_else]
    effect  = "deny"
    actions = ["read"]
    when    = [condition.in_storage]
  }
}

# What outlives the uploads. It has no end, which is a fact and is written down;
# a missing retention would only mean that nothing is stated.
category "long_lived" {
  label     = "long-lived data"
  fields    = ["data about imports", "data about user files"]
  includes  = [category.log_data]
  qualifier = "mostly"
  excludes  = [category.file_content]

  retention {
    bound = "indefinite"
  }
}

category "log_data" {
  label    = "supplementary log data"
  purposes = [purpose.troubleshooting, purpose.analyse_imports]
}

category "file_content" {
  label = "original data from inside user files"
}

purpose "troubleshooting" {
  label = "troubleshooting imports"
}

purpose "analyse_imports" {
  label = "analysing import processes"
}

condition "in_storage" {
  state = "it is in our storage"
}
