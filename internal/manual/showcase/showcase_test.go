package showcase

import (
	"os"
	"strings"
	"testing"

	"github.com/privity/privity/internal/schema"
)

// unshown are the kinds of block of which no policy in the repository has one: how
// a company approves, renames and corrects is nothing that it publishes.
var unshown = map[string]bool{"rule": true, "approval": true, "moved": true, "calendar": true, "correction": true}

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
		case shown == unshown[b.Name]:
			t.Errorf("%s: shown is %v", b.Name, shown)
		case !shown:
		case !strings.Contains(c.Source, b.Name):
			t.Errorf("%s is shown by\n%s", b.Name, c.Source)
		case (b.Describes() || b.Name == "translation") && b.Name != "document" && b.Name != "moved" && len(c.Says) == 0:
			t.Errorf("%s: the pages of %s say nothing of it", b.Name, c.File)
		}
	}
}
