package history

import (
	"fmt"
	"slices"
	"strings"
)

// An Opener opens the store at a place of its kind, such as "bucket/folder" of
// "s3://bucket/folder".
type Opener func(place string) (Store, error)

// Open opens the store at a place: a folder, "git:REPOSITORY#BRANCH", or an
// address such as "s3://bucket", if there is an opener for its scheme.
func Open(place string, openers map[string]Opener) (Store, error) {
	if repository, ok := strings.CutPrefix(place, "git:"); ok {
		repository, name, _ := cutLast(repository, "#")
		return OpenGit(repository, name)
	}
	scheme, _, ok := strings.Cut(place, "://")
	if !ok {
		return OpenFolder(place)
	}
	if open := openers[scheme]; open != nil {
		return open(place)
	}
	return nil, &SchemeError{scheme}
}

// cutLast cuts a text at the last separator.
func cutLast(text, separator string) (before, after string, found bool) {
	if at := strings.LastIndex(text, separator); at >= 0 {
		return text[:at], text[at+len(separator):], true
	}
	return text, "", false
}

// A SchemeError is an address of a kind that this program cannot open.
type SchemeError struct{ Scheme string }

func (e *SchemeError) Error() string {
	if slices.Contains(CloudSchemes, e.Scheme) {
		return fmt.Sprintf("object storage (%s://) is opened by privity-cloud, which has the libraries for it", e.Scheme)
	}
	return fmt.Sprintf("a history is not kept in %s://", e.Scheme)
}

// CloudSchemes are those of object storage.
var CloudSchemes = []string{"s3", "gs", "azblob"}
