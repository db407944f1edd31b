package corpus

import "strings"

var adjectives = strings.Fields(`active ad_hoc annual archived billing central checkout clinical commercial customer daily
	delivery device digital driver external finance fleet global guest health hosted identity internal legacy loyalty
	marketing member mobile monthly operational order partner payment personal product public regional remote retail sales
	search secondary shared support temporary travel usage verified visitor web weekly`)

var nouns = map[string][]string{
	"category":     strings.Fields("address answer behaviour booking contact_data content credential diagnosis document history identifier image invoice location log message metric preference profile recording reference signature transaction"),
	"purpose":      strings.Fields("accounting analysis billing communication debugging fraud_detection improvement onboarding payment personalisation planning reporting research security sign_in support testing verification"),
	"condition":    strings.Fields("account_closed approval consent_given contract_signed fault legal_hold opt_in order_placed payment_failed renewal request trial_over upgrade verification"),
	"vendor":       strings.Fields("analytics cloud communications data hosting labs logistics mail media networks payments research services software solutions systems technologies"),
	"region":       strings.Fields("area centre cluster location site zone"),
	"data_store":   strings.Fields("archive bucket cache database index ledger queue registry replica search_index share table vault warehouse"),
	"subprocessor": strings.Fields("agency analytics carrier chat consultancy crm desk gateway helpdesk mailer monitor platform processor provider survey tracker"),
	"system":       strings.Fields("app backend console dashboard feature pipeline portal scheduler service website"),
	"flow":         strings.Fields("backup delivery export import intake migration notification replication report sync upload"),
	"access":       strings.Fields("audit maintenance operation review support"),
	"requirement":  strings.Fields("approval deletion logging masking minimisation review separation training"),
	"retention":    strings.Fields("period schedule term"),
	"encryption":   strings.Fields("cipher protection"),
	"right":        strings.Fields("copy correction deletion objection view"),
	"actor":        strings.Fields("administrator agent auditor client contractor developer guest operator tester user"),
	"contact":      strings.Fields("desk form hotline office team"),
	"module":       strings.Fields("cell deployment environment installation"),
}

var (
	technologies = strings.Split("PostgreSQL MySQL Redis Kafka Elasticsearch MongoDB DynamoDB BigQuery Snowflake ClickHouse Cassandra MinIO", " ")
	periods      = strings.Split("12 hours,24 hours,7 days,14 days,30 days,90 days,3 months,6 months,1 year,2 years,6 years,10 years", ",")
	frequencies  = strings.Split("1 per day,4 per day,1 per week,1 per month,several per day,regular", ",")
	bounds       = strings.Fields("exact at_most under at_least")
	platforms    = strings.Fields("ios android web backend desktop")
	verbs        = strings.Split("read the records,correct wrong entries,export a copy,review the log,remove old entries,answer requests,mask the values,approve the change", ",")
	phrases      = strings.Split("the master database,files that people upload,full text search,session state,monthly reports,messages between users,log files,configuration,single sign-on,invoices and receipts,training material,quality checks", ",")
	reasons      = strings.Split("the contract asks for it,somebody has to be accountable,support needs it,the law asks for it,nothing else has to leave the device", ",")
	events       = strings.Split("a customer asks for it,an order is placed,the account is closed,a payment fails,consent is withdrawn,a contract is signed,a fault is reported", ",")
	states       = strings.Split("a subscription is active,the trial is running,a legal hold is in force,the device is offline,two-factor login is on", ",")
	sentences    = strings.Split("Reviewed with the data protection officer before every release.|The figures come from the provider's own documentation.|Whoever changes this tells the support team first.|It is stated per store, since the periods differ.|The older contract says less; this is what is done.|The published page lists it under the same name.", "|")
)

func (g *generator) sentence() string { return g.pick(sentences) }
