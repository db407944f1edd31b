package main

import (
	"io/fs"
	"strconv"
	"testing"

	"github.com/privity/privity/internal/bench/corpus"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/site"
	"github.com/privity/privity/policies"
)

var sizes = []int{1000, 10_000, 100_000}

// made holds policies, each made once, since making one takes as long as reading
// it.
var made = map[int]fs.FS{}

func generated(blocks int) fs.FS {
	if made[blocks] == nil {
		made[blocks] = corpus.FS(corpus.Generate(blocks))
	}
	return made[blocks]
}

func BenchmarkValidate(b *testing.B) {
	for _, blocks := range sizes {
		b.Run(strconv.Itoa(blocks), func(b *testing.B) {
			fsys := generated(blocks)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := read(fsys); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	set, _ := policy.Load(policy.Files(policies.FS()), nil)
	for _, blocks := range sizes {
		b.Run(strconv.Itoa(blocks), func(b *testing.B) {
			read, err := read(generated(blocks))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := set.Check(read.Model, policy.Options{AsOf: day}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, blocks := range sizes {
		b.Run(strconv.Itoa(blocks), func(b *testing.B) {
			read, err := read(generated(blocks))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := site.Build(read.Model); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
