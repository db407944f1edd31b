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

func TestMapKeepsTheOrder(t *testing.T) {
	for _, n := range []int{0, 1, 64, 65, 1000} {
		squares := Map(n, func(i int) int { return i * i })
		if len(squares) != n {
			t.Fatalf("of %d: %d are there", n, len(squares))
		}
		for i, got := range squares {
			if got != i*i {
				t.Errorf("of %d: index %d became %d", n, i, got)
			}
		}
	}
}
