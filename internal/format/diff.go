package format

import (
	"bytes"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff returns the changes from one text to another as a unified diff, or
// nothing where they are the same.
func Diff(name string, before, after []byte) string {
	text := diff.Diff("a/"+name, before, "b/"+name, after)
	_, text, _ = bytes.Cut(text, []byte("\n")) // its own heading
	return string(text)
}
