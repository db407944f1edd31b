package main

import (
	"io/fs"
	"strconv"
	"testing"

	"github.com/privity/privity/internal/bench/corpus"
	"github.com/privity/privity/internal/site"
)

var sizes = []int{1000, 10_000, 100_000}

// policies are made once for each size, since making one takes as long as
// reading it.
var policies = map[int]fs.FS{}

func policy(blocks int) fs.FS {
	if policies[blocks] == nil {
		policies[blocks] = corpus.FS(corpus.Generate(blocks))
	}
	return policies[blocks]
}

func BenchmarkValidate(b *testing.B) {
	for _, blocks := range sizes {
		b.Run(strconv.Itoa(blocks), func(b *testing.B) {
			fsys := policy(blocks)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := read(fsys); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, blocks := range sizes {
		b.Run(strconv.Itoa(blocks), func(b *testing.B) {
			policy, err := read(policy(blocks))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := site.Build(policy.Model); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
