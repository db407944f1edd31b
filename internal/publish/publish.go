// Package publish makes a version the one that is in force: it enters it into the
// history, and then makes the site what the history says.
//
// The entry is what counts. A process that ends between the two leaves a site that
// is older than the history; [Restore] makes it right, and every publish does that,
// also one that has nothing new to say.
package publish

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/output"
)

// A Place is a folder that a site is to stand in: its name, in one that is open.
type Place struct {
	Parent disk.Folder
	Name   string
	Adopt  bool // see output.Options
}

// A Result is what became of a publish.
type Result struct {
	history.Result
	Site Switched
}

// Switched is what became of the site.
type Switched struct {
	output.Report
	// Whole says that the site was switched at once, and not file by file.
	Whole bool
}

// A SiteError is a site that could not be made what the history says. The version is
// published all the same.
type SiteError struct {
	Version string
	Err     error
}

func (e *SiteError) Error() string {
	return fmt.Sprintf("version %s is in the history, but the site was not switched: %v", e.Version, e.Err)
}

func (e *SiteError) Unwrap() error { return e.Err }

// A PlaceError is a folder in which the site cannot stand. Nothing is published.
type PlaceError struct{ Err error }

func (e *PlaceError) Error() string { return e.Err.Error() }

func (e *PlaceError) Unwrap() error { return e.Err }

// Publish enters a version into a history and makes the site what it says. A place
// that would be refused is refused before anything is entered, as a *PlaceError. Other
// errors are those of history.History.Append, and *SiteError.
func Publish(h *history.History, d history.Draft, at Place) (Result, error) {
	var files []output.File
	for path, content := range d.Files {
		files = append(files, output.File{Path: path, Content: content})
	}
	if err := output.PermitIn(at.Parent, at.Name, files, output.Options{Adopt: at.Adopt}); err != nil {
		return Result{}, &PlaceError{err}
	}
	appended, err := h.Append(d)
	if err != nil {
		return Result{}, err
	}
	site, err := Restore(h, at)
	return Result{appended, site}, err
}

// Restore makes the site what the last entry of a history says. Whoever publishes
// meanwhile may move that on: then the site follows, so that it is never older than
// what is in the history when Restore returns.
func Restore(h *history.History, at Place) (Switched, error) {
	for {
		e, err := h.Last()
		if err != nil || e == nil {
			return Switched{}, err
		}
		site, err := restore(h, e, at)
		if err != nil {
			return site, &SiteError{e.Version, err}
		}
		if now, err := h.Head(); err != nil || now == e.Head() {
			return site, err
		}
	}
}

func restore(h *history.History, e *history.Entry, at Place) (Switched, error) {
	published, err := h.Files(e)
	if err != nil {
		return Switched{}, err
	}
	files := make([]output.File, len(published))
	for i, f := range published {
		files[i] = output.File{Path: f.Path, Content: f.Content}
	}
	report, whole, err := output.SwitchIn(at.Parent, at.Name, files, output.Options{Adopt: at.Adopt})
	return Switched{report, whole}, err
}

// Lock keeps others from switching the site in a folder until unlock is called, or
// this process ends. It waits for those who have it. The file that is locked stands
// beside the folder and stays there. What stands there otherwise is refused: a link
// would have a file made wherever it leads.
func Lock(dir string) (unlock func(), err error) {
	dir = filepath.Clean(dir)
	above, name := filepath.Split(dir)
	name = "." + name + ".privity-lock"
	lock := filepath.Join(above, name)
	if info, err := os.Lstat(lock); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s beside it is not an ordinary file", name)
	}
	return lockedfile.MutexAt(lock).Lock()
}
