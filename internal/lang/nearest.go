package lang

import "github.com/privity/privity/internal/suggest"

// maxCompared is how many names are compared with misspelt ones in one reading.
// Whoever has ten thousand misspelt names among a hundred thousand others is
// helped with the first of them.
const maxCompared = 2_000_000

// nearest returns the name that was probably meant, where that can still be
// looked for.
func (c *compiler) nearest(name string, names []string) (string, bool) {
	if c.compared += len(names); c.compared > maxCompared {
		return "", false
	}
	return suggest.Nearest(name, names)
}
