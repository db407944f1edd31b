// Package consistency finds statements of a policy that cannot be true
// together: a region in a country where it is not, an address that is given and
// said to be hidden, a company that belongs to itself.
//
// It needs no legal judgement and no opinion; those are rules, and stand
// elsewhere. What is checked here is wrong whatever the law says.
package consistency

import (
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
)

// A check looks at one block of a kind and reports what is wrong with it.
type check func(b *model.Block, report func(*diag.Diagnostic))

// checks are the checks of single blocks, by the kind of block.
var checks = map[string][]check{
	"policy":    {dateOrder},
	"contact":   {contactAddress},
	"condition": {conditionContent},
	"region":    {regionCode},
	"retention": {retentionPeriod, backupOrRetentionBound("period")},
	"backup":    {backupDisabled, backupOrRetentionBound("retained")},
	"document":  {documentName, partsTwice, leftOut, sectionsShowSomething},

	"requirement": {optionalDuty},
	"approval":    {approvalKeys, approvalChanges},
	"notice":      {noticeClasses},
	"calendar":    {calendarDays},
	"correction":  {correctedAttribute},
}

// Check returns what is inconsistent in a model, in the order of the source.
// Blocks that were mentioned in an expression, and so leave no reference in the
// model, are not unused.
func Check(m *model.Model, mentioned map[*model.Block]bool) diag.List {
	wholes := []func() diag.List{
		func() diag.List { return checkBlocks(m) },
		func() diag.List { return labelCollisions(m) },
		func() diag.List { return cycles(m) },
		func() diag.List { return unused(m, mentioned) },
		func() diag.List { return translations(m) },
		func() diag.List { return movedAway(m) },
	}
	parts := make([]diag.List, len(wholes))
	parallel.For(len(wholes), func(i int) { parts[i] = wholes[i]() })
	var found diag.List
	for _, p := range parts {
		found.Add(p...)
	}
	found.Sort()
	return found
}

// checkBlocks runs the checks of single blocks on all cores.
func checkBlocks(m *model.Model) diag.List {
	const batch = 512
	blocks := m.Blocks()
	parts := make([]diag.List, (len(blocks)+batch-1)/batch)
	parallel.For(len(parts), func(i int) {
		for _, b := range blocks[i*batch : min((i+1)*batch, len(blocks))] {
			checkBlock(b, func(d *diag.Diagnostic) { parts[i].Add(d) })
		}
	})
	var found diag.List
	for _, p := range parts {
		found.Add(p...)
	}
	return found
}

func checkBlock(b *model.Block, report func(*diag.Diagnostic)) {
	for _, c := range checks[b.Kind()] {
		c(b, report)
	}
	proseOf(b, report)
	for _, n := range b.Blocks {
		checkBlock(n, report)
	}
}
