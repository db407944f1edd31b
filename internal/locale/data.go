package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"time"
)

//go:embed data/*.json
var files embed.FS

// Source says where one file of the reference data comes from.
type Source struct {
	File   string // name of the file, such as "adequacy.json"
	AsOf   string // day on which the file was right
	Origin string // instrument or publication, in words
}

// dataset is one file of reference data.
type dataset[T any] struct {
	AsOf    string `json:"as_of"`
	Source  string `json:"source"`
	Entries []T    `json:"entries"`
}

// load reads an embedded file. A file that does not decode is a fault of the
// build, which the tests exclude.
func load[T any](name string) dataset[T] {
	var set dataset[T]
	raw, err := files.ReadFile(path.Join("data", name))
	if err == nil {
		err = json.Unmarshal(raw, &set)
	}
	if err != nil {
		panic(fmt.Sprintf("locale: embedded %s: %v", name, err))
	}
	return set
}

// Sources lists the files of the reference data, by name.
func Sources() []Source {
	entries, err := files.ReadDir("data")
	if err != nil {
		panic(fmt.Sprintf("locale: embedded data: %v", err))
	}
	sources := make([]Source, 0, len(entries))
	for _, entry := range entries {
		set := load[json.RawMessage](entry.Name())
		sources = append(sources, Source{File: entry.Name(), AsOf: set.AsOf, Origin: set.Source})
	}
	return sources
}

// AsOf is the date of the reference data: that of its newest file.
func AsOf() string {
	newest := ""
	for _, source := range Sources() {
		newest = max(newest, source.AsOf)
	}
	return newest
}

// period is a span of days that includes both ends. An empty To is open.
type period struct {
	From string `json:"from"`
	To   string `json:"to,omitempty"`
}

// holds reports whether the day lies in the period. ISO dates of four-digit
// years order like the days they name.
func (p period) holds(day string) bool {
	return p.From <= day && (p.To == "" || day <= p.To)
}

// isDate reports whether s is a calendar date such as 2024-02-29.
func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
