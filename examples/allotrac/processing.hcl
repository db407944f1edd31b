# What is done with data inside the platform, and what leaves it for an AI.

system "allie" {
  label = "Allie"
  kind  = "ai_feature"
}

# What OpenAI does with the data is said by its engagement, in recipients.hcl.
flow "allie" {
  label    = "Submissions to ${system.allie.label}"
  from     = [system.allie]
  to       = [subprocessor.openai]
  data     = [category.allie_input]
  coverage = "any"
  actions  = ["process", "pass on"]
  purposes = subprocessor.openai.engagement.allie.purposes
}

flow "operational" {
  label         = "Operational data"
  data          = [category.operational_data]
  actions       = ["process"]
  inside        = system.platform
  purposes      = [purpose.operations, purpose.analytics]
  complies_with = ["this policy"]
}

purpose "ai_analysis" {
  label = "analysis"
}

purpose "ai_response" {
  label = "the generation of responses"
}

purpose "operations" {
  label = "operations"
}

purpose "analytics" {
  label = "analytics"
}
