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

// mostTabled is how many arrows the page of the map tells of in a table.
const mostTabled = 2000

// TestLargeMap holds the page of a map to have it as a table up to that many arrows,
// and beyond to name the files that have it, which is drawn whole for them.
func TestLargeMap(t *testing.T) {
	for _, n := range []int{mostTabled, mostTabled + 1, 3 * mostTabled} {
		var hcl strings.Builder
		for i := range n {
			fmt.Fprintf(&hcl, "vendor \"v%d\" {\n  label = \"Keeper %d\"\n}\ndata_store \"s%d\" {\n  label = \"Store %d\"\n  vendor = vendor.v%d\n}\n", i, i, i, i, i)
		}
		p := render.New(snippet(t, hcl.String()))
		if drawn := p.DataMap(); len(drawn.Edges) != n {
			t.Errorf("%d stores: %d arrows are drawn", n, len(drawn.Edges))
		}
		page := plain(p.Documents()[3])
		isTable := strings.Contains(page, fmt.Sprintf("Store %d", n-1))
		isInFiles := strings.Contains(page, "have all of it")
		if within := n <= mostTabled; isTable != within || isInFiles == within {
			t.Errorf("%d arrows: in a table %t, left to files %t", n, isTable, isInFiles)
		}
	}
}
