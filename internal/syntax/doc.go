// Package syntax is the one place where the bytes of a policy become a syntax
// tree.
//
// HCL has no limits of its own: sixty kilobytes of `[` overflow the stack of the
// process, which nothing can recover; a hundred kilobytes of `$` in a string
// take seconds, since the parser joins the pieces of a text one by one; a
// function name of many `::` is quadratic too, and so is the lexer itself where
// comments are opened and never closed. So [Parse] reads a file twice. A scanner
// goes over the bytes once, in the same modes as HCL's lexer, and measures what
// the [Limits] bound. Only what it has passed is given to HCL. The scan costs
// about a fiftieth of the parse.
//
// # What holds for every tree
//
// A body that Parse returns is at most 4 × Depth + 2 × Chain + 8 nodes tall.
// Whatever walks or evaluates it may recurse. Names are ASCII. A number has few
// enough digits to be computed with.
//
// # Findings
//
// The scanner also explains what HCL explains badly: brackets that do not match
// and strings, heredocs and comments that do not end, each with the place where
// it was opened. Where there is a fault, every attribute and block of the top
// level is parsed by itself, because HCL keeps silent about most of what follows
// its first error. What HCL says is never passed on: each of its complaints has
// a wording of ours.
package syntax
