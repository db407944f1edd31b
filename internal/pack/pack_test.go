package pack

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// archive makes an archive by hand.
func archive(t *testing.T, headers []tar.Header, contents []string) []byte {
	t.Helper()
	var b bytes.Buffer
	zipped := gzip.NewWriter(&b)
	w := tar.NewWriter(zipped)
	for i, h := range headers {
		if h.Typeflag == 0 {
			h.Typeflag = tar.TypeReg
		}
		if h.Typeflag == tar.TypeReg {
			h.Size = int64(len(contents[i]))
		}
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if h.Typeflag == tar.TypeReg {
			if _, err := w.Write([]byte(contents[i])); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := errors.Join(w.Close(), zipped.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const rule = "package acme.retention\n"

func TestWriteAndRead(t *testing.T) {
	want := &Pack{Manifest{"v1", []string{"acme"}}, []File{{"a.rego", []byte(rule)}, {"sub/b.rego", []byte(rule)}}}
	var once, again bytes.Buffer
	if err := Write(&once, want); err != nil {
		t.Fatal(err)
	}
	shuffled := &Pack{want.Manifest, []File{want.Files[1], want.Files[0]}}
	if err := Write(&again, shuffled); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(once.Bytes(), again.Bytes()) {
		t.Error("the order of the files changes the bytes")
	}
	got, err := Read(once.Bytes(), DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadLeavesOut(t *testing.T) {
	content := archive(t,
		[]tar.Header{{Name: "/rules", Typeflag: tar.TypeDir}, {Name: "/rules/a.rego"}, {Name: "/rules/a_test.rego"}, {Name: "README.md"}, {Name: ".signatures.json"}},
		[]string{"", rule, "package acme.retention_test\n", "about", "{}"})
	got, err := Read(content, DefaultLimits)
	if err != nil || len(got.Files) != 1 || got.Files[0].Name != "rules/a.rego" {
		t.Errorf("read %+v, %v", got, err)
	}
}

func TestRefused(t *testing.T) {
	large := strings.Repeat("#", 1000)
	limits := Limits{Bytes: 2000, Files: 3}
	for _, tt := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"no archive", []byte("package acme"), "no gzipped archive"},
		{"nothing", archive(t, nil, nil), "holds no rules"},
		{"damaged", archive(t, []tar.Header{{Name: "a.rego"}}, []string{rule})[:60], "damaged"},
		{"upwards", archive(t, []tar.Header{{Name: "../a.rego"}}, []string{rule}), "leads out"},
		{"upwards inside", archive(t, []tar.Header{{Name: "a/../../b.rego"}}, []string{rule}), "leads out"},
		{"a link", archive(t, []tar.Header{{Name: "a.rego", Typeflag: tar.TypeSymlink, Linkname: "b.rego"}}, []string{""}), "not a regular file"},
		{"a hard link", archive(t, []tar.Header{{Name: "a.rego", Typeflag: tar.TypeLink, Linkname: "b.rego"}}, []string{""}), "not a regular file"},
		{"a device", archive(t, []tar.Header{{Name: "a.rego", Typeflag: tar.TypeChar}}, []string{""}), "not a regular file"},
		{"twice", archive(t, []tar.Header{{Name: "a.rego"}, {Name: "./a.rego"}}, []string{rule, rule}), "twice"},
		{"too many", archive(t, []tar.Header{{Name: "a.rego"}, {Name: "b.rego"}, {Name: "c.rego"}, {Name: "d.rego"}}, []string{rule, rule, rule, rule}), "too many"},
		{"too large", archive(t, []tar.Header{{Name: "a.rego"}, {Name: "b.rego"}, {Name: "c.rego"}}, []string{large, large, large}), "too large"},
		{"a bomb", archive(t, []tar.Header{{Name: "a.rego"}}, []string{strings.Repeat("#", 1<<20)}), "too large"},
		{"data", archive(t, []tar.Header{{Name: "acme/data.json"}, {Name: "a.rego"}}, []string{"{}", rule}), "not read"},
		{"compiled", archive(t, []tar.Header{{Name: "policy.wasm"}}, []string{"\x00asm"}), "not read"},
		{"manifest", archive(t, []tar.Header{{Name: ".manifest"}}, []string{"roots: []"}), "not JSON"},
	} {
		var flaw *FlawError
		if got, err := Read(tt.content, limits); !errors.As(err, &flaw) || !strings.Contains(flaw.Detail, tt.want) {
			t.Errorf("%s: read %+v, %v", tt.name, got, err)
		}
	}
}

func TestRoots(t *testing.T) {
	for _, tt := range []struct {
		roots []string
		pkg   string
		want  bool
	}{
		{nil, "acme.retention", true},
		{[]string{""}, "acme.retention", true},
		{[]string{"acme"}, "acme.retention", true},
		{[]string{"acme/retention"}, "acme.retention", true},
		{[]string{"/acme/"}, "acme", true},
		{[]string{"acme/ret"}, "acme.retention", false},
		{[]string{"other", "acme/access"}, "acme.retention", false},
	} {
		if got := (Manifest{Roots: tt.roots}).Holds(tt.pkg); got != tt.want {
			t.Errorf("%q holds %s: %t", tt.roots, tt.pkg, got)
		}
	}
}

func TestLock(t *testing.T) {
	lock := Lock{"b.tar.gz": Digest([]byte("b")), "a.tar.gz": Digest([]byte("a"))}
	const want = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.tar.gz\n" +
		"3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.tar.gz\n"
	if got := lock.String(); got != want {
		t.Errorf("written as %s", got)
	}
	if got, line := ParseLock([]byte(want)); line != 0 || !cmp.Equal(got, lock) {
		t.Errorf("read as %v, line %d", got, line)
	}
	for content, want := range map[string]int{
		"x  a.tar.gz\n": 1,
		want + "\n":     3,
		want + want:     3,
		strings.ReplaceAll(want, "b.t", "../b.t"): 2,
		strings.ReplaceAll(want, "  a", " a"):     1,
	} {
		if _, line := ParseLock([]byte(content)); line != want {
			t.Errorf("%q: line %d, want %d", content, line, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := Write(&b, &Pack{Files: []File{{"a.rego", []byte(rule)}}}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, content []byte) {
		p, err := Read(content, Limits{Bytes: 1 << 16, Files: 10})
		if err != nil {
			return
		}
		for _, file := range p.Files {
			if strings.Contains(file.Name, "..") || strings.HasPrefix(file.Name, "/") {
				t.Errorf("%q", file.Name)
			}
		}
	})
}
