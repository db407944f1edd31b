package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
)

const noticeHead = `Privity
Copyright 2026 The Privity Authors

Licensed under the Apache License, Version 2.0; the text is in LICENSE.

`

const listHead = `The %s binary contains the modules and the data below, each under the
licence that follows its version (an SPDX expression). The source of a module is
what "go mod download MODULE@VERSION" fetches, and "npm pack" for npm's; the
standard library is that of the Go toolchain that built the binary.

`

const rule = "--------------------------------------------------------------------------------\n"

// noticeFile returns the text of NOTICE: the project's own notice, and the list.
func noticeFile(p program, works []work) []byte {
	var b bytes.Buffer
	b.WriteString(noticeHead)
	writeList(&b, p.name, works)
	fmt.Fprintf(&b, "\nTheir licences and notices are in %s, and\n\"%s version --licenses\" prints them.\n", p.embeds, p.name)
	return b.Bytes()
}

// thirdPartyFile returns the text that the binary embeds: the list, and the
// text of every licence and notice.
func thirdPartyFile(p program, works []work) []byte {
	var b bytes.Buffer
	writeList(&b, p.name, works)
	writeTexts(&b, works)
	return b.Bytes()
}

func writeList(b *bytes.Buffer, program string, works []work) {
	fmt.Fprintf(b, listHead, program)
	table := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, w := range works {
		version := w.version
		if version == "" {
			version = "-"
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\n", w.path, version, w.licence)
	}
	table.Flush()
}

// writeTexts prints each text once, under the modules that come with it.
func writeTexts(b *bytes.Buffer, works []work) {
	var texts []string
	owners := map[string][]string{}
	for _, w := range works {
		for _, text := range w.texts {
			if !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
			owners[text] = append(owners[text], w.path)
		}
	}
	for _, text := range texts {
		b.WriteString("\n" + rule)
		for _, path := range owners[text] {
			b.WriteString(path + "\n")
		}
		b.WriteString(rule + "\n")
		b.WriteString(strings.Trim(text, "\n") + "\n")
	}
}
