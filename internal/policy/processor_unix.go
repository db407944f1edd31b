//go:build unix

package policy

import (
	"syscall"
	"time"
)

// processorTime is how long this process has had a processor, all of its threads
// together.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err) // it fails for other callers' processes only
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
