package lang

import "testing"

func TestSlab(t *testing.T) {
	var s slab[int]
	var all []*int
	for i := range 1000 {
		all = append(all, s.one(i))
	}
	for i, p := range all {
		if *p != i {
			t.Fatalf("value %d has become %d", i, *p)
		}
	}
}

// TestSlabRuns appends to runs that lie side by side: none may reach into the
// next.
func TestSlabRuns(t *testing.T) {
	var s slab[int]
	for _, room := range []int{0, 1, 3, 31, 32, 33, 500} {
		run, next := s.run(room), s.run(1)
		if len(run) != 0 || cap(run) != room {
			t.Errorf("a run of %d has %d values and room for %d", room, len(run), cap(run))
		}
		next = append(next, 7)
		for range room + 1 {
			run = append(run, 1)
		}
		if next[0] != 7 {
			t.Errorf("a run of %d has written into the next", room)
		}
	}
}

func TestNoSlab(t *testing.T) {
	var s *slab[int]
	if p := s.one(3); *p != 3 {
		t.Errorf("the value is %d", *p)
	}
	if run := s.run(2); len(run) != 0 || cap(run) != 2 {
		t.Errorf("the run has %d values and room for %d", len(run), cap(run))
	}
}
