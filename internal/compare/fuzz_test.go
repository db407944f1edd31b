package compare_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/notice"
)

// FuzzCompare compares two versions that have been changed at random, also into
// such as no source compiles to, and wants it to end in changes that are sound.
// Bytes are left to the reader of manifests, which has a target of its own.
func FuzzCompare(f *testing.F) {
	all := archives(f)
	names := slices.Sorted(maps.Keys(all))
	for seed := range uint64(200) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		random := rand.New(rand.NewPCG(seed, 0))
		pick := func() *model.Model {
			folder := []string{"before/", "after/"}[random.IntN(2)]
			return disturb(random, version(t, all[names[random.IntN(len(names))]], folder))
		}
		c := compare.Compare(pick(), pick(), compare.Options{AsOf: "2026-02-01"})
		for _, ch := range c.Changes {
			sound(t, ch)
		}
		_, _ = notice.Plan(c, announced) // a period that cannot be counted is an error
	})
}

// disturb changes a few things in a model: values, what is set, what there is.
func disturb(random *rand.Rand, m *model.Model) *model.Model {
	blocks := slices.Clone(m.Blocks())
	for range random.IntN(12) {
		every := everyBlock(m)
		b := every[random.IntN(len(every))]
		switch i := random.IntN(max(len(b.Attrs), 1)); random.IntN(4) {
		case 0:
			if len(b.Attrs) > 0 {
				if other := another(m, b.Attrs[i].Schema.Type, b.Attrs[i].Value); other != nil {
					b.Attrs[i].Value = other
				}
			}
		case 1:
			if len(b.Attrs) > 0 && !b.Attrs[i].Schema.Required {
				b.Attrs = slices.Delete(slices.Clone(b.Attrs), i, i+1)
			}
		case 2:
			if len(b.Blocks) > 0 {
				b.Blocks = b.Blocks[1:]
			}
		case 3:
			blocks = slices.DeleteFunc(blocks, func(x *model.Block) bool { return x == b })
		}
	}
	return model.New(blocks)
}
