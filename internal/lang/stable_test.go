package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
)

// described prints a model: every block, in its order, with its facts.
func described(p *Policy) string {
	if p.Model == nil {
		return ""
	}
	var out strings.Builder
	p.Model.Facts(func(f model.Fact) { fmt.Fprintln(&out, f.ID(), f.Attr.Value, f.Attr.Span.Range()) })
	return out.String()
}

// many are policies of many files: one that is sound, and one with mistakes of
// many kinds, whose advice depends on each other's references.
func many(sound bool) fstest.MapFS {
	fsys := files(map[string]string{"base/base.hcl": worldModule})
	for i := range 300 {
		text := fmt.Sprintf("vendor \"v%d\" {\n  parent = vendor.v%d\n}\nsubprocessor \"s%d\" {\n  vendor = vendor.v%d\n}\ndata_store \"d%d\" {\n  technology = \"with ${vendor.v%d.label}\"\n  vendor = vendor.v%d\n}\n", i, (i+1)%300, i, i, i, (i+7)%300, i)
		if !sound {
			text += fmt.Sprintf("data_store \"e%d\" {\n  vendor = subprocessor.s%d\n  technology = vendor.v%dx.label\n  regions = [region.r, vendor.v1, \"x\"]\n}\nregion \"r\" {\n  country = \"UK\"\n}\n", i, (i+3)%300, i)
		}
		fsys[fmt.Sprintf("f%03d.hcl", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// TestStable holds that neither the number of cores nor chance changes a byte
// of what is found or of the model.
func TestStable(t *testing.T) {
	for _, sound := range []bool{true, false} {
		fsys := many(sound)
		var first string
		for run := range 16 {
			previous := runtime.GOMAXPROCS([]int{1, 2, 8}[run%3])
			p, found := Load(fsys, Options{})
			runtime.GOMAXPROCS(previous)
			if sound == found.HasErrors() {
				t.Fatal(printed(found[:min(len(found), 5)]))
			}
			got := printed(found) + details(found) + described(p)
			if first == "" {
				first = got
			}
			if got != first {
				t.Fatalf("run %d differs: %s", run, cmp.Diff(strings.Split(first, "\n"), strings.Split(got, "\n")))
			}
		}
	}
}

// TestShuffled holds that the order of blocks in a file, and which file they
// are in, changes neither the facts nor what is found.
func TestShuffled(t *testing.T) {
	blocks := strings.SplitAfter(world, "\n}\n")
	want := ""
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		r.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
		contents := map[string]string{"base/base.hcl": worldModule}
		for _, b := range blocks {
			contents[fmt.Sprintf("f%d.hcl", r.IntN(4))] += b
		}
		p := good(t, contents)
		var facts []string
		p.Model.Facts(func(f model.Fact) { facts = append(facts, f.ID()+" = "+f.Attr.Value.String()) })
		got := sortedLines(facts)
		if want == "" {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
	}
}

func sortedLines(lines []string) string {
	m := map[string]bool{}
	for _, l := range lines {
		m[l] = true
	}
	return strings.Join(sortedKeys(m), "\n")
}

// TestOrder holds that blocks come in the order of the files by name, and in a
// file in the order of the source.
func TestOrder(t *testing.T) {
	p := good(t, map[string]string{
		"b.hcl": "vendor \"b2\" {}\nregion \"r\" {}\nvendor \"b1\" {}\n",
		"a.hcl": "vendor \"a\" {}\n",
		"B.hcl": "vendor \"B\" {}\n",
	})
	var names []string
	for _, b := range p.Model.All("vendor") {
		names = append(names, b.Name)
	}
	if diff := cmp.Diff([]string{"B", "a", "b2", "b1"}, names); diff != "" {
		t.Error(diff)
	}
}

// TestPlaces holds lines and columns where files are written differently.
func TestPlaces(t *testing.T) {
	const text = "vendor \"v\" {\n\tlabel  = \"Zürich 日本 😀\"\n  parent = vendor.nope\n}\n"
	for name, content := range map[string]string{
		"plain": text, "CRLF": strings.ReplaceAll(text, "\n", "\r\n"), "byte order mark": "\ufeff" + text,
		"both": "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"),
	} {
		_, found := loadText(t, content)
		if len(found) != 1 || found[0].Span.Range().String() != "main.hcl:3:12" || found[0].Span.Text() != "vendor.nope" {
			t.Errorf("%s: %s", name, printed(found))
		}
	}
	for text, want := range map[string]string{
		"vendor \"v\" { label = \"日本 ${local.x}\" }":                        "main.hcl:1:28",
		"vendor \"v\" {\n\t\tlabel = \"😀${local.x}\"\n}":                    "main.hcl:2:15",
		"\ufeffvendr \"v\" {}":                                              "main.hcl:1:1",
		"vendor \"v\" {\n  note = <<-EOT\n    日本\n    ${local.x}\n  EOT\n}": "main.hcl:4:7",
	} {
		_, found := loadText(t, text+"\n")
		if len(found) != 1 || found[0].Span.Range().String() != want {
			t.Errorf("%q: want %s, got %s", text, want, printed(found))
		}
	}
}

// broken is a file system in which some things cannot be opened.
type broken struct {
	fstest.MapFS
	names map[string]error
}

func (b broken) Open(name string) (fs.File, error) {
	if err := b.names[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return b.MapFS.Open(name)
}

func (b broken) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := b.names[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return b.MapFS.ReadDir(name)
}

func (b broken) Stat(name string) (fs.FileInfo, error) {
	if err := b.names[name]; err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return b.MapFS.Stat(name)
}

// TestUnreadable holds what is said of what cannot be read: the cause, and
// nothing of what would have stood there.
func TestUnreadable(t *testing.T) {
	sound := map[string]string{"main.hcl": "flow \"f\" {\n  from = [data_store.d]\n}\n", "store.hcl": "data_store \"d\" {}\n"}
	for _, c := range []struct {
		name   string
		broken map[string]error
		limits source.Limits
		want   []string
	}{
		{"a file", map[string]error{"store.hcl": fs.ErrPermission}, source.Limits{}, []string{"store.hcl PV0010 the file cannot be read"}},
		{"a link that leads nowhere", map[string]error{"store.hcl": fs.ErrNotExist}, source.Limits{}, []string{"store.hcl PV0010 the file cannot be read"}},
		{"the folder", map[string]error{".": errors.New("i/o error")}, source.Limits{}, []string{". PV0010 the folder cannot be read"}},
		{"no folder", map[string]error{".": fs.ErrNotExist}, source.Limits{}, []string{". PV0009 there is no policy here"}},
		{"too large a file", nil, source.Limits{FileBytes: 30, TotalBytes: 1000, Files: 10}, []string{"main.hcl PV0001 the file is larger than 30 bytes", "policy.hcl PV0001 the file is larger than 30 bytes"}},
		{"too much", nil, source.Limits{FileBytes: 1000, TotalBytes: 100, Files: 10}, []string{". PV0001 the policy is larger than 100 bytes"}},
		{"too many", nil, source.Limits{FileBytes: 1000, TotalBytes: 1000, Files: 2}, []string{". PV0005 the policy has more than 2 files"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, found := Load(broken{files(sound), c.broken}, Options{Files: c.limits})
			checkInvariants(t, p, found)
			var got []string
			for _, d := range found {
				got = append(got, d.Span.File.Name+" "+string(d.Code)+" "+d.Summary)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNoPolicy(t *testing.T) {
	p, found := Load(fstest.MapFS{}, Options{})
	if p.Model != nil || len(found) != 1 || found[0].Code != diag.NoPolicyFiles {
		t.Error(printed(found))
	}
	p, found = Load(fstest.MapFS{"a.hcl": {}}, Options{})
	if p.Model != nil || len(found) != 1 || found[0].Code != diag.MissingBlock {
		t.Error(printed(found))
	}
	if r, found := p.Eval("1"); !r.Known() || len(found) > 0 {
		t.Error("nothing can be evaluated in an empty policy", printed(found))
	}
}

// TestEvalInBroken evaluates in policies that have no model.
func TestEvalInBroken(t *testing.T) {
	for _, m := range mistakes {
		p, _ := Load(files(map[string]string{"main.hcl": m.text + "\n"}), Options{})
		for _, expr := range []string{"1", "vendor", "values(data_store)", "values(data_store)[*].label", "region.a", "local.a", "var.a", "module.m.vendor.a.label"} {
			r, found := p.Eval(expr)
			if r.Known() && found.HasErrors() {
				t.Errorf("%s in %s is %s and %s", expr, m.name, r, printed(found))
			}
		}
	}
}

// TestProgress holds that every file is told once.
func TestProgress(t *testing.T) {
	seen := make([]int, 301)
	_, _ = Load(many(true), Options{Progress: func(i, n int) {
		if n != len(seen) {
			t.Errorf("of %d files", n)
		}
		seen[i]++
	}})
	for i, n := range seen {
		if n != 1 {
			t.Errorf("file %d was told %d times", i, n)
		}
	}
}
