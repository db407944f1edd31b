package lang

import (
	"slices"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// A step is something that is being evaluated: a local value, an attribute, or
// the for_each of a block.
type step struct {
	of   any // *thunk or *decl
	name string
	span source.Span
}

// begin and end enclose an evaluation, so that a cycle can be told with all its
// steps.
func (c *compiler) begin(s step) { c.steps = append(c.steps, s) }
func (c *compiler) end()         { c.steps = c.steps[:len(c.steps)-1] }

// mostSteps is how many steps of a cycle are named. A longer one was not made
// by hand.
const mostSteps = 12

// reportCycle reports a value that is needed while it is being evaluated.
func (c *compiler) reportCycle(of any) {
	first := slices.IndexFunc(c.steps, func(s step) bool { return s.of == of })
	steps := c.steps[first:]
	start := steps[0]
	f := diag.New(diag.ValueCycle, start.span, start.name+" depends on itself")
	if len(steps) == 1 {
		c.report(f.Because("Its value cannot be found, since finding it needs the value. Break the circle by writing the value out."))
		return
	}
	var way strings.Builder
	for i, s := range steps {
		if i == mostSteps {
			way.WriteString("… " + strconv.Itoa(len(steps)-i) + " more → ")
			break
		}
		way.WriteString(s.name + " → ")
		if i > 0 {
			f.Relating(s.span, "needed by "+steps[i-1].name)
		}
	}
	c.report(f.Because("Each of these values needs the next: " + way.String() + start.name + ". Break the circle by writing one of them out."))
}
