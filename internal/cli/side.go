package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/revision"
	"github.com/privity/privity/internal/site"
)

// A side is one of two policies that are compared.
type side struct {
	name    string // as it is called in what is printed
	version string // its name in the history, if it is from there
	isHere  bool   // whether it is the policy in this folder
	model   *model.Model
}

// sideHelp says what a side can be, in the help of commands that take one.
const sideHelp = `OLD and NEW are each a folder with a policy or with a site that build wrote; a
manifest.json; a version in the history, by its number or its name or as latest; or a
revision of git, such as main or HEAD~1. Where one word could be several of these it
is the first; git:WORD and version:WORD decide. Without NEW, the policy in this folder
is meant.`

// side reads the policy that a word names.
func (s *session) side(word, history string) (*side, error) {
	kind, name, prefixed := strings.Cut(word, ":")
	switch {
	case prefixed && kind == "git":
		return s.revisionSide(name)
	case prefixed && kind == "version":
		return s.versionSide(name, history)
	}
	info, err := os.Stat(word)
	switch {
	case err == nil && info.IsDir():
		return s.folderSide(word)
	case err == nil && info.Mode().IsRegular():
		return s.manifestSide(word)
	}
	if known, err := s.isVersion(word, history); err != nil {
		return nil, err
	} else if known {
		return s.versionSide(word, history)
	}
	side, err := s.revisionSide(word)
	var unknown *revision.UnknownError
	if errors.As(err, &unknown) && !unknown.Shallow || errors.Is(err, revision.ErrNotRepository) {
		return nil, s.nowhere(word, history, unknown)
	}
	return side, err
}

// nowhere is a word that names nothing that could be compared.
func (s *session) nowhere(word, location string, unknown *revision.UnknownError) error {
	known := []string{latest}
	if isPlace(location) {
		known = append(known, s.versionNames(location)...)
	}
	if unknown != nil {
		known = append(known, unknown.Known...)
	}
	return fail(fmt.Sprintf("there is no folder, no manifest, no version and no revision %q", word),
		"see `privity help diff` for what can be compared"+meant(word, known))
}

// versionNames lists what the versions in a history are called, if it can be read.
func (s *session) versionNames(location string) []string {
	h, err := s.openHistory(location)
	if err != nil {
		return nil
	}
	entries, err := h.Entries()
	if err != nil {
		return nil
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Version
	}
	return names
}

// folderSide reads the policy in a folder, or the manifest of the site in it.
func (s *session) folderSide(dir string) (*side, error) {
	if sources, err := filepath.Glob(filepath.Join(escapeGlob(dir), "*.hcl")); err == nil && len(sources) == 0 {
		if path := filepath.Join(dir, site.ManifestPath); isFile(path) {
			return s.manifestSide(path)
		}
	}
	m, err := s.load(os.DirFS(dir), s.seen(dir), s.seen(dir))
	if err != nil {
		return nil, err
	}
	return &side{name: s.seen(dir), model: m}, nil
}

// escapeGlob makes a path match itself alone.
func escapeGlob(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func (s *session) manifestSide(path string) (*side, error) {
	content, err := readBounded(path, manifest.MaxBytes)
	if err != nil {
		return nil, fail("the file "+path+" cannot be read: "+reason(err), "")
	}
	m, err := manifest.Decode(content)
	if err != nil {
		return nil, unreadable(s.seen(path), "is no manifest", err, "name a manifest.json that build wrote")
	}
	return &side{name: s.seen(path), model: m}, nil
}

// revisionSide reads the policy in this folder as it stood at a revision of git.
func (s *session) revisionSide(name string) (*side, error) {
	s.work().at("reading " + name)
	tree, err := revision.Open(context.Background(), ".", name, s.fileLimits())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fail("there was no policy in this folder at "+name, "name a later revision")
	case err != nil:
		return nil, errors.Join(s.unreachable(name, err), err)
	}
	m, err := s.load(tree, name, s.folder())
	if err != nil {
		return nil, err
	}
	return &side{name: name, model: m}, nil
}

// load reads a policy that stands elsewhere. What keeps it from being read is
// reported, with the names of files as seen through a folder.
func (s *session) load(fsys fs.FS, name, folder string) (*model.Model, error) {
	inputs, flaws, err := s.inputs()
	if err != nil {
		return nil, err
	}
	if flaws.HasErrors() {
		return nil, s.report(flaws)
	}
	s.guard()
	policy, found := lang.Load(fsys, lang.Options{Files: s.fileLimits(), Syntax: s.syntaxLimits(), Inputs: inputs, Version: Version})
	if policy == nil || policy.Model == nil {
		s.note("The policy at %s cannot be read:", name)
		return nil, s.reportIn(folder, found)
	}
	return policy.Model, nil
}

// isVersion reports whether a word names a version in a history that is there.
func (s *session) isVersion(word, location string) (bool, error) {
	if !isPlace(location) {
		return false, nil
	}
	h, err := s.openHistory(location)
	if err != nil {
		return false, err
	}
	entries, err := h.Entries()
	if err != nil {
		return false, historyFailure(err)
	}
	_, err = findVersion(entries, word)
	return err == nil || isNumber(word), nil
}

// latest is the name of the version that was published last.
const latest = "latest"

func findVersion(entries []*history.Entry, word string) (*history.Entry, error) {
	if word == latest && len(entries) > 0 {
		return entries[len(entries)-1], nil
	}
	return history.Find(entries, word)
}

func isNumber(word string) bool {
	_, err := strconv.Atoi(word)
	return err == nil
}

// versionSide reads a version of the history.
func (s *session) versionSide(word, location string) (*side, error) {
	h, entries, err := s.versions(location)
	if err != nil {
		return nil, err
	}
	entry, err := findVersion(entries, word)
	if err != nil {
		return nil, historyFailure(err)
	}
	m, err := versionModel(h, entry)
	if err != nil {
		return nil, err
	}
	return &side{name: "version " + entry.Version, version: entry.Version, model: m}, nil
}

// versionModel returns what a version of a history says.
func versionModel(h *history.History, e *history.Entry) (*model.Model, error) {
	content, err := h.Content(e, site.ManifestPath)
	if err != nil {
		return nil, historyFailure(err)
	}
	m, err := manifest.Decode(content)
	if err != nil {
		return nil, unreadable("the manifest of version "+e.Version, "cannot be read", err, "`privity verify` says whether it was damaged")
	}
	return m, nil
}

// unreadable is a manifest that is not read: why not, and what to do. One of a later
// version of the language is in order: it takes a later tool.
func unreadable(name, why string, err error, hint string) error {
	var version *manifest.VersionError
	if errors.As(err, &version) {
		why, hint = "cannot be read", "nothing is wrong with it, and a later privity reads it; `privity version` says which this one is"
	}
	return fail(name+" "+why+": "+strings.TrimPrefix(err.Error(), "manifest: "), hint)
}

// here reads the policy in this folder, the side that is there without a word.
func (s *session) here() (*side, error) {
	m, err := s.model()
	if err != nil {
		return nil, err
	}
	return &side{name: "the policy here", isHere: true, model: m}, nil
}
