package diff

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/privity/privity/internal/diag"
)

// TextOptions say how text is written.
type TextOptions struct {
	Color bool
	Width int // of the terminal; 0 where there is none
}

// usualWidth is that of lines where no terminal limits them.
const usualWidth = 100

// WriteText writes a report for people.
func (r *Report) WriteText(w io.Writer, o TextOptions) error {
	t := NewText(o)
	t.Line("", "Changes from "+t.Bold(r.Before.Name)+" to "+t.Bold(r.After.Name)+":")
	if len(r.Changes) == 0 {
		t.buffer.Reset()
		t.Line("", r.Before.Name+" and "+r.After.Name+" say the same.")
		return t.To(w)
	}
	t.Changes(r.Changes)
	t.Proposals(r.Proposals)
	t.Line("", Total(r.Changes))
	return t.To(w)
}

// A Text is text for a terminal while it is written.
type Text struct {
	buffer strings.Builder
	color  bool
	width  int
}

// NewText begins a text.
func NewText(o TextOptions) *Text {
	t := &Text{color: o.Color, width: o.Width}
	if t.width == 0 || t.width > usualWidth {
		t.width = usualWidth
	}
	return t
}

// To writes the text.
func (t *Text) To(w io.Writer) error {
	_, err := io.WriteString(w, diag.Disarm(t.buffer.String()))
	return err
}

// The colours repeat what words and symbols say.
var paints = map[Symbol]string{Added: "32", Removed: "31", Changed: "33", Renamed: "36", Replaced: "35"}

func (t *Text) paint(sgr, s string) string {
	if !t.color || sgr == "" {
		return s
	}
	return "\x1b[" + sgr + "m" + s + "\x1b[0m"
}

// Bold emphasises what comes from others, made fit to be printed.
func (t *Text) Bold(s string) string { return t.paint("1", diag.Clean(s)) }

// Line adds a line that stands as it is.
func (t *Text) Line(margin, text string) { t.buffer.WriteString(margin + text + "\n") }

// Gap adds an empty line.
func (t *Text) Gap() { t.buffer.WriteString("\n") }

// Fill adds text that comes from others as lines of the width that there is; the
// first begins with lead, and the others with as much space.
func (t *Text) Fill(lead, text string) {
	line, margin := lead, strings.Repeat(" ", utf8.RuneCountInString(lead))
	empty := true
	for word := range strings.FieldsSeq(diag.Clean(text)) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > t.width {
			t.Line("", line)
			line, empty = margin, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, false
	}
	if !empty {
		t.Line("", line)
	}
}

// Changes adds changes, those of one block together.
func (t *Text) Changes(changes []Change) {
	for i := range changes {
		if i == 0 || changes[i].Address != changes[i-1].Address || changes[i].Was != changes[i-1].Was {
			t.Gap()
			t.head(changes[i:])
		}
		t.change(&changes[i])
	}
	t.Gap()
}

// head adds the line above the changes of a block.
func (t *Text) head(changes []Change) {
	first := &changes[0]
	symbol := first.Symbol
	for i := range changes {
		if changes[i].Address != first.Address {
			break
		}
		if changes[i].Symbol != Changed {
			symbol = changes[i].Symbol
		}
	}
	line := t.paint(paints[symbol], string(symbol)) + " " + t.Bold(first.Address)
	if first.Was != "" {
		line += " (was " + diag.Clean(first.Was) + ")"
	}
	t.Line("  ", line)
}

const margin = "      "

func (t *Text) change(c *Change) {
	t.Fill(margin, c.Summary)
	t.values(c)
	about := []string{c.Materiality, c.Class}
	if c.Materiality == "none" {
		about[0] = "technical"
	}
	if c.IsMaterial() {
		about[0] = t.paint("1", about[0])
	}
	if c.Direction != "neutral" {
		about[0] += ", " + c.Direction
	}
	if c.Corrects != "" {
		about = append(about, "corrects what would be "+c.Corrects)
	}
	if place := c.place(); place != "" {
		about = append(about, diag.Clean(place))
	}
	t.Line(margin, strings.Join(about, "  "))
}

// place is where the change is to be looked at: where it was, of what is gone.
func (c *Change) place() string {
	if c.AfterPlace != "" {
		return c.AfterPlace
	}
	return c.BeforePlace
}

// longest is the number of characters up to which two values stand on one line.
const longest = 64

func (t *Text) values(c *Change) {
	if c.Attribute == "" || c.Before == nil && c.After == nil {
		return
	}
	before, after := "not stated", "not stated"
	if c.Before != nil {
		before = diag.Clean(c.Before.Text)
	}
	if c.After != nil {
		after = diag.Clean(c.After.Text)
	}
	if utf8.RuneCountInString(before)+utf8.RuneCountInString(after) <= longest {
		t.Line(margin, c.Attribute+": "+before+" → "+after)
		return
	}
	t.Line(margin, c.Attribute+":")
	t.Fill(margin+"- ", before)
	t.Fill(margin+"+ ", after)
}

// Proposals adds the renames that may have been meant.
func (t *Text) Proposals(proposals []Proposal) {
	for _, p := range proposals {
		ask := "If this is a rename, add this to the policy, and nothing counts as new:"
		if p.Sure {
			ask = "Add this to the policy:"
		}
		t.Fill("", p.Why+" "+ask)
		t.Gap()
		for line := range strings.SplitSeq(strings.TrimSpace(p.Block), "\n") {
			t.Line("    ", cleanIndented(line))
		}
		t.Gap()
	}
}

// cleanIndented makes a line of source fit to be printed and keeps its indentation.
func cleanIndented(line string) string {
	rest := strings.TrimLeft(line, " ")
	return line[:len(line)-len(rest)] + diag.Clean(rest)
}

// Total says in one line how many changes there are, and of which weight.
func Total(changes []Change) string {
	tally := Tally(changes)
	var parts []string
	for _, w := range Weights {
		if n := tally[w.Materiality]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, strings.ToLower(w.Heading)))
		}
	}
	return counted(len(changes), "change") + ": " + strings.Join(parts, ", ") + "."
}

func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
