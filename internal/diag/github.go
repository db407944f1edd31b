package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteGitHub writes findings, in their order, as workflow commands that GitHub
// shows beside the lines they speak of. Names of files must be relative to the
// repository: see [Options.Folder].
func WriteGitHub(w io.Writer, list List, o Options) error {
	out := bufio.NewWriter(w)
	for _, d := range list {
		out.WriteString(o.workflowCommand(d))
	}
	return out.Flush()
}

func (s Severity) workflowCommand() string {
	switch s {
	case Warning:
		return "warning"
	case Note:
		return "notice"
	}
	return "error"
}

func (o Options) workflowCommand(d *Diagnostic) string {
	var b strings.Builder
	b.WriteString("::" + d.Severity.workflowCommand() + " ")
	if !d.Span.IsZero() {
		r := clamp(d.Span).Range()
		fmt.Fprintf(&b, "file=%s,line=%d,", commandProperty(fileName(o.Folder, r.File)), r.Start.Line)
		if r.Start.Line == r.End.Line { // columns are only understood within a line
			fmt.Fprintf(&b, "col=%d,endColumn=%d,", r.Start.Column, r.End.Column)
		} else {
			fmt.Fprintf(&b, "endLine=%d,", r.End.Line)
		}
	}
	b.WriteString("title=" + commandProperty(cleanLine(string(d.Code))) + "::" + commandMessage(d.prose()) + "\n")
	return b.String()
}

// prose returns the finding as sentences, for readers that draw no snippet.
func (d *Diagnostic) prose() string {
	parts := []string{sentence(cleanLine(d.Summary))}
	if detail := strings.TrimSpace(cleanText(d.Detail)); detail != "" {
		parts = append(parts, detail)
	}
	for _, f := range d.Fixes {
		parts = append(parts, "Help: "+sentence(fixMessage(f)))
	}
	return strings.Join(parts, "\n")
}

func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}

var commandMessageEscaper = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")

func commandMessage(s string) string { return commandMessageEscaper.Replace(s) }

var commandPropertyEscaper = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")

func commandProperty(s string) string { return commandPropertyEscaper.Replace(s) }
