package schema

// keepers are the kinds of block that data stays in or with, and to which
// retention and the like apply.
var keepers = []string{"data_store", "segment", "category", "subprocessor", "system"}

var flow = &Block{
	Name: "flow", Title: "flow", Plural: "flows", Group: Handling, Labels: OneLabel,
	Doc: "How data moves: from where, to where, in which steps, and what a customer can set about it.",
	Attrs: attrs(common("label"), []*Attr{
		attr("from", refs("actor", "data_store", "system", "subprocessor"), "Where the data comes from."),
		attr("to", refs("actor", "data_store", "system", "subprocessor"), "Where it goes."),
		attr("data", refs("category"), "The data that moves."),
		attr("actions", many(Text), "What is done with it, each as a verb phrase in its base form: \"push\"."),
		attr("purposes", refs("purpose"), "What for."),
		attr("inside", ref("system"), "The system inside which all of it takes place."),
		attr("complies_with", many(Text), "What it complies with, each as a phrase."),
	}, common("strength", "qualifier", "coverage", "only", "when", "unless", "note")),
	Blocks: []*Block{step, option, encryption},
	Example: `
flow "upload" {
  label         = "Upload"
  from          = [actor.user]
  to            = [data_store.files]
  data          = [category.upload]
  actions       = ["store"]
  purposes      = [purpose.import]
  inside        = system.app
  complies_with = ["this policy"]
  strength      = "should"
  qualifier     = "normally"
  coverage      = "all"
  only          = true
  when          = [condition.file_submitted]
  unless        = [condition.bypassed]
  note          = "Large files are split."

  step "parse" {
    label    = "Parsing"
    who      = [actor.user]
    action   = "parse the file"
    where    = "client"
    from     = [system.app]
    target   = [data_store.files]
    on       = [category.upload]
    mode     = ["direct"]
    methods  = ["delete"]
    keeps    = [category.import_log]
    strength = "should"
    coverage = "full"
    when     = [condition.file_submitted]
    unless   = [condition.bypassed]
    because  = "nothing else has to leave the device"
    note     = "In the browser."
  }

  option "bypass" {
    label         = "Storage bypass"
    configured_by = [actor.customer]
    via           = system.dashboard
    values        = ["on", "off"]
    to            = [system.app, system.archive]
    skips         = [data_store.files]
    default       = false
    coverage      = "full"
    open_ended    = true
    note          = "Ask support to switch it on."
  }
}
`,
}

var step = &Block{
	Name: "step", Title: "step", Plural: "steps", Group: Handling, Labels: OneLabel,
	Doc: "One step of a flow or a procedure. Steps are taken in the order in which they stand.",
	Attrs: attrs(common("label"), []*Attr{
		attr("who", refs("actor", "system"), "Who takes it."),
		required(attr("action", one(Text), "What is done, as a verb phrase in its base form: \"parse the file\".")),
		attr("on", refs("category"), "The data that it is done to."),
		attr("where", enum(StepPlace), "On which side it happens."),
		attr("from", refs("data_store", "system", "actor", "subprocessor"), "Where what is done takes the data from, or in what it is done."),
		attr("target", refs("data_store", "system", "actor", "subprocessor"), "Where the result goes, or whom it concerns."),
		attr("mode", enums(Mode), "How it is carried out."),
		attr("methods", enums(ErasureMethod), "For erasure: the ways that are acceptable."),
		attr("keeps", refs("category"), "The data that is kept all the same."),
	}, common("strength", "coverage", "when", "unless", "because", "note")),
}

// StepPlace is the side on which a step happens.
var StepPlace = &Enum{"step_place", []EnumValue{
	{"client", "On the user's own device."},
	{"server", "On the organization's servers."},
}}

// ErasureMethod is a way to make data disappear.
var ErasureMethod = &Enum{"method", []EnumValue{
	{"delete", "The data is deleted."},
	{"hash", "The data is replaced by a hash value."},
	{"tombstone", "The data is replaced by a mark that it existed."},
	{"anonymise", "The data is changed so that the person cannot be identified any more."},
}}

var option = &Block{
	Name: "option", Title: "option", Plural: "options", Group: Handling, Labels: OneLabel,
	Doc: "Something that a customer or user can set, and what the setting changes.",
	Attrs: attrs(common("label"), []*Attr{
		required(attr("configured_by", refs("actor"), "Who sets it.")),
		attr("via", ref("system"), "Where it is set."),
		attr("values", many(Text), "What can be chosen."),
		attr("to", refs("data_store", "system", "subprocessor"), "Where data goes by it: to one of these, as it is set."),
		attr("skips", refs("data_store", "system", "subprocessor"), "What the data then does not pass through."),
		attr("default", one(Bool), "Whether it is switched on unless somebody changes it."),
	}, common("coverage", "open_ended", "note")),
}

var retention = &Block{
	Name: "retention", Title: "retention period", Plural: "retention periods", Group: Handling, Labels: MayLabel, Spans: "applies_to",
	Doc: "How long data is kept, from when, and what happens then. Inside a store, category, subprocessor or system it is about that; at the top level it says what it applies to.",
	Attrs: attrs(common("label"), []*Attr{
		attr("applies_to", refs(append(keepers, "backup")...), "What is kept so long."),
		attr("data", refs("category"), "The categories of data that it is about, where it is not about all of them."),
		attr("period", Type{Kind: Duration, Targets: []string{"term"}}, "How long, or the term that names the period."),
		attr("bound", enum(Bound), "How the period limits. Without it the period is exact."),
		attr("long_term", one(Bool), "Whether it is kept for a long time, where the policy says only that."),
		attr("starts_on", ref("condition"), "The event from which the period runs."),
		attr("after", ref("retention"), "The retention period that has to end before this one begins, or, where starts_on says from when that is counted, before it ends. A strength is then about that: \"may\" where it can end later, and need not."),
		attr("varies_by", one(Text), "What the period depends on, where it differs."),
		attr("prefer", enum(Preference), "Which period holds where several do."),
		attr("on_expiry", enum(OnExpiry), "What happens when it ends."),
		attr("automatic", one(Bool), "True where that happens without anybody's doing."),
		attr("guaranteed", one(Bool), "True where the period is guaranteed."),
	}, common("strength", "qualifier", "coverage", "when", "unless", "until", "because", "note")),
	Blocks: []*Block{tier},
	Example: `
retention "accounts" {
  label      = "Accounts that are closed"
  applies_to = [data_store.users]
  data       = [category.email]
  period     = "3 months"
  bound      = "at_most"
  long_term  = false
  starts_on  = condition.account_closed
  after      = retention.serving
  varies_by  = "the kind of data"
  prefer     = "longest"
  on_expiry  = "delete"
  automatic  = true
  guaranteed = true
  strength   = "must"
  qualifier  = "normally"
  coverage   = "all"
  when       = [condition.account_closed]
  unless     = [condition.legal_hold]
  until      = [condition.claim_settled]
  because    = "the law asks for it"
  note       = "Counted from the day after."

  tier "inactive" {
    label  = "Inactive accounts"
    period = "6 months"
    bound  = "exact"
    when   = [condition.no_activity]
    unless = [condition.legal_hold]
    note   = "We write to you first."
  }
}
`,
}

var tier = &Block{
	Name: "tier", Title: "tier", Plural: "tiers", Group: Handling, Labels: OneLabel,
	Doc: "A period that holds for some of the data, by condition.",
	Attrs: attrs(common("label"), []*Attr{
		required(attr("period", Type{Kind: Duration, Targets: []string{"term"}}, "How long.")),
		attr("bound", enum(Bound), "How the period limits."),
	}, common("when", "unless", "note")),
}

// Preference chooses among periods that hold at once.
var Preference = &Enum{"preference", []EnumValue{
	{"shortest", "The shortest that is possible."},
	{"longest", "The longest of them."},
}}

// OnExpiry is what happens to data when its time is over.
var OnExpiry = &Enum{"on_expiry", append(append([]EnumValue{}, ErasureMethod.Values...), EnumValue{"keep", "The data is kept."})}

var backup = &Block{
	Name: "backup", Title: "backup", Plural: "backups", Group: Handling, Labels: MayLabel, Spans: "applies_to",
	Doc: "How data is backed up, how often, and how long the copies are kept.",
	Attrs: attrs(common("label"), []*Attr{
		attr("applies_to", refs("data_store", "segment", "category", "system"), "What is backed up."),
		attr("enabled", one(Bool), "False where it is not backed up, which a policy may want to state."),
		attr("frequency", one(Frequency), "How often a copy is made."),
		attr("retained", Type{Kind: Duration, Targets: []string{"term"}}, "How long a copy is kept."),
		attr("bound", enum(Bound), "How that period limits. Without it the period is exact."),
		attr("form", enum(BackupForm), "The form of the copies."),
		attr("protected", one(Bool), "True where the copies are stored securely."),
		attr("regions", refs("region"), "Where the copies are kept."),
	}, common("qualifier", "note")),
	Blocks: []*Block{restore, encryption},
	Example: `
backup "main" {
  label      = "Nightly backups"
  applies_to = [data_store.users]
  enabled    = true
  frequency  = "several per day"
  retained   = "20 days"
  bound      = "at_most"
  form       = "snapshot"
  protected  = true
  regions    = [region.ireland]
  qualifier  = "normally"
  note       = "Copies are made at night."

  restore {
    when  = [condition.data_loss]
    by    = [actor.customer]
    reach = "20 days"
    note  = "It takes an hour."
  }
}
`,
}

// BackupForm is the form of a copy.
var BackupForm = &Enum{"backup_form", []EnumValue{
	{"full", "A copy of everything."},
	{"incremental", "What has changed since the last copy."},
	{"snapshot", "The state at one moment."},
}}

var restore = &Block{
	Name: "restore", Title: "restoration", Plural: "restorations", Group: Handling, Single: true,
	Doc: "When and by whom a copy is brought back, and how far back that reaches.",
	Attrs: attrs([]*Attr{
		attr("by", refs("actor"), "Who may ask for it."),
		attr("reach", one(Duration), "How far back it reaches at most: how old a state may be that is brought back. How long copies are kept is not said by that."),
	}, common("when", "note")),
}

var encryption = &Block{
	Name: "encryption", Title: "encryption", Plural: "encryption measures", Group: Handling, Labels: MayLabel, Spans: "applies_to",
	Doc: "How data is encrypted, at rest or on its way, and who holds the keys.",
	Attrs: attrs(common("label"), []*Attr{
		attr("applies_to", refs("data_store", "segment", "category", "flow", "system", "subprocessor", "backup"), "What is encrypted."),
		attr("state", enum(DataState), "Whether it protects data where it lies or where it moves."),
		attr("scope", enum(EncryptionScope), "At which level it is applied."),
		properName(attr("algorithm", one(Text), "The algorithm.")),
		attr("key_bits", whole(40, 16384), "The length of the key, in bits."),
		properName(attr("protocol", many(Text), "The protocols.")),
		properName(attr("certificate_hash", one(Text), "The hash function of the certificate.")),
		attr("segments", enums(Leg), "The legs of the way that it covers."),
		attr("platforms", enums(Platform), "On which platforms."),
		attr("standard", one(Text), "The standard that it meets, as a phrase."),
		properName(attr("comparable_to", many(Text), "What the policy compares the protection with. It is a comparison, not a guarantee.")),
		attr("default", one(Bool), "True where it is switched on without anybody's doing."),
		attr("tier", one(Text), "The level of protection that it belongs to."),
		attr("by", refs("data_store", "system", "subprocessor"), "What carries it out."),
	}, common("coverage", "strength", "when", "unless", "note")),
	Blocks: []*Block{key},
	Example: `
encryption "in_transit" {
  label            = "Uploads"
  applies_to       = [flow.upload]
  state            = "in_transit"
  scope            = "end_to_end"
  algorithm        = "AES"
  key_bits         = 256
  protocol         = ["TLS"]
  certificate_hash = "SHA-256"
  segments         = ["client_to_server"]
  platforms        = ["web"]
  standard         = "the industry's standard"
  comparable_to    = ["online banking"]
  default          = true
  tier             = "basic protection"
  by               = [system.gateway]
  coverage         = "full"
  strength         = "must"
  when             = [condition.file_submitted]
  unless           = [condition.local_import]
  note             = "Older protocols are refused."

  key {
    label     = "master key"
    owner     = [actor.customer]
    stored_in = "a key vault"
    engine    = "Vault Transit"
    strength  = "may"
    note      = "Keys are rotated."
  }
}
`,
}

// DataState is the state in which data is protected.
var DataState = &Enum{"state", []EnumValue{
	{"at_rest", "Where it is stored."},
	{"in_transit", "On its way."},
}}

// EncryptionScope is the level at which encryption is applied.
var EncryptionScope = &Enum{"scope", []EnumValue{
	{"end_to_end", "From one end to the other: nobody in between can read it."},
	{"storage", "The whole storage."},
	{"file", "Each file by itself."},
	{"field", "Each field by itself."},
}}

// Leg is a leg of the way that data takes.
var Leg = &Enum{"leg", []EnumValue{
	{"client_to_server", "From the user's device to the servers."},
	{"backend", "Between the servers."},
	{"backend_to_client", "From the servers to the user's device."},
}}

var key = &Block{
	Name: "key", Title: "key", Plural: "keys", Group: Handling, Single: true,
	Doc: "Who holds the keys, and where. Whose they are is as binding as the encryption; strength says how binding it is that they are kept and managed so.",
	Attrs: attrs([]*Attr{
		attr("label", one(Text), "What the policy calls one of them, such as \"private key\"."),
		attr("owner", refs("actor", "vendor"), "Whose keys they are. How binding that is, the strength of the encryption says."),
		attr("stored_in", one(Text), "Where they are kept, as a phrase."),
		properName(attr("engine", one(Text), "What manages them.")),
	}, common("strength", "note")),
}

var measure = &Block{
	Name: "measure", Title: "measure", Plural: "measures", Group: Handling, Labels: OneLabel,
	Doc: "A technical or organizational measure other than encryption, access control and backup: reviews, monitoring, response (GDPR Art. 32).",
	Attrs: attrs(common("label"), []*Attr{
		attr("kind", enum(MeasureKind), "What kind of measure it is."),
		required(attr("actions", many(Text), "What is done, each as a verb phrase in its base form.")),
		attr("target", many(Text), "What the action is directed at, each as a phrase."),
		attr("on", refs("category", "data_store", "system", "flow"), "What it protects."),
		attr("includes", refs("measure", "encryption"), "Measures that are part of it. There may be others."),
		attr("by", refs("system"), "The systems that carry it out."),
		attr("who", refs("actor"), "Who does it."),
		attr("frequency", one(Frequency), "How often."),
		attr("within", one(Duration), "How soon."),
		attr("automated", one(Bool), "True where no person takes part."),
		attr("goals", many(Text), "What it is to achieve, each as a phrase."),
	}, common("strength", "when", "because", "note")),
	Example: `
measure "reviews" {
  label     = "Security reviews"
  kind      = "organizational"
  actions   = ["review"]
  target    = ["the code"]
  on        = [system.app]
  includes  = [encryption.in_transit]
  by        = [system.scanner]
  who       = [actor.security_team]
  frequency = "every_release"
  within    = "2 days"
  automated = false
  goals     = ["finding faults early"]
  strength  = "must"
  when      = [condition.release_planned]
  because   = "late findings cost more"
  note      = "Outside experts take part."
}
`,
}

// MeasureKind is a kind of measure.
var MeasureKind = &Enum{"measure_kind", []EnumValue{
	{"technical", "Carried out by machines."},
	{"organizational", "Carried out by people."},
}}
