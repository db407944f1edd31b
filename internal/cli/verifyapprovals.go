package cli

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/signature"
	"github.com/privity/privity/internal/site"
)

// verifyApprovals adds to a report which approvals do not hold: each is a signature
// of the plan that was carried out, by a key that the version before lists for the
// role. It returns how many there are.
func (s *session) verifyApprovals(h *history.History, report *history.Report) (int, error) {
	entries, err := h.Entries()
	if err != nil {
		return 0, historyFailure(err)
	}
	n := 0
	for i, e := range entries {
		if len(e.Approvals) == 0 {
			continue
		}
		n += len(e.Approvals)
		asks := e // the first version asks for its own approvals
		if i > 0 {
			asks = entries[i-1]
		}
		m, err := publishedModel(h, asks)
		var version *manifest.VersionError
		if errors.As(err, &version) { // nothing is damaged: whether they hold cannot be told here
			return n, unreadable("the manifest of version "+asks.Version+", which says whose approval counts,", "cannot be read", version, "")
		}
		if err != nil {
			report.Problems = append(report.Problems, approvalProblem(e, err))
			continue
		}
		for _, a := range e.Approvals {
			if err := verifyApproval(h, m, e, a); err != nil {
				report.Problems = append(report.Problems, approvalProblem(e, err))
			}
		}
	}
	return n, nil
}

func approvalProblem(e *history.Entry, err error) *history.DamagedError {
	return &history.DamagedError{File: e.File(), What: err.Error()}
}

// publishedModel reads the manifest of a version.
func publishedModel(h *history.History, e *history.Entry) (*model.Model, error) {
	text, err := h.Content(e, site.ManifestPath)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("whose approval it needs is not known, since the version that says so has no manifest")
	}
	if err != nil {
		return nil, err
	}
	m, err := manifest.Decode(text)
	if err != nil {
		return nil, fmt.Errorf("whose approval it needs is not known: the manifest of version %s cannot be read: %w", e.Version, err)
	}
	return m, nil
}

func verifyApproval(h *history.History, asks *model.Model, e *history.Entry, a history.Approval) error {
	keys, err := plan.Keys(asks, asks, a.Role)
	if err != nil {
		return fmt.Errorf("the keys of %s cannot be read: %w", a.Role, err)
	}
	armored, err := h.Blob(a.Signature)
	if err != nil {
		return err
	}
	who, err := signature.Verify(plan.Statement(a.Role, e.Plan), armored, plan.Namespace, keys)
	switch {
	case err != nil:
		return fmt.Errorf("the approval of %s does not hold: %w", a.Role, err)
	case who.Fingerprint != a.Key:
		return fmt.Errorf("the approval of %s is by another key than the entry says", a.Role)
	}
	return nil
}
