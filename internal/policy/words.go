package policy

import (
	"slices"
	"strings"
	"sync"

	"github.com/privity/privity/internal/schema"
)

// A vocabulary holds the words of the input.
type vocabulary struct {
	fields map[string]bool     // the keys of objects, and those of data.reference
	words  map[string][]string // what an attribute takes, by its key, where that is a set of words wherever the key occurs
}

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{fields: map[string]bool{asOfKey: true, byAddressKey: true}, words: map[string][]string{}}
	open := map[string]bool{}
	for _, f := range forms().all {
		for _, fd := range f.fields {
			v.fields[fd.key] = true
			if fd.attr != nil && fd.attr.Type.Kind == schema.OneOf {
				v.words[fd.key] = append(v.words[fd.key], fd.attr.Type.Enum.Names()...)
			} else if fd.key != blockKey {
				open[fd.key] = true
			}
		}
		v.words[blockKey] = append(v.words[blockKey], f.kind.Name)
	}
	for _, b := range described() {
		v.fields[b.Name] = true
	}
	for _, name := range referenceFields {
		v.fields[name] = true
	}
	v.learnChanges()
	for key, list := range v.words {
		if open[key] {
			delete(v.words, key)
			continue
		}
		slices.Sort(list)
		v.words[key] = slices.Compact(list)
	}
	return v
})

func (v *vocabulary) fieldNames() []string {
	names := make([]string, 0, len(v.fields))
	for name := range v.fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// hasPath reports whether a path of dotted names leads to another or further.
func hasPath(path, other string) bool {
	return path == other || strings.HasPrefix(path, other+".") || strings.HasPrefix(other, path+".")
}
