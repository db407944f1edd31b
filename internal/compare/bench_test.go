package compare_test

import (
	"strconv"
	"testing"

	"github.com/privity/privity/internal/bench/corpus"
	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/model"
)

// oneIn is how many blocks there are for each that differs.
const oneIn = 100

// BenchmarkCompare compares two versions of a policy of which one block in a
// hundred differs.
func BenchmarkCompare(b *testing.B) {
	for _, blocks := range []int{1_000, 10_000, 100_000} {
		b.Run(strconv.Itoa(blocks), func(b *testing.B) {
			before, after, made := versions(b, blocks)
			b.ReportAllocs()
			for b.Loop() {
				c := compare.Compare(before, after, compare.Options{AsOf: "2026-02-01"})
				if len(c.Changes) < made/2 {
					b.Fatalf("%d changes, and %d differences", len(c.Changes), made)
				}
			}
		})
	}
}

// versions are two versions of a policy of so many blocks, with the number of
// differences between them.
func versions(b *testing.B, blocks int) (before, after *model.Model, made int) {
	b.Helper()
	files := corpus.FS(corpus.Generate(blocks))
	before, after = load(b, files), load(b, files)
	var kept []*model.Block
	for i, block := range after.Blocks() {
		switch {
		case i%oneIn != 0 || block.Kind() == "policy":
		case i/oneIn%4 == 0 && block.Parent == nil && block.Kind() == "subprocessor":
			made++
			continue // it is gone
		case len(block.Attrs) > 0:
			a := &block.Attrs[len(block.Attrs)-1]
			if other := another(after, a.Schema.Type, a.Value); other != nil {
				a.Value = other
				made++
			}
		}
		kept = append(kept, block)
	}
	return before, model.New(kept), made
}
