package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

func TestReason(t *testing.T) {
	at := func(err error) error { return &fs.PathError{Op: "open", Path: "a/b", Err: err} }
	tests := []struct {
		err  error
		want string
	}{
		{at(fs.ErrNotExist), "it is not there"},
		{at(syscall.EACCES), "you may not do that there"},
		{at(syscall.ENOSPC), "the disk is full"},
		{fmt.Errorf("writing: %w", at(syscall.EROFS)), "the disk can only be read"},
		{fmt.Errorf("writing: %w", errors.New("the cable is loose")), "the cable is loose"},
	}
	for _, tt := range tests {
		if got := reason(tt.err); got != tt.want {
			t.Errorf("reason(%v) = %q, want %q", tt.err, got, tt.want)
		}
	}
}

func TestAdvised(t *testing.T) {
	inner := &fs.PathError{Op: "openat", Path: "index.html", Err: syscall.ENOSPC}
	tests := []struct {
		err  error
		want failure
	}{
		{errors.New("it is torn; sew it"), failure{what: "it is torn", help: "sew it"}},
		{errors.New("it is torn"), failure{what: "it is torn"}},
		{fmt.Errorf("dist was not written: %w; run this again", inner), failure{what: "dist was not written: the disk is full", help: "run this again"}},
	}
	for _, tt := range tests {
		var got *failure
		if !errors.As(advised(tt.err), &got) || *got != tt.want {
			t.Errorf("advised(%v) = %+v, want %+v", tt.err, got, tt.want)
		}
	}
}

func TestVerdict(t *testing.T) {
	find := func(codes ...diag.Code) (list diag.List) {
		for _, c := range codes {
			list.Add(diag.New(c, source.Span{}, ""))
		}
		return list
	}
	tests := []struct {
		found diag.List
		want  error
	}{
		{nil, nil},
		{find(diag.UnusedVariable), nil},
		{find(diag.UnusedVariable, diag.SyntaxError), no},
		{find(diag.SyntaxError, diag.TooManyTokens), exceeded},
	}
	for _, tt := range tests {
		if got := verdict(tt.found); !errors.Is(got, tt.want) {
			t.Errorf("verdict(%v) = %v, want %v", tt.found, got, tt.want)
		}
	}
}

func TestExceeded(t *testing.T) {
	b := bounds{memory: 4 << 20, stack: 2 << 20, time: time.Minute}.scaled(2)
	tests := []struct {
		memory, stack uint64
		elapsed       time.Duration
		want          string
	}{
		{8 << 20, 2 << 20, 2 * time.Minute, ""},
		{8<<20 + 1, 0, 0, "memory"},
		{8<<20 + 1, 2<<20 + 1, 0, "nested"},
		{0, 0, 2*time.Minute + 1, "longer"},
	}
	for _, tt := range tests {
		got := b.exceeded(tt.memory, tt.stack, tt.elapsed)
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("exceeded(%d, %d, %v) = %q, want %q", tt.memory, tt.stack, tt.elapsed, got, tt.want)
		}
	}
}

// Time counts while there is work.
func TestWatchdogRests(t *testing.T) {
	dog := &watchdog{woken: make(chan struct{}, 1)}
	if !dog.rests() || dog.elapsed() != 0 {
		t.Error("a watchdog counts before it is woken")
	}
	dog.wake()
	began := dog.started.Load()
	dog.wake()
	if dog.rests() || dog.started.Load() != began {
		t.Error("work that goes on begins anew")
	}
	dog.rest()
	if !dog.rests() || dog.elapsed() != 0 {
		t.Error("a watchdog counts while it rests")
	}
	(*watchdog)(nil).rest()
}

func TestReflow(t *testing.T) {
	const page = `# A heading

One paragraph that is rather long for so narrow a screen.

- an item that is long as well
- short

` + "```hcl\na = \"code stays as it is, whatever its length\"\n```" + `

| a table | stays as it is, too, at any width |
`
	const want = `# A heading

One paragraph that
is rather long for
so narrow a screen.

- an item that is
  long as well
- short

` + "```hcl\na = \"code stays as it is, whatever its length\"\n```" + `

| a table | stays as it is, too, at any width |
`
	if diff := cmp.Diff(want, reflow(page, 20)); diff != "" {
		t.Error(diff)
	}
	if got := reflow(page, 1000); got != page {
		t.Errorf("a wide screen changes the page:\n%s", got)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
}

// TestFullDisk holds every way to standard output to notice that nothing
// arrived there.
func TestFullDisk(t *testing.T) {
	for _, args := range [][]string{
		{"--help"},
		{"help", "limits"},
		{"version"},
		{"schema", "manifest"},
		{"completion", "zsh"},
		{"explain", "actor"},
		{"-C", "../../examples/quickstart", "show"},
		{"-C", "../../examples/quickstart", "validate", "--format", "json"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Chdir(".") // the folder to return to, since -C leaves it
			var said strings.Builder
			s := newSession()
			s.stdout, s.stderr = fullDisk{}, &said
			if got := s.run(args); got != no || !strings.HasSuffix(said.String(), "cannot be written: the disk is full\n") {
				t.Errorf("the status is %d, and it said %q", got, said.String())
			}
		})
	}
}

// TestProgress follows the line by itself, without its clock.
func TestProgress(t *testing.T) {
	var screen strings.Builder
	p := &progress{w: &screen, quit: make(chan struct{})}
	p.show()
	p.at("reading")
	p.show()
	p.show()
	p.at("writing")
	p.show()
	p.stop()
	p.at("late")
	p.show()
	p.stop()
	want := clearLine + "reading" + clearLine + "writing" + clearLine
	if got := screen.String(); got != want {
		t.Errorf("the screen got %q, want %q", got, want)
	}
	var silent *progress
	silent.at("anything")
	silent.stop()
}
