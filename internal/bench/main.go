// Bench measures how fast policies are read, and how much memory it takes.
//
//	go run ./internal/bench
//
// Seconds say more about a machine than about a program. So what is reported
// are ratios: to a parse of the same bytes by the HCL library alone, on all
// cores and with each tree dropped as soon as it is there, which is the least
// that any tool on that library has to do. Both sides run in turns and under
// the same settings of the collector, each time in a process of their own, and
// the report gives medians.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/bench/corpus"
)

func main() {
	task := flag.String("task", "", "measure this task once, in this process, and print the result as JSON")
	dir := flag.String("dir", ".", "the policy for -task")
	blocks := flag.String("blocks", "1000,10000,100000", "the sizes to measure, in blocks")
	flag.Parse()
	var err error
	switch {
	case flag.NArg() > 0:
		err = errors.New("bench takes no arguments")
	case *task == rulesTask:
		err = printRules(os.Stdout, *dir)
	case *task != "":
		err = printSample(os.Stdout, *task, *dir)
	default:
		err = measureAll(os.Stdout, *blocks)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func printSample(w io.Writer, task, dir string) error {
	s, err := measure(task, dir)
	if err != nil {
		return err
	}
	return json.NewEncoder(w).Encode(s)
}

// measureAll writes policies of every size, measures them, and prints the
// report.
func measureAll(w io.Writer, list string) error {
	root, err := os.MkdirTemp("", "privity-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(root) }()
	var r report
	for _, word := range strings.Split(list, ",") {
		blocks, err := strconv.Atoi(word)
		if err != nil || blocks < corpus.MinBlocks {
			return fmt.Errorf("%q is not a number of blocks, of which there are %d at least", word, corpus.MinBlocks)
		}
		files := corpus.Generate(blocks)
		dir := filepath.Join(root, word)
		if err := corpus.Write(files, dir); err != nil {
			return err
		}
		if err := writeInForce(files, dir); err != nil {
			return err
		}
		size := size{blocks: blocks, bytes: corpus.Size(files)}
		if size.samples, err = runInTurns(dir); err != nil {
			return err
		}
		if size.rules, err = timeRules(dir); err != nil {
			return err
		}
		r.sizes = append(r.sizes, size)
	}
	command, err := buildCommand(root)
	if err != nil {
		return err
	}
	if r.example, err = timeExample(command, filepath.Join("examples", "monta")); err != nil {
		return err
	}
	rival := filepath.Join(root, "rival")
	if err := corpus.Write(corpus.Generate(conftestBlocks), rival); err != nil {
		return err
	}
	if r.duel, err = timeDuel(root, command, rival); err != nil {
		return err
	}
	return r.print(w)
}
