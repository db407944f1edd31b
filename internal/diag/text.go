package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// TextOptions say how findings are printed for people.
type TextOptions struct {
	Color  bool     // emphasise with ANSI colours; nothing is said by colour alone
	Width  int      // columns of the screen; 0 is DefaultWidth
	Limit  int      // most findings printed; 0 is DefaultLimit, less is no limit
	Least  Severity // leave out what is less grave than this; 0 leaves out nothing
	Folder string   // slash path put before the names of files, as in "privacy"
}

// What holds where nothing else is said.
const (
	DefaultWidth = 100
	DefaultLimit = 100
)

// WriteText prints findings, in their order, for people: each with its line and
// a drawn caret, what to do about it, and at the end how many there were.
// It prints nothing where there are none. Where there are more than the limit,
// errors come before what is not.
func WriteText(w io.Writer, list List, o TextOptions) error {
	if o.Least != 0 {
		list = list.asGraveAs(o.Least)
	}
	if len(list) == 0 {
		return nil
	}
	shown := list.first(o.limit())
	out := bufio.NewWriter(w)
	for _, d := range shown {
		for _, line := range newPrinter(o, d).print(d) {
			out.WriteString(line + "\n")
		}
		out.WriteString("\n")
	}
	if n := len(list) - len(shown); n > 0 {
		fmt.Fprintf(out, "… and %d more\n", n)
	}
	out.WriteString(list.Tally() + "\n")
	return out.Flush()
}

func (o TextOptions) limit() int {
	switch {
	case o.Limit == 0:
		return DefaultLimit
	case o.Limit < 0:
		return int(^uint(0) >> 1)
	}
	return o.Limit
}

// asGraveAs returns the findings that are no less grave than a severity.
func (l List) asGraveAs(s Severity) List {
	var kept List
	for _, d := range l {
		if d.Severity <= s {
			kept = append(kept, d)
		}
	}
	return kept
}

// first returns at most n findings in their order, the gravest preferred.
func (l List) first(n int) List {
	if len(l) <= n {
		return l
	}
	left := map[Severity]int{}
	for s := Error; s <= Note; s++ {
		left[s] = min(l.Count(s), n)
		n -= left[s]
	}
	var kept List
	for _, d := range l {
		if left[d.Severity] > 0 {
			left[d.Severity]--
			kept = append(kept, d)
		}
	}
	return kept
}

// Tally counts the findings in words: "2 errors, 1 warning".
func (l List) Tally() string {
	var parts []string
	for s := Error; s <= Note; s++ {
		switch n := l.Count(s); n {
		case 0:
		case 1:
			parts = append(parts, "1 "+s.String())
		default:
			parts = append(parts, strconv.Itoa(n)+" "+s.String()+"s")
		}
	}
	return strings.Join(parts, ", ")
}
