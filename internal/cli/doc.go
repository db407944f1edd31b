// Package cli is the command line.
//
// A file holds one command: it reads flags, calls one function of another
// package and hands the result to a view. What commands share is a [session]:
// the streams, the flags that stand anywhere, and the way from a folder to a
// model.
//
// # Who is spoken to
//
// What the author of a policy must mend is a finding, and package diag prints
// it. What the operator must mend, such as a misspelt flag, a folder that is not
// there or a full disk, is a failure: a plain sentence, and one that says what to
// do. Neither is ever an error chain of Go's.
//
// # Streams
//
// The product of a command goes to standard output and nothing else does.
// Findings, notes and progress go to standard error; where --format asks for
// findings that a program reads, they are the product.
//
// # How a process ends
//
// With a [status], always. A watchdog ends what outgrows its bounds, an
// interrupt ends what the operator no longer wants, and both wait for files that
// are being written. A panic is our fault: it is caught once, in [Main], and
// becomes an apology instead of a stack trace.
package cli
