package history

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
)

// A git is the program git in a bare clone of ours.
type git struct {
	dir    string // the clone
	remote string // where the history is

	mu     sync.Mutex // guards the reader of blobs
	reader *blobReader
}

// ErrNoGit says that there is no git on this machine.
var ErrNoGit = errors.New("git is not installed here")

// command prepares one of git's commands, without the settings of a repository in
// which we may have been started, such as by a hook.
func (g *git) command(args ...string) (*exec.Cmd, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return nil, ErrNoGit
	}
	args = append([]string{"--no-pager", "-c", "core.hooksPath=" + os.DevNull, "-c", "gc.auto=0", "-c", "protocol.ext.allow=never", "-c", "protocol.fd.allow=never"}, args...)
	cmd := exec.Command(program, args...) //nolint:gosec // the arguments are ours; addresses stand behind --
	cmd.Dir = g.dir
	for _, setting := range cmd.Environ() {
		if name, _, _ := strings.Cut(setting, "="); !strings.HasPrefix(name, "GIT_") || strings.HasPrefix(name, "GIT_SSH") || name == "GIT_ASKPASS" || strings.HasPrefix(name, "GIT_CONFIG") {
			cmd.Env = append(cmd.Env, setting)
		}
	}
	cmd.Env = append(cmd.Env, "LC_ALL=C", "GIT_TERMINAL_PROMPT=0")
	return cmd, nil
}

// run runs a command and returns what it prints.
func (g *git) run(input io.Reader, args ...string) ([]byte, error) {
	cmd, err := g.command(args...)
	if err != nil {
		return nil, err
	}
	var complaint bytes.Buffer
	cmd.Stdin, cmd.Stderr = input, &complaint
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return out, fmt.Errorf("git %s: %s", args[0], lastWords(complaint.String()))
	}
	return out, err
}

// lastWords returns the line of git's complaint that says most.
func lastWords(complaint string) string {
	for line := range strings.Lines(complaint) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal: "); ok {
			return rest
		}
	}
	line, _, _ := strings.Cut(strings.TrimSpace(complaint), "\n")
	return line
}

// commit makes a commit with files on top of another, or a first one, and returns
// its id. Nothing in it says who has run the program.
func (g *git) commit(parent, message string, files []File) (string, error) {
	ref := "refs/privity/made-" + nonce()
	var in bytes.Buffer
	fmt.Fprintf(&in, "commit %s\ncommitter privity <privity@localhost> now\ndata %d\n%s\n", ref, len(message), message)
	if parent != "" {
		fmt.Fprintf(&in, "from %s\n", parent)
	}
	for _, f := range files {
		fmt.Fprintf(&in, "M 100644 inline %s\ndata %d\n", f.Path, len(f.Content))
		in.Write(f.Content)
		in.WriteByte('\n')
	}
	if _, err := g.run(&in, "fast-import", "--quiet", "--date-format=now"); err != nil {
		return "", err
	}
	out, err := g.run(nil, "rev-parse", "--verify", ref)
	return strings.TrimSpace(string(out)), err
}

// A pushResult is what became of a push.
type pushResult int

const (
	pushDone    pushResult = iota
	pushSame               // it was there already
	pushRefused            // something else is there, or it is not allowed
)

// push makes a commit the latest of a branch, if it follows from what is there.
func (g *git) push(commit, ref string) (pushResult, error) {
	out, err := g.run(nil, "push", "--porcelain", "--", g.remote, commit+":"+ref)
	for line := range strings.Lines(string(out)) {
		if !strings.Contains(line, ":"+ref+"\t") {
			continue
		}
		switch line[0] {
		case '!':
			return pushRefused, nil
		case '=':
			return pushSame, nil
		case ' ', '*':
			return pushDone, nil
		}
	}
	if err == nil {
		err = errors.New("git push does not say what it has done")
	}
	return pushRefused, err
}

// A blobReader is a git that is asked for one blob after the other.
type blobReader struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// blob returns the content of a blob.
func (g *git) blob(id string) ([]byte, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.reader == nil {
		r, err := g.startReader()
		if err != nil {
			return nil, err
		}
		g.reader = r
	}
	return g.reader.read(id)
}

func (g *git) startReader() (*blobReader, error) {
	cmd, err := g.command("cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &blobReader{cmd, in, bufio.NewReader(out)}, cmd.Start()
}

func (r *blobReader) read(id string) ([]byte, error) {
	if _, err := io.WriteString(r.in, id+"\n"); err != nil {
		return nil, err
	}
	header, err := r.out.ReadString('\n')
	if err != nil {
		return nil, err
	}
	var size int64
	if _, err := fmt.Sscanf(header, id+" blob %d\n", &size); err != nil || size < 0 || size > maxBlob {
		return nil, fmt.Errorf("git does not have the file %s", id)
	}
	content := make([]byte, size+1) // with the line break that follows
	_, err = io.ReadFull(r.out, content)
	return content[:size], err
}

// stop ends the reader of blobs, if there is one.
func (g *git) stop() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.reader == nil {
		return nil
	}
	err := g.reader.in.Close()
	return errors.Join(err, g.reader.cmd.Wait())
}
