package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIdentify(t *testing.T) {
	const mit = "Permission is hereby granted, free of charge, to any person\nobtaining a copy of this software and ..."
	const bsd = "Redistribution and use in source and binary forms, with or without\n\tmodification, are permitted"
	tests := []struct {
		name string
		text string
		want []string
	}{
		{"Apache, with its centred heading", "        Apache License\n   Version 2.0, January 2004", []string{"Apache-2.0"}},
		{"MIT, broken over lines", mit, []string{"MIT"}},
		{"BSD of two clauses", bsd, []string{"BSD-2-Clause"}},
		{"BSD of three clauses", bsd + " may be used to endorse or promote products", []string{"BSD-3-Clause"}},
		{"MPL as HashiCorp heads it", "Mozilla Public License, version 2.0", []string{"MPL-2.0"}},
		{"MPL as Mozilla heads it", "Mozilla Public License Version 2.0", []string{"MPL-2.0"}},
		{"Unicode's third", "UNICODE LICENSE V3\n\nCOPYRIGHT AND PERMISSION NOTICE", []string{"Unicode-3.0"}},
		{"two licences in one file", mit + "\n---\nLicensed under the Apache License, Version 2.0", []string{"Apache-2.0", "MIT"}},
		{"terms that nobody has read", "All rights reserved.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, identify(tt.text)); diff != "" {
				t.Errorf("identify (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadLicence(t *testing.T) {
	tests := []struct {
		name      string
		files     map[string]string
		want      string
		wantTexts []string
		wantError string
	}{
		{
			name:      "licence and notice",
			files:     map[string]string{"LICENSE": "Mozilla Public License, version 2.0", "NOTICE": "Thanks.", "README.md": "Hello"},
			want:      "MPL-2.0",
			wantTexts: []string{"Mozilla Public License, version 2.0", "Thanks."},
		},
		{
			name:      "two licence files",
			files:     map[string]string{"LICENCE-APACHE": "Licensed under the Apache License, Version 2.0", "LICENCE-MPL.txt": "Mozilla Public License Version 2.0"},
			want:      "Apache-2.0 AND MPL-2.0",
			wantTexts: []string{"Licensed under the Apache License, Version 2.0", "Mozilla Public License Version 2.0"},
		},
		{name: "no licence", files: map[string]string{"README.md": "MIT"}, wantError: "no licence file"},
		{name: "unknown licence", files: map[string]string{"COPYING": "Ask me first."}, wantError: "not one that is known"},
		{
			name:      "unknown licence beside a known one",
			files:     map[string]string{"LICENSE": "Mozilla Public License Version 2.0", "LICENSE.fonts": "Ask me first."},
			wantError: "not one that is known",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range tt.files {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			got, err := readLicence(module{path: "example.com/m", version: "v1.0.0", dir: dir})
			if tt.wantError != "" {
				if err == nil || !strings.Contains(err.Error(), tt.wantError) {
					t.Fatalf("error = %v, want one that contains %q", err, tt.wantError)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got.licence != tt.want {
				t.Errorf("licence = %q, want %q", got.licence, tt.want)
			}
			if diff := cmp.Diff(tt.wantTexts, got.texts); diff != "" {
				t.Errorf("texts (-want +got):\n%s", diff)
			}
		})
	}
}

func TestThirdPartyFilePrintsEachTextOnce(t *testing.T) {
	works := []work{
		{module{path: "example.com/a", version: "v1.0.0"}, "MIT", []string{"same\n"}},
		{module{path: "example.com/longer", version: "v1.20.0"}, "MIT AND ISC", []string{"same\n", "\nother"}},
		{module{path: standardLibrary}, "BSD-3-Clause", []string{"same\n"}},
	}
	want := strings.Replace(listHead, "%s", "example", 1) + `  example.com/a       v1.0.0   MIT
  example.com/longer  v1.20.0  MIT AND ISC
  std                 -        BSD-3-Clause

` + rule + `example.com/a
example.com/longer
std
` + rule + `
same

` + rule + `example.com/longer
` + rule + `
other
`
	if diff := cmp.Diff(want, string(thirdPartyFile(program{name: "example"}, works))); diff != "" {
		t.Errorf("thirdPartyFile (-want +got):\n%s", diff)
	}
}

func TestPinned(t *testing.T) {
	manifest := filepath.Join(t.TempDir(), "package.json")
	if err := os.WriteFile(manifest, []byte(`{"dependencies": {"names": "48.2.0"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := pinned(manifest, "names"); got != "48.2.0" || err != nil {
		t.Errorf("pinned = %q, %v, want 48.2.0", got, err)
	}
	if got, err := pinned(manifest, "dates"); err == nil {
		t.Errorf("pinned = %q for a package that is not there, want an error", got)
	}
}
