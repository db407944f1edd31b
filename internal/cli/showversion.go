package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"

	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/site"
)

// versionAmong takes the version from the arguments, if the first one is a
// version: a number, or a name that the history has.
func (s *session) versionAmong(run showing, args []string) (version string, rest []string) {
	if len(args) == 0 {
		return "", args
	}
	if _, err := strconv.Atoi(args[0]); err == nil {
		return args[0], args[1:]
	}
	h, err := s.openHistory(run.history)
	if err != nil {
		return "", args
	}
	entries, err := h.Entries()
	if err != nil {
		return "", args // whatever is wrong, an address may be meant
	}
	if _, err := history.Find(entries, args[0]); err != nil {
		return "", args
	}
	return args[0], args[1:]
}

// showVersion shows a published version, or one block of it, or writes its site.
func (s *session) showVersion(run showing, version string, addresses []string) error {
	if run.source {
		return fail("a published version has no source", "--source is for the policy in the folder")
	}
	h, entries, err := s.versions(run.history)
	if err != nil {
		return err
	}
	e, err := chosen(entries, version, run.asOf)
	if err != nil {
		return historyFailure(err)
	}
	s.note("Version %s, published %s, in force from %s, head %s.", e.Version, e.Published, e.Effective, e.Head().Short())
	if run.site != "" {
		return s.writeVersion(h, e, run.site)
	}
	text, err := h.Content(e, site.ManifestPath)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail("version "+e.Version+" was published without a manifest", "--site DIR writes the files that it has")
	case err != nil:
		return historyFailure(err)
	case len(addresses) == 0:
		return s.printManifest(text)
	}
	s.guard()
	m, err := manifest.Decode(text)
	if err != nil {
		return unreadable("the manifest of version "+e.Version, "cannot be read", err, "`privity verify` says whether it was damaged")
	}
	block := m.Lookup(addresses[0])
	if block == nil {
		return unknownAddress(m, addresses[0])
	}
	return s.printBlock(text, m, block)
}

// chosen returns the version of a name, or that in force on a day.
func chosen(entries []*history.Entry, version, day string) (*history.Entry, error) {
	if day == "" {
		return history.Find(entries, version)
	}
	date, err := scalar.ParseDate(day)
	if err != nil {
		return nil, fail(fmt.Sprintf("--as-of: %q is not a day", day), "a day is written as in --as-of 2025-12-31")
	}
	return history.InForce(entries, date.String())
}

// writeVersion writes a version as it was published.
func (s *session) writeVersion(h *history.History, e *history.Entry, dir string) error {
	published, err := h.Files(e)
	if err != nil {
		return historyFailure(err)
	}
	s.writing.Lock()
	report, err := output.Write(dir, outputFiles(published), output.Options{})
	s.writing.Unlock()
	if err != nil {
		return advised(err)
	}
	s.tellWritten(dir, report)
	return nil
}

// completeVersions offers the versions of a history to a shell, if there is one.
func (s *session) completeVersions(place string) []string {
	h, err := s.openHistory(place)
	if err != nil {
		return nil
	}
	entries, err := h.Entries()
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Version)
	}
	return names
}
