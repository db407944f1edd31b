package parallel

import (
	"sync/atomic"
	"testing"
)

func TestForCallsEveryIndexOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		calls := make([]atomic.Int32, n)
		For(n, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if got := calls[i].Load(); got != 1 {
				t.Errorf("of %d: index %d was called %d times", n, i, got)
			}
		}
	}
}

func TestForRaisesPanicsInTheCaller(t *testing.T) {
	defer func() {
		if cause := recover(); cause != "boom" {
			t.Errorf("recovered %v, want boom", cause)
		}
	}()
	For(100, func(i int) {
		if i == 50 {
			panic("boom")
		}
	})
	t.Error("the panic was lost")
}
