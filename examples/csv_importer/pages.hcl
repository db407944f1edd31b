# The policy's own page, in the order of the published one. Without this block
# it would have the default layout, as the page of examples/monta has.
#
# What a section shows is generated, and "of" limits it to some blocks. Prose can
# stand before and after it; there is none here, because nothing is left to say.

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
    of    = [data_store.uploads, category.upload]
  }

  section "rights" {
    title = "What you can do"
    shows = ["rights"]
  }

  section "data" {
    title = "What outlives the uploads"
    shows = ["collection", "retention"]
    of    = [category.long_lived, category.log_data]
  }

  section "approach" {
    shows = ["requirements"]
  }

  section "questions" {
    title = "Getting in touch"
    shows = ["contacts"]
  }

  section "notes" {
    title = "About this page"
    shows = ["dates", "terms"]
  }
}
