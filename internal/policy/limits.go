package policy

import (
	"runtime"
	"runtime/metrics"
	"sync"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/topdown"
)

// Limits bound what a rule may take.
type Limits struct {
	Time     time.Duration // of one rule
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
	deadline *deadline
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

func newStop(after time.Duration) *stop {
	s := &stop{cancel: topdown.NewCancel(), deaf: make(chan struct{})}
	s.deadline = newDeadline(after, func() { s.end(outOfTime) })
	return s
}

func (s *stop) end(why int32) {
	if !s.outOf.CompareAndSwap(0, why) {
		return
	}
	s.cancel.Cancel()
	newDeadline(grace, func() { close(s.deaf) })
}

// A deadline counts the time in which this process could run. On a machine with
// more to do than it can, a process waits most of the time, and an honest rule
// is not to be blamed for that.
type deadline struct {
	spent atomic.Int64 // nanoseconds
	done  chan struct{}
	once  sync.Once
}

const (
	deadlineTick = 10 * time.Millisecond
	longestTick  = 5 * deadlineTick // what counts of a tick that comes late
)

// newDeadline calls expired when the limit has been reached, unless it is stopped
// before.
func newDeadline(limit time.Duration, expired func()) *deadline {
	d := &deadline{done: make(chan struct{})}
	go func() {
		tick := time.NewTicker(deadlineTick)
		defer tick.Stop()
		var last time.Time
		for {
			select {
			case <-d.done:
				return
			case now := <-tick.C:
				step := deadlineTick
				if !last.IsZero() {
					step = min(now.Sub(last), longestTick)
				}
				last = now
				if d.spent.Add(int64(step)) >= int64(limit) {
					expired()
					return
				}
			}
		}
	}()
	return d
}

// Stop ends the deadline without a call.
func (d *deadline) Stop() { d.once.Do(func() { close(d.done) }) }

// Spent is how long the process could run since the deadline began to count.
func (d *deadline) Spent() time.Duration { return time.Duration(d.spent.Load()) }

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
