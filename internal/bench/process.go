package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// cpuTime returns the processor time that this process has used.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peakMemory returns the most memory that this process has held, as Linux tells
// it, and 0 on other systems.
func peakMemory() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kilobytes, _ := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kilobytes << 10
		}
	}
	return 0
}

// A policy is measured in turns until there were enough of them or they have
// taken long enough, but not less than a few times.
const (
	fewTurns    = 3
	enoughTurns = 21
	longEnough  = 30 * time.Second
)

// runInTurns measures every task several times, each in a process of its own,
// and one after the other, so that a change in the load of the machine hits all
// of them. The first turn begins with the first task, the second with the next.
func runInTurns(dir string) (map[string][]sample, error) {
	samples := map[string][]sample{}
	start := time.Now()
	for turn := 0; turn < fewTurns || turn < enoughTurns && time.Since(start) < longEnough; turn++ {
		for i := range tasks {
			t := tasks[(turn+i)%len(tasks)]
			s, err := runChild(t.name, dir)
			if err != nil {
				return nil, err
			}
			samples[t.name] = append(samples[t.name], s)
		}
	}
	return samples, nil
}

func runChild(name, dir string) (sample, error) {
	var s sample
	return s, runSelf(name, dir, &s)
}

// runSelf runs a task in a process of its own and reads what it prints.
func runSelf(name, dir string, result any) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	out, err := exec.Command(self, "-task", name, "-dir", dir).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return fmt.Errorf("%s: %s", name, exit.Stderr)
	}
	if err != nil {
		return err
	}
	return json.Unmarshal(out, result)
}

// buildCommand builds the command itself into a folder and returns its path.
func buildCommand(scratch string) (string, error) {
	command := filepath.Join(scratch, "privity")
	if out, err := exec.Command("go", "build", "-o", command, "./cmd/privity").CombinedOutput(); err != nil {
		return "", fmt.Errorf("the command cannot be built: %s", out)
	}
	return command, nil
}

// timeExample times the command on a small policy, from the start of the process
// to its end. It returns the median of several runs.
func timeExample(command, policy string) (time.Duration, error) {
	var times []time.Duration
	for range 21 {
		start := time.Now()
		if out, err := exec.Command(command, "-C", policy, "validate").CombinedOutput(); err != nil {
			return 0, fmt.Errorf("%s: %s", policy, out)
		}
		times = append(times, time.Since(start))
	}
	return median(times), nil
}
