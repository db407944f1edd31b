package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/privity/privity/internal/render"
)

// mostRepeated is how many rows the policy's own page repeats.
const mostRepeated = 200

// TestLongListsAreNotRepeated holds the policy's own page to leave long lists to
// the pages that they have, and those pages to state what it leaves out.
func TestLongListsAreNotRepeated(t *testing.T) {
	for _, n := range []int{mostRepeated, mostRepeated + 1} {
		var hcl strings.Builder
		hcl.WriteString("purpose \"mail\" { label = \"sending mail\" }\n")
		for i := range n {
			fmt.Fprintf(&hcl, "subprocessor \"s%d\" {\n  label = \"Sender %d\"\n  engagement \"mail\" {\n    purposes = [purpose.mail]\n  }\n  retention {\n    period = \"%d days\"\n  }\n}\n", i, i, i+2)
		}
		m := snippet(t, hcl.String())
		docs := render.Documents(m)
		for _, f := range render.Unstated(m, docs) {
			t.Errorf("%d recipients: no page states %s", n, f.ID())
		}
		index := plain(docs[0])
		for _, sentence := range []string{
			fmt.Sprintf("The %d recipients are listed on the page Recipients of data.", n),
			fmt.Sprintf("The %d periods, and the backups, are listed on the page Retention periods.", n),
		} {
			if long := n > mostRepeated; strings.Contains(index, sentence) != long || strings.Contains(index, "Sender 77") == long {
				t.Errorf("%d recipients: want %t: %s", n, long, sentence)
			}
		}
	}
}
