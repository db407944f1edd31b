// Command privity compiles privacy policies that are written as code.
package main

import (
	"os"

	"github.com/privity/privity/internal/cli"
)

func main() { os.Exit(cli.Main(cli.Edition{})) }
