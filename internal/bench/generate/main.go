// Generate writes a made-up policy of a given size, to try things on.
//
//	go run ./internal/bench/generate -blocks 1000 -o DIR
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/privity/privity/internal/bench/corpus"
)

func main() {
	blocks := flag.Int("blocks", 1000, "how many blocks the policy has")
	dir := flag.String("o", "", "the folder to write it into")
	flag.Parse()
	if *dir == "" || *blocks < corpus.MinBlocks || flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "usage: generate -blocks N -o DIR, where N is at least %d\n", corpus.MinBlocks)
		os.Exit(2)
	}
	files := corpus.Generate(*blocks)
	if err := corpus.Write(files, *dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%d blocks in %d files, %d bytes\n", *blocks, len(files), corpus.Size(files))
}
