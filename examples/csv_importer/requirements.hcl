# The rules that the company sets itself, and the one case in which three of
# them give way. None has a strength: the policy states what is done, not what
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

# "proactively" is part of each promise: it is about what is done unasked.
requirement "no_profiling" {
  label     = "Restraint with profiles"
  topic     = local.approach
  effect    = "forbid"
  actions   = ["build customer profiles"]
  qualifier = "proactively"
}

requirement "no_tracking" {
  label     = "Restraint with tracking"
  topic     = local.approach
  effect    = "forbid"
  actions   = ["track metadata about end users"]
  qualifier = "proactively"
}

requirement "no_cookies" {
  label     = "Restraint with cookies"
  topic     = local.approach
  effect    = "forbid"
  actions   = ["store unnecessary information in cookies"]
  qualifier = "proactively"
}

exception "client_demand" {
  label = "Demand of a client"
  to    = [requirement.no_profiling, requirement.no_tracking, requirement.no_cookies]
  when  = [condition.client_demand]
}

condition "client_demand" {
  event   = "a client explicitly demands otherwise"
  by      = [actor.client]
  because = "to achieve the client's business goals"
}

# A preference and a default: weaker than a rule that requires it. It has reasons,
# which the policy gives for it.
requirement "zero_knowledge_default" {
  label   = "Design of features"
  topic   = local.approach
  effect  = "prefer"
  actions = ["design features the zero-knowledge way"]
  default = true

  because = join(", ", [
    "we care about privacy",
    "the same business objective can be reached in more than one way",
    "and processing information that is not needed is a liability for us and a risk for our clients",
  ])
}
