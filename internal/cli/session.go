package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
	"github.com/privity/privity/internal/watch"
)

// A session is one run of the program: its streams, the flags that stand
// anywhere, and what watches over it.
type session struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	environ        []string

	dir      string
	color    choice
	quiet    bool
	strict   bool // warnings fail the command, by --fail-on
	limits   factor
	settings settings

	edition Edition   // what this program has that others do not
	opened  histories // to be closed

	writing  sync.Mutex // held while files are written
	watched  sync.Once
	dog      *watchdog
	progress atomic.Pointer[progress]
	record   *watch.Record // of what is read, for a command that watches it; nil otherwise
	unhelped error         // why a page of help could not be printed, if so
}

func newSession() *session {
	return &session{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, environ: os.Environ(),
		color: choice{value: "auto", options: []string{"auto", "always", "never"}}, limits: 1,
	}
}

// enter goes to the folder that -C names. Paths in other flags are relative to
// it, as they are for git and make.
func (s *session) enter() error {
	if s.dir == "" {
		return nil
	}
	if err := os.Chdir(s.dir); err != nil {
		return fail("the folder "+s.dir+" cannot be entered: "+reason(err),
			"-C takes the folder that holds the policy, seen from where you are")
	}
	return nil
}

// folder is what stands before the names of files, so that a finding names a
// file as seen from where the operator is.
func (s *session) folder() string {
	if s.dir == "" {
		return ""
	}
	return filepath.ToSlash(filepath.Clean(s.dir))
}

// seen returns a path as seen from where the operator is.
func (s *session) seen(path string) string {
	if !filepath.IsAbs(path) {
		path = filepath.Join(s.dir, path)
	}
	return filepath.ToSlash(path)
}

// repositoryFolder is the same as seen from the top of the repository, for
// servers that show findings beside the lines of a change.
func (s *session) repositoryFolder() string {
	top, err := filepath.EvalSymlinks(s.getenv("GITHUB_WORKSPACE"))
	if err != nil {
		return s.folder()
	}
	here, err := os.Getwd()
	if err != nil {
		return s.folder()
	}
	below, err := filepath.Rel(top, here)
	if err != nil || below == ".." || strings.HasPrefix(below, ".."+string(filepath.Separator)) {
		return s.folder()
	}
	return filepath.ToSlash(below)
}

func (s *session) fileLimits() source.Limits   { return source.DefaultLimits.Scaled(int(s.limits)) }
func (s *session) syntaxLimits() syntax.Limits { return syntax.DefaultLimits.Scaled(int(s.limits)) }

// tune tells the collector to wait: a run is short, and memory is returned when
// it ends. What the operator set in the environment holds.
func (s *session) tune() {
	if s.getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if s.getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(eagerMemory * int64(s.limits))
	}
}

// guard starts the watchdog. It is called where input from others begins to be
// worked on.
func (s *session) guard() {
	s.watched.Do(func() {
		s.dog = defaultBounds.scaled(int(s.limits)).watch(func(what string) {
			s.stopProgress()
			printFailure(s.stderr, fail(what, "if the policy is honest, raise what it may take with --limits; see `privity help limits`"))
			s.end(exceeded)
		})
	})
	s.dog.wake()
}

// rest is what a session does that waits for more to do: nothing is shown, nothing is
// held, and no time counts, until the next piece of work.
func (s *session) rest() {
	s.progress.Swap(nil).stop()
	s.opened.close()
	s.dog.rest()
}

// end ends the process, after files that are being written are whole.
func (s *session) end(code status) {
	s.stopProgress()
	s.writing.Lock()
	s.opened.close()
	os.Exit(int(code))
}

// work shows, from now on and on a terminal only, what takes so long.
func (s *session) work() *progress {
	if _, terminal := terminalOf(s.stderr); terminal && !s.quiet && s.progress.Load() == nil {
		s.progress.Store(startProgress(s.stderr))
	}
	return s.progress.Load()
}

// stopProgress ends the line that says what work is at: something else is to be written.
func (s *session) stopProgress() { s.progress.Load().stop() }

// note tells the operator what was done.
func (s *session) note(format string, args ...any) {
	s.stopProgress()
	if !s.quiet {
		fmt.Fprintln(s.stderr, diag.CleanText(fmt.Sprintf(format, args...))) //nolint:errcheck // a note that cannot be told changes nothing
	}
}

// print writes the product of a command.
func (s *session) print(product []byte) error {
	s.stopProgress()
	if _, err := s.stdout.Write(product); err != nil {
		return fail("the output cannot be written: "+reason(err), "")
	}
	return nil
}

// report prints findings for people and returns the status that they amount to.
func (s *session) report(found diag.List) error { return s.reportIn(s.folder(), found) }

// least is the severity that findings for people have at least; 0 is any. --quiet
// leaves what fails the command.
func (s *session) least() diag.Severity {
	switch {
	case !s.quiet:
		return 0
	case s.strict:
		return diag.Warning
	}
	return diag.Error
}

// reportIn does the same for findings in the files of another folder.
func (s *session) reportIn(folder string, found diag.List) error {
	s.stopProgress()
	err := diag.WriteText(s.stderr, found, diag.TextOptions{
		Color: s.colored(), Width: width(s.stderr), Least: s.least(), Folder: folder,
	})
	if err != nil {
		return fail("the findings cannot be written: "+reason(err), "")
	}
	return verdict(found)
}
