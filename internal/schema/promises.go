package schema

var right = &Block{
	Name: "right", Title: "right", Plural: "rights", Group: People, Labels: OneLabel,
	Doc: "Something that people can ask for or do about their data, how, and how soon it is answered.",
	Attrs: attrs(common("label"), []*Attr{
		required(attr("kind", enum(RightKind), "Which right it is.")),
		attr("holder", refs("actor"), "Who has it."),
		attr("via", refs("contact", "system"), "How it is exercised."),
		attr("actions", many(Text), "What one can do, each as a verb in its base form."),
		attr("on", refs("data_store", "category", "system"), "To what it applies."),
		attr("covers", many(Text), "What is included, each as a phrase."),
		attr("within", one(Duration), "How soon it is done."),
		attr("bound", enum(Bound), "How that period limits. Without it the period is an upper limit."),
		attr("handling", enum(RightHandling), "How a request is dealt with."),
		attr("availability", enum(Availability), "When it can be exercised."),
		attr("formats", many(Text), "The formats in which data is handed over."),
		attr("purposes", refs("purpose"), "What it is for."),
		attr("manner", many(Text), "In what way one can do it, each as an adverb or phrase: \"easily\", \"in the way that you choose\"."),
		attr("safeguards", many(Text), "How exercising it is protected, each as an adverb: \"securely\"."),
		attr("limits", many(Text), "The limits of it, each as a phrase."),
		attr("authority", one(Text), "For complaints: the supervisory authority."),
		attr("signals", enums(Signal), "The signals of browsers that are taken for a request."),
	}, common("coverage", "when", "unless", "until", "note")),
	Blocks: []*Block{option},
	Example: `
right "erasure" {
  label        = "Erasure"
  kind         = "erasure"
  holder       = [actor.user]
  via          = [contact.privacy]
  actions      = ["delete"]
  on           = [data_store.users]
  covers       = ["the account"]
  within       = "10 business days"
  bound        = "at_most"
  handling     = "reviewed"
  availability = "any_time"
  formats      = ["CSV"]
  purposes     = [purpose.moving]
  manner       = ["easily"]
  safeguards   = ["securely"]
  limits       = ["invoices are kept"]
  authority    = "Data Protection Commission"
  signals      = ["global_privacy_control"]
  coverage     = "all"
  when         = [condition.signed_in]
  unless       = [condition.legal_hold]
  until        = [condition.account_closed]
  note         = "We ask you to confirm."

  option "scope" {
    configured_by = [actor.user]
  }
}
`,
}

// RightKind is a right that people have over their data (GDPR Art. 7, 12 to 22
// and 77, or the policy's own).
var RightKind = &Enum{"right_kind", []EnumValue{
	{"information", "To be told what is done with data and when that changes (GDPR Art. 13 and 14)."},
	{"access", "To know what data is held, and to see it (GDPR Art. 15)."},
	{"rectification", "To have data corrected (GDPR Art. 16)."},
	{"erasure", "To have data deleted (GDPR Art. 17)."},
	{"restriction", "To have processing restricted (GDPR Art. 18)."},
	{"portability", "To take data along (GDPR Art. 20)."},
	{"objection", "To object to processing (GDPR Art. 21)."},
	{"human_decision", "Not to be subject to a decision made by a machine alone (GDPR Art. 22)."},
	{"withdraw_consent", "To withdraw consent (GDPR Art. 7(3))."},
	{"complaint", "To complain to a supervisory authority (GDPR Art. 77)."},
	{"preferences", "To choose what is collected."},
	{"opt_out", "To opt out of data being sold or shared for advertising (California Civil Code § 1798.120)."},
	{"limit_use", "To have the use of sensitive data limited (California Civil Code § 1798.121)."},
}}

// Signal is what a browser can send along to say what its user wants.
var Signal = &Enum{"signal", []EnumValue{
	{"global_privacy_control", "Global Privacy Control, the header Sec-GPC."},
}}

// RightHandling is how a request is dealt with.
var RightHandling = &Enum{"handling", []EnumValue{
	{"automatic", "It is carried out at once, by a machine."},
	{"reviewed", "It is handled with care, each request by itself."},
	{"self_service", "People do it themselves. A button for it is named by a contact, in control."},
	{"on_request", "It is done when somebody asks."},
}}

var principle = &Block{
	Name: "principle", Title: "principle", Plural: "principles", Group: Promises, Labels: OneLabel,
	Doc: "A statement of attitude that no fact can carry.",
	Attrs: attrs(common("label"), []*Attr{
		required(attr("statement", one(Markdown), "The statement, as it is to be printed.")),
	}, common("note")),
	Example: `
principle "care" {
  label     = "Care"
  statement = "We handle data as if it were our own."
  note      = "Adopted in 2020."
}
`,
}

var claim = &Block{
	Name: "claim", Title: "claim", Plural: "claims", Group: Promises, Labels: OneLabel,
	Doc: "A sweeping promise that the rest of the policy can refute: \"never\", \"only\", \"all\". It is printed as it is stated, and typed, so that rules can hold it against the rest.",
	Attrs: attrs(common("label"), []*Attr{
		required(attr("says", enum(Sweep), "How sweeping it is.")),
		required(attr("what", enum(Deed), "What it is about.")),
		attr("with", enums(RecipientClass), "With whom, for sharing."),
		attr("data", refs("category"), "Which data, if it is not all of it."),
		attr("on", refs("data_store", "system", "flow", "subprocessor"), "Which things, if it is not all of them."),
		attr("within", many(Territory), "For storing and processing: the countries in which alone it is done. \"EU\" and \"EEA\" stand for theirs."),
	}, common("when", "unless", "note")),
	Example: `
claim "no_sharing" {
  label  = "No sharing"
  says   = "never"
  what   = "share"
  with   = ["other_company"]
  data   = [category.email]
  on     = [data_store.users]
  within = ["IE"]
  when   = [condition.signed_up]
  unless = [condition.required_by_law]
  note   = "This has always been so."
}
`,
}

// Sweep is how sweeping a claim is.
var Sweep = &Enum{"sweep", []EnumValue{
	{"never", "It is never done."},
	{"only", "It is done only as stated."},
	{"all", "It is done for all of them."},
	{"complete", "What the policy lists of this is complete."},
}}

// Deed is what a claim is about.
var Deed = &Enum{"deed", []EnumValue{
	{"share", "Sharing data with others."},
	{"sell", "Selling data."},
	{"encrypt", "Encrypting data."},
	{"store", "Storing data."},
	{"process", "Processing data."},
	{"collect", "Collecting data."},
	{"profile", "Building profiles of people."},
	{"train", "Training artificial intelligence with data."},
	{"disclose", "Telling people what is done with data."},
}}

// governed are the kinds of block that an internal requirement may be about.
var governed = []string{"category", "data_store", "segment", "system", "flow", "subprocessor"}

var requirement = &Block{
	Name: "requirement", Title: "requirement", Plural: "requirements", Group: Promises, Labels: OneLabel,
	Doc: "A rule that the organization sets itself: who must, should or may do what, or must not. Without a strength it states what is done.",
	Attrs: attrs(common("label"), []*Attr{
		attr("topic", one(Text), "The heading under which it is printed."),
		attr("who", refs("actor", "system", "data_store", "segment"), "Whom it binds, or which system or store. Without it, the organization."),
		required(attr("effect", enum(Effect), "What the rule does.")),
		attr("actions", many(Text), "What is to be done or left undone, each as a verb phrase in its base form."),
		attr("on", refs(governed...), "What it is about."),
		attr("target", many(Text), "What the action is directed at, each as a phrase."),
		attr("method", many(Text), "How, each as a phrase."),
		attr("purposes", refs("purpose"), "For which purposes."),
		attr("goals", many(Text), "To what end, each as a phrase that follows \"to\"."),
		attr("frequency", one(Frequency), "How often."),
		attr("within", one(Duration), "How soon."),
		attr("location", many(Text), "Where, each as a phrase."),
		attr("stores", refs("data_store", "segment"), "In which data stores, where it is about what may be kept where. Such rules make up the table of what belongs where."),
		attr("environments", enums(Environment), "In which environments."),
		fixed(attr("tags", many(Text), "The marks that are to be used.")),
		attr("approver", ref("actor"), "Who has to approve."),
		attr("guided_by", ref("actor"), "Whose guidance has to be followed."),
		attr("imposed_by", many(Text), "Who imposes it from outside, each as a phrase."),
		attr("varies_by", one(Text), "What it depends on, where it differs."),
		attr("max_users", one(Count), "How many people each of the things may be for that it is about."),
		attr("tier", one(Text), "The level of protection that it belongs to."),
		attr("automated", one(Bool), "True where a machine does it."),
		attr("default", one(Bool), "True where it holds unless somebody decides otherwise."),
		fixed(attr("enforced_by", one(Text), "The rule that checks it.")),
	}, common("strength", "qualifier", "coverage", "only", "when", "unless", "until", "because", "note")),
	Example: `
requirement "no_profiling" {
  label        = "No profiling"
  topic        = "Minimal data"
  who          = [actor.developer]
  effect       = "forbid"
  actions      = ["build customer profiles"]
  on           = [category.usage]
  target       = ["each field"]
  method       = ["by review"]
  purposes     = [purpose.marketing]
  goals        = ["keep data to a minimum"]
  frequency    = "regular"
  within       = "prompt"
  location     = ["in the schema"]
  stores       = [data_store.users]
  environments = ["production"]
  tags         = ["#PII"]
  approver     = actor.data_owner
  guided_by    = actor.security_team
  imposed_by   = ["data protection law"]
  varies_by    = "the way of processing"
  max_users    = 1
  tier         = "basic protection"
  automated    = true
  default      = true
  enforced_by  = "PP020"
  strength     = "must"
  qualifier    = "proactively"
  coverage     = "every"
  only         = true
  when         = [condition.new_service]
  unless       = [condition.explicit_request]
  until        = [condition.service_retired]
  because      = "profiles are a risk"
  note         = "See the handbook."
}
`,
}

// Effect is what a requirement does.
var Effect = &Enum{"effect", []EnumValue{
	{"require", "It is to be done."},
	{"forbid", "It is not to be done."},
	{"avoid", "It is to be avoided."},
	{"permit", "It is allowed."},
	{"prefer", "It is preferred to the alternatives."},
	{"limit", "It is done only within the limits stated."},
}}

// Environment is where software runs in its life.
var Environment = &Enum{"environment", []EnumValue{
	{"production", "Where the real data is."},
	{"staging", "Where a release is tried before it goes out."},
	{"test", "Where software is tested."},
}}

var exception = &Block{
	Name: "exception", Title: "exception", Plural: "exceptions", Group: Promises, Labels: OneLabel,
	Doc: "What a requirement, an access rule or a transfer rule does not hold for, when, and what then holds instead.",
	Attrs: attrs(common("label"), []*Attr{
		attr("to", refs("requirement", "access", "transfer"), "What it is an exception to."),
		attr("for", refs("category", "data_store", "segment", "system"), "For what."),
		attr("waives", refs("requirement", "encryption", "access"), "What then does not apply."),
		attr("waives_also", many(Text), "What else does not apply, each as a phrase."),
		attr("requires", refs("requirement", "access", "encryption"), "What then has to be done."),
		attr("treatment", one(Text), "How the matter is then treated, as a phrase."),
		attr("purposes", refs("purpose"), "For which purposes."),
		attr("minimised", one(Bool), "True where no more is done than the case requires."),
	}, common("strength", "only", "when", "because", "note")),
	Example: `
exception "streaming" {
  label       = "Streaming"
  to          = [requirement.no_streaming]
  for         = [category.events]
  waives      = [encryption.files]
  waives_also = ["the review"]
  requires    = [requirement.separate_topic]
  treatment   = "simplified protection"
  purposes    = [purpose.debugging]
  minimised   = true
  strength    = "must"
  only        = true
  when        = [condition.unavoidable]
  because     = "there is no other way"
  note        = "Ask the architects."
}
`,
}

var procedure = &Block{
	Name: "procedure", Title: "procedure", Plural: "procedures", Group: Promises, Labels: OneLabel,
	Doc: "What is done in a certain case, step by step.",
	Attrs: attrs(common("label"), []*Attr{
		attr("goals", many(Text), "What it is to achieve, each as a phrase."),
	}, common("when", "strength", "note")),
	Blocks: []*Block{step},
	Example: `
procedure "account_deletion" {
  label    = "Account deletion"
  goals    = ["leaving nothing behind"]
  when     = [condition.deletion_requested]
  strength = "must"
  note     = "It takes two stages."

  step "deactivate" {
    action = "deactivate the account"
  }
}
`,
}
