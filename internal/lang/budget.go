package lang

import (
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// Bounds on what expressions may cost. No honest policy comes near them. Work
// and room grow with the source, so that a large policy may do as much for each
// of its lines as a small one.
const (
	maxSize   = 200_000    // values within a value
	maxText   = 1 << 20    // bytes of a text
	maxNested = 64         // lists and maps within each other
	maxDepth  = 4_000      // evaluations within each other
	baseWork  = 20_000_000 // steps of evaluation in one reading
	baseRoom  = 64 << 20   // bytes of the values that they make

	workPerByte = 4
	roomPerByte = 8
)

// What a value takes of the room, in bytes; roughly, and rather too much.
const (
	cellRoom  = 128     // an element of a list
	factRoom  = 320     // an attribute or a block that for_each makes
	scopeRoom = 4 << 10 // a use of a module, beside what stands in it
)

// A budget is what is left to spend. When it is spent, one finding says so, and
// everything that was not evaluated by then is unknown.
type budget struct {
	work, room int
	depth      int // evaluations that are going on, one within the other
	spent      bool
}

func (c *compiler) fillBudget() {
	read := int(c.bytes.Load())
	c.budget = budget{work: baseWork + workPerByte*read, room: baseRoom + roomPerByte*read}
}

// spend takes from the budget, and reports whether there was enough.
func (c *compiler) spend(work, room int, span source.Span) bool {
	if c.budget.spent {
		return false
	}
	c.budget.work -= work
	c.budget.room -= room
	switch {
	case c.budget.work < 0:
		c.exhaust(span, "expressions take too many steps to evaluate")
	case c.budget.room < 0:
		c.exhaust(span, "expressions, for_each and modules come to more than fits into memory")
	}
	return !c.budget.spent
}

// descend begins an evaluation within another, and reports whether that is not
// too deep.
func (c *compiler) descend(span source.Span) bool {
	c.budget.depth++
	if c.budget.depth > maxDepth && !c.budget.spent {
		c.exhaust(span, "the chain of values that need each other is too long")
	}
	return !c.budget.spent
}

func (c *compiler) ascend() { c.budget.depth-- }

func (c *compiler) exhaust(span source.Span, summary string) {
	c.budget.spent = true
	c.report(tooCostly(span, summary).Labelled("given up here"))
}

func tooCostly(span source.Span, summary string) *diag.Diagnostic {
	return diag.New(diag.ExpressionTooCostly, span, summary).
		Because("Expressions put names and lists together; they are not meant to compute. Write the result out, or build it from fewer parts.")
}

// tooLarge reports a value that has outgrown its limit.
func (c *compiler) tooLarge(span source.Span, what string) value {
	c.report(tooCostly(span, "this expression "+what))
	return value{}
}

func (c *compiler) tooMany(span source.Span) value {
	return c.tooLarge(span, "comes to more than 200,000 values")
}

func (c *compiler) tooLong(span source.Span) value {
	return c.tooLarge(span, "makes a text of more than a million bytes")
}
