package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Conftest is what teams use today that hold HCL against Rego. It is measured
// with twelve of our rules, written as one writes them for it, on the same files
// and in the same run. It is installed by its version, outside of go.mod.
const (
	conftestModule = "github.com/open-policy-agent/conftest@v0.71.1"
	conftestRules  = "internal/bench/testdata/conftest"
	conftestBlocks = 10_000 // the size that is measured
	conftestTurns  = 5
)

// A duel is what was measured of conftest and of ours, in turns.
type duel struct {
	theirs, ours []sample // whole processes; their memory is not known
	why          string   // conftest could not be measured
}

// installConftest builds conftest into a folder and returns its path.
func installConftest(scratch string) (string, error) {
	cmd := exec.Command("go", "install", conftestModule)
	cmd.Env = append(os.Environ(), "GOBIN="+scratch, "GOFLAGS=-mod=mod")
	cmd.Dir = scratch
	if out, err := cmd.CombinedOutput(); err != nil {
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		return "", fmt.Errorf("%s cannot be installed: %s", conftestModule, lines[len(lines)-1])
	}
	return filepath.Join(scratch, "conftest"), nil
}

// timeDuel times conftest with its twelve rules and our command with all of its
// rules on the same policy, each from the start of the process to its end.
func timeDuel(scratch, command, policy string) (duel, error) {
	conftest, err := installConftest(scratch)
	if err != nil {
		return duel{why: err.Error()}, nil //nolint:nilerr // without a network the rest is measured all the same
	}
	var d duel
	for range conftestTurns {
		theirs, err := timeFinding(conftest, "test", "--combine", "--parser", "hcl2", "--policy", conftestRules, "--output", "json", policy)
		if err != nil {
			return d, err
		}
		ours, err := timeFinding(command, "-C", policy, "check", "--as-of", day.String(), "--format", "json")
		if err != nil {
			return d, err
		}
		d.theirs, d.ours = append(d.theirs, theirs), append(d.ours, ours)
	}
	return d, nil
}

// timeFinding times a command that is to find something, and so ends with the
// status 1.
func timeFinding(name string, args ...string) (sample, error) {
	cmd := exec.Command(name, args...)
	start := time.Now()
	out, err := cmd.Output()
	s := sample{Wall: time.Since(start)}
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1 || len(out) < 1000) {
		return s, fmt.Errorf("%s %s: %w", filepath.Base(name), strings.Join(args, " "), err)
	}
	s.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return s, nil
}

func (d duel) print(w io.Writer) {
	if d.why != "" {
		fmt.Fprintf(w, "\nconftest was not measured: %s\n", d.why)
		return
	}
	turns := size{samples: map[string][]sample{"theirs": d.theirs, "ours": d.ours}}
	fmt.Fprintf(w, "\nthe whole process, %d blocks: conftest test --combine with 12 rules %.0f ms, privity check with all rules %.0f ms\n",
		conftestBlocks, turns.middle("theirs", wall)/1e6, turns.middle("ours", wall)/1e6)
	fmt.Fprintf(w, "privity ÷ conftest: %.2f on the clock, %.2f in processor time\n", turns.ratio("ours", "theirs", wall), turns.ratio("ours", "theirs", cpu))
}
