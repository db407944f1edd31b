package english

// Word is the word or phrase for a value of an enum of the schema, as it stands
// in running text. Of an empty value it is empty. It panics for an enum that it
// does not know, which is a mistake in the program; a test holds it to the
// schema.
func Word(enum, value string) string {
	if value == "" {
		return ""
	}
	words, ok := enumWords[enum]
	if !ok {
		panic("english: no words for the enum " + enum)
	}
	if w, ok := words[value]; ok {
		return w
	}
	return value
}

// Words is Word for several values.
func Words(enum string, values []string) []string {
	return each(values, func(v string) string { return Word(enum, v) })
}

var enumWords = map[string]map[string]string{
	"strength":  {"must": "must", "should": "should", "may": "may"},
	"qualifier": {"normally": "normally", "generally": "generally", "mostly": "mostly", "proactively": "proactively"},
	"coverage":  {"all": "all of it", "any": "any of it", "every": "every one of them", "full": "completely"},
	"bound": {
		"exact": "exactly", "at_most": "at most", "under": "under", "at_least": "at least",
		"indefinite": "indefinitely", "unspecified": "for a time that is not stated",
	},
	"platform": {
		"ios": "iPhone and iPad", "iphone": "iPhone", "android": "Android", "web": "the website", "backend": "the backend",
		"desktop": "desktop computers", "mobile": "mobile devices",
	},
	"availability": {"any_time": "at any time", "business_hours": "during business hours"},
	"audience":     {"public": "everybody", "internal": "the organization’s own people"},
	"mode": {
		"lazy": "lazily (only when it is next needed)", "synchronous": "synchronously (while the caller waits)",
		"asynchronous": "in the background", "direct": "directly",
	},
	"mechanism": {
		"adequacy":                     "an adequacy decision of the European Commission (GDPR Art. 45)",
		"data_privacy_framework":       "the EU-U.S. Data Privacy Framework (GDPR Art. 45)",
		"standard_contractual_clauses": "the European Commission’s standard contractual clauses (GDPR Art. 46(2)(c))",
		"binding_corporate_rules":      "binding corporate rules (GDPR Art. 47)",
		"derogation":                   "a derogation for a specific situation (GDPR Art. 49)",
		"uk_addendum":                  "the United Kingdom’s addendum to the European Commission’s standard contractual clauses",
		"uk_transfer_agreement":        "the United Kingdom’s international data transfer agreement",
	},
	"regime": {
		"gdpr":           "the General Data Protection Regulation of the European Union (GDPR)",
		"uk_gdpr":        "the United Kingdom’s GDPR with its Data Protection Act 2018",
		"ccpa":           "the California Consumer Privacy Act (CCPA)",
		"lgpd":           "Brazil’s Lei Geral de Proteção de Dados Pessoais (LGPD)",
		"pipeda":         "Canada’s Personal Information Protection and Electronic Documents Act (PIPEDA)",
		"privacy_act_au": "Australia’s Privacy Act 1988",
		"fadp":           "Switzerland’s Federal Act on Data Protection (FADP)",
		"pci_dss":        "the Payment Card Industry Data Security Standard (PCI DSS)",
	},
	"change": {
		"any": "any other change", "recipient": "a new or replaced recipient of data", "purpose": "a further use of data",
		"data": "further data that is collected", "retention": "a longer time for which data is kept",
		"location": "a further country in which data is kept or processed", "access": "more people who can see data",
		"security": "less protection of data", "rights": "a right that is taken back, or a longer time to answer",
		"terms": "a shorter notice of changes",
	},
	"relation": {"affiliate": "a company of the same group", "third_party": "a company outside the group"},
	"weekday": {
		"monday": "Monday", "tuesday": "Tuesday", "wednesday": "Wednesday", "thursday": "Thursday", "friday": "Friday",
		"saturday": "Saturday", "sunday": "Sunday",
	},
	"sharing_kind": {"sale": "a sale", "cross_context_advertising": "sharing for cross-context behavioural advertising"},
	"tracker_kind": {
		"cookie": "a cookie", "local_storage": "an entry in the browser’s storage", "pixel": "a pixel",
		"advertising_id": "an advertising identifier", "fingerprint": "a fingerprint of the device", "sdk": "a library within an app",
	},
	"party": {"first": "first party", "third": "third party"},
	"role": {
		"controller": "controller: it decides why and how the data is processed",
		"processor":  "processor: it processes the data for somebody else, on their instructions",

		"joint_controller": "joint controller: it decides together with others why and how the data is processed",
	},
	"channel": {
		"email": "by e-mail", "ticket": "by a ticket", "form": "by a form on the web",
		"in_app": "in the application", "post": "by letter", "phone": "by telephone", "subscription": "by subscribing to news",
	},
	"actor_kind": {
		"data_subject": "a person whom the data is about", "customer": "a person or company that has a contract with the organization",
		"tenant": "a customer whose own users are administered within the service", "staff": "somebody employed by the organization",
		"team": "a team that belongs to the organization", "contractor": "somebody who works for the organization without being employed by it",
		"service": "a program that acts by itself", "public": "anybody at all",
	},
	"membership": {"one": "exactly one", "one_or_more": "one or more"},
	"class": {
		"primary": "provided by the person", "secondary": "created by what the person does",
	},
	"sensitivity": {
		"ordinary":         "ordinary personal data",
		"sensitive":        "treated with more care than the law asks for",
		"special_category": "a special category of personal data (GDPR Art. 9)",
		"criminal_offence": "data on criminal convictions and offences (GDPR Art. 10)",
		"cardholder":       "data of a payment card (PCI DSS)", "card_authentication": "what proves that a payment card is at hand (PCI DSS)",
	},
	"ground": {
		"explicit_consent":            "express consent (GDPR Art. 9(2)(a))",
		"employment_law":              "the law on employment and social protection (GDPR Art. 9(2)(b))",
		"vital_interests":             "the protection of somebody’s life (GDPR Art. 9(2)(c))",
		"membership":                  "membership of a body without profit (GDPR Art. 9(2)(d))",
		"made_public":                 "that the person has manifestly made it public (GDPR Art. 9(2)(e))",
		"legal_claims":                "the needs of legal claims (GDPR Art. 9(2)(f))",
		"substantial_public_interest": "a law in the substantial public interest (GDPR Art. 9(2)(g))",
		"health_care":                 "the needs of health or social care (GDPR Art. 9(2)(h))",
		"public_health":               "the needs of public health (GDPR Art. 9(2)(i))",
		"archiving_or_research":       "the needs of archives, research or statistics (GDPR Art. 9(2)(j))",
	},
	"dpf": {
		"eu_us": "the EU-U.S. Data Privacy Framework", "uk_extension": "its UK Extension",
		"swiss_us": "the Swiss-U.S. Data Privacy Framework",
	},
	"clause_module": {
		"controller_to_controller": "one (controller to controller)", "controller_to_processor": "two (controller to processor)",
		"processor_to_processor": "three (processor to processor)", "processor_to_controller": "four (processor to controller)",
	},
	"authorisation": {"specific": "each one has to be authorised before", "general": "authorised as a whole"},
	"credentials":   {"personal": "each user has credentials of their own", "shared": "several users share credentials"},
	"signal":        {"global_privacy_control": "Global Privacy Control"},
	"form":          {"aggregated": "aggregated", "anonymised": "anonymised", "pseudonymised": "pseudonymised"},
	"requirement": {
		"standard": "not marked as optional", "optional": "optional", "required": "required: the service cannot be used without it",
	},
	"source": {
		"person": "asked of the person", "form_input": "entered in forms", "device_configuration": "read from the settings of the device",
		"device": "read from the device", "sensor": "measured by the device", "usage": "recorded while the service is used",
		"derived": "worked out from other data", "third_party": "received from somebody else", "public_source": "taken from public sources",
	},
	"collection_event": {"collected": "collected", "stored": "stored"},
	"sharing_form":     {"passed_on": "passed on", "access": "has access"},
	"tag_place":        {"database": "databases", "table": "tables", "column": "columns"},
	"purpose_class": {
		"service": "providing the service", "product": "improving the product", "security": "security", "legal": "legal matters",
		"support": "helping users", "analytics": "understanding how the service is used", "marketing": "advertising and promotion",
		"operations": "running the service",
	},
	"legal_basis": {
		"consent": "consent (GDPR Art. 6(1)(a))", "contract": "a contract with the person (GDPR Art. 6(1)(b))",
		"legal_obligation": "a legal obligation (GDPR Art. 6(1)(c))", "vital_interests": "the protection of somebody’s life (GDPR Art. 6(1)(d))",
		"public_task": "a task in the public interest (GDPR Art. 6(1)(e))", "legitimate_interests": "legitimate interests (GDPR Art. 6(1)(f))",
		"recognised_legitimate_interest": "an interest that the law recognises (UK GDPR Art. 6(1)(ea))",
	},
	"data_share":     {"all": "all", "most": "most", "some": "some"},
	"recipient_kind": {"named": "one company’s service", "recipient_class": "a group of recipients, not named one by one"},
	"system_kind": {
		"application": "an application", "website": "a website", "dashboard": "a dashboard", "feature": "a part of an application",
		"ai_feature": "a feature that uses artificial intelligence", "pipeline": "a pipeline",
		"service": "a service", "database": "a database",
	},
	"topology":   {"single": "one server", "cluster": "a cluster of servers that act as one"},
	"step_place": {"client": "on the user’s device", "server": "on the server"},
	"method": {
		"delete": "delete it", "hash": "replace it by a one-way hash", "tombstone": "replace it by a tombstone (a mark that it existed)",
		"anonymise": "change it so that the person cannot be identified any more",
	},
	"recipient_class": {
		"third_party": "third parties", "other_company": "other companies", "other_entity": "other entities", "authority": "public authorities",
	},
	"transfer_effect": {"allow": "data is shared", "deny": "data is not shared", "rely": "others are relied on"},
	"preference":      {"shortest": "the shortest possible period", "longest": "the longest of the periods"},
	"on_expiry": {
		"delete": "deleted", "hash": "replaced by a one-way hash", "tombstone": "replaced by a tombstone (a mark that it existed)",
		"anonymise": "changed so that the person cannot be identified any more", "keep": "kept",
	},
	"backup_form": {"full": "a copy of everything", "incremental": "a copy of what has changed since the last one", "snapshot": "a snapshot"},
	"state":       {"at_rest": "at rest", "in_transit": "in transit"},
	"scope":       {"end_to_end": "end to end", "storage": "for the whole storage", "file": "file by file", "field": "field by field"},
	"leg": {
		"client_to_server": "from the user’s device to the servers", "backend": "on the backend",
		"backend_to_client": "from the backend to the user’s device",
	},
	"access_effect": {"allow": "have access", "deny": "have no access", "refrain": "refrain from access", "limit": "have limited access"},
	"access_method": {
		"rbac": "by role (role-based access control, RBAC)", "least_privilege": "by the principle of least privilege (no more than each task needs)", "authentication": "by sign-in",
		"permissions": "by permissions", "explicit_grant": "by express grant",
	},
	"access_mode":  {"direct": "directly", "indirect": "indirectly"},
	"control":      {"strict": "strict", "airtight": "airtight"},
	"audit_detail": {"basic": "that it took place", "detailed": "in detail"},
	"measure_kind": {"technical": "technical", "organizational": "organizational"},
	"right_kind": {
		"information": "information", "access": "access to data", "rectification": "correction or change of data", "erasure": "deletion of data",
		"restriction": "restriction of processing", "portability": "data portability", "objection": "objection to processing",
		"human_decision": "a decision by a person", "withdraw_consent": "withdrawal of consent", "complaint": "complaint",
		"preferences": "preferences on collection", "opt_out": "opting out of sale and sharing", "limit_use": "limiting the use of sensitive data",
	},
	"handling": {
		"automatic": "by a machine", "reviewed": "with care",
		"self_service": "by people themselves", "on_request": "on request",
	},
	"sweep": {"never": "never", "only": "only", "all": "all", "complete": "complete"},
	"deed": {
		"share": "share", "sell": "sell", "encrypt": "encrypt", "store": "store", "process": "process", "collect": "collect",
		"profile": "build profiles of people from", "train": "train artificial intelligence with", "disclose": "tell people what is done with",
	},
	"effect": {
		"require": "required", "forbid": "forbidden", "avoid": "avoided", "permit": "allowed", "prefer": "preferred", "limit": "limited",
	},
	"rule_severity": {
		"off": "is not looked for", "note": "counts as a note", "warning": "counts as a warning", "error": "counts as an error",
	},
	"environment": {"production": "production", "staging": "staging", "test": "testing"},
	"numbering":   {"none": "unnumbered", "decimal": "numbered"},
	"format":      {"html": "a web page", "markdown": "Markdown"},
	"layout":      {"notice": "a notice", "company": "a company’s policy", "layered": "a layered notice", "standard": "an internal standard"},
	"part": {
		"about": "about", "glance": "figures", "decisions": "decisions", "exceptions": "exceptions", "principles": "principles", "collection": "collection", "purposes": "purposes", "activities": "activities",
		"locations": "locations", "flows": "flows", "recipients": "recipients", "retention": "retention", "security": "security",
		"access": "access", "requirements": "requirements", "procedures": "procedures", "rights": "rights", "contacts": "contacts",
		"terms": "terms", "notices": "notices", "waivers": "waivers", "dates": "dates",
	},
}
