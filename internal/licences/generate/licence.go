package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A work is a module together with the terms that it comes under.
type work struct {
	module
	licence string   // SPDX licence expression
	texts   []string // its licence files, then its notice files, in the order of their names
}

var (
	licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying)([.-].*)?$`)
	noticeName  = regexp.MustCompile(`(?i)^notice([.-].*)?$`)
)

// licensed reads the licence of every module.
func licensed(modules []module) ([]work, error) {
	works := make([]work, 0, len(modules))
	for _, m := range modules {
		w, err := readLicence(m)
		if err != nil {
			return nil, fmt.Errorf("%s %s: %w", m.path, m.version, err)
		}
		works = append(works, w)
	}
	return works, nil
}

func readLicence(m module) (work, error) {
	licences, err := readMatching(m.dir, licenceFile)
	if err != nil {
		return work{}, err
	}
	if len(licences) == 0 {
		return work{}, fmt.Errorf("no licence file in %s", m.dir)
	}
	var ids []string
	for _, text := range licences {
		found := identify(text)
		if len(found) == 0 {
			return work{}, fmt.Errorf("a licence file in %s is not one that is known here", m.dir)
		}
		ids = append(ids, found...)
	}
	slices.Sort(ids)
	notices, err := readMatching(m.dir, noticeName)
	if err != nil {
		return work{}, err
	}
	return work{
		module:  m,
		licence: strings.Join(slices.Compact(ids), " AND "),
		texts:   append(licences, notices...),
	}, nil
}

// readMatching returns the contents of the files directly in dir whose name
// matches, in the order of their names.
func readMatching(dir string, name *regexp.Regexp) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, entry := range entries {
		if !entry.Type().IsRegular() || !name.MatchString(entry.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, err
		}
		texts = append(texts, strings.ReplaceAll(string(text), "\r\n", "\n"))
	}
	return texts, nil
}

// A mark is a phrase that a licence contains and that no other licence listed
// here does, in lower case and with single spaces.
type mark struct {
	id     string // SPDX licence identifier
	phrase string
}

var marks = []mark{
	{"Apache-2.0", "apache license version 2.0, january 2004"},
	{"Apache-2.0", "licensed under the apache license, version 2.0"},
	{"ISC", "permission to use, copy, modify, and/or distribute this software"},
	{"ISC", "permission to use, copy, modify, and distribute this software"},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
	{"MPL-2.0", "mozilla public license, version 2.0"},
	{"MPL-2.0", "mozilla public license version 2.0"},
	{"Unicode-3.0", "unicode license v3 copyright and permission notice"},
	{"Unicode-DFS-2016", "permission is hereby granted, free of charge, to any person obtaining a copy of the unicode data files"},
}

// identify returns the SPDX identifiers of the licences in text, sorted, each
// once. The result is empty if none is recognised.
func identify(text string) []string {
	plain := strings.ToLower(strings.Join(strings.Fields(text), " "))
	var ids []string
	for _, m := range marks {
		if strings.Contains(plain, m.phrase) {
			ids = append(ids, m.id)
		}
	}
	if strings.Contains(plain, "redistribution and use in source and binary forms, with or without modification") {
		ids = append(ids, bsdVariant(plain))
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// bsdVariant tells the BSD licences apart: the third clause forbids the use of
// names for endorsement.
func bsdVariant(plain string) string {
	if strings.Contains(plain, "to endorse or promote products") {
		return "BSD-3-Clause"
	}
	return "BSD-2-Clause"
}
