// Package expect holds findings against comments that say which ones are
// wanted, on the line that they are wanted on:
//
//	region = region.irland # want PV0301 "no region"
//
// A finding that no comment wants is as wrong as a comment that no finding
// meets, so that a test of one mistake is also a test that it causes no second
// finding. The text in quotes, which may be left out, has to stand in the
// summary or the detail of the finding.
//
// Where a mistake swallows the rest of its line, the comment of a txtar archive
// says the place instead: want policy.hcl:3 PV0101 "string".
package expect

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/consistency"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
)

// A Want is a finding that a comment asks for.
type Want struct {
	File string
	Line int
	Code string
	Text string
}

func (w Want) String() string {
	if w.Text == "" {
		return fmt.Sprintf("%s:%d %s", w.File, w.Line, w.Code)
	}
	return fmt.Sprintf("%s:%d %s %q", w.File, w.Line, w.Code, w.Text)
}

// code matches the code of a finding or the id of a rule: PV0301, PP019, RET-01,
// acme.retention.
const code = `[A-Z][A-Z0-9_-]*\d|[a-z]\w*(?:\.\w+)+`

var (
	onLine  = regexp.MustCompile(`(?:#|//).*?\bwant (` + code + `)(?: "([^"]*)")?`)
	byPlace = regexp.MustCompile(`(?m)^want ([\w./-]+):(\d+) (` + code + `)(?: "([^"]*)")?$`)
)

// Wants reads the comments of an archive.
func Wants(archive *txtar.Archive) []Want {
	var wants []Want
	for _, m := range byPlace.FindAllStringSubmatch(string(archive.Comment), -1) {
		line, _ := strconv.Atoi(m[2])
		wants = append(wants, Want{m[1], line, m[3], m[4]})
	}
	for _, f := range archive.Files {
		wants = append(wants, In(f.Name, f.Data)...)
	}
	return wants
}

// In reads the comments of one file.
func In(name string, content []byte) []Want {
	var wants []Want
	for i, line := range strings.Split(string(content), "\n") {
		if m := onLine.FindStringSubmatch(line); m != nil {
			wants = append(wants, Want{name, i + 1, m[1], m[2]})
		}
	}
	return wants
}

// Files returns an archive as a file system.
func Files(archive *txtar.Archive) fstest.MapFS {
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// Findings compiles an archive and returns everything that is found.
func Findings(archive *txtar.Archive) diag.List {
	policy, found := lang.Load(Files(archive), lang.Options{Version: "0.1.0"})
	if policy.Model != nil {
		found.Add(consistency.Check(policy.Model, policy.Mentioned)...)
	}
	return found
}

// Differences returns a line for each finding that is not wanted and each want
// that is not met.
func Differences(wants []Want, found diag.List) []string {
	var differences []string
	unwanted, unmet := Compare(wants, found)
	for _, d := range unwanted {
		r := d.Span.Range()
		differences = append(differences, fmt.Sprintf("not wanted: %s:%d %s %s (%s)", r.File, r.Start.Line, d.Code, d.Summary, d.Detail))
	}
	for _, w := range unmet {
		differences = append(differences, "not found: "+w.String())
	}
	return differences
}

// Compare returns the findings that are not wanted and the wants that are not
// met.
func Compare(wants []Want, found diag.List) (unwanted diag.List, unmet []Want) {
	unmet = slices.Clone(wants)
	for _, d := range found {
		r := d.Span.Range()
		at := slices.IndexFunc(unmet, func(w Want) bool {
			return w.File == r.File && w.Line == r.Start.Line && w.Code == string(d.Code) && strings.Contains(d.Summary+"\n"+d.Detail, w.Text)
		})
		if at < 0 {
			unwanted.Add(d)
			continue
		}
		unmet = slices.Delete(unmet, at, at+1)
	}
	return unwanted, unmet
}
