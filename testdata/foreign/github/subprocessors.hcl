# The list of subprocessors for enterprise customers. Every company is
# established in the United States; where it processes data is its own.

vendor "aws" {
  label        = "Amazon Web Services"
  legal_name   = "Amazon Web Services, Inc."
  abbreviation = "AWS"
  country      = "US"
}

subprocessor "aws" {
  label     = vendor.aws.label
  vendor    = vendor.aws
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.hosting, purpose.data_hosting, purpose.ai]
    data     = [category.customer_data]
  }
}

vendor "anthropic" {
  label      = "Anthropic"
  legal_name = "Anthropic PBC"
  country    = "US"
}

subprocessor "anthropic" {
  label     = vendor.anthropic.label
  vendor    = vendor.anthropic
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.ai]
    data     = [category.customer_data]
  }
}

vendor "cloudflare" {
  label   = "Cloudflare"
  country = "US"
}

subprocessor "cloudflare" {
  label     = vendor.cloudflare.label
  vendor    = vendor.cloudflare
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.delivery]
    data     = [category.customer_data]
  }
}

vendor "elasticsearch" {
  label      = "Elasticsearch"
  legal_name = "Elasticsearch, Inc."
  country    = "US"
}

subprocessor "elasticsearch" {
  label     = vendor.elasticsearch.label
  vendor    = vendor.elasticsearch
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.hosting]
    data     = [category.customer_data]
  }
}

vendor "fastly" {
  label   = "Fastly"
  country = "US"
}

subprocessor "fastly" {
  label     = vendor.fastly.label
  vendor    = vendor.fastly
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.delivery]
    data     = [category.customer_data]
  }
}

vendor "fireworks" {
  label   = "Fireworks AI"
  country = "US"
}

subprocessor "fireworks" {
  label     = vendor.fireworks.label
  vendor    = vendor.fireworks
  relation  = "third_party"
  kind      = "named"
  countries = ["US", "DE", "IS"]

  engagement "service" {
    purposes = [purpose.ai]
    data     = [category.customer_data]
  }
}

vendor "fullstory" {
  label      = "FullStory"
  legal_name = "FullStory, Inc."
  country    = "US"
}

subprocessor "fullstory" {
  label     = vendor.fullstory.label
  vendor    = vendor.fullstory
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.ticket_analysis]
    data     = [category.customer_data]
  }
}

vendor "google" {
  label        = "Google Cloud Platform"
  abbreviation = "GCP"
  country      = "US"
}

subprocessor "google" {
  label     = vendor.google.label
  vendor    = vendor.google
  relation  = "third_party"
  kind      = "named"
  countries = ["US", "BE", "SG"]

  engagement "service" {
    purposes = [purpose.hosting, purpose.ai]
    data     = [category.customer_data]
  }
}

vendor "hewlett_packard" {
  label      = "Hewlett-Packard"
  legal_name = "Hewlett-Packard Limited"
  country    = "US"
}

subprocessor "hewlett_packard" {
  label     = vendor.hewlett_packard.label
  vendor    = vendor.hewlett_packard
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.hosting]
    data     = [category.customer_data]
  }
}

vendor "lambdatest" {
  label   = "LambdaTest"
  country = "US"
}

subprocessor "lambdatest" {
  label     = vendor.lambdatest.label
  vendor    = vendor.lambdatest
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.hosting]
    data     = [category.customer_data]
  }
}

vendor "moveworks" {
  label   = "Moveworks"
  country = "US"
}

subprocessor "moveworks" {
  label     = vendor.moveworks.label
  vendor    = vendor.moveworks
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.ticket_analysis]
    data     = [category.customer_data]
  }
}

vendor "vonage" {
  label      = "Vonage"
  legal_name = "NexMo Inc"
  country    = "US"
}

subprocessor "vonage" {
  label     = vendor.vonage.label
  vendor    = vendor.vonage
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.sms]
    data     = [category.customer_data]
  }
}

vendor "obsidian" {
  label   = "Obsidian Security"
  country = "US"
}

subprocessor "obsidian" {
  label     = vendor.obsidian.label
  vendor    = vendor.obsidian
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.security_management]
    data     = [category.customer_data]
  }
}

vendor "openai" {
  label   = "OpenAI"
  country = "US"
}

subprocessor "openai" {
  label     = vendor.openai.label
  vendor    = vendor.openai
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.ai]
    data     = [category.customer_data]
  }
}

vendor "oracle" {
  label      = "Oracle"
  legal_name = "Oracle America, Inc."
  country    = "US"
}

subprocessor "oracle" {
  label     = vendor.oracle.label
  vendor    = vendor.oracle
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.hosting]
    data     = [category.customer_data]
  }
}

vendor "pusher" {
  label   = "Pusher"
  country = "US"
}

subprocessor "pusher" {
  label     = vendor.pusher.label
  vendor    = vendor.pusher
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.realtime]
    data     = [category.customer_data]
  }
}

vendor "tines" {
  label      = "Tines"
  legal_name = "Tines Automation Inc."
  country    = "US"
}

subprocessor "tines" {
  label     = vendor.tines.label
  vendor    = vendor.tines
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.security_management]
    data     = [category.customer_data]
  }
}

vendor "twilio" {
  label   = "Twilio"
  country = "US"
}

subprocessor "twilio" {
  label     = "SendGrid"
  vendor    = vendor.twilio
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.sms]
    data     = [category.customer_data]
  }
}

vendor "xai" {
  label   = "xAI"
  country = "US"
}

subprocessor "xai" {
  label     = vendor.xai.label
  vendor    = vendor.xai
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.ai]
    data     = [category.customer_data]
  }
}

vendor "zendesk" {
  label   = "Zendesk"
  country = "US"
}

subprocessor "zendesk" {
  label     = vendor.zendesk.label
  vendor    = vendor.zendesk
  relation  = "third_party"
  kind      = "named"
  countries = ["US"]

  engagement "service" {
    purposes = [purpose.ticketing]
    data     = [category.customer_data]
  }
}

# One company, three rows of the list: each role has its own countries.
vendor "microsoft" {
  label   = "Microsoft"
  country = "US"
}

subprocessor "azure" {
  label  = "Azure"
  vendor = vendor.microsoft
  kind   = "named"

  engagement "hosting" {
    purposes  = [purpose.hosting, purpose.data_hosting, purpose.ai]
    data      = [category.customer_data]
    countries = ["US", "CA", "CL", "MX"]
  }

  engagement "cognitive" {
    purposes  = [purpose.cognitive, purpose.ticket_analysis]
    data      = [category.customer_data]
    countries = ["US"]
  }
}

subprocessor "microsoft" {
  label     = "Microsoft"
  vendor    = vendor.microsoft
  kind      = "named"
  countries = ["US", "AU", "BR", "CA", "FR", "JP", "NO", "ES", "SE", "CH", "GB"]

  engagement "technical" {
    purposes = [purpose.technical]
    data     = [category.customer_data]
  }
}

# The group's own companies.
module "affiliate" {
  source = "./affiliate"
  for_each = {
    australia   = { name = "GitHub Australia Pty Ltd", country = "AU" }
    netherlands = { name = "GitHub BV", country = "NL" }
    canada      = { name = "GitHub Canada ULC", country = "CA" }
    germany     = { name = "GitHub Germany GmbH", country = "DE" }
    india       = { name = "GitHub India Pty Ltd", country = "IN" }
    npm         = { name = "npm Inc", country = "US" }
    semmle      = { name = "Semmle Inc", country = "US" }
  }

  name    = each.value.name
  country = each.value.country
}

purpose "hosting" {
  label = "hosting infrastructure in the cloud"
}

purpose "data_hosting" {
  label = "hosting data"
}

purpose "ai" {
  label = "inference and services of artificial intelligence"
}

purpose "delivery" {
  label = "content delivery"
}

purpose "ticket_analysis" {
  label = "analysing support tickets"
}

purpose "cognitive" {
  label = "cognitive services"
}

purpose "technical" {
  label = "technical services"
}

purpose "sms" {
  label = "text messages for two-factor authentication"
}

purpose "security_management" {
  label = "security management"
}

purpose "realtime" {
  label = "real-time infrastructure for web and mobile applications"
}

purpose "ticketing" {
  label = "support tickets"
}
