// Package pack reads and writes packs of rules: bundles of Open Policy Agent,
// which are gzipped tar archives of Rego with a manifest.
//
// A pack comes from elsewhere and may be anything, so it is unpacked into memory,
// within limits, and nothing in it can name a file outside: no absolute path, no
// step upwards, no link, no second file of the same name. What a pack is allowed
// to be is in the [Lock] beside it.
package pack

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Suffix is how the names of packs end.
const Suffix = ".tar.gz"

// ManifestName is the file of a pack that says what it holds.
const ManifestName = ".manifest"

// Limits bound what is unpacked.
type Limits struct {
	Bytes int64 // of all files together
	Files int
}

// DefaultLimits are far above what people write in Rego.
var DefaultLimits = Limits{Bytes: 32 << 20, Files: 2000}

// Scaled returns the limits multiplied by n.
func (l Limits) Scaled(n int) Limits { return Limits{l.Bytes * int64(max(n, 1)), l.Files * max(n, 1)} }

// A Pack is what an archive holds.
type Pack struct {
	Manifest Manifest
	Files    []File // the modules, by name
}

// A File is one file of a pack.
type File struct {
	Name    string
	Content []byte
}

// A Manifest is what a pack says of itself. Its fields are those of the format
// that Open Policy Agent describes; others are left alone.
type Manifest struct {
	Revision string   `json:"revision"`
	Roots    []string `json:"roots"` // paths of packages, with slashes, that the pack may hold; none: any
}

// A FlawError says why an archive is not taken for a pack.
type FlawError struct{ Detail string }

func (e *FlawError) Error() string { return e.Detail }

func flaw(format string, args ...any) error { return &FlawError{fmt.Sprintf(format, args...)} }

// Read unpacks an archive. The error is a *FlawError where the archive is at
// fault.
func Read(content []byte, limits Limits) (*Pack, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, flaw("it is no gzipped archive")
	}
	u := unpacking{left: limits, names: map[string]bool{}}
	archive := tar.NewReader(io.LimitReader(unzipped, 2*limits.Bytes))
	for {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, flaw("it is damaged, or larger than %d MB", limits.Bytes>>20)
		}
		if err := u.take(header, archive); err != nil {
			return nil, err
		}
	}
	if len(u.pack.Files) == 0 {
		return nil, flaw("it holds no rules")
	}
	slices.SortFunc(u.pack.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return &u.pack, nil
}

// An unpacking is an archive as it is read.
type unpacking struct {
	pack  Pack
	left  Limits
	names map[string]bool
}

func (u *unpacking) take(header *tar.Header, r io.Reader) error {
	name := path.Clean(strings.TrimLeft(strings.TrimPrefix(header.Name, "./"), "/")) // OPA writes a slash in front
	switch {
	case header.Typeflag == tar.TypeDir || header.Typeflag == tar.TypeXGlobalHeader:
		return nil
	case header.Typeflag != tar.TypeReg:
		return flaw("%q is not a regular file", header.Name)
	case !fs.ValidPath(name) || strings.Contains(header.Name, "..") || strings.ContainsAny(name, "\\\x00\n"):
		return flaw("%q leads out of the archive", header.Name)
	case u.names[name]:
		return flaw("%q is in it twice", name)
	}
	u.names[name] = true
	if u.left.Files--; u.left.Files < 0 {
		return flaw("it holds too many files")
	}
	content, err := io.ReadAll(io.LimitReader(r, u.left.Bytes+1))
	if u.left.Bytes -= int64(len(content)); u.left.Bytes < 0 {
		return flaw("what it holds is too large")
	}
	if err != nil {
		return flaw("it is damaged")
	}
	return u.keep(name, content)
}

// keep sorts a file by what it is. Data, plans and compiled rules are refused:
// what is not read must not be believed to be in force.
func (u *unpacking) keep(name string, content []byte) error {
	switch base := path.Base(name); {
	case name == ManifestName:
		if err := json.Unmarshal(content, &u.pack.Manifest); err != nil {
			return flaw("its %s is not JSON of the form that a bundle has", ManifestName)
		}
	case strings.HasSuffix(base, "_test.rego"):
	case path.Ext(base) == ".rego":
		u.pack.Files = append(u.pack.Files, File{name, content})
	case base == "data.json" || base == "data.yaml" || base == "data.yml" || path.Ext(base) == ".wasm" || base == "plan.json":
		return flaw("%q is in it, which is not read: a pack holds rules in Rego alone", name)
	}
	return nil
}

// Holds reports whether a package, such as acme.retention, lies below the roots
// that the manifest names.
func (m Manifest) Holds(pkg string) bool {
	if len(m.Roots) == 0 {
		return true
	}
	folder := strings.ReplaceAll(pkg, ".", "/")
	return slices.ContainsFunc(m.Roots, func(root string) bool {
		root = strings.Trim(root, "/")
		return root == "" || folder == root || strings.HasPrefix(folder, root+"/")
	})
}

// Write makes an archive. The same files give the same bytes.
func Write(w io.Writer, p *Pack) error {
	zipped, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	archive := tar.NewWriter(zipped)
	about, err := json.Marshal(p.Manifest)
	if err != nil {
		return err
	}
	files := slices.SortedFunc(slices.Values(p.Files), func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range append([]File{{ManifestName, append(about, '\n')}}, files...) {
		header := &tar.Header{
			Typeflag: tar.TypeReg, Name: f.Name, Size: int64(len(f.Content)), Mode: 0o644, ModTime: time.Unix(0, 0).UTC(), Format: tar.FormatUSTAR,
		}
		if err := archive.WriteHeader(header); err != nil {
			return err
		}
		if _, err := archive.Write(f.Content); err != nil {
			return err
		}
	}
	return errors.Join(archive.Close(), zipped.Close())
}
