package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/consistency"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/site"
)

// gcPercent is the setting of the collector, for both sides that of the command.
// The command has a limit on its memory as well; here there is none, since two
// sides that meet the same limit cannot be told apart.
const gcPercent = 400

// The tasks that are measured. baseline is what the others are compared with.
const (
	baseline     = "parse"
	keepTask     = "keep"
	validateTask = "validate"
	checkTask    = "check"
	planTask     = "plan"
)

// A task does something with the policy in a folder. What it returns is kept
// until the memory in use has been read.
type task struct {
	name  string
	title string
	run   func(dir string) (any, error)
}

var tasks = []task{
	{baseline, "parse, trees dropped", func(dir string) (any, error) { return parseAll(dir, false) }},
	{keepTask, "parse, trees kept", func(dir string) (any, error) { return parseAll(dir, true) }},
	{validateTask, "validate", validate},
	{checkTask, "check, all rules", check},
	{planTask, "plan, 1 % changed", planning},
	{"build", "build", build},
}

// A sample is one measurement of a task.
type sample struct {
	Wall time.Duration `json:"wall"`
	CPU  time.Duration `json:"cpu"`  // user and system, of all cores
	Peak int64         `json:"peak"` // resident memory of the process, in bytes; 0 where unknown
}

// measure runs a task in this process.
func measure(name, dir string) (sample, error) {
	for _, t := range tasks {
		if t.name != name {
			continue
		}
		debug.SetGCPercent(gcPercent)
		cpu, start := cpuTime(), time.Now()
		result, err := t.run(dir)
		s := sample{Wall: time.Since(start), CPU: cpuTime() - cpu, Peak: peakMemory()}
		runtime.KeepAlive(result)
		return s, err
	}
	return sample{}, fmt.Errorf("there is no task %q", name)
}

// validate does what the command of that name does.
func validate(dir string) (any, error) { return read(os.DirFS(dir)) }

// build makes every file of the site. They stay in memory: how fast a disk is
// is not what is asked here.
func build(dir string) (any, error) {
	policy, err := read(os.DirFS(dir))
	if err != nil {
		return nil, err
	}
	return site.Build(policy.Model)
}

func read(fsys fs.FS) (*lang.Policy, error) {
	policy, found := lang.Load(fsys, lang.Options{})
	if policy.Model != nil {
		found.Add(consistency.Check(policy.Model, policy.Mentioned)...)
	}
	if len(found) > 0 {
		return nil, errors.New("the policy has findings, such as: " + found[0].Summary)
	}
	return policy, nil
}

// parseAll parses every file below a folder with the HCL library, on all cores.
func parseAll(dir string, keep bool) (any, error) {
	names, err := policyFiles(dir)
	if err != nil {
		return nil, err
	}
	trees := make([]*hcl.File, len(names))
	var next, failed atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(names); i = next.Add(1) - 1 {
				tree, err := parseFile(names[i])
				if err != nil {
					failed.Add(1)
				}
				if keep {
					trees[i] = tree
				}
			}
		})
	}
	group.Wait()
	if n := failed.Load(); n > 0 {
		return nil, fmt.Errorf("%d files cannot be parsed", n)
	}
	return trees, nil
}

func parseFile(name string) (*hcl.File, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	tree, diags := hclsyntax.ParseConfig(content, name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diags
	}
	return tree, nil
}

func policyFiles(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".hcl" {
			names = append(names, name)
		}
		return err
	})
	return names, err
}
