package lang

import "github.com/privity/privity/internal/suggest"

// maxCompared is how many names are compared with misspelt ones in one reading.
// Whoever has ten thousand misspelt names among a hundred thousand others is
// helped with the first of them.
const maxCompared = 2_000_000

// nearest returns the one of n names that was probably meant, where that can
// still be looked for.
func (c *compiler) nearest(name string, n int, names func() []string) (string, bool) {
	if c.compared += n; c.compared > maxCompared {
		return "", false
	}
	return suggest.Nearest(name, names())
}

// nearestKey is nearest for the keys of a table.
func nearestKey[V any](c *compiler, name string, table map[string]V) (string, bool) {
	return c.nearest(name, len(table), func() []string { return sortedKeys(table) })
}
