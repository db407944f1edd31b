package policy

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/schema"
)

const citing = `# METADATA
# title: Nothing is here
# related_resources:
#   - {ref: "https://a.example", description: GDPR Art. 5(1)(e)}
#   - {ref: "https://b.example", description: Cal. Civ. Code § 1798.100(a)(3)}
#   - {ref: "https://c.example", description: Data Protection Act 2018 s. 164A}
#   - {ref: "https://d.example", description: RFC 8996}
# custom: {id: T1}
package acme.citing

import rego.v2

deny contains {"at": s, "msg": "is here"} if some s in input.data_store
`

func TestFindingsCiteTheRegimesInForce(t *testing.T) {
	for _, tt := range []struct{ regimes, want string }{
		{`regimes = ["gdpr"]`, "See GDPR Art. 5(1)(e); RFC 8996."},
		{`regimes = ["ccpa"]`, "See Cal. Civ. Code § 1798.100(a)(3); RFC 8996."},
		{`regimes = ["uk_gdpr", "lgpd"]`, "See GDPR Art. 5(1)(e); Data Protection Act 2018 s. 164A; RFC 8996."},
		{"", "See GDPR Art. 5(1)(e); Cal. Civ. Code § 1798.100(a)(3); Data Protection Act 2018 s. 164A; RFC 8996."},
	} {
		files := fstest.MapFS{"policy.hcl": {Data: []byte("policy \"p\" {\n  title = \"P\"\n  " + tt.regimes + "\n}\n\ndata_store \"a\" {\n  technology = \"Redis\"\n}\n")}}
		p, found := lang.Load(files, lang.Options{})
		if p.Model == nil {
			t.Fatal(found[0].Summary)
		}
		report, err := load(t, citing).Check(p.Model, Options{Limits: DefaultLimits})
		if err != nil || len(report.Findings) != 1 {
			t.Fatalf("%q: %d findings, %v", tt.regimes, len(report.Findings), err)
		}
		if got := report.Findings[0].Detail; got != tt.want {
			t.Errorf("under %q it says %q, want %q", tt.regimes, got, tt.want)
		}
	}
}

// TestLawsBelongToRegimes holds that the table names regimes that there are, and
// that no beginning hides behind another.
func TestLawsBelongToRegimes(t *testing.T) {
	for i, law := range laws {
		for _, regime := range law.regimes {
			if !schema.Regime.Has(regime) {
				t.Errorf("%s belongs to %s, which is no regime", law.begins, regime)
			}
		}
		for _, before := range laws[:i] {
			if strings.HasPrefix(law.begins, before.begins) {
				t.Errorf("%q is never reached behind %q", law.begins, before.begins)
			}
		}
	}
}
