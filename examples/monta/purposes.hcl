# What data is used for. Each label continues "used for …".
#
# The policy names no legal basis, so none is declared.

purpose "user_profile" {
  label = "the user profile"
}

purpose "build_trust" {
  label = "building trust for other users"
}

purpose "two_factor_login" {
  label = "two-factor login"
}

purpose "communicate_in_best_language" {
  label = "communicating in the most suitable language"
}

purpose "apply_local_law" {
  label = "applying local laws"
}

purpose "fraud_detection" {
  label = "detecting fraud"
}

purpose "ip_to_coordinate" {
  label = "turning the IP address into a coordinate"
}

purpose "improve_app_experience" {
  label    = "improving the experience with the app"
  examples = ["when one problem shows only on iPhone, and another only on Samsung's Android devices"]
}

# What the recipients in recipients.hcl are engaged for.

purpose "user_chat" {
  label = "chat between users"
}

purpose "customer_support" {
  label = "customer support"
}

purpose "continuous_deployment" {
  label = "continuous deployment (CD)"
}

purpose "sms_delivery" {
  label = "sending text messages (SMS)"
}

purpose "push_notifications" {
  label = "push notifications"
}

purpose "crash_reporting" {
  label = "crash reports"
}

purpose "analytics" {
  label = "analytics"
}

purpose "sell_subscription" {
  label = "selling subscriptions"
}
