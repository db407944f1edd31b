package syntax

import (
	"fmt"

	"github.com/privity/privity/internal/diag"
)

// refuse ends the scan at a limit. What was found before is dropped: a file
// that is refused is not one whose details matter.
func (s *scanner) refuse(code diag.Code, start, end int, limit, summary, detail string) {
	if s.refused {
		return
	}
	s.stopped, s.refused = true, true
	detail += fmt.Sprintf(" This is the limit `%s`, which keeps a hostile file from stalling the tool. If the file is meant to be so, raise the limits with `--limits 2`, or a greater factor.", limit)
	s.found = diag.List{diag.New(code, s.span(start, min(end, len(s.src))), summary).Because(detail)}
}

func (s *scanner) refuseTokens() {
	s.refuse(diag.TooManyTokens, s.pos, s.pos+1, "tokens",
		fmt.Sprintf("more than %d names, values and marks in one file", s.limits.Tokens),
		"Split the file: every `.hcl` file of a folder belongs to the same policy.")
}

func (s *scanner) refuseDepth() {
	top := s.top()
	s.refuse(diag.NestedTooDeep, top.at, top.at+max(top.width, 1), "depth",
		fmt.Sprintf("more than %d blocks, brackets and strings inside one another", s.limits.Depth),
		"Everything that is opened before this place is still open here. Close what should have ended, or name a part in `locals` and refer to it.")
}

func (s *scanner) refuseChain() {
	s.refuse(diag.ExpressionTooLong, s.pos, s.pos+1, "chain",
		fmt.Sprintf("more than %d operators and steps in one expression", s.limits.Chain),
		"Each operator, each `.name` and each `[…]` counts, with those around it. Name parts of the expression in `locals`.")
}

func (s *scanner) refuseUnary(at int) {
	s.refuse(diag.ExpressionTooLong, at, at+1, "unary",
		fmt.Sprintf("more than %d signs in a row", s.limits.Unary),
		"Two `!` or two `-` in a row undo each other. Leave them out.")
}

func (s *scanner) refuseDigits(start, digits int) {
	s.refuse(diag.ExpressionTooLong, start, s.pos, "digits",
		fmt.Sprintf("a number of %d digits", digits),
		fmt.Sprintf("A number has at most %d digits. What is no quantity, such as an identifier, stands in quotes.", s.limits.Digits))
}

func (s *scanner) refuseExponent(start, end int) {
	s.refuse(diag.ExpressionTooLong, start, end, "exponent",
		"a number beyond any quantity",
		fmt.Sprintf("The power of ten in a number is at most %d.", s.limits.Exponent))
}

func (s *scanner) refusePieces() {
	top := s.top()
	s.refuse(diag.ExpressionTooLong, top.at, top.at+top.width, "pieces",
		fmt.Sprintf("a text of more than %d pieces", s.limits.Pieces),
		"Each line of a heredoc, each `${…}`, each `\\` and each lone `$` or `%` is a piece. Divide the text: several blocks, or several attributes.")
}
