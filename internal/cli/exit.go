package cli

import (
	"slices"
	"strconv"

	"github.com/privity/privity/internal/diag"
)

// A status is how a process ends. As an error it ends a command that has said
// all there is to say.
type status int

// The statuses are part of what the command line promises: see the help topic
// exit-codes.
const (
	yes         status = 0
	no          status = 1 // or could not
	different   status = 2 // done, and there is a difference
	exceeded    status = 3 // a limit or the watchdog ended it
	interrupted status = 130
	terminated  status = 143
)

func (s status) Error() string { return "exit status " + strconv.Itoa(int(s)) }

// limitCodes are the findings of a reader that stopped at a limit, and so has
// not judged what it read.
var limitCodes = []diag.Code{
	diag.FileTooLarge, diag.TooManyFiles, diag.NestedTooDeep, diag.TooManyTokens,
	diag.ExpressionTooLong, diag.ExpressionTooCostly,
}

// verdict returns the status that findings amount to, or nil where none of them
// is an error.
func verdict(found diag.List) error {
	switch {
	case slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return slices.Contains(limitCodes, d.Code) }):
		return exceeded
	case found.HasErrors():
		return no
	}
	return nil
}
