package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"path"
	"strings"
	"unicode/utf8"
)

// Limits bound what is read before anything looks at it. They are generous for
// a policy that people wrote and small enough for a machine that meets one that
// people did not.
type Limits struct {
	FileBytes  int64 // bytes in one file
	TotalBytes int64 // bytes in all files of a policy
	Files      int   // files in a policy, its modules included
}

// DefaultLimits are the limits in force where nothing else is said.
var DefaultLimits = Limits{FileBytes: 2 << 20, TotalBytes: 256 << 20, Files: 20_000}

// maxFactor is how far the limits grow at most. A span counts bytes in 32 bits,
// and no file may be larger than that.
const maxFactor = 1000

// Scaled returns the limits multiplied by n, for policies that outgrow them.
func (l Limits) Scaled(n int) Limits {
	n = min(max(n, 1), maxFactor)
	return Limits{FileBytes: min(l.FileBytes*int64(n), math.MaxInt32), TotalBytes: l.TotalBytes * int64(n), Files: l.Files * n}
}

// A Flaw is something in the bytes of a file that no policy may contain.
type Flaw int

// The flaws that Read looks for.
const (
	FlawTooLarge Flaw = iota + 1
	FlawNotRegular
	FlawEncoding
	FlawControl
	FlawBidi
)

// A FlawError says which flaw a file has, and where.
type FlawError struct {
	Flaw   Flaw
	Span   Span
	Detail string
}

func (e *FlawError) Error() string { return e.Span.Range().String() + ": " + e.Detail }

// List returns the names of the policy files in a folder, in order. It does not
// descend: a folder is one policy, or one module.
func List(fsys fs.FS, dir string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if name := e.Name(); !e.IsDir() && path.Ext(name) == ".hcl" && !strings.HasSuffix(name, ".test.hcl") && name[0] != '.' {
			names = append(names, path.Join(dir, name))
		}
	}
	return names, nil
}

// Read reads one file within the limits and checks its bytes. The error is a
// *FlawError where the content is at fault; the file is returned with it, so
// that the flaw can be shown in its line.
func Read(fsys fs.FS, name string, limits Limits) (*File, error) {
	info, err := fs.Stat(fsys, name) // opening a pipe would wait for a writer
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		file := NewFile(name, nil)
		return file, &FlawError{FlawNotRegular, Span{File: file}, "not a regular file"}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := readUpTo(f, limits.FileBytes+1, info.Size())
	if err != nil {
		return nil, err
	}
	file := NewFile(name, content)
	if int64(len(content)) > limits.FileBytes {
		file.Bytes = nil
		return file, &FlawError{FlawTooLarge, Span{File: file}, fmt.Sprintf("larger than %d bytes", limits.FileBytes)}
	}
	if flaw := Check(file); flaw != nil {
		return file, flaw
	}
	return file, nil
}

// readUpTo reads all of a file that is expected to have a certain size, but no
// more than a limit.
func readUpTo(f io.Reader, limit, size int64) ([]byte, error) {
	content := bytes.NewBuffer(make([]byte, 0, min(limit, size)+bytes.MinRead))
	_, err := content.ReadFrom(io.LimitReader(f, limit))
	return content.Bytes(), err
}

// Check looks for bytes that may not stand in a policy: invalid UTF-8, control
// characters, and the marks that make a line read otherwise than it is stored.
// It returns nil, or the first flaw.
func Check(file *File) *FlawError {
	for i := 0; i < len(file.Bytes); {
		b := file.Bytes[i]
		if b >= ' ' && b < 0x7f || b == '\n' || b == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(file.Bytes[i:])
		if flaw := checkRune(file, i, r, size); flaw != nil {
			return flaw
		}
		i += size
	}
	return nil
}

// CheckText looks for the same flaws in a text that was put together: an escape
// such as \u0000 stands for a character that no file could hold.
func CheckText(s string) *FlawError {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return Check(NewFile("", []byte(s)))
		}
	}
	return nil
}

func checkRune(file *File, at int, r rune, size int) *FlawError {
	span := Span{File: file, Start: int32(at), End: int32(at + size)}
	switch {
	case r == utf8.RuneError && size <= 1:
		return &FlawError{FlawEncoding, span, "not valid UTF-8"}
	case r == '\r' && bytes.HasPrefix(file.Bytes[at+1:], []byte("\n")):
		return nil
	case r == 0xfeff && at == 0:
		return nil
	case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0:
		return &FlawError{FlawControl, span, fmt.Sprintf("the control character U+%04X", r)}
	case isBidi(r):
		return &FlawError{FlawBidi, span, fmt.Sprintf("the invisible direction mark U+%04X", r)}
	}
	return nil
}

// isBidi reports the marks that reorder text on a screen: UAX #9's embeddings,
// overrides and isolates, the implicit marks, and the deprecated controls.
func isBidi(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 ||
		r == 0x200e || r == 0x200f || r == 0x061c || r >= 0x206a && r <= 0x206f
}

// IsMissing reports whether the error says that a file or folder is not there.
func IsMissing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
