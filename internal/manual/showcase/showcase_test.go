package showcase

import (
	"os"
	"strings"
	"testing"

	"github.com/privity/privity/internal/schema"
)

// TestEveryBlockIsShown holds that the manual shows every kind of block in a
// policy, and of every kind that describes something what the pages say of it.
func TestEveryBlockIsShown(t *testing.T) {
	cases, err := Cases(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range schema.Blocks {
		c, shown := cases[b.Name]
		switch {
		case !shown:
			t.Errorf("no policy shows %s", b.Name)
		case !strings.Contains(c.Source, b.Name):
			t.Errorf("%s is shown by\n%s", b.Name, c.Source)
		case (b.Describes() || b.Name == "translation") && b.Name != "document" && len(c.Says) == 0:
			t.Errorf("%s: the pages of %s say nothing of it", b.Name, c.File)
		}
	}
}

// TestWhatBlocksBringAbout holds that a block which counts from one version to the
// next is shown with what a comparison says, and one that weighs findings with
// these.
func TestWhatBlocksBringAbout(t *testing.T) {
	cases, err := Cases(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[string]string{
		"moved":      "What was called “Azure (Microsoft)” is now called “Microsoft (Azure)”.",
		"correction": "GitHub Canada ULC: published by mistake was the United States; right is Canada.",
		"approval":   "is now called “the Security Officer or the Privacy Officer”.",
		"rule":       "note[PP014]: module.affiliate[",
	} {
		if told := strings.Join(append(cases[kind].Compared, cases[kind].Found...), "\n"); !strings.Contains(told, want) {
			t.Errorf("%s is shown with\n%s\nwithout %q", kind, told, want)
		}
	}
}
