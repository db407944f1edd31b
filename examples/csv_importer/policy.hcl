# The document itself, what it holds itself to, and who appears in it.
#
# The published copy has lost the name of the product and of the company, so no
# organization is declared: the page says "we".

policy "csv_importer" {
  title    = "User Data Policy"
  products = ["the import service for files that users submit"]
  audience = "public"
  updated  = "2021-09-28"

  # The page carried a second, relative date when it was captured. It is not the
  # date of the policy, so it has an attribute of its own.
  page_modified_ago = "27 days"
}

# The page calls "you" the one whom the policy gives rights: who configures the
# importer. The policy speaks of clients elsewhere, and of profiles of customers, and
# does not say that any of them are the same, nor whom the data in the files is about.
# So "you" is whom the policy addresses, and no actor has a kind.

actor "customer" {
  label = "whoever configures the importer"
}

actor "client" {
  label = "client"
}

actor "user" {
  label = "user"
}

actor "anyone_else" {
  label = "anyone else"
}

# Statements of attitude, which no fact can carry and no rule can test.

principle "priority" {
  statement = "Keeping user data private and secure is a top priority of ours."
}

principle "precautions" {
  statement = "We take every precaution so that the import service has high-grade security."
}

principle "alternatives" {
  statement = "Out of concern for privacy, we keep in mind that a business objective can be reached in more than one way."
}
