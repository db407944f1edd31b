package diag

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/source"
)

var machineWriters = map[string]func(io.Writer, List, Options) error{
	"json":   WriteJSON,
	"sarif":  WriteSARIF,
	"github": WriteGitHub,
	"junit":  WriteJUnit,
}

// machineCases are lists of findings that every writer for programs is given.
func machineCases(t testing.TB) []textCase {
	var all List
	for _, c := range textCases(t) {
		switch c.name {
		case "reference", "two_files", "hostile", "nowhere", "mend":
			all = append(all, c.list...)
		}
	}
	team := New("RET001", at(t, stores, "retention", 1), "a team's own rule, which has no page")
	team.Severity = Note
	return []textCase{{name: "all", list: append(all, team)}, {name: "none"}}
}

func TestMachineWriters(t *testing.T) {
	for name, write := range machineWriters {
		for _, c := range machineCases(t) {
			t.Run(name+"/"+c.name, func(t *testing.T) {
				var b bytes.Buffer
				if err := write(&b, c.list, Options{Folder: "privacy notes", Version: "1.2.3"}); err != nil {
					t.Fatal(err)
				}
				inertFor(t, name, b.String())
				got := b.Bytes()
				if name == "sarif" {
					got = withoutHelp(t, got)
				}
				golden(t, name+"/"+c.name+"."+name, got)
			})
		}
	}
}

// inertFor holds what a writer wrote to be inert and well formed. The lines of
// WriteGitHub are commands, one a finding, which is the point of them.
func inertFor(t testing.TB, name, text string) {
	t.Helper()
	switch name {
	case "github":
		for line := range strings.Lines(text) {
			rest, ok := strings.CutPrefix(line, "::")
			if !ok {
				t.Fatalf("not a command: %q", line)
			}
			inert(t, rest)
		}
		return
	case "junit":
		if err := xml.Unmarshal([]byte(text), new(junitReport)); err != nil {
			t.Fatalf("not XML: %v", err)
		}
	default:
		if !json.Valid([]byte(text)) || !strings.HasSuffix(text, "}\n") {
			t.Fatalf("not one line-ended JSON value: %q", text)
		}
	}
	inert(t, text)
}

// withoutHelp takes the pages from a SARIF log, so that the golden file does not
// change with their wording.
func withoutHelp(t *testing.T, log []byte) []byte {
	t.Helper()
	var l sarifLog
	if err := json.Unmarshal(log, &l); err != nil {
		t.Fatal(err)
	}
	for i := range l.Runs[0].Tool.Driver.Rules {
		if rule := &l.Runs[0].Tool.Driver.Rules[i]; rule.Help != nil {
			rule.Help = &sarifHelp{"…", "…"}
		}
	}
	var b bytes.Buffer
	if err := writeJSON(&b, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestJSONKeepsEdits holds that what a program is to write into a file arrives
// exactly, whatever is escaped on the way.
func TestJSONKeepsEdits(t *testing.T) {
	const text = "a\n\t##[x] \x1b\u202e\U000e0041\u2028 ::y \\##[z]"
	f := source.NewFile("a.hcl", []byte("x"))
	d := New(WrongType, source.Span{File: f, End: 1}, "s").Replacing(source.Span{File: f, End: 1}, text, "m")
	var b bytes.Buffer
	if err := WriteJSON(&b, List{d}, Options{}); err != nil {
		t.Fatal(err)
	}
	var report jsonReport
	if err := json.Unmarshal(b.Bytes(), &report); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, report.Findings[0].Fixes[0].Edits[0].New); diff != "" {
		t.Errorf("the edit differs (-want +got):\n%s", diff)
	}
}

type brokenPipe struct{}

var errPipe = errors.New("broken pipe")

func (brokenPipe) Write([]byte) (int, error) { return 0, errPipe }

func TestWritersReportFailure(t *testing.T) {
	list := List{New(NoPolicyFiles, source.Span{}, "nothing here")}
	for name, write := range machineWriters {
		if err := write(brokenPipe{}, list, Options{}); !errors.Is(err, errPipe) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if err := WriteText(brokenPipe{}, list, TextOptions{}); !errors.Is(err, errPipe) {
		t.Errorf("text: got %v", err)
	}
}

func BenchmarkJSON(b *testing.B) {
	list := benchmarkList(b)
	for b.Loop() {
		if err := WriteJSON(io.Discard, list, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
