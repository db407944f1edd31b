package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// A report is all that was measured.
type report struct {
	sizes   []size
	example time.Duration
	duel    duel
}

// A size is what was measured of a policy of one size, by task.
type size struct {
	blocks, bytes int
	samples       map[string][]sample
	rules         map[string]time.Duration // by id, on one core
}

// median returns the middle of some values, or the lower of the two in the
// middle.
func median[T cmp.Ordered](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[(len(sorted)-1)/2]
}

// middle returns the median of one figure of a task's samples.
func (s size) middle(task string, figure func(sample) float64) float64 {
	var values []float64
	for _, x := range s.samples[task] {
		values = append(values, figure(x))
	}
	return median(values)
}

// ratio returns the median of the ratios of a task to another, each taken
// within one turn.
func (s size) ratio(task, to string, figure func(sample) float64) float64 {
	var ratios []float64
	for i, x := range s.samples[task] {
		ratios = append(ratios, figure(x)/figure(s.samples[to][i]))
	}
	return median(ratios)
}

// growth returns the exponent with which a figure grows from one size to
// another: 1 where twice the blocks take twice the time.
func growth(from, to size, task string, figure func(sample) float64) float64 {
	return exponent(from.middle(task, figure), to.middle(task, figure), from.blocks, to.blocks)
}

func exponent(before, after float64, fromBlocks, toBlocks int) float64 {
	return math.Log(after/before) / math.Log(float64(toBlocks)/float64(fromBlocks))
}

func wall(s sample) float64   { return float64(s.Wall) }
func cpu(s sample) float64    { return float64(s.CPU) }
func memory(s sample) float64 { return float64(s.Peak) }

// print writes the report as tables.
func (r *report) print(w io.Writer) error {
	fmt.Fprintf(w, "%s, %s/%s, %d cores. Medians; every task in a process of its own.\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.GOMAXPROCS(0))
	for _, s := range r.sizes {
		fmt.Fprintf(w, "\n%d blocks, %.1f MB, %d turns\n\n", s.blocks, float64(s.bytes)/1e6, len(s.samples[baseline]))
		table(w, s.rows())
		fmt.Fprintf(w, "\ncheck ÷ validate: %.2f on the clock, %.2f in processor time\n",
			s.ratio(checkTask, validateTask, wall), s.ratio(checkTask, validateTask, cpu))
		fmt.Fprintf(w, "plan ÷ check: %.2f on the clock, %.2f in processor time\n",
			s.ratio(planTask, checkTask, wall), s.ratio(planTask, checkTask, cpu))
	}
	for i := range len(r.sizes) - 1 {
		from, to := r.sizes[i], r.sizes[i+1]
		fmt.Fprintf(w, "\ngrowth from %d to %d blocks, as an exponent\n\n", from.blocks, to.blocks)
		table(w, growths(from, to))
		printGrowth(w, from, to)
	}
	r.duel.print(w)
	_, err := fmt.Fprintf(w, "\nprivity -C examples/monta validate, the whole process: %.0f ms\n", float64(r.example)/1e6)
	return err
}

// rows are the ratios of a size, with the absolute figures for context.
func (s size) rows() [][]string {
	rows := [][]string{{"task", "time ÷ parse", "CPU ÷ parse", "memory ÷ kept trees", "ms", "CPU ms", "MB"}}
	for _, t := range tasks {
		rows = append(rows, []string{
			t.title,
			fmt.Sprintf("%.2f", s.ratio(t.name, baseline, wall)),
			fmt.Sprintf("%.2f", s.ratio(t.name, baseline, cpu)),
			fmt.Sprintf("%.2f", s.ratio(t.name, keepTask, memory)),
			fmt.Sprintf("%.0f", s.middle(t.name, wall)/1e6),
			fmt.Sprintf("%.0f", s.middle(t.name, cpu)/1e6),
			fmt.Sprintf("%.0f", s.middle(t.name, memory)/1e6),
		})
	}
	return rows
}

func growths(from, to size) [][]string {
	rows := [][]string{{"task", "time", "CPU", "memory"}}
	for _, t := range tasks {
		rows = append(rows, []string{
			t.title,
			fmt.Sprintf("%.2f", growth(from, to, t.name, wall)),
			fmt.Sprintf("%.2f", growth(from, to, t.name, cpu)),
			fmt.Sprintf("%.2f", growth(from, to, t.name, memory)),
		})
	}
	return rows
}

// table writes rows with their columns below each other, the first to the left
// and the others, which are figures, to the right.
func table(w io.Writer, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range rows {
		line := row[0] + strings.Repeat(" ", widths[0]-utf8.RuneCountInString(row[0]))
		for i, cell := range row[1:] {
			line += strings.Repeat(" ", widths[i+1]-utf8.RuneCountInString(cell)+2) + cell
		}
		fmt.Fprintln(w, line)
	}
}
