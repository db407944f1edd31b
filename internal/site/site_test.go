package site

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/render"
)

const examples = "../../examples"

// described are the examples whose facts stand in tables under testdata/facts,
// with the number of facts that their sources state.
var described = []struct {
	name  string
	facts int
}{
	{"monta", 95},
	{"csv_importer", 53},
	{"allotrac", 103},
	{"benetics", 100},
	{"indrive", 137},
}

// digestEnv makes the test binary print the digest of the site of the policy in
// the folder that it names, and nothing else.
const digestEnv = "PRIVITY_TEST_DIGEST_OF"

func TestMain(m *testing.M) {
	if dir := os.Getenv(digestEnv); dir != "" {
		policy, found := lang.Load(os.DirFS(dir), lang.Options{})
		files, err := Build(policy.Model)
		if err != nil || found.HasErrors() {
			fmt.Println(err, found)
			os.Exit(1)
		}
		fmt.Print(digest(files))
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func digest(files []output.File) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s\n%d\n%s", f.Path, len(f.Content), f.Content)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func load(t *testing.T, name string) *model.Model {
	t.Helper()
	policy, found := lang.Load(os.DirFS(filepath.Join(examples, name)), lang.Options{})
	if len(found) > 0 {
		var text strings.Builder
		_ = diag.WriteText(&text, found, diag.TextOptions{})
		t.Fatalf("%s is not clean:\n%s", name, text.String())
	}
	return policy.Model
}

func build(t *testing.T, m *model.Model) []output.File {
	t.Helper()
	files, err := Build(m)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func exampleNames(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(examples)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	if len(names) < 3 {
		t.Fatalf("only %d examples", len(names))
	}
	return names
}

// TestEveryFactIsStated holds the pages of every example to state all that is
// set, and to do it in their own words: not in the table of left-overs.
func TestEveryFactIsStated(t *testing.T) {
	for _, name := range exampleNames(t) {
		m := load(t, name)
		docs := render.Documents(m)
		for _, f := range render.Unstated(m, docs) {
			t.Errorf("%s: no page states %s", name, f.ID())
		}
		for _, doc := range docs {
			for _, s := range doc.Sections {
				if s.ID == "further-details" {
					t.Errorf("%s: %s has a section of left-overs", name, doc.Name)
				}
			}
		}
	}
}

// TestSameBytes builds under other clocks, locales, folders and numbers of
// cores, in processes of their own, and wants the same bytes.
func TestSameBytes(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range exampleNames(t) {
		want := digest(build(t, load(t, name)))
		for i, env := range environments() {
			dir := copyExample(t, name, i)
			cmd := exec.Command(self)
			cmd.Dir = dir
			cmd.Env = slices.Concat(env, []string{digestEnv + "=" + dir, "PATH=" + os.Getenv("PATH")})
			got, err := cmd.CombinedOutput()
			if err != nil || string(got) != want {
				t.Errorf("%s under %v: %s (%v), want %s", name, env, got, err, want)
			}
		}
	}
}

func environments() [][]string {
	var all [][]string
	for _, zone := range []string{"UTC", "Pacific/Kiritimati"} {
		for _, locale := range []string{"C", "tr_TR.UTF-8"} {
			for _, cores := range []string{"1", "7"} {
				all = append(all, []string{"TZ=" + zone, "LANG=" + locale, "LC_ALL=" + locale, "GOMAXPROCS=" + cores})
			}
		}
	}
	return all
}

// copyExample copies the files of an example, modules with it, in another order each
// time, since folders are listed in the order of creation on some systems.
func copyExample(t *testing.T, name string, turn int) string {
	t.Helper()
	dir := t.TempDir()
	from := os.DirFS(filepath.Join(examples, name))
	files := sources(t, from)
	for i := range files {
		file := files[(i+turn)%len(files)]
		content, err := fs.ReadFile(from, file)
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(dir, filepath.FromSlash(file))
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o700), os.WriteFile(to, content, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// sources lists the files of a policy and of its modules.
func sources(t *testing.T, policy fs.FS) []string {
	t.Helper()
	var files []string
	err := fs.WalkDir(policy, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".hcl") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files (%v)", len(files), err)
	}
	return files
}
