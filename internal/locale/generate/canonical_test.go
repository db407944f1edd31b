package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCommittedFilesAreCanonical(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "data", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatal("no data files")
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		canonical, err := canonicalize(raw)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if diff := cmp.Diff(string(canonical), string(raw)); diff != "" {
			t.Errorf("%s is not canonical; run go generate ./internal/locale (-want +got):\n%s", path, diff)
		}
	}
}

func TestCanonicalize(t *testing.T) {
	loose := `{"source":"A & B","entries":[ {"code":"b", "name":"<B>"},{"code":"a-1"},
		{"code":"a"}],"as_of":"2026-01-02"}`
	want := `{
  "as_of": "2026-01-02",
  "source": "A & B",
  "entries": [
    {"code":"a"},
    {"code":"a-1"},
    {"code":"b","name":"<B>"}
  ]
}
`
	got, err := canonicalize([]byte(loose))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("canonicalize (-want +got):\n%s", diff)
	}
}

func TestCanonicalizeRefusesUnknownFields(t *testing.T) {
	if _, err := canonicalize([]byte(`{"as_of":"2026-01-02","sources":"misspelt","entries":[]}`)); err == nil {
		t.Error("a file with a misspelt field was accepted")
	}
}
