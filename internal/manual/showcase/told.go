package showcase

import (
	"errors"
	"slices"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/model"
	rules "github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/policies"
)

// compared returns what a comparison with the version before says of a block: of
// one that corrects or renames others, what it says of them.
func (p *policy) compared(block *model.Block) []string {
	if p.before == nil {
		return nil
	}
	about := []*model.Block{block}
	switch block.Kind() {
	case "moved":
		about = append(about, block.Ref("to"))
	case "correction":
		about = append(about, block.Refs("of")...)
	}
	var told []string
	for _, c := range compare.Compare(p.before, p.model, compare.Options{}).Changes {
		if c.AfterBlock != nil && slices.Contains(about, c.AfterBlock) && len(told) < mostSayings {
			told = append(told, c.Summary)
		}
	}
	return told
}

// asOf is the day as of which rules judge for the manual.
var asOf = scalar.Date{Year: 2026, Month: 6, Day: 30}

// mostFound is how many findings are shown.
const mostFound = 2

// found returns what the rule of a setting finds, each after its severity.
func (p *policy) found(setting *model.Block) ([]string, error) {
	set, flaws := rules.Load(rules.Files(policies.FS()), nil)
	if set == nil {
		return nil, errors.New(flaws[0].Summary)
	}
	report, err := set.Check(p.model, rules.Options{AsOf: asOf, Only: []string{setting.Name}})
	if err != nil {
		return nil, err
	}
	var told []string
	for _, d := range report.Findings[:min(mostFound, len(report.Findings))] {
		told = append(told, d.Severity.String()+"["+string(d.Code)+"]: "+d.Summary)
	}
	return told, nil
}
