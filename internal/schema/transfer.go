package schema

var transfer = &Block{
	Name: "transfer", Title: "transfer rule", Plural: "transfer rules", Group: Handling, Labels: OneLabel,
	Doc: "A statement about sharing data with others, or about relying on what they do, and the limits of it. Single recipients are subprocessors.",
	Attrs: attrs(common("label"), []*Attr{
		attr("data", refs("category"), "The data that it is about."),
		required(attr("recipients", enums(RecipientClass), "The others.")),
		required(attr("effect", enum(TransferEffect), "Whether it is done, or that they are relied on.")),
		attr("purposes", refs("purpose"), "What for."),
		attr("declared_only", one(Bool), "True where exceptions are limited to what this policy declares."),
		attr("complies_with", many(Text), "What every transfer complies with, each as a phrase."),
		attr("safeguards", many(Text), "What protects it, each as a phrase."),
		attr("mechanism", enum(Mechanism), "What makes it lawful where it leaves the country."),
		attr("from", many(Territory), "The countries out of which the data comes. \"EU\" and \"EEA\" stand for theirs."),
		attr("countries", many(Country), "The countries that it is about."),
		attr("counts_as", enums(SharingKind), "What the law calls it."),
	}, common("qualifier", "only", "open_ended", "when", "unless", "note")),
	Example: `
transfer "third_parties" {
  label         = "Sharing with others"
  data          = [category.email]
  recipients    = ["third_party"]
  effect        = "deny"
  purposes      = [purpose.billing]
  declared_only = true
  complies_with = ["the applicable data protection law"]
  safeguards    = ["encryption in transit"]
  mechanism     = "standard_contractual_clauses"
  from          = ["EU", "CH"]
  countries     = ["US"]
  counts_as     = ["sale"]
  qualifier     = "generally"
  only          = true
  open_ended    = true
  when          = [condition.signed_up]
  unless        = [condition.required_by_law]
  note          = "We do not sell data."
}
`,
}

// SharingKind is what the law calls a way of sharing data (California Civil Code
// § 1798.140(ad) and (ah)).
var SharingKind = &Enum{"sharing_kind", []EnumValue{
	{"sale", "A sale: data for money or something else of value."},
	{"cross_context_advertising", "Sharing for advertising that follows people from one business to another."},
}}

// RecipientClass is a class of others with whom data might be shared.
var RecipientClass = &Enum{"recipient_class", []EnumValue{
	{"third_party", "Third parties (GDPR Art. 4(10))."},
	{"other_company", "Other companies."},
	{"other_entity", "Other bodies, such as public ones."},
	{"authority", "Public authorities."},
}}

// TransferEffect says whether data is shared, or that others are relied on, whose
// work may need it.
var TransferEffect = &Enum{"transfer_effect", []EnumValue{
	{"allow", "It is shared."},
	{"deny", "It is not shared."},
	{"rely", "They are relied on. That data is shared with all of them is not said by that."},
}}
