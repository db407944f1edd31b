package showcase

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/privity/privity/internal/manual"
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

// TestEveryInnerBlockIsShown holds the same for blocks that stand only inside others:
// one shows with the block around it, or by itself, or the page says why none does.
func TestEveryInnerBlockIsShown(t *testing.T) {
	cases, err := Cases(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, top := range schema.Blocks {
		for _, inner := range within(top) {
			kind := top.Name + "." + inner.Name
			own, shown := cases[kind]
			opening := regexp.MustCompile(`(?m)^\s*` + inner.Name + `( "[^"]*")? \{`)
			switch {
			case shown && !opening.MatchString(own.Source):
				t.Errorf("%s is shown by\n%s", kind, own.Source)
			case shown == (manual.Unshown[kind] != "" || opening.MatchString(cases[top.Name].Source)):
				t.Errorf("%s: shown by itself is %v, although it is shown otherwise or not at all", kind, shown)
			}
		}
	}
}

// within are the blocks that stand only inside one, and inside those.
func within(b *schema.Block) []*schema.Block {
	var all []*schema.Block
	for _, n := range b.Blocks {
		if !n.Top {
			all = append(append(all, n), within(n)...)
		}
	}
	return all
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
