package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/policies"
)

// day is the day as of which policies are judged.
var day = scalar.Date{Year: 2026, Month: time.June, Day: 30}

// check does what the command of that name does, with every rule: those too that
// belong to laws which the policy does not name.
func check(dir string) (any, error) { return checkWith(dir, policy.Options{}) }

func checkWith(dir string, o policy.Options) (judged, error) {
	var read *lang.Policy
	var set *policy.Set
	var flaws diag.List
	var err error
	parallel.For(2, func(i int) {
		if i == 0 {
			read, err = readFolder(dir)
			return
		}
		own := slices.DeleteFunc(policy.Files(policies.FS()), policy.IsTest)
		set, flaws = policy.Load(own, nil)
	})
	switch {
	case err != nil:
		return judged{}, err
	case set == nil:
		return judged{}, errors.New("the rules have mistakes, such as: " + flaws[0].Summary)
	}
	var all []string
	for _, r := range set.Rules() {
		all = append(all, string(r.ID))
	}
	o.AsOf, o.Only = day, all
	report, err := set.Check(read.Model, o)
	return judged{read, set, report}, err
}

// rulesTask measures the rules one after the other.
const rulesTask = "rules"

// printRules judges a policy on one core and prints how long each rule took.
func printRules(w io.Writer, dir string) error {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(gcPercent)
	var mutex sync.Mutex
	took := map[string]time.Duration{}
	_, err := checkWith(dir, policy.Options{Timer: func(r *policy.Rule) func() {
		start := time.Now()
		return func() {
			mutex.Lock()
			defer mutex.Unlock()
			took[string(r.ID)] += time.Since(start)
		}
	}})
	if err != nil {
		return err
	}
	return json.NewEncoder(w).Encode(took)
}

// rulesTurns is how often the rules are measured.
const rulesTurns = 3

// timeRules returns how long each rule takes, as the median of some runs.
func timeRules(dir string) (map[string]time.Duration, error) {
	times := map[string][]time.Duration{}
	for range rulesTurns {
		var took map[string]time.Duration
		if err := runSelf(rulesTask, dir, &took); err != nil {
			return nil, err
		}
		for id, d := range took {
			times[id] = append(times[id], d)
		}
	}
	medians := map[string]time.Duration{}
	for id, list := range times {
		medians[id] = median(list)
	}
	return medians, nil
}

// Rules that take no time worth speaking of have a growth that says nothing.
const notable = 20 * time.Millisecond

// A ruleGrowth is how the time of a rule grows with the policy.
type ruleGrowth struct {
	id       string
	took     time.Duration // on the larger policy
	exponent float64
}

// steepest lists the notable rules, the one whose time grows fastest first.
func steepest(from, to size) []ruleGrowth {
	var list []ruleGrowth
	for id, took := range to.rules {
		if before := from.rules[id]; took >= notable && before > 0 {
			list = append(list, ruleGrowth{id, took, exponent(float64(before), float64(took), from.blocks, to.blocks)})
		}
	}
	slices.SortFunc(list, func(a, b ruleGrowth) int {
		switch {
		case a.exponent > b.exponent:
			return -1
		case a.exponent < b.exponent:
			return 1
		}
		return 0
	})
	return list
}

// superLinear is the exponent above which a rule is called that. Ten times the
// blocks of a linear rule take somewhat more than ten times as long: what no
// longer lies in the caches takes longer to look at.
const superLinear = 1.3

// printGrowth prints how the rules grow: how many there are, and the steepest.
func printGrowth(w io.Writer, from, to size) {
	list := steepest(from, to)
	var steep []ruleGrowth
	for _, g := range list {
		if g.exponent > superLinear {
			steep = append(steep, g)
		}
	}
	fmt.Fprintf(w, "\nrules from %d to %d blocks, on one core: %d of %d take %v or more; %d of these grow with an exponent above %.1f\n\n",
		from.blocks, to.blocks, len(list), len(to.rules), notable, len(steep), superLinear)
	rows := [][]string{{"rule", "exponent", "ms"}}
	for _, g := range list[:min(len(list), max(len(steep), 8))] {
		rows = append(rows, []string{g.id, fmt.Sprintf("%.2f", g.exponent), fmt.Sprintf("%.0f", float64(g.took)/1e6)})
	}
	table(w, rows)
}

// readFolder reads the policy in a folder.
func readFolder(dir string) (*lang.Policy, error) { return read(os.DirFS(dir)) }
