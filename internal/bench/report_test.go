package main

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/privity/privity/internal/bench/corpus"
)

func TestMedian(t *testing.T) {
	for _, test := range []struct {
		values []int
		want   int
	}{
		{[]int{7}, 7},
		{[]int{9, 1, 5}, 5},
		{[]int{4, 1, 3, 2}, 2},
	} {
		if got := median(test.values); got != test.want {
			t.Errorf("median(%v) is %d, want %d", test.values, got, test.want)
		}
	}
}

// pretended returns what would be measured if parsing took the given times, and
// validating twice as long in each turn.
func pretended(blocks int, walls ...time.Duration) size {
	s := size{blocks: blocks, samples: map[string][]sample{}, rules: map[string]time.Duration{
		"PP001": time.Duration(blocks) * 10 * time.Microsecond,
		"PP002": time.Duration(blocks) * time.Duration(blocks) * time.Nanosecond,
		"PP003": time.Microsecond,
	}}
	for _, w := range walls {
		for i, t := range tasks {
			factor := time.Duration(1)
			if t.name == "validate" {
				factor = 2
			}
			s.samples[t.name] = append(s.samples[t.name], sample{Wall: w * factor, //nolint:durationcheck // the factor is a number
				CPU: 3 * w, Peak: int64(i+1) << 20})
		}
	}
	return s
}

// TestRatioWithinATurn shows why ratios are taken turn by turn: the machine was
// slow in one of them, and that changes nothing.
func TestRatioWithinATurn(t *testing.T) {
	s := pretended(1000, 10*time.Millisecond, 500*time.Millisecond, 11*time.Millisecond)
	if got := s.ratio("validate", baseline, wall); got != 2 {
		t.Errorf("validate takes %v times as long as parsing, want 2", got)
	}
	if got := s.ratio("validate", baseline, cpu); got != 1 {
		t.Errorf("validate takes %v times the processor time, want 1", got)
	}
	if got := s.middle("validate", wall); got != float64(22*time.Millisecond) {
		t.Errorf("the middle of the times is %v", time.Duration(got))
	}
}

func TestGrowth(t *testing.T) {
	from := pretended(1000, 10*time.Millisecond)
	for _, test := range []struct {
		wall time.Duration
		want float64
	}{
		{100 * time.Millisecond, 1},
		{time.Second, 2},
		{10 * time.Millisecond, 0},
	} {
		if got := growth(from, pretended(10_000, test.wall), baseline, wall); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("from 10 ms to %v the exponent is %v, want %v", test.wall, got, test.want)
		}
	}
}

func TestReport(t *testing.T) {
	r := report{
		sizes: []size{pretended(1000, 10*time.Millisecond), pretended(10_000, 100*time.Millisecond)}, example: 7 * time.Millisecond,
		duel: duel{theirs: []sample{{Wall: 3 * time.Second, CPU: time.Second}}, ours: []sample{{Wall: time.Second, CPU: time.Second}}},
	}
	var out strings.Builder
	if err := r.print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"check ÷ validate: 0.50 on the clock",
		"2 of 3 take 20ms or more; 1 of these grow with an exponent above 1.3\n\nrule   exponent   ms\nPP002      2.00  100\nPP001      1.00  100\n",
		"conftest test --combine with 12 rules 3000 ms, privity check with all rules 1000 ms\nprivity ÷ conftest: 0.33 on the clock, 1.00 in processor time",
		"1000 blocks", "growth from 1000 to 10000 blocks", "parse, trees kept", "whole process: 7 ms",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, out.String())
		}
	}
}

// TestTasks runs every task once, on the smallest policy.
func TestTasks(t *testing.T) {
	dir := t.TempDir()
	files := corpus.Generate(corpus.MinBlocks)
	if err := errors.Join(corpus.Write(files, dir), writeInForce(files, dir)); err != nil {
		t.Fatal(err)
	}
	for _, task := range tasks {
		if result, err := task.run(dir); err != nil || result == nil {
			t.Errorf("%s: %v, %v", task.name, result, err)
		}
	}
	if _, err := measure("sleep", dir); err == nil {
		t.Error("a task that does not exist was measured")
	}
}
