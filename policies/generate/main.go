// Command generate writes the pages on the rules that come with privity.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/policies"
)

func main() {
	set, found := policy.Load(policy.Files(policies.FS()), nil)
	if set == nil {
		fmt.Fprintln(os.Stderr, found[0].Span.Range(), found[0].Summary)
		os.Exit(1)
	}
	for name, page := range set.Pages(policies.FS()) {
		if err := os.WriteFile(filepath.Join("..", "docs", "rules", name), []byte(page), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
