package compare_test

import (
	"strings"
	"testing"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/model"
)

// TestAnyTwo compares every two of the examples, which have little in common,
// and wants changes that are sound, and the same ones again.
func TestAnyTwo(t *testing.T) {
	names := []string{"allotrac", "benetics", "csv_importer", "indrive", "monta", "quickstart"}
	models := map[string]*model.Model{}
	for _, name := range names {
		models[name] = example(t, name)
	}
	for _, one := range names {
		for _, other := range names {
			c := compare.Compare(models[one], models[other], compare.Options{AsOf: "2026-02-01"})
			if (len(c.Changes) == 0) != (one == other) {
				t.Errorf("from %s to %s there are %d changes", one, other, len(c.Changes))
			}
			for _, ch := range c.Changes {
				sound(t, ch)
			}
			if again := told(t, compare.Compare(models[one], models[other], compare.Options{AsOf: "2026-02-01"})); again != told(t, c) {
				t.Errorf("from %s to %s is told in two ways", one, other)
			}
		}
	}
}

// sound holds a change to what every change is.
func sound(t *testing.T, c compare.Change) {
	t.Helper()
	class, known := compare.ClassOf(c.Class)
	switch {
	case !known || class.Meaning == "" || class.Notice == "":
		t.Errorf("%s: the class %s means nothing", c.Address, c.Class)
	case c.BeforeBlock == nil && c.AfterBlock == nil || c.Address == "" || c.Kind == "":
		t.Errorf("a change of the class %s is about nothing", c.Class)
	case (c.BeforeBlock == nil) != c.BeforePlace.IsZero() || (c.AfterBlock == nil) != c.AfterPlace.IsZero():
		t.Errorf("%s: the places are %q and %q", c.Address, c.BeforePlace, c.AfterPlace)
	case c.Attribute != "" && c.Before.IsZero() && c.After.IsZero():
		t.Errorf("%s.%s has neither value", c.Address, c.Attribute)
	case len(c.Summary) < 6 || !strings.ContainsAny(c.Summary[len(c.Summary)-3:], ".”") || strings.ContainsAny(c.Summary, "{}\n") || strings.Contains(c.Summary, "  "):
		t.Errorf("%s: %q is no sentence", c.Address, c.Summary)
	}
}
