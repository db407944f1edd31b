package compare_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/schema"
)

// TestReference holds the page to the classes.
func TestReference(t *testing.T) {
	page, err := os.ReadFile("../../docs/reference/changes.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(page, compare.Reference()) {
		t.Error("docs/reference/changes.md is out of date: run go generate ./internal/compare")
	}
}

// TestClasses holds every class to be complete and under a topic that a policy
// can promise notice of.
func TestClasses(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range compare.Classes() {
		switch {
		case seen[c.ID]:
			t.Errorf("%s is there twice", c.ID)
		case !strings.HasSuffix(c.Meaning, ".") || c.Notice == "" || c.Direction == "" || c.Materiality == "":
			t.Errorf("%s is not complete", c.ID)
		case !slices.Contains(schema.ChangeKind.Names(), c.Topic):
			t.Errorf("%s has the topic %q, of which no policy can promise notice", c.ID, c.Topic)
		case !strings.Contains(c.Page(), c.Meaning):
			t.Errorf("the page of %s does not say what it means", c.ID)
		}
		seen[c.ID] = true
	}
}

func TestKnows(t *testing.T) {
	for id, want := range map[string]bool{
		"subprocessor.added": true, "subprocessor.*": true, "retention.criteria.changed": true, "right.sla.*": true,
		"legal_basis.*": true, "condition.changed": true, "condition.*": true, "tier.renamed": true,
		"subprocessor": false, "*": false, "": false, "variable.changed": false, "condition.vanished": false, "subprocesor.*": false,
	} {
		if got := compare.Knows(id); got != want {
			t.Errorf("%q: %t", id, got)
		}
	}
}

// TestEveryKindHasGeneralClasses holds that whatever kind of block the language
// gets, its changes have a class.
func TestEveryKindHasGeneralClasses(t *testing.T) {
	for _, b := range schema.Blocks {
		if !b.Describes() {
			continue
		}
		for _, what := range []string{"added", "removed", "changed", "renamed", "replaced", "merged", "split", "reworded"} {
			if c, ok := compare.ClassOf(b.Name + "." + what); !ok || c.Meaning == "" {
				t.Errorf("%s.%s is no class", b.Name, what)
			}
		}
	}
}

// TestIsOf holds what a pattern of classes stands for.
func TestIsOf(t *testing.T) {
	c := compare.Change{Class: "subprocessor.data.added"}
	for class, want := range map[string]bool{
		"subprocessor.data.added": true, "subprocessor.*": true, "subprocessor.data.*": true, "subprocessor.added": false, "data.*": false,
	} {
		if c.IsOf(class) != want {
			t.Errorf("%s: %t", class, !want)
		}
	}
}
