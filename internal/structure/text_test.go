package structure_test

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"testing"
)

// A ban is something that no file may contain.
type ban struct {
	name    string
	pattern *regexp.Regexp
	allowed *regexp.Regexp // what a line may contain all the same, or nil
	applies func(name string) bool
}

// The patterns are written so that this file does not match them.
var bans = []ban{
	{
		name:    "a path of one machine",
		pattern: regexp.MustCompile(`(^|[^\w.])(/(work|root|tmp|home/\w+|Users/\w+)/\w|C:\\Users)`),
		applies: func(name string) bool { return !slices.Contains(checksums, path.Base(name)) },
	},
	{
		name:    "a task left without a reason, which is TO" + "DO(reason): task",
		pattern: regexp.MustCompile(`(//|#|/\*|<!--).*\b(TO` + `DO|FIX` + `ME)\b`),
		allowed: regexp.MustCompile(`\bTO` + `DO\([^)]+\): \S`),
		applies: func(name string) bool { return path.Ext(name) != ".md" },
	},
	{
		name:    "the mark of an unresolved merge",
		pattern: regexp.MustCompile(`^(<{7}|>{7})( |$)`),
		applies: func(string) bool { return true },
	},
}

// checksums are files of digests, in which any run of letters may occur.
var checksums = []string{"go.sum", "package-lock.json"}

func TestNoFileContainsWhatIsBanned(t *testing.T) {
	for name, content := range repositoryFiles(t) {
		if isBinary(content) {
			continue
		}
		for _, ban := range bans {
			if !ban.applies(name) {
				continue
			}
			for _, line := range ban.offences(content) {
				t.Errorf("%s:%d: %s", name, line, ban.name)
			}
		}
	}
}

func TestBans(t *testing.T) {
	tests := []struct {
		name, line string
		want       []string // names of the bans that apply
	}{
		{"path", "open /wo" + "rk/main/go.mod", []string{bans[0].name}},
		{"path at the start", "/ro" + "ot/go", []string{bans[0].name}},
		{"part of an address", "https://example.com/wo" + "rk/it", nil},
		{"bare task", "x := 1 // TO" + "DO later", []string{bans[1].name}},
		{"task without a reason", "# TO" + "DO(): later", []string{bans[1].name}},
		{"task with a reason", "// TO" + "DO(goldmark 2): drop the escape", nil},
		{"the word in text", `"TO` + `DO"`, nil},
		{"conflict", "<<<<" + "<<< HEAD", []string{bans[2].name}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, ban := range bans {
				if len(ban.offences([]byte(tt.line))) > 0 {
					got = append(got, ban.name)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("bans on %q = %q, want %q", tt.line, got, tt.want)
			}
		})
	}
}

// offences returns the numbers of the lines that the ban is on.
func (b ban) offences(content []byte) []int {
	var lines []int
	for i, line := range bytes.Split(content, []byte("\n")) {
		if b.pattern.Match(line) && (b.allowed == nil || !b.allowed.Match(line)) {
			lines = append(lines, i+1)
		}
	}
	return lines
}

func isBinary(content []byte) bool {
	return bytes.IndexByte(content[:min(len(content), 8000)], 0) >= 0
}
