# The document itself, whose it is, and who appears in it.

policy "benetics" {
  title        = "${organization.benetics.label} Privacy Principles"
  organization = organization.benetics
  audience     = "public"
  updated      = "2023-07-20"
}

organization "benetics" {
  label = "Benetics"
}

# The policy says "you" to users and to the customers whom they work for, and does
# not part them. So this is one actor, who has the rights and whom the page calls
# "you". Where the policy itself speaks of customers, so does the page.

actor "user" {
  label = "users and customers"
}

actor "customer" {
  label = "customer"
  kind  = "customer"
}

actor "employee" {
  label = "your employee"
}

actor "authorised" {
  label = "person"
}

# Teams, and two kinds of people in them. The teams have access and these people
# refrain from it: that is no contradiction as long as both have a name.

actor "product" {
  label = "our product team"
  kind  = "team"
}

actor "engineering" {
  label = "our engineering team"
  kind  = "team"
}

actor "customer_success" {
  label = "our customer success team"
  kind  = "team"
}

actor "engineer" {
  label = "engineer"
}

actor "product_manager" {
  label = "product manager"
}
