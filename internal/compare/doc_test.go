package compare_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// surroundings are what the examples of the page speak of.
const surroundings = `
subprocessor "support_desk" {}
subprocessor "chat" {}
subprocessor "zendesk" {
  countries = ["IE", "US"]
}
contact "privacy" {
  channel = "email"
  address = "privacy@example.com"
}
`

// TestPage compiles the examples of docs/changes.md, taken together.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/changes.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)```hcl\n(.*?)```").FindAllSubmatch(page, -1)
	var text strings.Builder
	text.WriteString(surroundings)
	for _, e := range examples {
		text.Write(e[1])
	}
	if len(examples) < 4 {
		t.Errorf("there are %d examples", len(examples))
	}
	load(t, fstest.MapFS{"page.hcl": {Data: []byte(text.String())}})
}
