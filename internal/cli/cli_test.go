package cli

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected outputs of the scripts")

// TestMain makes the test binary the programs that the scripts run, each in a
// process of its own: privity, and programs that do what the command line has to
// survive.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"privity":   func() { os.Exit(Main(Edition{})) },
		"hog":       hog,
		"interrupt": interrupt,
		"fault":     fault,
		"visit":     visit,
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error { // documents hold scripts that people run, and the action some that servers run
			top, err := filepath.Abs("../..")
			env.Setenv("DOCS", filepath.Join(top, "docs"))
			env.Setenv("ACTION", filepath.Join(top, ".github", "action"))
			return err
		},
		RequireUniqueNames: true,
		Cmds:               map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits runs a program and wants it to end with a status: exits 2 privity …
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM [ARGUMENT…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("the status is %d, not %d", got, want)
	}
}

// hog uses more than it may of what its argument names, and never ends by
// itself.
func hog() {
	s := newSession()
	small := bounds{memory: 64 << 20, stack: 16 << 20, time: time.Hour}
	if os.Args[1] == "time" {
		small.time = time.Millisecond
	}
	dog := small.watch(func(what string) {
		printFailure(s.stderr, fail(what, ""))
		s.end(exceeded)
	})
	switch os.Args[1] {
	case "rested": // work that begins after a rest is watched as well
		dog.rest()
		dog.wake()
		fallthrough
	case "memory":
		for {
			held = append(held, make([]byte, 1<<20))
		}
	case "stack":
		fmt.Println(descend(0))
	default:
		select {}
	}
}

var held [][]byte // by hog

func descend(n int) int {
	if n < 0 {
		return 0
	}
	var frame [1024]byte
	frame[n%len(frame)] = 1
	return descend(n+1) + int(frame[0])
}

// interrupt is interrupted while it writes a file, and then writes the rest.
func interrupt() {
	s := newSession()
	onInterrupt(s.end)
	s.writing.Lock()
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Signal(syscall.SIGINT)
	}
	if err == nil {
		err = os.WriteFile("whole", []byte("whole\n"), 0o600)
	}
	if err != nil {
		panic(err)
	}
	s.writing.Unlock()
	select {}
}

// fault does what only a mistake of ours can do.
func fault() {
	os.Exit(int(newSession().protect(func() status {
		var list []int
		return status(list[len(os.Args)])
	})))
}
