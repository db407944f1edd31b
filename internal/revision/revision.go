// Package revision reads a folder as it stood at a revision of its git
// repository.
//
// Git is asked by its own program, since whoever has a repository has that, and
// nothing is checked out: the files are read from git's store into memory. Only
// plumbing commands are used, which run no hook, no filter and no pager, fetch
// nothing, and write nothing.
package revision

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"testing/fstest"

	"github.com/privity/privity/internal/source"
)

// A Tree is a folder as it stood at a commit. It is a file system of regular
// files; links and submodules are left out.
type Tree struct {
	fstest.MapFS
	Commit string // its full id
}

// suffixes are those of the files that are read: policies, values, rules, packs
// of rules with their digests, and manifests. All else in a repository is none
// of our business.
var suffixes = []string{".hcl", ".hclvars", ".rego", ".tar.gz", ".sha256", ".json"}

// ErrNoGit says that there is no git on this machine.
var ErrNoGit = errors.New("git is not installed here")

// ErrNotRepository says that a folder belongs to no git repository.
var ErrNotRepository = errors.New("the folder is not in a git repository")

// ErrTooLarge says that there is more in a folder than is read.
var ErrTooLarge = errors.New("the revision is too large to be read")

// An UnknownError says that a repository has no such revision.
type UnknownError struct {
	Revision string
	Known    []string // its branches and tags
	Shallow  bool     // the repository was cloned without its history
}

func (e *UnknownError) Error() string {
	return "there is no revision " + strconv.Quote(e.Revision)
}

// Open reads a folder, with all that is below it, as it stood at a revision: a
// branch, a tag, a commit, or what git makes of it, such as HEAD~2. A folder that
// was not there then is an error that is fs.ErrNotExist.
func Open(ctx context.Context, dir, name string, limits source.Limits) (*Tree, error) {
	repo := repository{ctx: ctx, dir: dir}
	below, err := repo.prefix()
	if err != nil {
		return nil, err
	}
	commit, err := repo.commit(name)
	if err != nil {
		return nil, err
	}
	files, err := repo.list(commit, below, limits)
	if err != nil {
		return nil, err
	}
	contents, err := repo.read(files)
	if err != nil {
		return nil, err
	}
	tree := &Tree{fstest.MapFS{}, commit}
	for i, f := range files {
		tree.MapFS[f.name] = &fstest.MapFile{Data: contents[i], Mode: 0o444}
	}
	return tree, nil
}

// A repository is asked from a folder in it.
type repository struct {
	ctx      context.Context
	dir      string
	settings []string // of git, as variables of the environment
}

// prefix returns the path of the folder from the top of the repository.
func (r repository) prefix() (string, error) {
	out, err := r.git(nil, "rev-parse", "--is-inside-work-tree", "--show-prefix")
	if err != nil {
		if errors.Is(err, ErrNoGit) {
			return "", err
		}
		return "", fmt.Errorf("%w: %w", ErrNotRepository, err)
	}
	inside, below, _ := strings.Cut(string(out), "\n")
	if inside != "true" {
		return "", ErrNotRepository
	}
	return strings.TrimSuffix(strings.TrimSuffix(below, "\n"), "/"), nil
}

// commit returns the full id of the commit that a revision names.
func (r repository) commit(name string) (string, error) {
	unknown := &UnknownError{Revision: name}
	if name == "" || strings.HasPrefix(name, "-") || strings.ContainsAny(name, ":\x00\n") {
		return "", unknown
	}
	out, err := r.git(nil, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err == nil {
		return strings.TrimSpace(string(out)), nil
	}
	if refs, err := r.git(nil, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"); err == nil {
		unknown.Known = strings.Fields(string(refs))
	}
	if shallow, err := r.git(nil, "rev-parse", "--is-shallow-repository"); err == nil {
		unknown.Shallow = strings.TrimSpace(string(shallow)) == "true"
	}
	return "", unknown
}

// A blob is a file in git's store.
type blob struct {
	id   string
	size int64
	name string // from the folder
}

// list lists the files in a folder at a commit.
func (r repository) list(commit, below string, limits source.Limits) ([]blob, error) {
	tree := commit + ":" + below
	if kind, err := r.git(nil, "cat-file", "-t", tree); err != nil || strings.TrimSpace(string(kind)) != "tree" {
		return nil, &fs.PathError{Op: "open", Path: "./" + below, Err: fs.ErrNotExist}
	}
	out, err := r.git(nil, "ls-tree", "--full-tree", "-r", "-z", "-l", tree)
	if err != nil {
		return nil, err
	}
	var blobs []blob
	var total int64
	for entry := range strings.SplitSeq(string(out), "\x00") {
		b, ok := parseEntry(entry)
		if !ok {
			continue
		}
		blobs = append(blobs, b)
		if total += b.size; len(blobs) > limits.Files || total > limits.TotalBytes {
			return nil, ErrTooLarge
		}
	}
	return blobs, nil
}

// parseEntry reads "100644 blob ID SIZE\tNAME", and tells whether it is a file
// to be read.
func parseEntry(entry string) (blob, bool) {
	about, name, _ := strings.Cut(entry, "\t")
	fields := strings.Fields(about)
	if len(fields) != 4 || !strings.HasPrefix(fields[0], "100") || !isWanted(name) || !fs.ValidPath(name) {
		return blob{}, false
	}
	size, err := strconv.ParseInt(fields[3], 10, 64)
	return blob{id: fields[2], size: size, name: name}, err == nil
}

func isWanted(name string) bool {
	for _, suffix := range suffixes {
		if base := path.Base(name); strings.HasSuffix(base, suffix) {
			return true
		}
	}
	return false
}

// read reads blobs, whose sizes have been looked at, in one go.
func (r repository) read(blobs []blob) ([][]byte, error) {
	var ids bytes.Buffer
	for _, b := range blobs {
		ids.WriteString(b.id + "\n")
	}
	out, err := r.git(&ids, "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	contents := make([][]byte, len(blobs))
	for i, b := range blobs {
		header, rest, found := bytes.Cut(out, []byte("\n"))
		if !found || string(header) != fmt.Sprintf("%s blob %d", b.id, b.size) || int64(len(rest)) <= b.size {
			return nil, fmt.Errorf("git does not hold %s as it says", b.name)
		}
		contents[i], out = rest[:b.size:b.size], rest[b.size+1:]
	}
	return contents, nil
}

// Current returns the commit that a folder's policy is at: the full id, or nothing
// where a file of it was changed and not committed, or where there is no commit yet.
func Current(ctx context.Context, dir string) (string, error) {
	repo := repository{ctx: ctx, dir: dir}
	if _, err := repo.prefix(); err != nil {
		return "", err
	}
	changed, err := repo.unfiltered().git(nil, "status", "--porcelain", "--untracked-files=all", "--ignore-submodules=all", "--", "*.hcl", "*.hclvars")
	if err != nil || len(changed) > 0 {
		return "", err
	}
	commit, err := repo.commit("HEAD")
	var unknown *UnknownError
	if errors.As(err, &unknown) {
		return "", nil
	}
	return commit, err
}
