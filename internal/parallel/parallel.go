// Package parallel does work on all cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// For calls work for every index below n, on all cores and in no order, and
// returns when every call has. A panic in a call is raised again in the caller,
// since what panics in a goroutine of its own ends the process before anybody
// can say what to do.
func For(n int, work func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			work(i)
		}
		return
	}
	var next atomic.Int64
	var failure atomic.Pointer[any]
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			defer func() {
				if cause := recover(); cause != nil {
					failure.CompareAndSwap(nil, &cause)
				}
			}()
			for i := next.Add(1) - 1; int(i) < n && failure.Load() == nil; i = next.Add(1) - 1 {
				work(int(i))
			}
		})
	}
	group.Wait()
	if cause := failure.Load(); cause != nil {
		panic(*cause)
	}
}

// run is how many indices ForMany hands to a core at a time.
const run = 64

// ForMany is For where there may be many indices, and the work behind one may be less
// than handing it out.
func ForMany(n int, work func(i int)) {
	For((n+run-1)/run, func(k int) {
		for i := k * run; i < min(n, (k+1)*run); i++ {
			work(i)
		}
	})
}

// Map returns what each index below n becomes, in their order. It works as [ForMany]
// does.
func Map[T any](n int, become func(i int) T) []T {
	all := make([]T, n)
	ForMany(n, func(i int) { all[i] = become(i) })
	return all
}
