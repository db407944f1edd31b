package policy

import (
	"sync/atomic"
	"time"
)

// A wait ends what takes too long. On a machine that is busy with other things
// an honest rule can take seconds in which it hardly runs, so time counts twice:
// the limit has passed on the clock, and this process has had a processor for as
// long. What never gets one is given up after crowded times the limit.
type wait struct {
	limit   time.Duration
	began   time.Time
	used    time.Duration // by this process until then
	end     func()
	timer   atomic.Pointer[time.Timer]
	stopped atomic.Bool
}

const crowded = 10

// after calls end once the limit has passed, unless the wait is stopped.
func after(limit time.Duration, end func()) *wait {
	w := &wait{limit: limit, began: time.Now(), used: processorTime(), end: end} //nolint:forbidigo // it bounds what a rule may take, and reaches no output
	w.again(limit)
	return w
}

func (w *wait) again(in time.Duration) {
	w.timer.Store(time.AfterFunc(in, w.look))
}

func (w *wait) look() {
	if w.stopped.Load() {
		return
	}
	left := w.limit - (processorTime() - w.used)
	if left <= 0 || w.elapsed() >= crowded*w.limit {
		w.end()
		return
	}
	w.again(max(left, time.Millisecond))
}

// elapsed is how long the wait has been, on the clock.
func (w *wait) elapsed() time.Duration {
	return time.Since(w.began) //nolint:forbidigo // it bounds what a rule may take, and reaches no output
}

// stop makes sure that end is not called any more, unless it is being called.
func (w *wait) stop() {
	w.stopped.Store(true)
	if t := w.timer.Load(); t != nil {
		t.Stop()
	}
}
