package history

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// DefaultBranch is where a history in a git repository is, unless somebody says
// otherwise. It has nothing in common with the branches that people work on.
const DefaultBranch = "privity-history"

// branchForm is narrower than what git allows.
var branchForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*([./][A-Za-z0-9_-]+)*$`)

// A branch is a store on a branch of a git repository.
//
// It works in a bare clone of its own, so that nobody's work tree or index is
// touched. Files that are kept wait for the commit that refers to them. Creating
// a file is a commit on top of the latest, and a push that is not forced: git
// refuses it if somebody else has pushed meanwhile.
type branch struct {
	git  *git
	name string // of the branch

	fetching sync.Mutex
	mu       sync.Mutex
	tip      string            // the latest commit that is known, or nothing
	blobs    map[string]string // its files: the ids of their blobs, by name
	kept     map[string][]byte // waiting for a commit
}

// OpenGit returns the store on a branch of a repository: a path, an address, or
// the name of a remote of the repository in the current folder. The program git
// is used, with the keys and the settings of whoever runs it.
func OpenGit(repository, name string) (Store, error) {
	if name == "" {
		name = DefaultBranch
	}
	if !branchForm.MatchString(name) {
		return nil, fmt.Errorf("%q is not a name for a branch", name)
	}
	remote, err := locate(repository)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "privity-history-")
	if err != nil {
		return nil, err
	}
	b := &branch{git: &git{dir: dir, remote: remote}, name: name, kept: map[string][]byte{}}
	if _, err := b.git.run(nil, "init", "--quiet", "--bare"); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return b, nil
}

// locate returns where git finds a repository from any folder.
func locate(repository string) (string, error) {
	if repository == "" || strings.HasPrefix(repository, "-") {
		return "", fmt.Errorf("%q is not a repository", repository)
	}
	if info, err := os.Stat(repository); err == nil && info.IsDir() {
		return filepath.Abs(repository)
	}
	if out, err := (&git{dir: "."}).run(nil, "remote", "get-url", "--", repository); err == nil {
		return strings.TrimSpace(string(out)), nil
	}
	return repository, nil
}

func (b *branch) ref() string { return "refs/heads/" + b.name }

// Close removes the clone.
func (b *branch) Close() error { return errors.Join(b.git.stop(), os.RemoveAll(b.git.dir)) }

// refresh gets the latest commit of the branch, if there is a newer one.
func (b *branch) refresh() error {
	b.fetching.Lock()
	defer b.fetching.Unlock()
	out, err := b.git.run(nil, "ls-remote", "--", b.git.remote, b.ref())
	if err != nil {
		return err
	}
	tip, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\t")
	if tip == "" {
		b.setTip("", nil)
		return nil
	}
	if known, _ := b.latest(); known == tip {
		return nil
	}
	if _, err := b.git.run(nil, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", b.git.remote, "+"+b.ref()+":refs/privity/tip"); err != nil {
		return err
	}
	return b.look(tip)
}

// look lists the files of a commit, which becomes the latest.
func (b *branch) look(tip string) error {
	out, err := b.git.run(nil, "ls-tree", "-r", "-z", tip)
	if err != nil {
		return err
	}
	blobs := map[string]string{}
	for line := range strings.SplitSeq(string(out), "\x00") {
		about, name, _ := strings.Cut(line, "\t")
		if fields := strings.Fields(about); len(fields) == 3 && strings.HasPrefix(fields[0], "100") {
			blobs[name] = fields[2]
		}
	}
	b.setTip(tip, blobs)
	return nil
}

func (b *branch) setTip(tip string, blobs map[string]string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tip, b.blobs = tip, blobs
}

func (b *branch) latest() (tip string, blobs map[string]string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.tip, b.blobs
}

// Read reads from the latest commit that is known: that of the last List of
// entries, or a later one.
func (b *branch) Read(name string) ([]byte, error) {
	_, blobs := b.latest()
	id, ok := blobs[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return b.git.blob(id)
}

// List looks for newer commits where it lists entries, with which everything
// begins that is to be up to date.
func (b *branch) List(folder string) ([]string, error) {
	if folder == entriesFolder {
		if err := b.refresh(); err != nil {
			return nil, err
		}
	}
	_, blobs := b.latest()
	var names []string
	for name := range maps.Keys(blobs) {
		if dir, base := path.Split(name); strings.TrimSuffix(dir, "/") == folder {
			names = append(names, base)
		}
	}
	slices.Sort(names)
	return names, nil
}

// Keep lets files wait for the commit that Create makes.
func (b *branch) Keep(files []File) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, file := range files {
		b.kept[file.Path] = file.Content
	}
	return nil
}

// maxPushes is how often a push is tried while others push, and maxRefusals how
// often while nobody seems to: who pushes at this moment holds a lock already.
const (
	maxPushes   = 1000
	maxRefusals = 20
)

func (b *branch) Create(name string, content []byte) error {
	exists := &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	same, err := b.commit("add "+name, []File{{name, content}}, func(blobs map[string]string) error {
		if _, there := blobs[name]; there {
			return exists
		}
		return nil
	})
	if same { // somebody else has made it
		return exists
	}
	return err
}

func (b *branch) Replace(files []File) error {
	_, err := b.commit("update "+files[0].Path, files, func(map[string]string) error { return nil })
	return err
}

// commit adds files to the branch, with those that were kept, if the latest
// commit permits it. It tells whether the same commit, made by somebody else, was
// there already.
func (b *branch) commit(message string, files []File, permit func(map[string]string) error) (same bool, err error) {
	all := b.waiting(files)
	unchanged, last := 0, ""
	for range maxPushes {
		if err := b.refresh(); err != nil {
			return false, err
		}
		tip, blobs := b.latest()
		if err := permit(blobs); err != nil {
			return false, err
		}
		if unchanged++; tip != last {
			unchanged, last = 0, tip
		}
		if unchanged == maxRefusals {
			break // nobody else has pushed
		}
		made, err := b.git.commit(tip, message, all)
		if err != nil {
			return false, err
		}
		switch result, err := b.git.push(made, b.ref()); {
		case err != nil:
			return false, err
		case result != pushRefused:
			b.forget()
			return result == pushSame, b.look(made)
		}
	}
	return false, fmt.Errorf("the repository refuses to push to its branch %s", b.name)
}

// forget lets go of the files that were kept: they are in a commit.
func (b *branch) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	clear(b.kept)
}

// waiting returns files together with those that were kept.
func (b *branch) waiting(files []File) []File {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := slices.Clone(files)
	for _, name := range slices.Sorted(maps.Keys(b.kept)) {
		all = append(all, File{name, b.kept[name]})
	}
	return all
}

// Scratch is another branch of the same repository.
func (b *branch) Scratch() (Store, func([]string) error, error) {
	scratch := &branch{
		git: &git{dir: b.git.dir, remote: b.git.remote}, name: b.name + "-probe-" + nonce(), kept: map[string][]byte{},
	}
	remove := func([]string) error {
		_, err := b.git.run(nil, "push", "--quiet", "--", b.git.remote, ":"+scratch.ref())
		return errors.Join(err, scratch.git.stop())
	}
	return scratch, remove, nil
}
