package syntax

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/source"
)

// honest returns a policy file of n blocks such as people write.
func honest(n int) []byte {
	var b strings.Builder
	for i := range n {
		switch i % 3 {
		case 0:
			fmt.Fprintf(&b, "# The store of service %d.\ndata_store \"store_%d\" {\n  label      = \"Orders database %d\"\n  technology = \"PostgreSQL\"\n  vendor     = vendor.cloud_%d\n  regions    = [region.ireland, region.frankfurt]\n  holds      = [category.name, category.email, category.postal_address]\n\n  retention {\n    period    = \"%d days\"\n    bound     = \"at_most\"\n    qualifier = \"normally\"\n  }\n\n  backup {\n    enabled   = true\n    frequency = \"1 per day\"\n  }\n}\n\n", i, i, i, i, i+1)
		case 1:
			fmt.Fprintf(&b, "vendor \"cloud_%d\" {\n  legal_name = \"Cloud %d Limited\"\n  country    = \"IE\" // where it is registered\n  title      = \"Hosted by ${upper(local.name_%d)}\"\n  website    = \"https://cloud-%d.example/privacy\"\n  note       = <<-EOT\n    Chosen for its location.\n    Reviewed once a year, see ${contact.privacy.label}.\n  EOT\n}\n\n", i, i, i, i)
		default:
			fmt.Fprintf(&b, "subprocessor \"service_%d\" {\n  vendor = vendor.cloud_%d\n  kind   = \"service\"\n\n  engagement \"hosting\" {\n    purposes = [purpose.service]\n    data     = concat(local.basic, [category.ip_address])\n    regions  = [for r in local.regions : region[r]]\n    when     = var.plan == \"free\" && !local.opted_out ? [condition.consent] : []\n  }\n}\n\n", i, i)
		}
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	src := honest(200)
	b.Run("ours", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			if body, found := Parse(source.NewFile("in.hcl", src), DefaultLimits); body == nil {
				b.Fatal(found[0].Summary, found[0].Span.Range())
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			hclsyntax.ParseConfig(src, "in.hcl", hcl.InitialPos)
		}
	})
	b.Run("scan", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			newScanner(source.NewFile("in.hcl", src), DefaultLimits).run()
		}
	})
}
