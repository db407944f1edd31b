package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const partitionsJS = `export const partitionsInfo = {"partitions": [
  {"id": "aws", "regions": {"aws-global": {"description": "global"}, "eu-west-1": {"description": "Europe (Ireland)"}}},
  {"id": "aws-iso", "regions": {"us-iso-east-1": {"description": "US ISO East"}}}
], "version": "1.1"};
`

func TestCheckAWS(t *testing.T) {
	tests := []struct{ name, entries, want string }{
		{"alike", `{"code":"eu-west-1","name":"Europe (Ireland)"}`, ""},
		{"missing", ``, "lacks eu-west-1"},
		{"renamed", `{"code":"eu-west-1","name":"Europe (Frankfurt)"}`, "calls eu-west-1"},
		{"surplus", `{"code":"eu-west-1","name":"Europe (Ireland)"},{"code":"eu-west-9","name":"Nowhere"}`, "has eu-west-9"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data, modules := t.TempDir(), t.TempDir()
			write(t, filepath.Join(data, "regions_aws.json"), `{"entries":[`+test.entries+`]}`)
			write(t, filepath.Join(modules, "@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js"), partitionsJS)
			expect(t, checkAWS(data, modules), test.want)
		})
	}
}

func TestCheckSubdivisions(t *testing.T) {
	tests := []struct{ name, entries, want string }{
		{"alike", `{"code":"GB-ENG","country":"GB"},{"code":"GB-WLS","country":"GB"}`, ""},
		{"missing", `{"code":"GB-ENG","country":"GB"}`, "lacks GB-WLS"},
		{"surplus", `{"code":"GB-ENG","country":"GB"},{"code":"GB-WLS","country":"GB"},{"code":"GB-XXX","country":"GB"}`, "has GB-XXX"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data, modules := t.TempDir(), t.TempDir()
			write(t, filepath.Join(data, "subdivisions.json"), `{"entries":[`+test.entries+`]}`)
			write(t, filepath.Join(modules, "cldr-core/supplemental/subdivisionContainment.json"),
				`{"supplemental":{"subdivisionContainment":{"GB":{"_contains":["gbeng","gbwls"]},"US":{"_contains":["usca"]}}}}`)
			expect(t, checkSubdivisions(data, modules), test.want)
		})
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	path = filepath.FromSlash(path)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func expect(t *testing.T, err error, want string) {
	t.Helper()
	switch {
	case want == "" && err != nil:
		t.Errorf("unexpected fault: %v", err)
	case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
		t.Errorf("fault %v, want one with %q", err, want)
	}
}
