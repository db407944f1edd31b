package cli

import (
	"errors"
	"strings"
	"testing"

	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/site"
)

// TestApprovalsOfLaterVersions holds that approvals are not called wrong because the
// version that says whose counts was published by a later tool.
func TestApprovalsOfLaterVersions(t *testing.T) {
	s := newSession()
	h, err := s.openHistory(t.TempDir() + "/history")
	if err != nil {
		t.Fatal(err)
	}
	defer s.opened.close()
	later := `{"digest":"sha256:` + strings.Repeat("0", 64) + `","model":{},"schema":"urn:privity:manifest:9.9","schema_version":"9.9"}` + "\n"
	draft := history.Draft{
		Policy: "policy.acme", Effective: "2026-01-01", Published: "2026-01-01", Tool: "privity 99",
		Files: map[string][]byte{site.ManifestPath: []byte(later)},
	}
	first, err := h.Append(draft)
	if err != nil {
		t.Fatal(err)
	}
	draft.Base, draft.Plan, draft.Files = first.Head, strings.Repeat("a", 64), map[string][]byte{site.ManifestPath: []byte(later + " ")}
	draft.Approvals = []history.GivenApproval{{Role: "legal", Key: "SHA256:" + strings.Repeat("a", 43), Signature: []byte("signed")}}
	if _, err := h.Append(draft); err != nil {
		t.Fatal(err)
	}
	report := &history.Report{}
	_, err = s.verifyApprovals(h, report)
	var told *failure
	if !errors.As(err, &told) || !strings.Contains(told.what, `of version "9.9" of the language`) || !strings.Contains(told.help, "a later privity reads it") || len(report.Problems) > 0 {
		t.Errorf("got %v, %v", err, report.Problems)
	}
}
