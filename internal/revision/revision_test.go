package revision

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/source"
)

// A history is a repository that a test writes.
type history struct {
	t   *testing.T
	dir string
}

func newHistory(t *testing.T) history {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed here")
	}
	h := history{t, t.TempDir()}
	h.git("init", "-q", "-b", "main")
	return h
}

func (h history) git(args ...string) string {
	h.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = h.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		h.t.Fatalf("git %s: %s", strings.Join(args, " "), out)
	}
	return strings.TrimSpace(string(out))
}

func (h history) write(name, content string) {
	h.t.Helper()
	path := filepath.Join(h.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		h.t.Fatal(err)
	}
}

func (h history) commit(message string) string {
	h.t.Helper()
	h.git("add", "-A")
	h.git("commit", "-q", "-m", message)
	return h.git("rev-parse", "HEAD")
}

// contents reads a tree.
func contents(t *testing.T, tree *Tree) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(tree, name)
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestOpen(t *testing.T) {
	h := newHistory(t)
	h.write("README.md", "no policy")
	h.write("privacy/main.hcl", "# one\n")
	h.write("privacy/empty.hcl", "")
	h.write("privacy/modules/aws/main.hcl", "# aws\n")
	h.write("privacy/naïve name\twith a tab.hcl", "# odd")
	h.write("privacy/picture.png", "\x89PNG")
	if err := os.Symlink("main.hcl", filepath.Join(h.dir, "privacy", "link.hcl")); err != nil {
		t.Fatal(err)
	}
	first := h.commit("one")
	h.git("tag", "-a", "v1", "-m", "one")
	h.write("privacy/main.hcl", "# two\n")
	h.commit("two")
	h.write("privacy/main.hcl", "# not committed\n")

	want := map[string]string{
		"main.hcl": "# one\n", "empty.hcl": "", "modules/aws/main.hcl": "# aws\n", "naïve name\twith a tab.hcl": "# odd",
	}
	for _, name := range []string{"HEAD~1", "v1", first, first[:10], "main^"} {
		tree, err := Open(t.Context(), filepath.Join(h.dir, "privacy"), name, source.DefaultLimits)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, contents(t, tree)); diff != "" || tree.Commit != first {
			t.Errorf("%s is commit %s: %s", name, tree.Commit, diff)
		}
	}
	tree, err := Open(t.Context(), h.dir, "main", source.DefaultLimits)
	if err != nil || contents(t, tree)["privacy/main.hcl"] != "# two\n" {
		t.Errorf("the top at main holds %v, %v", tree, err)
	}
}

func TestWhatThereIsNot(t *testing.T) {
	h := newHistory(t)
	h.write("main.hcl", "# one\n")
	h.commit("one")
	h.git("branch", "release")
	for _, name := range []string{"relaese", "", "--output=x", "HEAD:main.hcl", "HEAD~9", "main\nHEAD", "deadbeef"} {
		var unknown *UnknownError
		if _, err := Open(t.Context(), h.dir, name, source.DefaultLimits); !errors.As(err, &unknown) {
			t.Errorf("%q: %v", name, err)
		} else if name == "relaese" && !slices.Contains(unknown.Known, "release") {
			t.Errorf("the branches are %q", unknown.Known)
		}
	}

	h.write("later/main.hcl", "# later\n")
	if _, err := Open(t.Context(), filepath.Join(h.dir, "later"), "HEAD", source.DefaultLimits); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that was not there: %v", err)
	}
	if _, err := Open(t.Context(), t.TempDir(), "HEAD", source.DefaultLimits); !errors.Is(err, ErrNotRepository) {
		t.Errorf("a folder outside: %v", err)
	}
	if _, err := Open(t.Context(), h.dir, "HEAD", source.Limits{FileBytes: 1, TotalBytes: 3, Files: 9}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a large revision: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := Open(t.Context(), h.dir, "HEAD", source.DefaultLimits); !errors.Is(err, ErrNoGit) {
		t.Errorf("without git: %v", err)
	}
}

// TestNothingOfTheRepositoryIsRun opens one whose configuration names programs.
func TestNothingOfTheRepositoryIsRun(t *testing.T) {
	h := newHistory(t)
	h.write("main.hcl", "# one\n")
	h.write(".gitattributes", "*.hcl filter=trap diff=trap\n")
	h.commit("one")
	trap := filepath.Join(h.dir, "trap.sh")
	mark := filepath.Join(t.TempDir(), "sprung")
	h.write("trap.sh", "#!/bin/sh\necho sprung > "+mark+"\ncat\n")
	if err := os.Chmod(trap, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"filter.trap.clean", "filter.trap.process", "filter.trap.smudge", "diff.trap.textconv", "core.fsmonitor", "core.pager", "core.sshCommand"} {
		h.git("config", key, trap)
	}
	h.git("config", "filter.trap.required", "true")
	_ = os.Remove(mark) // git config itself may have asked
	tree, err := Open(t.Context(), h.dir, "HEAD", source.DefaultLimits)
	if err != nil || contents(t, tree)["main.hcl"] != "# one\n" {
		t.Errorf("read %v, %v", tree, err)
	}
	h.write("main.hcl", "# two\n") // as long as before, so that git looks into it
	if commit, err := Current(t.Context(), h.dir); err != nil || commit != "" {
		t.Errorf("a file was changed, and the commit is %q, %v", commit, err)
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program that the repository names was run")
	}
}
