package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"

	"github.com/privity/privity/internal/bench/corpus"
	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/notice"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/scalar"
)

// inForce is the file with the manifest of the version that is in force, beside the
// policy that is to replace it.
const inForce = "in-force.json"

// oneIn is how many blocks there are for each that differs from the version in force.
const oneIn = 100

// writeInForce writes the version in force of a policy: the same, but for the label of
// one block in a hundred.
func writeInForce(files []corpus.File, dir string) error {
	earlier := fstest.MapFS{}
	seen := 0
	for _, f := range files {
		var text strings.Builder
		for line := range strings.Lines(string(f.Content)) {
			if at := strings.Index(line, `label`); at >= 0 && strings.HasPrefix(strings.TrimSpace(line), "label") && strings.Contains(line, `= "`) {
				if seen++; seen%oneIn == 0 {
					line = strings.Replace(line, `= "`, `= "former `, 1)
				}
			}
			text.WriteString(line)
		}
		earlier[f.Name] = &fstest.MapFile{Data: []byte(text.String())}
	}
	read, err := read(earlier)
	if err != nil {
		return err
	}
	content, err := manifest.Encode(read.Model)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, inForce), content, 0o644)
}

// planning does what plan does: it checks the policy, reads the version in force
// meanwhile, compares the two, and judges and writes down what changed.
func planning(dir string) (any, error) {
	var checked judged
	var before *model.Model
	var err, beforeErr error
	parallel.For(2, func(i int) {
		if i == 0 {
			checked, err = checkWith(dir, policy.Options{Keep: true})
			return
		}
		before, beforeErr = readManifest(filepath.Join(dir, inForce))
	})
	if err != nil {
		return nil, err
	}
	if beforeErr != nil {
		return nil, beforeErr
	}
	after := checked.policy.Model
	var c *compare.Comparison
	var text []byte
	var encodeErr error
	parallel.For(2, func(i int) {
		if i == 0 {
			text, encodeErr = manifest.Encode(after)
			return
		}
		c, err = judgedChange(before, checked)
	})
	if err := errors.Join(err, encodeErr); err != nil {
		return nil, err
	}
	return written(before, after, c, text)
}

// judgedChange compares two versions and judges what changed.
func judgedChange(before *model.Model, now judged) (*compare.Comparison, error) {
	after := now.policy.Model
	c := compare.Compare(before, after, compare.Options{AsOf: day.String()})
	schedule, err := notice.Plan(c, day)
	if err != nil {
		return nil, err
	}
	change := policy.Change{
		Before: before, After: after, Changes: c.Changes,
		Earliest: make([]scalar.Date, len(c.Changes)), Checked: now.report,
	}
	for _, due := range schedule.Dues {
		change.Earliest[due.Index] = due.Earliest
	}
	_, err = now.set.CheckChange(change, policy.Options{AsOf: day})
	return c, err
}

// written writes a plan.
func written(before, after *model.Model, c *compare.Comparison, text []byte) ([]byte, error) {
	p, err := plan.Make(plan.Input{
		Before: before, After: after, Comparison: c, Base: &plan.Base{Head: "1:0", Version: "1"},
		Source: plan.Source{Manifest: history.Digest(text)}, Tool: "bench", Day: day,
	})
	if err != nil {
		return nil, err
	}
	file, err := plan.NewFile(p)
	if err != nil {
		return nil, err
	}
	return file.Encode()
}

func readManifest(path string) (*model.Model, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return manifest.Decode(content)
}

// A judged policy is one that was checked, with the rules that it was checked by.
type judged struct {
	policy *lang.Policy
	set    *policy.Set
	report policy.Report
}
