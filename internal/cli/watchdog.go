package cli

import (
	"fmt"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"
)

// The limits on input stop what is known to be hostile. A watchdog is the second
// line: it ends the process, with a sentence, before the machine or the runtime
// does so without one. A stack that overflows, above all, cannot be recovered.

// bounds are what one run may use.
type bounds struct {
	memory uint64        // bytes that the process holds
	stack  uint64        // bytes of it that are stacks
	time   time.Duration // of one piece of work
}

// defaultBounds are far above what a policy of 100,000 blocks takes: reading it
// holds 0.6 GB and takes seconds, building it holds 1.2 GB and takes half a minute.
var defaultBounds = bounds{memory: 4 << 30, stack: 256 << 20, time: 3 * time.Minute}

// eagerMemory is where the collector stops waiting. A lower value makes the build
// of a policy of that size take twice the work.
const eagerMemory = 1536 << 20

// maxStack leaves the watchdog time to see a stack that grows: each growth
// doubles it.
const maxStack = 1 << 30

const watchEvery = 10 * time.Millisecond

func (b bounds) scaled(n int) bounds {
	return bounds{memory: b.memory * uint64(n), stack: b.stack, time: b.time * time.Duration(n)}
}

// A watchdog looks after a process.
type watchdog struct {
	started atomic.Pointer[time.Time] // nil while it rests
	woken   chan struct{}
}

// wake begins to count the time of a piece of work, if none is under way.
func (d *watchdog) wake() {
	now := time.Now()
	if !d.started.CompareAndSwap(nil, &now) {
		return
	}
	select {
	case d.woken <- struct{}{}:
	default: // it has not begun to sleep
	}
}

// rest stops counting, in a process that waits for more to do. The nil watchdog
// rests always.
func (d *watchdog) rest() {
	if d != nil {
		d.started.Store(nil)
	}
}

func (d *watchdog) rests() bool { return d.started.Load() == nil }

// elapsed is how long the work has taken.
func (d *watchdog) elapsed() time.Duration {
	if started := d.started.Load(); started != nil {
		return time.Since(*started)
	}
	return 0
}

// watch looks after the process from now on and calls end, once, with what went
// beyond its bound.
func (b bounds) watch(end func(what string)) *watchdog {
	debug.SetMaxStack(maxStack)
	dog := &watchdog{woken: make(chan struct{}, 1)}
	dog.wake()
	usage := []metrics.Sample{
		{Name: "/memory/classes/total:bytes"},
		{Name: "/memory/classes/heap/released:bytes"},
		{Name: "/memory/classes/heap/stacks:bytes"},
	}
	go func() {
		for range time.Tick(watchEvery) {
			for dog.rests() {
				<-dog.woken
			}
			metrics.Read(usage)
			memory := usage[0].Value.Uint64() - usage[1].Value.Uint64()
			if what := b.exceeded(memory, usage[2].Value.Uint64(), dog.elapsed()); what != "" {
				end(what)
				return
			}
		}
	}()
	return dog
}

// exceeded says which bound was passed, or nothing.
func (b bounds) exceeded(memory, stack uint64, elapsed time.Duration) string {
	switch {
	case stack > b.stack:
		return "something in the input is nested too deeply to be read"
	case memory > b.memory:
		return fmt.Sprintf("this takes more than %d MB of memory", b.memory>>20)
	case elapsed > b.time:
		return fmt.Sprintf("this takes longer than %v", b.time)
	}
	return ""
}
