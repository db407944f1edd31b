// Package policies holds the rules that come with privity, in Rego: in each
// folder those of one area, in each file one rule, beside it its tests and an
// archive with an example that breaks it and one that keeps it. citations.csv says
// what each citation of a rule was compared with.
package policies

import (
	"embed"
	"io/fs"
)

//go:generate go run ./generate

//go:embed */*.rego */*.txtar citations.csv
var files embed.FS

// FS returns the files.
func FS() fs.FS { return files }
