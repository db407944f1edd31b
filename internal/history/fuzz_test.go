package history

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzDecode reads entries of strangers. What is accepted has one spelling, and
// stands for itself.
func FuzzDecode(f *testing.F) {
	e := &Entry{
		Approvals: []Approval{{"SHA256:" + strings.Repeat("a", 43), "legal", strings.Repeat("0", 64)}},
		Effective: "2026-02-01", Files: map[string]string{"index.html": strings.Repeat("1", 64)}, Format: Format, Imported: true,
		Plan: strings.Repeat("2", 64), Policy: "policy.acme", Prev: strings.Repeat("3", 64), Published: "2026-01-01", Seq: 2,
		Lineage: strings.Repeat("4", 32), Signers: strings.Repeat("5", 64), Tool: "privity 0.1.0", Version: "2 – Frühling & <so>",
		Source: Source{Commit: strings.Repeat("c", 40), Tree: strings.Repeat("6", 64)},
	}
	if _, err := decode(e.Encode()); err != nil {
		f.Fatal(err)
	}
	f.Add(e.Encode())
	f.Add([]byte(`{"prev":"A","PREV":"B"}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		e, err := decode(content)
		if err != nil {
			return
		}
		if !bytes.Equal(e.Encode(), content) {
			t.Errorf("%q has another spelling", content)
		}
		if head, err := ParseHead(e.Head().Text()); e.Lineage != "" && (err != nil || head != e.Head()) {
			t.Errorf("the head of %q is read as %v, %v", content, head, err)
		}
	})
}
