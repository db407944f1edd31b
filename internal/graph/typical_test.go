package graph

// typical is a map of the size and shape that a real policy has; what flows in it is made up.
func typical() *Graph {
	g := &Graph{
		Title:       "Where the data of a shop's users goes",
		Description: "People use the app and the website. These keep data in AWS, and send some of it to other companies.",
		Groups: []Group{
			{"eu-west-1", "AWS eu-west-1, Ireland"},
			{"us", "United States"},
			{"other", "Other countries"},
		},
	}
	node := func(k Kind, group, id, label, detail string) {
		g.Nodes = append(g.Nodes, Node{ID: id, Label: label, Detail: detail, Kind: k, Group: group, Href: "#" + id})
	}
	node(Person, "", "user", "App users", "account holders")
	node(Person, "", "visitor", "Website visitors", "")
	node(System, "", "app", "Example app", "iOS and Android")
	node(System, "", "website", "Website", "")
	node(System, "", "api", "Example API", "runs on Laravel Vapor")
	node(Store, "eu-west-1", "aurora", "Aurora", "accounts, messages, subscriptions")
	node(Store, "eu-west-1", "search", "Elasticsearch", "profiles that can be searched")
	node(Store, "eu-west-1", "dynamo", "DynamoDB", "sessions, queues")
	node(Store, "eu-west-1", "cache", "ElastiCache", "hours")
	node(Store, "eu-west-1", "s3", "S3", "pictures, backups")
	for _, v := range [][4]string{
		{"us", "pubnub", "PubNub", "live chat"},
		{"us", "intercom", "Intercom", "support"},
		{"us", "vapor", "Laravel Vapor", "deployment"},
		{"us", "forge", "Laravel Forge", "servers"},
		{"us", "twilio", "Twilio", "text messages"},
		{"us", "firebase", "Firebase", "push messages"},
		{"us", "apple", "Apple", "push messages, purchases"},
		{"us", "bugsnag", "Bugsnag", "crash reports"},
		{"us", "ga", "Google Analytics", "website statistics"},
		{"", "elastic", "Elastic Cloud", "search hosting"},
		{"other", "sellers", "Subscription sellers", "sell subscriptions, and say who bought one"},
	} {
		node(Recipient, v[0], v[1], v[2], v[3])
	}
	edge := func(from, to, label string, dashed bool) {
		g.Edges = append(g.Edges, Edge{From: from, To: to, Label: label, Dashed: dashed})
	}
	edge("user", "app", "profile, messages, location", false)
	edge("user", "website", "", false)
	edge("visitor", "website", "pages seen", false)
	edge("app", "api", "everything entered", false)
	edge("website", "api", "contact form", false)
	for _, s := range []string{"aurora", "search", "dynamo", "cache"} {
		edge("api", s, "", false)
	}
	edge("api", "s3", "pictures", false)
	edge("app", "pubnub", "chat messages", false)
	edge("app", "intercom", "name, email, questions", false)
	edge("website", "intercom", "questions", false)
	edge("api", "twilio", "phone number", false)
	edge("api", "firebase", "device token", false)
	edge("api", "apple", "device token", false)
	edge("app", "apple", "purchases", false)
	edge("app", "bugsnag", "device, crash", true)
	edge("api", "bugsnag", "device, crash", true)
	edge("website", "ga", "pages seen", true)
	edge("api", "vapor", "", false)
	edge("api", "forge", "", false)
	edge("search", "elastic", "profiles", false)
	edge("sellers", "api", "who bought a subscription", false)
	edge("api", "sellers", "only while a subscription is pending", true)
	edge("aurora", "s3", "backups", false)
	return g
}
