package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// Options say how findings are written for programs.
type Options struct {
	Folder  string // slash path put before the names of files, as in "privacy"
	Version string // of the program that found them; only SARIF states it

	Passed     []string                                 // the tests that passed, by name; only JUnit states them
	Suppressed []Suppression                            // what was found and is accepted; only SARIF states it
	Describe   func(Code) (title, page string, ok bool) // what there is to say about codes that are not ours; nil: nothing
}

// A Suppression is a finding that somebody has accepted.
type Suppression struct {
	*Diagnostic
	Reason   string
	InSource bool // by a comment on the line, and not by a waiver
}

// writeJSON writes a value as indented JSON that is inert wherever it is
// printed: hidden characters are escaped, and so is what a runner would take
// for a command. A program that reads it gets every character back.
func writeJSON(w io.Writer, value any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(escapeHidden(b.Bytes()))
	return err
}

// escapeHidden escapes, in JSON, what may not be printed as it is. Nothing of
// it can stand outside a string.
func escapeHidden(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		if b[i] >= ' ' && b[i] < 0x7f || b[i] == '\n' {
			if b[i] == '#' && i > 0 && b[i-1] == '#' {
				out = append(out, `\u0023`...)
			} else {
				out = append(out, b[i])
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if hidden(r) {
			out = appendEscape(out, r)
		} else {
			out = append(out, b[i:i+size]...)
		}
		i += size
	}
	return out
}

func appendEscape(out []byte, r rune) []byte {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return fmt.Appendf(out, `\u%04x\u%04x`, high, low)
	}
	return fmt.Appendf(out, `\u%04x`, r)
}
