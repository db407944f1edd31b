package schema

var tracker = &Block{
	Name: "tracker", Title: "tracker", Plural: "trackers", Group: Handling, Labels: OneLabel,
	Doc: "Something that is stored on or read from people's devices: a cookie, an entry in the browser's storage, a pixel. Without a label, its own name is that under which it is stored.",
	Attrs: attrs(named(), []*Attr{
		attr("kind", enum(TrackerKind), "What it is."),
		attr("party", enum(Party), "Whose it is."),
		attr("vendor", ref("vendor"), "The company that sets or reads it, where that is not the organization."),
		attr("purposes", refs("purpose"), "What it is for."),
		attr("essential", one(Bool), "True where what was asked for cannot be provided without it, so that no consent is needed (Directive 2002/58/EC, Art. 5(3))."),
		attr("data", refs("category"), "The data in it, or that is collected by it."),
		attr("lifetime", one(Duration), "How long it stays on the device, counted from the last visit."),
		attr("session", one(Bool), "True where it goes when the browser is closed."),
		attr("on", refs("system"), "The websites and applications that use it."),
		attr("opt_out", refs("contact"), "How to refuse it."),
	}, common("when", "unless", "note")),
	Example: `
tracker "visits" {
  label     = "_visits"
  kind      = "cookie"
  party     = "third"
  vendor    = vendor.analytics
  purposes  = [purpose.analytics]
  essential = false
  data      = [category.usage]
  lifetime  = "13 months"
  session   = false
  on        = [system.website]
  opt_out   = [contact.cookie_settings]
  when      = [condition.consented]
  unless    = [condition.opted_out]
  note      = "Read on every page."
}
`,
}

// TrackerKind is a way to store something on a device or to read from it.
var TrackerKind = &Enum{"tracker_kind", []EnumValue{
	{"cookie", "A cookie."},
	{"local_storage", "An entry in the storage of the browser."},
	{"pixel", "An image or script that is loaded to tell that a page was seen."},
	{"advertising_id", "An identifier of the device that is meant for advertising."},
	{"fingerprint", "A device is recognised by its properties, without anything being stored on it."},
	{"sdk", "A software library within an application that collects data."},
}}

// Party is whose a tracker is, as browsers see it.
var Party = &Enum{"party", []EnumValue{
	{"first", "The organization's own."},
	{"third", "Another company's."},
}}
