package cli

import (
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"
)

// terminalOf returns the terminal that a stream is, or ok is false.
func terminalOf(stream any) (fd int, ok bool) {
	f, isFile := stream.(*os.File)
	if !isFile {
		return 0, false
	}
	fd = int(f.Fd())
	return fd, term.IsTerminal(fd)
}

// width returns the columns of the terminal that a stream is, or 0.
func width(stream io.Writer) int {
	fd, ok := terminalOf(stream)
	if !ok {
		return 0
	}
	columns, _, err := term.GetSize(fd)
	if err != nil {
		return 0
	}
	return columns
}

// colored decides on the colour of findings.
func (s *session) colored() bool { return s.coloredOn(s.stderr) }

// coloredOn decides on colour: what the flag says, then NO_COLOR, then whether the
// stream is a terminal that can.
func (s *session) coloredOn(stream any) bool {
	switch s.color.value {
	case "always":
		return true
	case "never":
		return false
	}
	_, terminal := terminalOf(stream)
	return terminal && s.getenv("NO_COLOR") == "" && s.getenv("TERM") != "dumb"
}

// getenv returns the value of a variable of the environment, or nothing.
func (s *session) getenv(name string) string {
	i := slices.IndexFunc(s.environ, func(entry string) bool { return strings.HasPrefix(entry, name+"=") })
	if i < 0 {
		return ""
	}
	return s.environ[i][len(name)+1:]
}
