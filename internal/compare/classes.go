package compare

// Phrases for what is owed where a policy promises nothing in particular.
const (
	listed        = "the list of changes"
	direct        = "a direct message to those concerned (WP260 rev.01, paragraph 29)"
	subprocessors = "the notice that the processing agreement promises, so that one can object (GDPR Art. 28(2))"
	further       = "information before the data is used so (GDPR Art. 13(3))"
	nothing       = "none"
)

// classes is the table of what a change can be.
var classes = []Class{
	{"subprocessor.added", Widens, Material, "recipient", subprocessors, "A further company, or class of recipients, receives data."},
	{"subprocessor.removed", Narrows, Minor, "recipient", listed, "A company does not receive data any more."},
	{"subprocessor.replaced", Neutral, Material, "recipient", subprocessors, "Another company does what one did before."},
	{"subprocessor.renamed", Neutral, Editorial, anyChange, listed, "The same company goes by another name."},
	{"subprocessor.merged", Neutral, Editorial, anyChange, listed, "Several entries of the list are one now; who receives what stays as it was."},
	{"subprocessor.split", Neutral, Editorial, anyChange, listed, "One entry of the list is several now; who receives what stays as it was."},
	{"subprocessor.purpose.added", Widens, Material, "purpose", subprocessors, "A company that receives data does so for a further purpose."},
	{"subprocessor.purpose.removed", Narrows, Minor, "purpose", listed, "A company does not receive data for one of the purposes any more."},
	{"subprocessor.location.added", Widens, Material, "location", subprocessors, "A company processes data in a further country."},
	{"subprocessor.location.removed", Narrows, Minor, "location", listed, "A company does not process data in one of the countries any more."},
	{"subprocessor.data.added", Widens, Material, "recipient", subprocessors, "A company receives further data."},
	{"subprocessor.data.removed", Narrows, Minor, "recipient", listed, "A company does not receive some of the data any more."},
	{"subprocessor.entity_type.changed", Neutral, Minor, "recipient", listed, "A recipient now belongs to the organization's group, or does not any more."},

	{"data.category.added", Widens, Material, "data", further, "Further data is collected."},
	{"data.category.removed", Narrows, Minor, "data", listed, "Some data is not collected any more."},
	{"data.sensitivity.raised", Widens, Material, "data", direct, "Data counts as more sensitive than before."},
	{"data.sensitivity.lowered", Neutral, Material, "data", direct, "Data counts as less sensitive than before, and may be protected less."},

	{"purpose.added", Widens, Material, "purpose", further, "Data is used for a further purpose."},
	{"purpose.removed", Narrows, Minor, "purpose", listed, "Data is not used for one of the purposes any more."},
	{"purpose.changed", Widens, Material, "purpose", further, "What data is used for has changed."},
	{"legal_basis.changed", Neutral, Material, "purpose", direct, "The law that allows a use of data is another one than before."},

	{"recipient.added", Widens, Material, "recipient", direct, "Data reaches somebody whom it did not reach before."},
	{"recipient.removed", Narrows, Minor, "recipient", listed, "Data does not reach somebody any more."},
	{"sale_or_share.enabled", Widens, Material, "recipient", "a new choice for those whose data was collected before (Cal. Civ. Code § 1798.100(a)(1))", "Data is sold, or shared for advertising, as it was not before."},
	{"sale_or_share.disabled", Narrows, Minor, "recipient", listed, "Data is not sold or shared for advertising any more."},
	{"transfer.added", Widens, Material, "location", direct, "Data is passed on under a rule that is new, or to a further country."},
	{"transfer.removed", Narrows, Minor, "location", listed, "Data is not passed on under one of the rules any more."},
	{"transfer.mechanism.changed", Neutral, Material, "location", direct, "What makes a transfer to another country lawful is another instrument than before."},

	{"store.added", Neutral, Minor, "location", listed, "Data is kept in a further place."},
	{"store.moved", Neutral, Minor, "location", "a message to customers who were promised a place", "Data is kept in another region, or in another country."},
	{"store.removed", Narrows, Minor, "location", listed, "Data is not kept in one of the places any more."},

	{"retention.increased", Widens, Material, "retention", direct, "Data can be kept longer than before, copies included."},
	{"retention.decreased", Narrows, Minor, "retention", listed, "Data is kept for a shorter time than before, copies included."},
	{"retention.criteria.changed", Neutral, Material, "retention", direct, "How long data is kept is worked out in another way; which way is longer depends on the case."},
	{"retention.tier.changed", Neutral, Material, "retention", direct, "The periods that hold in certain cases have changed."},

	{"encryption.removed", Widens, Material, "security", direct, "Data that was encrypted is not any more, or the policy does not say so."},
	{"encryption.weakened", Widens, Material, "security", direct, "The encryption is weaker, or covers less."},
	{"encryption.added", Narrows, Minor, "security", listed, "Data is encrypted that was not before."},
	{"encryption.strengthened", Narrows, Minor, "security", listed, "The encryption is stronger, or covers more."},

	{"access.widened", Widens, Material, "access", direct, "More people can see data, in more cases, or with less control."},
	{"access.narrowed", Narrows, Minor, "access", listed, "Fewer people can see data, in fewer cases, or with more control."},

	{"right.added", Narrows, Minor, "rights", listed, "People have a further right."},
	{"right.removed", Widens, Material, "rights", direct, "A right that people had is not stated any more."},
	{"right.sla.lengthened", Widens, Material, "rights", direct, "A request may take longer than before."},
	{"right.sla.shortened", Narrows, Minor, "rights", listed, "A request is dealt with sooner than before."},
	{"right.channel.changed", Neutral, Minor, "rights", listed, "A right is exercised in another way."},

	{"notice.period.shortened", Widens, Material, "terms", "the period that held until now", "Changes are announced less far ahead, or can be objected to for a shorter time."},
	{"notice.period.lengthened", Narrows, Minor, "terms", listed, "Changes are announced further ahead, or can be objected to for longer."},
	{"notice.added", Narrows, Minor, "terms", listed, "A further kind of change is announced ahead."},
	{"notice.removed", Widens, Material, "terms", "the period that held until now", "A kind of change is not announced ahead any more."},

	{"adm_or_ai.enabled", Widens, Material, "purpose", direct, "A decision is made by a machine, or artificial intelligence is used, where it was not before."},
	{"adm_or_ai.disabled", Narrows, Minor, "purpose", listed, "A machine, or artificial intelligence, does not do something any more."},
	{"training.enabled", Widens, Material, "purpose", direct, "Artificial intelligence is trained with data, as it was not before."},
	{"training.disabled", Narrows, Minor, "purpose", listed, "Artificial intelligence is not trained with data any more."},

	{"tracker.added", Widens, Material, "data", "consent anew, where it is needed", "A further cookie, or something like it, is kept on people's devices."},
	{"tracker.removed", Narrows, Minor, "data", listed, "A cookie, or something like it, is not used any more."},
	{"tracker.lifetime.increased", Widens, Material, "data", "consent anew, where it is needed", "A cookie, or something like it, lasts longer."},
	{"tracker.lifetime.decreased", Narrows, Minor, "data", listed, "A cookie, or something like it, lasts less long."},
	{"tracker.category.changed", Neutral, Material, "data", "consent anew, where it is needed", "A cookie, or something like it, serves another purpose than before."},

	{"claim.added", Narrows, Minor, anyChange, listed, "The policy promises something that it did not promise before."},
	{"claim.weakened", Widens, Material, anyChange, direct, "A promise holds in fewer cases than before."},
	{"claim.strengthened", Narrows, Minor, anyChange, listed, "A promise holds in more cases than before."},
	{"claim.removed", Widens, Material, anyChange, direct, "The policy does not promise something any more."},

	{"controller.changed", Neutral, Material, anyChange, direct, "Somebody else is responsible for the data, or stands in for who is."},
	{"jurisdiction.changed", Neutral, Material, anyChange, direct, "Another law governs, or other data protection laws are said to apply."},
	{"children.threshold.changed", Neutral, Material, anyChange, direct, "The age from which people may use the service is another one."},

	{"document.structure", Neutral, Editorial, anyChange, listed, "The pages are laid out in another way; they say the same."},
	{"document.correction", Neutral, Editorial, anyChange, listed, "The publication was wrong and is corrected; what is done has not changed."},
	{"translation.only", Neutral, Editorial, anyChange, nothing, "A translation changed; the text that it is made from did not."},
	{"formatting.only", Neutral, Technical, anyChange, nothing, "The pages look different; the policy is the same."},
}
