# The policy's own page, in the order and under the headings of the published
# one. Without this block the page has the default layout, as examples/monta has.
#
# What a section shows is generated. Prose can stand before and after it; there
# is none here, because every fact is declared elsewhere.

document "index" {
  section "about" {
    shows = ["about", "principles"]
  }

  section "import" {
    title = "How a file is imported"
    shows = ["flows", "security"]
  }

  section "keeping" {
    title = "Data retention"
    shows = ["locations", "access", "retention"]
  }

  section "rights" {
    title = "What you can do"
    shows = ["rights"]
  }

  section "data" {
    title = "What outlives your uploads"
    shows = ["collection", "purposes"]
  }

  section "approach" {
    shows = ["requirements"]
  }

  section "questions" {
    title = "Questions"
    shows = ["contacts", "terms", "dates"]
  }
}
