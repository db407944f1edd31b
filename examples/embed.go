// Package examples holds policies that build. The quickstart is part of the
// binary: it is what `privity init` writes.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed quickstart/*.hcl
var embedded embed.FS

// Quickstart returns the files of the quickstart policy.
func Quickstart() fs.FS {
	files, err := fs.Sub(embedded, "quickstart")
	if err != nil {
		panic(err) // the name is a constant, and right
	}
	return files
}
