package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
)

// ListName is the name of the list of what was written.
const ListName = ".privity-outputs.json"

// maxList bounds the bytes of a list that is read.
const maxList = 64 << 20

// A list is what was written. While a run is at work, a path may be on it twice,
// with its old and its new content.
type list struct {
	Format int     `json:"format"`
	Files  []entry `json:"files"`
}

type entry struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// listOf returns the list of the given files, by their paths.
func listOf(files []File) list {
	l := list{Format: 1, Files: []entry{}}
	for _, f := range inOrder(files) {
		l.Files = append(l.Files, entry{f.Path, digest(f.Content)})
	}
	return l
}

// with returns both lists as one.
func (l list) with(other list) list {
	all := append(slices.Clone(l.Files), other.Files...)
	slices.SortFunc(all, func(a, b entry) int {
		return strings.Compare(a.Path+"\x00"+a.SHA256, b.Path+"\x00"+b.SHA256)
	})
	return list{Format: 1, Files: slices.Compact(all)}
}

func (l list) encode() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(l); err != nil {
		panic(err) // strings and numbers always have an encoding
	}
	return b.Bytes()
}

// decode reads a list that anybody may have written to.
func decode(content []byte) (list, error) {
	var l list
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if err := d.Decode(&l); err != nil || l.Format != 1 {
		return list{}, refusef("the list %s cannot be read; delete it, and allow the folder to be adopted", ListName)
	}
	for _, e := range l.Files {
		if err := validPath(e.Path); err != nil || len(e.SHA256) != hex.EncodedLen(sha256.Size) {
			return list{}, refusef("the list %s names a file that was never written, %q; delete it, and allow the folder to be adopted", ListName, e.Path)
		}
	}
	return l, nil
}
