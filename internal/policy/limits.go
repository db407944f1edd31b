package policy

import (
	"runtime"
	"runtime/metrics"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/topdown"
)

// Limits bound what a rule may take.
type Limits struct {
	Time     time.Duration // of one rule, on the clock and of a processor
	Memory   int64         // bytes that rules may hold, besides as many as the policy takes itself
	Findings int           // of one rule
	Bytes    int           // of text in the findings of one rule
}

// DefaultLimits are far above what an honest rule takes.
var DefaultLimits = Limits{Time: 3 * time.Second, Memory: 64 << 20, Findings: 50_000, Bytes: 16 << 20}

// Scaled returns the limits multiplied by n.
func (l Limits) Scaled(n int) Limits {
	n = max(n, 1)
	return Limits{l.Time * time.Duration(n), l.Memory * int64(n), l.Findings * n, l.Bytes * n}
}

// A stop ends an evaluation, and remembers why.
type stop struct {
	cancel   topdown.Cancel
	outOf    atomic.Int32
	deadline *wait
	deaf     chan struct{} // closed when the evaluation was told to end and has had time to
}

const (
	outOfTime   = 1
	outOfMemory = 2
)

// grace is how long an evaluation has to end once it is told to. Most look every
// few microseconds; a comparison of two values that hold themselves over and over
// never does.
const grace = 250 * time.Millisecond

func newStop(limit time.Duration) *stop {
	s := &stop{cancel: topdown.NewCancel(), deaf: make(chan struct{})}
	s.deadline = after(limit, func() { s.end(outOfTime) })
	return s
}

func (s *stop) end(why int32) {
	if !s.outOf.CompareAndSwap(0, why) {
		return
	}
	s.cancel.Cancel()
	time.AfterFunc(grace, func() { close(s.deaf) })
}

// elapsed is how long the evaluation has been running.
func (s *stop) elapsed() time.Duration {
	return s.deadline.elapsed()
}

// memoryTick is how often memory is looked at. A rule that fills it as fast as
// the machine can is noticed within some tens of megabytes.
const memoryTick = 10 * time.Millisecond

// watchMemory calls full, once, when more has been allocated and kept than the
// limit and as much again as there was. It stops watching when done is closed.
func watchMemory(limit int64, done <-chan struct{}, full func()) {
	start := heap()
	limit += start
	tick := time.NewTicker(memoryTick)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return
		case <-tick.C:
		}
		if heap()-start <= limit {
			continue
		}
		runtime.GC() // what is no longer held does not count
		if heap()-start > limit {
			full()
			return
		}
	}
}

func heap() int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}
