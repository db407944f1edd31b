// Generate writes the pages on the rules that come with privity, and on what
// they find in the examples.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/policies"
	"github.com/privity/privity/policies/traps"
)

func main() {
	set, found := policy.Load(policy.Files(policies.FS()), nil)
	if set == nil {
		fmt.Fprintln(os.Stderr, found[0].Span.Range(), found[0].Summary)
		os.Exit(1)
	}
	for name, page := range set.Pages(policies.FS()) {
		write(filepath.Join("..", "docs", "rules", name), page)
	}
	page, err := traps.Page(set, filepath.Join("..", "examples"))
	end(err)
	write(filepath.Join("..", "docs", "traps.md"), page)
}

func write(name, page string) { end(os.WriteFile(name, []byte(page), 0o644)) }

// end ends the program if something went wrong.
func end(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
