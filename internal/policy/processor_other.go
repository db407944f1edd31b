//go:build !unix

package policy

import "time"

var began = time.Now() //nolint:forbidigo // it bounds what a rule may take, and reaches no output

// processorTime is the time on the clock, where nothing tells how long the process
// has had a processor.
func processorTime() time.Duration {
	return time.Since(began) //nolint:forbidigo // it bounds what a rule may take, and reaches no output
}
