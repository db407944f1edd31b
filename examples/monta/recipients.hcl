# Who receives data besides Amazon Web Services, what for, and when.
#
# A service that is engaged for several things has one engagement for each, so
# that each can have its own purpose, platforms and further recipients.

vendor "apple" {
  label = "Apple"
}

vendor "google" {
  label = "Google"
}

vendor "laravel" {
  label = "Laravel"
}

subprocessor "pubnub" {
  label = "PubNub"

  engagement "user_chat" {
    purposes = [purpose.user_chat]
    data     = [category.chat_message]
  }

  retention {
    data   = [category.chat_message]
    period = "30 days"
  }
}

subprocessor "intercom" {
  label = "Intercom"

  engagement "customer_support" {
    purposes = [purpose.customer_support]
    data     = [category.support_chat]
  }
}

subprocessor "laravel_vapor" {
  label  = "Laravel Vapor"
  vendor = vendor.laravel

  engagement "deployment" {
    purposes  = [purpose.continuous_deployment]
    automated = true
  }
}

subprocessor "laravel_forge" {
  label  = "Laravel Forge"
  vendor = vendor.laravel

  engagement "deployment" {
    purposes  = [purpose.continuous_deployment]
    automated = true
  }
}

# The policy says that both have access to "all above", which would change with
# the order of a list. Here it is the set that was above: every data store, and
# the two services that come before. A store added later belongs to it at once.
access "deployment" {
  who    = [subprocessor.laravel_vapor, subprocessor.laravel_forge]
  to     = concat(values(data_store), [subprocessor.pubnub, subprocessor.intercom])
  effect = "allow"
}

# What it does is stated by the store that it manages, in storage.hcl.
subprocessor "elastic_cloud" {
  label = "Elastic Cloud"
}

# That the messages carry login codes is likely, and the policy does not say so.
subprocessor "twilio" {
  label = "Twilio"

  engagement "sms" {
    purposes = [purpose.sms_delivery]
  }
}

subprocessor "firebase" {
  label  = "Firebase"
  vendor = vendor.google

  engagement "push_notifications" {
    purposes = [purpose.push_notifications]

    shares_with "apple" {
      vendor    = vendor.apple
      form      = "access"
      platforms = ["iphone"]
    }
  }

  engagement "crash_reports" {
    purposes  = [purpose.crash_reporting]
    platforms = ["iphone", "android"]
  }

  engagement "analytics" {
    purposes  = [purpose.analytics]
    platforms = ["iphone", "android"]
  }
}

subprocessor "bugsnag" {
  label = "Bugsnag"

  engagement "crash_reports" {
    purposes  = [purpose.crash_reporting]
    platforms = ["backend"]
  }
}

subprocessor "google_analytics" {
  label  = "Google Analytics"
  vendor = vendor.google

  engagement "analytics" {
    purposes  = [purpose.analytics]
    platforms = ["web"]
  }
}

# Not one company but a class of them, which the policy does not name.
subprocessor "subscription_sellers" {
  label = "service providers that sell subscriptions"
  kind  = "recipient_class"

  engagement "subscription" {
    purposes   = [purpose.sell_subscription]
    data       = [category.name, category.postal_address, category.phone, category.email]
    form       = "access"
    minimised  = true
    open_ended = true
    when       = [condition.subscription_pending, condition.subscription_active]
  }
}

condition "subscription_pending" {
  state = "a subscription is pending"
}

condition "subscription_active" {
  state = "a subscription is active"
}
