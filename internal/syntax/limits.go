package syntax

// Limits bound the shape of a file before the parser sees it. Each is far above
// what people write and far below what stalls or overflows a parser.
type Limits struct {
	Tokens   int // names, values, marks, comments and line ends in a file
	Depth    int // blocks, brackets, strings and template directives open at once
	Chain    int // operators and steps (`.name`, `[index]`) on one path through an expression
	Unary    int // `!` and `-` in a row
	Digits   int // digits of a number
	Exponent int // power of ten in a number
	Pieces   int // lines, insertions, escapes and lone `$` or `%` in one string or heredoc
}

// DefaultLimits are the limits in force where nothing else is said.
var DefaultLimits = Limits{
	Tokens:   250_000,
	Depth:    64,
	Chain:    256,
	Unary:    16,
	Digits:   64,
	Exponent: 308,
	Pieces:   1024,
}

// stackFactor is how far the limits on recursion grow at most: what follows is
// bounded by the stack of the process, not by patience.
const stackFactor = 16

// Scaled returns the limits multiplied by n, for policies that outgrow them.
// Those that bound recursion, and the cost of a number, stop at sixteen times.
func (l Limits) Scaled(n int) Limits {
	n = max(n, 1)
	deep := min(n, stackFactor)
	return Limits{
		Tokens:   l.Tokens * n,
		Depth:    l.Depth * deep,
		Chain:    l.Chain * deep,
		Unary:    l.Unary * deep,
		Digits:   l.Digits * deep,
		Exponent: l.Exponent * deep,
		Pieces:   l.Pieces * n,
	}
}
