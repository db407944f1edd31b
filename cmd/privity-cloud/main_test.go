package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// entry is a line of the list: module, version, licence.
var entry = regexp.MustCompile(`(?m)^  (\S+) +(v\S+) +\S`)

// TestThirdPartyIsOfThisProgram holds that the list is of the modules that go.mod
// names, and has those that privity does without; "make notice" writes it.
func TestThirdPartyIsOfThisProgram(t *testing.T) {
	module, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	entries := entry.FindAllStringSubmatch(thirdParty, -1)
	for _, e := range entries {
		if required := e[1] + " " + e[2]; !strings.Contains(string(module), required) {
			t.Errorf("%s is listed, and go.mod does not require it: run \"make notice\"", required)
		}
	}
	for _, needed := range []string{"gocloud.dev", "cloud.google.com/go/storage", "github.com/aws/aws-sdk-go-v2/service/s3", "github.com/hashicorp/hcl/v2"} {
		if !strings.Contains(thirdParty, "  "+needed+" ") {
			t.Errorf("%s is linked and not listed", needed)
		}
	}
}
