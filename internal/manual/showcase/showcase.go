// Package showcase finds, for every kind of block, one in a policy of a company
// and what the pages of that policy say of it. The manual prints both, so that
// what it shows is what is written and read.
package showcase

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/privity/privity/internal/manual"
	"github.com/privity/privity/internal/schema"
)

// A choice says which block shows a kind: the folder of its policy, or the
// archive of two versions of it, and the keywords and names that lead to it. A kind
// that stands inside others has the one on whose page it is in front.
type choice struct {
	kind   string
	policy string
	path   []string
}

// foreign is a policy for which the language was not made.
const foreign = "testdata/foreign/github"

// choices are the blocks that are shown, in the order of the manual.
var choices = []choice{
	{"policy", "examples/monta", []string{"policy", "monta"}},
	{"organization", "examples/indrive", []string{"organization", "indrive"}},
	{"contact", "examples/monta", []string{"contact", "in_app_erasure"}},
	{"actor", "examples/allotrac", []string{"actor", "tenant_user"}},
	{"term", "examples/indrive", []string{"term", "ppi"}},
	{"category", "examples/monta", []string{"category", "country"}},
	{"purpose", "examples/monta", []string{"purpose", "fraud_detection"}},
	{"activity", foreign, []string{"activity", "supplied_accounts"}},
	{"condition", "examples/monta", []string{"condition", "gps_disabled"}},
	{"region", "examples/benetics", []string{"region", "frankfurt"}},
	{"vendor", "examples/benetics", []string{"vendor", "aws"}},
	{"subprocessor", "examples/monta", []string{"subprocessor", "subscription_sellers"}},
	{"system", "examples/indrive", []string{"system", "user_termination"}},
	{"data_store", "examples/monta", []string{"data_store", "elasticache"}},
	{"flow", "examples/csv_importer", []string{"flow", "upload"}},
	{"transfer", "examples/benetics", []string{"transfer", "others"}},
	{"retention", "examples/indrive", []string{"retention", "account_terms"}},
	{"backup", "examples/monta", []string{"backup", "main"}},
	{"encryption", "examples/benetics", []string{"encryption", "in_transit"}},
	{"access", "examples/benetics", []string{"access", "direct"}},
	{"measure", "examples/allotrac", []string{"measure", "integrity_response"}},
	{"tracker", foreign, []string{"tracker", "non_essential"}},
	{"right", "examples/benetics", []string{"right", "portability"}},
	{"principle", "examples/csv_importer", []string{"principle", "precautions"}},
	{"claim", "examples/benetics", []string{"claim", "no_sharing"}},
	{"requirement", "examples/indrive", []string{"requirement", "no_public_cdn"}},
	{"exception", "examples/indrive", []string{"exception", "avatar"}},
	{"procedure", "examples/indrive", []string{"procedure", "account_deletion"}},
	{"document", "examples/csv_importer", []string{"document", "index"}},
	{"translation", "examples/monta", []string{"translation", "de"}},
	{"waiver", "examples/allotrac", []string{"waiver", "contact"}},
	{"variable", foreign + "/affiliate", []string{"variable", "country"}},
	{"locals", "examples/monta", []string{"locals"}},
	{"privity", foreign, []string{"privity"}},
	{"module", foreign, []string{"module", "affiliate"}},
	{"calendar", "testdata/foreign/linebank", []string{"calendar", "indonesia"}},
	{"rule", foreign, []string{"rule", "PP014"}},
	{"approval", "testdata/compare/real_privacy_officer_approves.txtar", []string{"approval", "officer"}},
	{"moved", "testdata/compare/real_fix_poor_link.txtar", []string{"moved"}},
	{"correction", "testdata/compare/real_subsidiary_locations.txtar", []string{"correction", "subsidiaries"}},

	// Blocks inside others, where the one above that shows its kind has none.
	{"policy.notice", "testdata/foreign/linebank", []string{"policy", "line_bank", "notice", "changes"}},
	{"category.use", "examples/monta", []string{"category", "ip_address", "use", "ip_to_coordinate"}},
	{"category.ownership", "examples/allotrac", []string{"category", "personal_data", "ownership"}},
	{"category.treated_as", "examples/indrive", []string{"category", "spi", "treated_as", "pi"}},
	{"category.tag", "examples/indrive", []string{"category", "ppi", "tag", "#PPI"}},
	{"subprocessor.shares_with", "examples/monta", []string{"subprocessor", "firebase", "engagement", "push_notifications", "shares_with", "apple"}},
	{"data_store.segment", "examples/indrive", []string{"data_store", "dwh", "segment", "special"}},
	{"backup.restore", "examples/benetics", []string{"backup", "snapshots", "restore"}},
	{"encryption.key", "examples/indrive", []string{"encryption", "user_key", "key"}},
	{"access.audit", "examples/allotrac", []string{"access", "staff", "audit"}},
	{"right.option", "examples/benetics", []string{"right", "preferences", "option", "amount"}},
}

// Cases returns the block that shows each kind. The file system is the top of
// the repository.
func Cases(repository fs.FS) (map[string]manual.Case, error) {
	cases := map[string]manual.Case{}
	policies := map[string]*policy{}
	for _, c := range choices {
		if policies[c.policy] == nil {
			p, err := open(repository, c.policy)
			if err != nil {
				return nil, err
			}
			policies[c.policy] = p
		}
		found, err := policies[c.policy].show(c)
		if err != nil {
			return nil, fmt.Errorf("%s, to show %s: %w", c.policy, c.kind, err)
		}
		cases[c.kind] = found
	}
	return cases, nil
}

var errMissing = errors.New("there is no such block")

func (p *policy) show(c choice) (manual.Case, error) {
	file, source, err := excerpt(p.fsys, c.path)
	if err != nil {
		return manual.Case{}, err
	}
	shown := manual.Case{File: p.place(file), Source: source}
	kind := c.path[0] // of the outermost block
	if !schema.Lookup(kind).Describes() && kind != "translation" {
		return shown, nil
	}
	if err := p.compile(); err != nil {
		return manual.Case{}, err
	}
	if kind == "translation" {
		shown.Where, shown.Says = p.translated(file, c.path[1])
		return shown, nil
	}
	block := p.block(c.path)
	if block == nil {
		return manual.Case{}, errMissing
	}
	shown.Where, shown.Says = p.sayings(block)
	shown.Compared = p.compared(block)
	if kind == "rule" {
		shown.Found, err = p.found(block)
	}
	return shown, err
}
