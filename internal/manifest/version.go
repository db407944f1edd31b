package manifest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// A VersionError is a manifest of a version of the language that is not known here,
// such as one that a later tool wrote. Nothing is wrong with it.
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

// isKnown reports whether what came to the language with a version is known in
// manifests of the version that is read.
func (d *decoder) isKnown(since string) bool {
	return slices.Index(d.versions, since) <= slices.Index(d.versions, d.stated)
}

// read reads a manifest of any of some versions, the oldest first.
func read(data []byte, versions []string) (*model.Model, error) {
	stated, at := versionOf(data)
	if stated != "" && !slices.Contains(versions, stated) {
		return nil, &VersionError{At: at, Stated: stated, Reads: versions}
	}
	if stated == "" { // what is wrong is found when it is read
		stated = schema.Version
	}
	d := decoder{scanner: scanner{src: string(data)}, data: data, versions: versions, stated: stated, byAddress: map[string]*model.Block{}}
	return d.decode()
}
