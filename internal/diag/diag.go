// Package diag says what is wrong, where, why, and what to do about it.
//
// A [Diagnostic] is one plain value, made where the fault is found and printed
// elsewhere: as text with the line and a drawn caret ([WriteText]), as part of a
// page ([WriteHTML]), or for a program ([WriteJSON], [WriteSARIF], [WriteGitHub],
// [WriteJUnit]). Writers keep the order of a [List], so [List.Sort] comes first.
// Each kind of fault has a [Code], and each code a page ([Page]), which
// `privity explain CODE` prints.
//
// What is printed may come from strangers. No writer lets a control character
// or a mark that reorders text through, nor a line that a runner of continuous
// integration would take for a command.
//
// A diagnostic speaks to the author of a policy. It names the block, attribute
// and value at fault in the words of the language, quotes what was written, and
// ends in something that can be done. What the author cannot mend, such as a
// full disk, is an ordinary error and does not come through here.
package diag

import (
	"cmp"
	"slices"

	"github.com/privity/privity/internal/source"
)

// Severity says what a finding does to the outcome.
type Severity int

const (
	// Error stops the policy from compiling.
	Error Severity = iota + 1
	// Warning is reported and does not stop anything by itself.
	Warning
	// Note is information for the author.
	Note
)

var severityNames = [...]string{"", "error", "warning", "note"}

func (s Severity) String() string {
	if s < Error || s > Note {
		return "finding"
	}
	return severityNames[s]
}

// A Diagnostic is one finding.
type Diagnostic struct {
	Code     Code
	Severity Severity
	Summary  string // one line without a full stop: what is wrong
	Detail   string // sentences: why it is wrong and what to do; an indented line stays as it is
	Span     source.Span
	Label    string // a few words drawn beside the caret
	Related  []Related
	Fixes    []Fix

	Subject   string // the address of the block that a rule speaks of; empty where there is none
	Attribute string // of the block, or the block inside, if the rule names one
}

// Related is a second place that the finding speaks of: the other declaration,
// a step of a cycle.
type Related struct {
	Span    source.Span
	Message string
}

// A Fix is a change that would mend the finding, precise enough to be applied.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces the bytes of a span. A span of no bytes inserts.
type Edit struct {
	Span source.Span
	New  string
}

// New returns a diagnostic of the code's own severity.
func New(code Code, span source.Span, summary string) *Diagnostic {
	return &Diagnostic{Code: code, Severity: code.Severity(), Summary: summary, Span: span}
}

// Because sets the sentences that explain the finding and returns it.
func (d *Diagnostic) Because(detail string) *Diagnostic {
	d.Detail = detail
	return d
}

// Labelled sets the words beside the caret and returns the diagnostic.
func (d *Diagnostic) Labelled(label string) *Diagnostic {
	d.Label = label
	return d
}

// Relating adds a second place and returns the diagnostic. A place that stands
// nowhere is left out.
func (d *Diagnostic) Relating(span source.Span, message string) *Diagnostic {
	if !span.IsZero() {
		d.Related = append(d.Related, Related{span, message})
	}
	return d
}

// Replacing adds a fix that puts new text in the place of a span.
func (d *Diagnostic) Replacing(span source.Span, text, message string) *Diagnostic {
	d.Fixes = append(d.Fixes, Fix{message, []Edit{{span, text}}})
	return d
}

// Unfixed takes the fixes away, for a place that is not a file one could edit.
func (d *Diagnostic) Unfixed() *Diagnostic {
	d.Fixes = nil
	return d
}

// A List collects findings.
type List []*Diagnostic

// Add appends findings; nil is not one.
func (l *List) Add(ds ...*Diagnostic) {
	for _, d := range ds {
		if d != nil {
			*l = append(*l, d)
		}
	}
}

// HasErrors reports whether any finding is an error.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Count returns how many findings have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Sort puts findings in the order in which a person reads the files.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b *Diagnostic) int {
		if a.Span != b.Span {
			if a.Span.Before(b.Span) {
				return -1
			}
			if b.Span.Before(a.Span) {
				return 1
			}
		}
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Summary, b.Summary))
	})
}
