package render_test

import (
	"strings"
	"testing"

	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
)

const standard = `
policy "standard" {
  title        = "Data standard"
  organization = organization.acme
  audience     = "internal"
}
organization "acme" { label = "Acme" }
actor "user" {
  label = "user"
  kind  = "customer"
}
actor "member" { label = "authenticated user" }
category "pi" { label = "PI" }
data_store "records" { label = "record of access" }
system "panel" { label = "the panel" }
`

// standardSentences are those of an internal standard: how binding a statement is, it
// says of all that it states.
var standardSentences = []sentence{
	{
		name: "what limits access is as binding as the limit",
		hcl: standard + `
access "roles" {
  to       = [data_store.records]
  effect   = "limit"
  strength = "must"
  actions  = ["read"]
  method   = ["rbac"]
  control  = "strict"
}
access "few" {
  to        = [system.panel]
  effect    = "limit"
  max_users = "limited"
}
access "members" {
  who    = [actor.member]
  to     = [category.pi]
  effect = "allow"
  only   = true
  method = ["authentication"]
}`,
		want: []string{
			"- Access to read the record of access MUST be strictly limited by role (role-based access control, RBAC).",
			"- Access to the panel is given only to a limited number of users.",
			"- Only authenticated users have access to PI.\n",
		},
		never: []string{"controlled", "control is"},
	},
	{
		name: "access that is named only because it is recorded",
		hcl: standard + `
access "panel" {
  to     = [category.pi]
  via    = [system.panel]
  effect = "allow"
  audit {
    coverage  = "all"
    strength  = "must"
    stored_in = [data_store.records]
  }
}`,
		want:  []string{"- All access to PI through the panel MUST be recorded in the record of access."},
		never: []string{"is given"},
	},
	{
		name: "what a store, an account and a standard of its own are told of",
		hcl: standard + `
data_store "warehouse" {
  label = "DWH"
  segment "special" {
    label = "special part"
    holds = [category.number]
  }
  segment "general" { label = "general part" }
}
category "number" {
  label   = "account number"
  parents = [category.pi]
}
retention "pi" {
  applies_to = [category.pi]
  period     = "3 years"
}
requirement "exposure" {
  label    = "No exposure"
  who      = [data_store.warehouse.segment.general]
  effect   = "avoid"
  strength = "must"
  actions  = ["expose"]
  on       = [category.pi]
  stores   = [data_store.warehouse.segment.general]
}
requirement "services" {
  label    = "Services"
  effect   = "avoid"
  strength = "must"
  actions  = ["store"]
  on       = [category.pi]
  location = ["in services"]
  stores   = values(data_store)
}
exception "avatar" {
  label     = "Avatars"
  for       = [category.pi]
  requires  = [requirement.services]
  treatment = "simplified protection"
  strength  = "must"
}
procedure "end" {
  label = "The end"
  step "suspend" {
    label    = "Suspension"
    action   = "suspend the account"
    keeps    = [category.pi]
    coverage = "all"
  }
}
system "reaper" {
  label      = "Reaper"
  automated  = true
  implements = [procedure.end.step.suspend]
  controls   = [procedure.end.step.suspend]
}`,
		want: []string{
			"It has another part, “General part”.",
			"The part “General part” of DWH MUST avoid exposing PI.",
			"Acme MUST avoid storing PI in services.",
			"It MUST be treated with simplified protection. What has to be observed: the rule “Services”.",
			"The account is suspended. All PI is kept all the same.",
			"It carries out and controls “Suspension” automatically.",
			"| DWH | Account number (in the part “Special part”) | 3 years |",
		},
		never: []string{"in services in", "of DWH in the part", "What then", "(all of it)"},
	},
	{
		name: "rules that take what they are about as their object",
		hcl: standard + `
system "production" { label = "every production database" }
requirement "small" {
  effect   = "require"
  strength = "must"
  actions  = ["apply the usual measures to"]
  on       = [category.pi]
}
requirement "tags" {
  who          = [system.production]
  effect       = "require"
  strength     = "must"
  actions      = ["carry tags"]
  environments = ["production"]
  varies_by    = "the kind of data"
  tags         = ["#A", "#B"]
}
requirement "credentials" {
  effect    = "require"
  strength  = "must"
  actions   = ["personalise credentials"]
  max_users = 1
}`,
		want: []string{
			"Acme MUST apply the usual measures to PI.\n",
			"Depending on the kind of data, every production database MUST carry tags. The tags are `#A` and `#B`.",
			"Each MUST be used by one user only.",
		},
	},
	{
		name: "keys go by the policy's name for them",
		hcl: standard + `
encryption "files" {
  applies_to = [category.pi]
  strength   = "must"
  key {
    label = "private key"
    owner = [actor.user]
  }
}`,
		want: []string{"- PI MUST be encrypted with the private keys of users."},
	},
	{
		name: "what is in a part of a store is in the store",
		hcl: standard + `
data_store "warehouse" {
  label = "warehouse"
  segment "claims" {
    label = "claims"
    holds = [category.pi]
  }
}`,
		want: []string{"PI (in the part “Claims”)", "| Acme | Warehouse | PI |"},
	},
	{
		name: "no definitions but the author's",
		hcl: standard + `
right "r" {
  kind   = "access"
  holder = [actor.user]
}`,
		never: []string{"contract with", "- **User**"},
	},
}

// TestTheMapExplainsWhatItShows holds the legend of a map to the arrows on it.
func TestTheMapExplainsWhatItShows(t *testing.T) {
	plain := `data_store "s" { label = "store" }`
	sometimes := plain + `
subprocessor "p" {
  engagement "e" { when = [condition.c] }
}
condition "c" { state = "it rains" }`
	for hcl, explained := range map[string]bool{plain: false, sometimes: true} {
		for _, doc := range render.Documents(snippet(t, hcl)) {
			if doc.Name != "data-map" {
				continue
			}
			figure, ok := doc.Sections[0].Blocks[0].(*tree.Figure)
			if !ok {
				t.Fatalf("the map of %s begins with no picture", hcl)
			}
			said := tree.PlainText(figure.Caption) + string(figure.SVG)
			for _, words := range []string{"A dashed one", "only in certain cases"} {
				if strings.Contains(said, words) != explained {
					t.Errorf("the map of %s says %q: %t", hcl, words, !explained)
				}
			}
		}
	}
}
