package revision

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
)

// git runs one of git's commands and returns what it prints.
func (r repository) git(input io.Reader, args ...string) ([]byte, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return nil, ErrNoGit
	}
	// A repository can name programs in its configuration; none of these commands
	// runs one, and the settings below keep it so where a later git might.
	args = append([]string{"--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull}, args...)
	cmd := exec.CommandContext(r.ctx, program, args...) //nolint:gosec // git, with arguments of ours and names that were looked at
	cmd.Dir, cmd.Stdin = r.dir, input
	cmd.Env = append(cmd.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1")
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		line, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n")
		return nil, errors.New("git says: " + line)
	}
	return out, err
}
