package schema

import "slices"

// A LayoutSection is a section of a layout: its name, by which a document can
// change it or leave it out, its heading, and the parts that it shows. Without a
// heading the first part's own is printed.
type LayoutSection struct {
	Name, Title string
	Shows       []string
}

// Layouts are the make-up of each kind of policy, by the words of [Layout]. The
// first is also that of a policy that does not lay out its own page.
//
// Every layout shows every part that no other part repeats, so that what a policy
// declares is printed whichever layout it chooses. Accepted findings are a part of an
// internal standard alone: to a public policy they are a page beside it.
var Layouts = map[string][]LayoutSection{
	"notice": {
		{Name: "about", Shows: []string{"about"}},
		{Name: "at-a-glance", Shows: []string{"glance"}},
		{Name: "principles", Shows: []string{"principles"}},
		{Name: "collection", Shows: []string{"collection"}},
		{Name: "purposes", Shows: []string{"purposes"}},
		{Name: "activities", Shows: []string{"activities"}},
		{Name: "locations", Shows: []string{"locations"}},
		{Name: "flows", Shows: []string{"flows"}},
		{Name: "recipients", Shows: []string{"recipients"}},
		{Name: "retention", Shows: []string{"retention"}},
		{Name: "security", Shows: []string{"security"}},
		{Name: "access", Shows: []string{"access"}},
		{Name: "requirements", Shows: []string{"requirements"}},
		{Name: "procedures", Shows: []string{"procedures"}},
		{Name: "rights", Shows: []string{"rights"}},
		{Name: "contacts", Shows: []string{"contacts"}},
		{Name: "terms", Shows: []string{"terms"}},
		{Name: "notices", Shows: []string{"notices"}},
		{Name: "dates", Shows: []string{"dates"}},
	},
	"company": {
		{Name: "scope", Title: "Subject and scope", Shows: []string{"about", "dates"}},
		{Name: "words", Title: "Words", Shows: []string{"terms"}},
		{Name: "data", Title: "Data and purposes", Shows: []string{"collection", "purposes", "activities"}},
		{Name: "storage", Title: "Where data is kept and how it moves", Shows: []string{"locations", "flows"}},
		{Name: "retention", Title: "Retention and backups", Shows: []string{"retention"}},
		{Name: "security", Title: "Security and access", Shows: []string{"security", "access"}},
		{Name: "recipients", Title: "Recipients and sharing", Shows: []string{"recipients"}},
		{Name: "rights", Title: "Rights and contacts", Shows: []string{"rights", "contacts"}},
		{Name: "commitments", Title: "Commitments", Shows: []string{"principles", "requirements", "procedures"}},
		{Name: "changes", Title: "Changes", Shows: []string{"notices"}},
	},
	"layered": {
		{Name: "promises", Title: "What we promise", Shows: []string{"principles"}},
		{Name: "at-a-glance", Shows: []string{"glance"}},
		{Name: "control", Title: "What you can do", Shows: []string{"rights", "contacts"}},
		{Name: "about", Title: "The details: whose policy this is", Shows: []string{"about"}},
		{Name: "data", Shows: []string{"collection", "purposes", "activities"}},
		{Name: "storage", Shows: []string{"locations", "flows"}},
		{Name: "recipients", Shows: []string{"recipients"}},
		{Name: "retention", Shows: []string{"retention"}},
		{Name: "security", Shows: []string{"security", "access"}},
		{Name: "rules", Shows: []string{"requirements", "procedures"}},
		{Name: "words", Shows: []string{"terms"}},
		{Name: "changes", Shows: []string{"notices", "dates"}},
	},
	"standard": {
		{Name: "scope", Title: "What this standard is about", Shows: []string{"about", "dates"}},
		{Name: "words", Title: "Definitions", Shows: []string{"terms"}},
		{Name: "classes", Title: "Classes of data", Shows: []string{"collection", "purposes", "activities"}},
		{Name: "decisions", Shows: []string{"decisions"}},
		{Name: "storage", Shows: []string{"locations", "flows"}},
		{Name: "requirements", Shows: []string{"principles", "requirements"}},
		{Name: "exceptions", Shows: []string{"exceptions"}},
		{Name: "security", Shows: []string{"security", "access"}},
		{Name: "procedures", Shows: []string{"procedures"}},
		{Name: "retention", Shows: []string{"retention"}},
		{Name: "recipients", Shows: []string{"recipients"}},
		{Name: "rights", Shows: []string{"rights", "contacts"}},
		{Name: "changes", Shows: []string{"notices"}},
		{Name: "waivers", Shows: []string{"waivers"}},
	},
}

// LayoutSections lists the names of the sections of a layout, in order.
func LayoutSections(layout string) []string {
	names := make([]string, len(Layouts[layout]))
	for i, s := range Layouts[layout] {
		names[i] = s.Name
	}
	return names
}

// partKinds are the kinds of block that each part is about.
var partKinds = map[string][]string{
	"about": {"policy", "organization"}, "glance": nil, "principles": {"principle", "claim"},
	"collection": {"category"}, "purposes": {"purpose"}, "activities": {"activity"},
	"locations": {"data_store", "system", "region", "vendor"}, "decisions": {"category", "procedure"}, "flows": {"flow"},
	"recipients": {"subprocessor", "transfer", "vendor", "data_store", "system", "exception"}, "retention": {"retention", "backup"},
	"security": {"encryption", "measure"}, "access": {"access", "exception"},
	"requirements": {"requirement", "exception"}, "exceptions": {"exception"}, "procedures": {"procedure"},
	"rights": {"right"}, "contacts": {"contact"}, "terms": {"term", "actor", "condition"},
	"notices": {"policy"}, "waivers": {"waiver", "rule"}, "dates": {"policy", "moved"},
}

// CanShow reports whether a part may show something where its section is limited to a
// block of a kind: the block, what is inside it, or what speaks of it.
func CanShow(part, kind string) bool {
	limit := Lookup(kind)
	for _, k := range partKinds[part] {
		about := Lookup(k)
		spans := about.Attr(about.Spans)
		if k == kind || limit != nil && limit.Block(k) != nil || spans != nil && slices.Contains(spans.Type.Targets, kind) {
			return true
		}
	}
	return false
}

// PartsFor lists the parts that can show a kind of block, in the order of the manual.
func PartsFor(kind string) []string {
	var parts []string
	for _, part := range Part.Names() {
		if CanShow(part, kind) {
			parts = append(parts, part)
		}
	}
	return parts
}
