package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/site"
)

// An importing is one run of history import.
type importing struct {
	history, version, published, effective string
	sign                                   *signing
}

func newHistoryImport(s *session) *cobra.Command {
	var run importing
	cmd := &cobra.Command{
		Use:   "import MANIFEST|DIR [--effective DATE] [--published DATE] [--version NAME] [--key FILE]",
		Short: "add a version that was published before the history began",
		Long: `Adds a version from before the history to it: a manifest.json that build wrote, or
a folder with a whole site and its manifest. Versions are imported one by one, the
oldest first, before the first is published.

The dates are what you say, and so the version is marked as imported for ever: the
history vouches for its content from the day of the import, not for its dates. The
day from which it held is that in the policy, unless --effective says otherwise; it
was published on that day, unless --published does.`,
		Example: `privity history import old/2024/manifest.json --version 1.0 --effective 2024-06-01
privity history import old/site --published 2025-02-15`,
		Args: arguments(1, 1, "it is used as privity history import manifest.json --effective 2024-06-01"),
	}
	cmd.Flags().StringVar(&run.effective, "effective", "", "it held from `DATE`; otherwise the day in the policy")
	cmd.Flags().StringVar(&run.published, "published", "", "it was published on `DATE`; otherwise the day from which it held")
	cmd.Flags().StringVar(&run.version, "version", "", "people call it `NAME`; otherwise it has its number")
	run.sign = addSigning(cmd)
	location := addHistory(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		run.history = *location
		return s.importVersion(run, args[0])
	}
	return cmd
}

func (s *session) importVersion(run importing, path string) error {
	s.guard()
	files, err := publishedFiles(path)
	if err != nil {
		return err
	}
	m, err := manifest.Decode(files[site.ManifestPath])
	if err != nil {
		return unreadable(s.seen(path), "holds no manifest that can be read", err, "it takes a manifest.json that build wrote, or the folder of a site with one")
	}
	draft, err := importDraft(run, m, files)
	if err != nil {
		return err
	}
	if draft.Allowed, err = s.allowedSigners(run.sign.allowed); err != nil {
		return err
	}
	if draft.Signer, err = s.signer(run.sign.key); err != nil {
		return err
	}
	h, err := s.openHistory(run.history)
	if err != nil {
		return err
	}
	if _, err = h.Entries(); err != nil { // nothing is added to what is damaged
		return historyFailure(err)
	}
	if draft.Base, err = h.Head(); err != nil {
		return historyFailure(err)
	}
	s.writing.Lock()
	result, err := h.Append(draft)
	s.writing.Unlock()
	if err != nil {
		return historyFailure(err)
	}
	how := "was imported"
	if result.Existed {
		how = "had been imported already"
	}
	s.note("Version %s, in force from %s, %s; the head is %s.", result.Entry.Version, result.Entry.Effective, how, result.Head.Short())
	return nil
}

// importDraft returns the version with the days that flags and policy say.
func importDraft(run importing, m *model.Model, files map[string][]byte) (history.Draft, error) {
	policy := m.Policy()
	if policy == nil {
		return history.Draft{}, fail("the manifest holds no policy", "it takes the manifest.json of a whole policy")
	}
	effective := run.effective
	if effective == "" && policy.Has("effective") {
		effective = policy.Get("effective").Value.String()
	}
	if effective == "" {
		return history.Draft{}, fail("the policy does not say from which day it held", "say it with --effective, as in --effective 2024-06-01")
	}
	published := run.published
	if published == "" {
		published = effective
	}
	return history.Draft{
		Policy: policy.Address, Version: run.version, Effective: effective, Published: published,
		Files: files, Tool: toolName(), Imported: true,
	}, nil
}

// toolName is what a version says that it was made by.
func toolName() string { return "privity " + Version }

// publishedFiles reads a manifest, or the folder of a site.
func publishedFiles(path string) (map[string][]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fail(path+" cannot be read: "+reason(err), "")
	}
	if !info.IsDir() {
		content, err := readBounded(path, manifest.MaxBytes)
		if err != nil {
			return nil, fail(path+" cannot be read: "+reason(err), "")
		}
		return map[string][]byte{site.ManifestPath: content}, nil
	}
	files, err := siteFiles(path)
	switch {
	case err != nil:
		return nil, fail("the site in "+path+" cannot be read: "+reason(err), "")
	case files[site.ManifestPath] == nil:
		return nil, fail("there is no "+site.ManifestPath+" in "+path, "it takes the folder of a site as build writes it")
	}
	return files, nil
}

// maxSite bounds the bytes of a site that is imported.
const maxSite = 1 << 30

// siteFiles reads the files of a site. The list that build keeps is not one.
func siteFiles(dir string) (map[string][]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // it was only read
	files, total := map[string][]byte{}, int64(0)
	err = fs.WalkDir(root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == output.ListName {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		if total += info.Size(); total > maxSite || !info.Mode().IsRegular() {
			return fmt.Errorf("%s is no ordinary file, or the site is too large", filepath.Join(dir, name))
		}
		files[name], err = root.ReadFile(name)
		return err
	})
	var atPath *fs.PathError
	if errors.As(err, &atPath) {
		return nil, fmt.Errorf("%s: %s", atPath.Path, reason(err))
	}
	return files, err
}
