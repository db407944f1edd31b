package locale

import "slices"

// index holds the entries of a file in their order, and finds them by code.
type index[T any] struct {
	entries []T
	at      map[string]int
}

func indexBy[T any](entries []T, code func(T) string) index[T] {
	at := make(map[string]int, len(entries))
	for i, entry := range entries {
		at[code(entry)] = i
	}
	return index[T]{entries: entries, at: at}
}

func (x index[T]) find(code string) (T, bool) {
	i, ok := x.at[code]
	if !ok {
		var none T
		return none, false
	}
	return x.entries[i], true
}

// all is a copy, so that no caller changes what the next one sees.
func (x index[T]) all() []T {
	return slices.Clone(x.entries)
}
