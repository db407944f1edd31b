# The rules that the company sets itself, and the one case in which one of
# them gives way. None has a strength: the policy states what is done, not what
# ought to be.

locals {
  approach = "Zero-knowledge design"
}

requirement "minimisation" {
  label   = "Minimal data"
  topic   = local.approach
  effect  = "limit"
  actions = ["collect", "process", "store"]
  target  = ["information that the service requires in order to run"]
  only    = true
}

# "proactively" is part of the promise: it is about what is done unasked. What is
# done at a demand is what was demanded, and no more.
requirement "restraint" {
  label  = "Restraint"
  topic  = local.approach
  effect = "forbid"
  actions = [
    "store unnecessary information in cookies",
    "track metadata about end users",
    "build customer profiles",
  ]
  qualifier = "proactively"
  unless    = [condition.client_demand]
}

condition "client_demand" {
  event   = "a client explicitly demands it"
  by      = [actor.client]
  because = "to achieve the client's business goals"
}

# A preference and a default: weaker than a rule that requires it. It has a
# reason, which the policy gives for it.
requirement "zero_knowledge_default" {
  label   = "Design of features"
  topic   = local.approach
  effect  = "prefer"
  actions = ["design features the zero-knowledge way"]
  default = true

  because = "processing information that is not needed is a liability for us and a risk for our clients"
}
