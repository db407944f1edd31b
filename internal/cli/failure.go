package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"github.com/privity/privity/internal/diag"
)

// A failure is something that the operator must mend.
type failure struct {
	what string // is wrong, without a full stop
	help string // what to do about it; may be empty
}

func (f *failure) Error() string { return f.what }

func fail(what, help string) error { return &failure{what, help} }

// printFailure writes an error for the operator.
func printFailure(w io.Writer, err error) {
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{what: reason(err)}
	}
	fmt.Fprintf(w, "error: %s\n", diag.CleanText(f.what)) //nolint:errcheck // there is nobody left to tell
	if f.help != "" {
		fmt.Fprintf(w, "help: %s\n", diag.CleanText(f.help)) //nolint:errcheck // there is nobody left to tell
	}
}

// reasons are the errors of a system that people meet, in their words.
var reasons = []struct {
	err  error
	text string
}{
	{fs.ErrNotExist, "it is not there"},
	{fs.ErrPermission, "you may not do that there"},
	{fs.ErrExist, "it is there already"},
	{syscall.ENOTDIR, "a part of its path is not a folder"},
	{syscall.EISDIR, "it is a folder"},
	{syscall.ENOSPC, "the disk is full"},
	{syscall.EFBIG, "no file may be as large as that there"},
	{syscall.EROFS, "the disk can only be read"},
	{syscall.ENAMETOOLONG, "its name is too long"},
	{syscall.ELOOP, "its links go round in a circle"},
}

// reason says in plain words what an error of the system means. Of any other
// error it returns the innermost message, without what Go puts before it.
func reason(err error) string {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return r.text
		}
	}
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

// advised makes a failure of an error that ends in advice behind a semicolon,
// as those of package output do.
func advised(err error) error {
	text := err.Error()
	var atPath *fs.PathError
	if errors.As(err, &atPath) {
		text = strings.Replace(text, atPath.Error(), reason(atPath), 1)
	}
	at := strings.LastIndex(text, "; ")
	if at < 0 {
		return fail(text, "")
	}
	return fail(text[:at], text[at+len("; "):])
}
