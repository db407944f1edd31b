package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
)

// dataset is a file of reference data, its entries not yet looked into.
type dataset struct {
	AsOf    string            `json:"as_of"`
	Source  string            `json:"source"`
	Entries []json.RawMessage `json:"entries"`
}

// canonicalize rewrites a file in the form in which it is committed: one entry
// a line, in the order of their bytes. Every entry begins with what identifies
// it, so that is the order of the codes too.
func canonicalize(raw []byte) ([]byte, error) {
	var set dataset
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&set); err != nil {
		return nil, err
	}
	for i, entry := range set.Entries {
		var line bytes.Buffer
		if err := json.Compact(&line, entry); err != nil {
			return nil, err
		}
		set.Entries[i] = line.Bytes()
	}
	slices.SortFunc(set.Entries, func(a, b json.RawMessage) int { return bytes.Compare(a, b) })
	return format(set)
}

func format(set dataset) ([]byte, error) {
	asOf, err := encode(set.AsOf)
	if err != nil {
		return nil, err
	}
	source, err := encode(set.Source)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"as_of\": %s,\n  \"source\": %s,\n  \"entries\": [", asOf, source)
	for i, entry := range set.Entries {
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(&out, "\n    %s", entry)
	}
	out.WriteString("\n  ]\n}\n")
	return out.Bytes(), nil
}

// encode is json.Marshal without the escapes that HTML would need.
func encode(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimSpace(out.Bytes()), nil
}

// writeDataset writes entries of any type as a canonical file.
func writeDataset[T any](path, asOf, source string, entries []T) error {
	set := dataset{AsOf: asOf, Source: source}
	for _, entry := range entries {
		line, err := encode(entry)
		if err != nil {
			return err
		}
		set.Entries = append(set.Entries, line)
	}
	loose, err := format(set)
	if err != nil {
		return err
	}
	canonical, err := canonicalize(loose)
	if err != nil {
		return err
	}
	return os.WriteFile(path, canonical, 0o644)
}

func readJSON(path string, into any) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
