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

// TestArchives compares the two versions in each archive and wants the changes
// that it lists, from the source and from the manifests alike.
func TestArchives(t *testing.T) {
	names, err := filepath.Glob("../../testdata/compare/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no archives", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			before, after := version(t, archive, "before/"), version(t, archive, "after/")
			options := compare.Options{AsOf: announced.String(), Rendered: true}
			got := told(t, compare.Compare(before, after, options))
			again := told(t, compare.Compare(read(t, before), read(t, after), options))
			if got != again {
				t.Errorf("from the manifests it is told otherwise:\n%s", gocmp.Diff(got, again))
			}
			if *update {
				write(t, name, archive, got)
			}
			if want := file(archive, "want"); got != want {
				t.Errorf("%s", gocmp.Diff(want, got))
			}
		})
	}
}

// version is one of the versions in an archive: the files of a folder in it.
func version(t *testing.T, archive *txtar.Archive, folder string) *model.Model {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if name, isIn := strings.CutPrefix(f.Name, folder); isIn {
			files[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return load(t, files)
}

func load(t *testing.T, files fs.FS) *model.Model {
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

func file(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func write(t *testing.T, name string, archive *txtar.Archive, want string) {
	t.Helper()
	files := archive.Files[:0]
	for _, f := range archive.Files {
		if f.Name != "want" {
			files = append(files, f)
		}
	}
	archive.Files = append(files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
