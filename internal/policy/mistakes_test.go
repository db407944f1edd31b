package policy

import (
	"strings"
	"testing"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// mistakes are rules with one wrong name each: a kind, a field, a word, a
// package, wherever it may hide. None of them would ever find anything, and OPA
// by itself accepts most of them.
var mistakes = []struct{ name, rule, want string }{
	{"kind", `some s in input.data_stor; x(s)`, "data_store"},
	{"kind in brackets", `some s in input["data_stores"]; x(s)`, "data_store"},
	{"kind by object.get", `some s in object.get(input, "vendr", []); x(s)`, "vendor"},
	{"field under not", `some s in input.data_store; not s.retentoin`, "retention"},
	{"field in comparison", `some s in input.vendor; s.contry == "IE"`, "country"},
	{"field by index variable", `some i; input.data_store[i].technolgy; s := input.data_store[i]`, "technology"},
	{"field in brackets", `some s in input.data_store; s["regoins"]`, "regions"},
	{"field behind a reference", `some s in input.data_store; s.regions[_].contry == "IE"`, "country"},
	{"field behind two references", `some s in input.data_store; s.regions[_].vendor.parant`, "parent"},
	{"field along a hierarchy", `some s in input.vendor; s.parent.parent.countri`, "country"},
	{"field of a block inside", `some s in input.subprocessor; s.engagement[_].purpose`, "purposes"},
	{"field two blocks inside", `some s in input.subprocessor; s.engagement[_].shares_with[_].vendr`, "vendor"},
	{"field of a single block inside", `some s in input.category; s.collection.sauce == "sensor"`, "source"},
	{"field of what speaks of it", `some s in input.data_store; s.retention[_].peroid`, "period"},
	{"field of one of several kinds", `some s in input.retention; s.applies_to[_].vendro`, "vendor"},
	{"field of the policy", `s := input.policy; s.titel`, "title"},
	{"field of another kind", `some s in input.data_store; s.period`, "There are"},
	{"list taken for one", `some s in input.data_store; s.retention.period`, "is a list"},
	{"field in a comprehension", `some s in input.data_store; count([r | some r in s.regions; r.contry == "IE"]) > 0`, "country"},
	{"field in an object", `some s in input.data_store; x({"a": s.lable})`, "label"},
	{"field in a function's argument", `some s in input.data_store; startswith(s.lable, "a")`, "label"},
	{"field in every", `some s in input.data_store; every r in s.regions { r.contry == "IE" }`, "country"},
	{"field in every of every", `some s in input.subprocessor; every e in s.engagement { every d in e.data { d.sensitivty == "sensitive" } }`, "sensitivity"},
	{"field in every with a key", `some s in input.data_store; every i, r in s.regions { i >= 0; r.citty }`, "city"},
	{"field of every's domain", `some s in input.data_store; every r in s.regoins { r.country }`, "regions"},
	{"field in a function", "some s in input.data_store; f1(s)\n\nf1(b) if not b.retentoin", "retention"},
	{"field in a function of a function", "some s in input.data_store; f2(s)\n\nf2(b) if f3(b)\n\nf3(b) if b.technolgy", "technology"},
	{"field by object.get", `some s in input.data_store; object.get(s, "retentoin", null) == null`, "retention"},
	{"field by a path of object.get", `some s in input.data_store; object.get(s, ["retention", 0, "peroid"], "") == ""`, "period"},
	{"field by object.get in every", `some s in input.data_store; every r in s.regions { object.get(r, "contry", "") == "IE" }`, "country"},
	{"field behind walk", `some s in input.data_store; walk(input, [_, v]); v.retentoin`, "retention"},
	{"field behind an address", `some s in input.data_store; input.by_address["data_store.x"].technolgy`, "technology"},
	{"word of an attribute", `some s in input.retention; s.bound == "indefinate"`, "indefinite"},
	{"word on the left", `some s in input.retention; "at-most" == s.bound`, "at_most"},
	{"word in a set", `some s in input.actor; s.kind in {"staff", "contracter"}`, "contractor"},
	{"word in a list", `s := input.policy; "gdrp" in s.regimes`, "gdpr"},
	{"word for a kind", `some s in input.flow; s.to[_].block == "datastore"`, "data_store"},
	{"package", `some s in input.data_store; data.refrence.countries`, "reference"},
	{"rule of its own package", `some s in input.data_store; not data.acme.rule.denny[s]`, "rule.deny"},
	{"rule of a package", `some s in input.data_store; data.acme.helpers.is_big(s)`, "data.acme"},
	{"function", `some s in input.data_store; startwith(s.label, "a")`, "startswith"},
}

const mistakesHead = `package acme.rule

import rego.v2

deny contains {"at": s, "msg": "is wrong"} if {
	`

const mistakesTail = `
}

x(_) if true
`

// written puts a rule around what it asks. What follows a blank line stands
// behind the rule.
func written(asks string) []*source.File {
	body, behind, _ := strings.Cut(asks, "\n\n")
	return []*source.File{source.NewFile("rules/rule.rego", []byte(mistakesHead+body+mistakesTail+"\n"+behind))}
}

func TestMistakesAreFound(t *testing.T) {
	for _, tt := range mistakes {
		t.Run(tt.name, func(t *testing.T) {
			_, found := Load(nil, written(tt.rule))
			if len(found) != 1 {
				t.Errorf("%d findings, want one", len(found))
			}
			for _, d := range found {
				t.Logf("%s %s: %s. %s", d.Span.Range(), d.Code, d.Summary, d.Detail)
			}
			if len(found) == 0 {
				return
			}
			d := found[0]
			if d.Code != diag.RuleName && d.Code != diag.RuleSyntax || !strings.Contains(d.Summary+d.Detail, tt.want) {
				t.Errorf("the finding does not say %q", tt.want)
			}
			if inFunction := strings.Contains(tt.rule, "\n\n"); !inFunction && d.Span.Range().Start.Line != 6 {
				t.Errorf("it stands in line %d", d.Span.Range().Start.Line)
			}
		})
	}
}

// TestRightRulesAreAccepted holds that what is right is not taken for wrong.
func TestRightRulesAreAccepted(t *testing.T) {
	for _, rule := range []string{
		`some s in input.data_store; not s.retention`,
		`some s in input.data_store; every r in s.regions { r.country == "IE" }`,
		`some s in input.data_store; object.get(s, "label", s.name) == "x"`,
		`some s in input.flow; s.to[_].block == "data_store"`,
		`some s in input.retention; s.bound in {"indefinite", "unspecified"}`,
		`some s in input.vendor; data.reference.countries[s.country].eea`,
		`some s in input.vendor; not data.reference.countries[s.country].adequacy[0].until`,
		`s := input.policy; "gdpr" in s.regimes; mine := {"own": {"key": 1}}; mine.own.key == 1`,
		`some s in input.purpose; some c in s.data; input.by_address[c].sensitivity == "sensitive"`,
		`some s in input.term; s.parent.period`,
	} {
		_, found := Load(nil, written(rule))
		if len(found) > 0 {
			t.Errorf("%s\n%d findings", rule, len(found))
			for _, d := range found {
				t.Logf("%s %s: %s. %s", d.Span.Range(), d.Code, d.Summary, d.Detail)
			}
		}
	}
}
