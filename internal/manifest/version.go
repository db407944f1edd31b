package manifest

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// A VersionError is a manifest of a later version of the language than those that are
// known here. Nothing is wrong with it.
type VersionError struct {
	At     int      // the byte where the version stands
	Stated string   // the version
	Reads  []string // those that are known here, the oldest first
}

func (e *VersionError) Error() string {
	reads := "version " + e.Reads[len(e.Reads)-1]
	if len(e.Reads) > 1 {
		reads = "versions " + e.Reads[0] + " to " + e.Reads[len(e.Reads)-1]
	}
	return fmt.Sprintf("manifest: byte %d: it is of version %q of the language, and this privity reads %s", e.At, e.Stated, reads)
}

const urnPrefix = "urn:privity:manifest:"

// afterModel is what follows the model in a manifest of a version of the language.
func afterModel(version string) string {
	return `,"schema":"` + urnPrefix + version + `","schema_version":"` + version + `"`
}

// versionOf finds the version of the language that a manifest states, and where.
// It is looked for before the model is read, which would otherwise be blamed for
// words that it may well have. The text cannot stand in a value: quotes are escaped
// there.
func versionOf(data []byte) (version string, at int) {
	const before = `},"schema":"` + urnPrefix
	at = bytes.LastIndex(data, []byte(before))
	if at < 0 {
		return "", 0
	}
	at += len(before)
	version, _, _ = strings.Cut(string(data[at:min(at+longestVersion, len(data))]), `"`)
	return version, at
}

// longestVersion bounds what is taken for a version.
const longestVersion = 32

// isLater reports whether a text is a version of the language that comes after another:
// two numbers with a dot between them, and no other way of writing these.
func isLater(text, known string) bool {
	number := func(s string) (numbers [2]int) {
		major, minor, _ := strings.Cut(s, ".")
		for i, part := range []string{major, minor} {
			n, err := strconv.Atoi(part)
			if err != nil || strconv.Itoa(n) != part {
				return [2]int{-1, -1}
			}
			numbers[i] = n
		}
		return numbers
	}
	a, b := number(text), number(known)
	return slices.Compare(a[:], b[:]) > 0
}

// isKnown reports whether what came to the language with a version is known in
// manifests of the version that is read.
func (d *decoder) isKnown(since string) bool {
	return slices.Index(d.versions, since) <= slices.Index(d.versions, d.stated)
}

// read reads a manifest of any of some versions, the oldest first.
func read(data []byte, versions []string) (*model.Model, error) {
	stated, at := versionOf(data)
	switch {
	case slices.Contains(versions, stated):
	case isLater(stated, versions[len(versions)-1]):
		return nil, &VersionError{At: at, Stated: stated, Reads: versions}
	default: // what is wrong is found when it is read
		stated = schema.Version
	}
	d := decoder{scanner: scanner{src: string(data)}, data: data, versions: versions, stated: stated, byAddress: map[string]*model.Block{}}
	return d.decode()
}
