package lang

// A slab hands out the values of a type from arrays of many. What a file
// declares lives as long as the policy, and the collector has less to look
// after where it lies together. A nil slab makes each value by itself.
type slab[T any] struct {
	free []T
	size int // of the latest array
}

// Arrays begin small, since some files declare little.
const (
	smallestArray = 4
	largestArray  = 128
)

// one returns a pointer to a value.
func (s *slab[T]) one(v T) *T {
	if s == nil {
		return &v
	}
	s.reserve(1)
	p := &s.free[0]
	s.free = s.free[1:]
	*p = v
	return p
}

// run returns an empty slice with room for n values.
func (s *slab[T]) run(n int) []T {
	if s == nil || n > largestArray/4 {
		return make([]T, 0, n)
	}
	s.reserve(n)
	run := s.free[:0:n]
	s.free = s.free[n:]
	return run
}

func (s *slab[T]) reserve(n int) {
	if len(s.free) < n {
		s.size = min(max(2*s.size, smallestArray, n), largestArray)
		s.free = make([]T, s.size)
	}
}
