package revision

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// unfiltered returns the repository without the programs that its configuration names
// to convert files: a file that one of them converts counts as changed.
func (r repository) unfiltered() repository {
	// The status is 1 where there is none.
	keys, _ := r.git(nil, "config", "-z", "--name-only", "--get-regexp", `^filter\.`)
	n, _ := strconv.Atoi(os.Getenv("GIT_CONFIG_COUNT")) //nolint:forbidigo // it is git's, and the operator's own settings come before ours
	for key := range strings.SplitSeq(strings.TrimSuffix(string(keys), "\x00"), "\x00") {
		value := "" // of a program, that there is none
		if strings.HasSuffix(key, ".required") {
			value = "false"
		}
		if key != "" {
			r.settings = append(r.settings, fmt.Sprintf("GIT_CONFIG_KEY_%d=%s", n, key), fmt.Sprintf("GIT_CONFIG_VALUE_%d=%s", n, value))
			n++
		}
	}
	r.settings = append(r.settings, fmt.Sprintf("GIT_CONFIG_COUNT=%d", n))
	return r
}

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
	cmd.Env = append(cmd.Env, r.settings...)
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
