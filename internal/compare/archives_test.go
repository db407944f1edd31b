package compare_test

import (
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/notice"
	"github.com/privity/privity/internal/scalar"
)

var update = flag.Bool("update", false, "write what was found into the archives")

// The files of an archive that say what is wanted: of the way from the first
// version to the second, and of the way back.
const (
	want     = "want"
	wantBack = "want back"
)

// TestArchives compares the two versions in each archive, there and back, and
// wants the changes that it lists, from the source and from the manifests alike.
func TestArchives(t *testing.T) {
	for name, archive := range archives(t) {
		t.Run(name, func(t *testing.T) {
			before, after := version(t, archive, "before/"), version(t, archive, "after/")
			ways := map[string]string{want: way(t, before, after), wantBack: way(t, after, before)}
			if *update {
				write(t, name, archive, ways)
			}
			for file, got := range ways {
				if diff := gocmp.Diff(content(archive, file), got); diff != "" {
					t.Errorf("%s:\n%s", file, diff)
				}
			}
		})
	}
}

// way tells what changed from one version to another.
func way(t *testing.T, before, after *model.Model) string {
	t.Helper()
	options := compare.Options{AsOf: announced.String(), Rendered: true}
	got := told(t, compare.Compare(before, after, options))
	if again := told(t, compare.Compare(read(t, before), read(t, after), options)); got != again {
		t.Errorf("from the manifests it is told otherwise:\n%s", gocmp.Diff(got, again))
	}
	return got
}

// TestEveryClassHasAnArchive holds that each class is what some archive comes
// to, and that every class that an archive comes to has a meaning.
func TestEveryClassHasAnArchive(t *testing.T) {
	found := map[string]bool{}
	for name, archive := range archives(t) {
		for _, file := range []string{want, wantBack} {
			for _, line := range strings.Split(content(archive, file), "\n") {
				if line == "" || line[0] == ' ' || strings.HasPrefix(line, "moved ") {
					continue
				}
				id, _, _ := strings.Cut(line, " ")
				found[id] = true
				if class, ok := compare.ClassOf(id); !ok || class.Meaning == "" {
					t.Errorf("%s: the class %s means nothing", name, id)
				}
			}
		}
	}
	for _, c := range compare.Classes() {
		if !found[c.ID] {
			t.Errorf("no archive comes to %s", c.ID)
		}
	}
}

// archives are those of this package by their names.
func archives(t testing.TB) map[string]*txtar.Archive {
	t.Helper()
	names, err := filepath.Glob(folder + "*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no archives", err)
	}
	found := map[string]*txtar.Archive{}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found[strings.TrimSuffix(filepath.Base(name), ".txtar")] = archive
	}
	return found
}

const folder = "../../testdata/compare/"

// version is one of the versions in an archive: the files of a folder in it.
func version(t testing.TB, archive *txtar.Archive, folder string) *model.Model {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if name, isIn := strings.CutPrefix(f.Name, folder); isIn {
			files[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return load(t, files)
}

func load(t testing.TB, files fs.FS) *model.Model {
	t.Helper()
	policy, found := lang.Load(files, lang.Options{})
	if policy.Model == nil {
		var text strings.Builder
		_ = diag.WriteText(&text, found, diag.TextOptions{})
		t.Fatal(text.String())
	}
	return policy.Model
}

// read takes a model to a manifest and back.
func read(t *testing.T, m *model.Model) *model.Model {
	t.Helper()
	data, err := manifest.Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	again, err := manifest.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// announced is the day on which the changes of the archives are announced.
var announced = scalar.Date{Year: 2026, Month: time.February, Day: 1}

// told writes a comparison as an archive has it: a line for each change, below
// it its sentence, and then what is owed: the notice that the policy promises
// with the first day on which the change may take effect, or else that of the
// class.
func told(t *testing.T, c *compare.Comparison) string {
	t.Helper()
	schedule, err := notice.Plan(c, announced)
	if err != nil {
		t.Fatal(err)
	}
	owed := map[int]string{}
	for _, due := range schedule.Dues {
		owed[due.Index] = due.Term.Address + ", not before " + due.Earliest.String()
	}
	var text strings.Builder
	for i, ch := range c.Changes {
		fmt.Fprintf(&text, "%s %s %s %s", ch.Class, ch.Direction, ch.Materiality, ch.Address)
		if ch.Attribute != "" {
			fmt.Fprintf(&text, " %s", ch.Attribute)
		}
		if ch.Was != "" {
			fmt.Fprintf(&text, " (was %s)", ch.Was)
		}
		fmt.Fprintf(&text, "\n    %s\n    notice: %s\n", ch.Summary, cmp.Or(owed[i], ch.Owed()))
	}
	for _, p := range c.Proposals {
		fmt.Fprintf(&text, "moved %s to %s?\n", p.From, p.To)
	}
	return text.String()
}

func content(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// write puts what was found into an archive, and into its file.
func write(t *testing.T, name string, archive *txtar.Archive, ways map[string]string) {
	t.Helper()
	files := archive.Files[:0]
	for _, f := range archive.Files {
		if _, isWay := ways[f.Name]; !isWay {
			files = append(files, f)
		}
	}
	for _, way := range []string{want, wantBack} {
		files = append(files, txtar.File{Name: way, Data: []byte(ways[way])})
	}
	archive.Files = files
	if err := os.WriteFile(folder+name+".txtar", txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
