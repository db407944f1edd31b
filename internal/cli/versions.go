package cli

import (
	"os"
	"strings"

	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/site"
)

// changelog returns the changelog of the versions in a history. It carries on the
// one that was published last; versions that were entered without one are compared
// anew. It is nil where there is no version.
func (s *session) changelog(h *history.History, entries []*history.Entry) (*changelog.Log, error) {
	log, from, err := lastChangelog(h, entries)
	if err != nil || from == len(entries) {
		return log, err
	}
	var before *model.Model
	if from > 0 {
		if before, err = versionModel(h, entries[from-1]); err != nil {
			return nil, err
		}
	}
	for i, e := range entries[from:] {
		after, err := versionModel(h, e)
		if err != nil {
			return nil, err
		}
		if log == nil {
			log = changelog.New(after, e.Published)
		}
		v := changelog.Version{Name: e.Version, Published: e.Published, Effective: e.Effective, Imported: e.Imported}
		if before != nil {
			v.Changes = changelog.ChangesOf(compare.Compare(before, after, compare.Options{AsOf: e.Effective}))
		}
		log = log.With(v, headBefore(entries, from+i))
		before = after
	}
	return log, nil
}

// headBefore is the head over which an entry was published.
func headBefore(entries []*history.Entry, i int) string {
	if i == 0 {
		return ""
	}
	return entries[i-1].Head().String()
}

// lastChangelog reads the latest changelog that was published, and returns the
// number of versions that it tells.
func lastChangelog(h *history.History, entries []*history.Entry) (*changelog.Log, int, error) {
	for i := len(entries) - 1; i >= 0; i-- {
		if entries[i].Files[changelog.Path] == "" {
			continue
		}
		text, err := h.Content(entries[i], changelog.Path)
		if err != nil {
			return nil, 0, historyFailure(err)
		}
		log, err := changelog.Decode(text)
		if err != nil {
			return nil, 0, fail("the changelog of version "+entries[i].Version+" cannot be read: "+err.Error(), "`privity verify` says whether it was damaged")
		}
		return log, i + 1, nil
	}
	return nil, 0, nil
}

// builtVersions returns the changelog for the pages of a policy: as it was published
// with it, if it is the last version, and otherwise a preview. It is nil where there
// is no history that has a version.
func (s *session) builtVersions(location string, m *model.Model) (*changelog.Log, error) {
	p, err := s.published(location)
	return p.with(m), err
}

// A published is what was published before a build.
type published struct {
	log  *changelog.Log // nil where nothing was
	last *history.Entry
}

// published reads what was published, if there is a history.
func (s *session) published(location string) (published, error) {
	if !isPlace(location) {
		return published{}, nil
	}
	h, err := s.openHistory(location)
	if err != nil {
		return published{}, err
	}
	entries, err := h.Entries()
	if err != nil {
		return published{}, historyFailure(err)
	}
	log, err := s.changelog(h, entries)
	if err != nil || log == nil {
		return published{}, err
	}
	return published{log, entries[len(entries)-1]}, nil
}

// with returns the changelog as it stands with a policy.
func (p published) with(m *model.Model) *changelog.Log {
	switch {
	case p.log == nil:
		return nil
	case p.last.Files[site.ManifestPath] == manifestDigest(m) && !p.last.Imported:
		return p.log
	}
	return p.log.Preview(p.last.Head().String())
}

// isPlace reports whether a history may be in a place: a folder that is there, or a
// place elsewhere.
func isPlace(location string) bool {
	if strings.Contains(location, ":") {
		return true
	}
	info, err := os.Stat(location)
	return err == nil && info.IsDir()
}
