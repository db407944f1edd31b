package manifest

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

var update = flag.Bool("update", false, "write the manifests of a version of the language that is not published yet")

// TestArchivesStayReadable reads manifests that each version of the language wrote.
// Those of a published version are never written anew: histories are full of them.
func TestArchivesStayReadable(t *testing.T) {
	if *update {
		archive(t, "everything.json", mustEncode(t, grow(1, 2, 1)))
		policy, _ := lang.Load(os.DirFS("../../examples/monta"), lang.Options{})
		archive(t, "translated.json", mustEncode(t, policy.Model))
	}
	for _, version := range schema.Versions {
		names, err := filepath.Glob(filepath.Join("testdata", version, "*.json"))
		if err != nil || len(names) == 0 {
			t.Fatalf("there are no manifests of version %s: %v", version, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if m, err := Decode(data); err != nil || m.Policy() == nil {
				t.Errorf("%s cannot be read any more: %v; while that version is not published, go test ./internal/manifest -run Archives -update writes it anew", name, err)
			}
		}
	}
}

func archive(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join("testdata", schema.Version, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestLaterToolsRead reads a manifest as a tool does that knows a later version of
// the language, too, and one of such a version as this tool does.
func TestLaterToolsRead(t *testing.T) {
	old := mustEncode(t, model.New(sample()))
	if _, err := read(old, []string{"0.1", "0.2"}); err != nil {
		t.Error(err)
	}
	next, err := encode(model.New(sample()), "0.2")
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{next, bytes.Replace(next, []byte(`"country":"IE"`), []byte(`"continent":"Europe"`), 1)} {
		var version *VersionError
		if _, err := Decode(data); !errors.As(err, &version) || version.Stated != "0.2" || !bytes.HasPrefix(data[version.At:], []byte("0.2")) {
			t.Errorf("got %v", err)
		}
	}
	if m, err := read(next, []string{"0.1", "0.2"}); err != nil || m.Lookup("region.ireland") == nil {
		t.Errorf("got %v", err)
	}
}

// TestVersionsThatNeverWere holds that of a damaged version nobody hears that a later
// tool reads it.
func TestVersionsThatNeverWere(t *testing.T) {
	for stated, isLater := range map[string]bool{
		"0.2": true, "0.10": true, "1.0": true, "12.0": true,
		"0.0": false, "-1.0": false, "0.02": false, "0.+2": false, "0.2.1": false, "1": false, "x": false, "": false,
		"0.1 ":                          false, //nolint:gocritic // the space is what is wrong with it
		strings.Repeat("9", 100) + ".0": false,
	} {
		data, err := encode(model.New(sample()), stated)
		if err != nil {
			t.Fatal(err)
		}
		var version *VersionError
		if _, err := Decode(data); err == nil || errors.As(err, &version) != isLater {
			t.Errorf("%q: %v", stated, err)
		}
	}
}

// TestEarlierVersionsHadLess refuses what a manifest's version of the language did
// not have yet.
func TestEarlierVersionsHadLess(t *testing.T) {
	data, err := encode(model.New(sample()), "0.0")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := read(data, []string{"0.0", "0.1"}); err == nil || !strings.Contains(err.Error(), "version 0.0 of the language had no") {
		t.Errorf("got %v", err)
	}
}
