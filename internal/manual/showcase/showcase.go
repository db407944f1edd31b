// Package showcase finds, for every kind of block, one in a policy of a company
// and what the pages of that policy say of it. The manual prints both, so that
// what it shows is what is written and read.
package showcase

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/manual"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
)

// A choice says which block shows a kind: the folder of its policy, and the
// keywords and names that lead to it.
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
	{"variable", "examples/quickstart", []string{"variable", "backup_period"}},
	{"locals", "examples/monta", []string{"locals"}},
	{"privity", foreign, []string{"privity"}},
	{"module", foreign, []string{"module", "affiliate"}},
}

// Cases returns the block that shows each kind. The file system is the top of
// the repository.
func Cases(repository fs.FS) (map[string]manual.Case, error) {
	cases := map[string]manual.Case{}
	policies := map[string]*policy{}
	for _, c := range choices {
		if policies[c.policy] == nil {
			p, err := read(repository, c.policy)
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

// A policy is one that blocks are shown of.
type policy struct {
	folder string
	fsys   fs.FS
	model  *model.Model
	said   []tree.Statement
}

func read(repository fs.FS, folder string) (*policy, error) {
	fsys, err := fs.Sub(repository, folder)
	if err != nil {
		return nil, err
	}
	loaded, found := lang.Load(fsys, lang.Options{})
	if loaded.Model == nil {
		return nil, fmt.Errorf("%s does not compile: %s", folder, found[0].Summary)
	}
	p := &policy{folder: folder, fsys: fsys, model: loaded.Model}
	p.said = sayingsOf(render.Documents(loaded.Model))
	return p, nil
}

func sayingsOf(docs []*tree.Document) []tree.Statement {
	var said []tree.Statement
	for _, doc := range docs {
		if doc.Name != mapPage { // which says in lists what the others say in sentences
			said = append(said, tree.Statements(doc)...)
		}
	}
	return said
}

// mapPage is the page of the data map.
const mapPage = "data-map"

var errMissing = errors.New("there is no such block")

func (p *policy) show(c choice) (manual.Case, error) {
	file, source, err := excerpt(p.fsys, c.path)
	if err != nil {
		return manual.Case{}, err
	}
	shown := manual.Case{File: p.folder + "/" + file, Source: source}
	if c.path[0] == "translation" {
		shown.Where, shown.Says = p.translated(file, c.path[1])
		return shown, nil
	}
	if !schema.Lookup(c.path[0]).Describes() {
		return shown, nil
	}
	block := p.model.Lookup(address(c.path))
	if block == nil {
		return manual.Case{}, errMissing
	}
	shown.Where, shown.Says = p.sayings(block)
	return shown, nil
}

// translated returns what the pages in a language say of the block whose
// translation comes first in a file.
func (p *policy) translated(file, language string) (where string, says []string) {
	for _, t := range p.model.Translations() {
		if t.Span.File.Name == file && t.Language == language {
			inLanguage := &policy{said: sayingsOf(render.In(p.model, language).Documents())}
			return inLanguage.sayings(t.Of)
		}
	}
	return "", nil
}

func address(path []string) string {
	joined := path[0]
	for _, step := range path[1:] {
		joined += "." + step
	}
	return joined
}

// mostSayings is how many statements are shown of a block.
const mostSayings = 5

// sayings returns what the pages say of a block, each once, and the heading of
// the first. Of a block that has nothing but a label they call it by that.
func (p *policy) sayings(block *model.Block) (where string, says []string) {
	where, says = p.statementsThat(func(s tree.Statement) bool { return tellsOf(s, block) })
	if len(says) == 0 {
		return p.statementsThat(func(s tree.Statement) bool { return names(s, block) })
	}
	return where, says
}

func (p *policy) statementsThat(count func(tree.Statement) bool) (where string, says []string) {
	seen := map[string]bool{}
	for _, s := range p.said {
		if len(says) == mostSayings || seen[s.Text] || !count(s) {
			continue
		}
		if len(says) == 0 {
			where = s.Heading
		}
		seen[s.Text] = true
		says = append(says, s.Text)
	}
	return where, says
}

// names reports whether a statement calls a block by its label.
func names(s tree.Statement, block *model.Block) bool {
	return slices.ContainsFunc(s.Facts, func(f model.Fact) bool { return f.Block == block })
}

// tellsOf reports whether a statement says more of a block, or of one inside it,
// than what it is called.
func tellsOf(s tree.Statement, block *model.Block) bool {
	for _, f := range s.Facts {
		if f.Attr == nil || f.Attr.Schema.Name == "label" {
			continue
		}
		for b := f.Block; b != nil; b = b.Parent {
			if b == block {
				return true
			}
		}
	}
	return false
}
