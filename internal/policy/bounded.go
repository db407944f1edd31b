package policy

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Bounds on what one call of a function makes. No call can be stopped while it
// runs, and a few of them in a row make any amount out of a short text. They are
// far above what has to do with a policy.
const (
	mostText     = 1 << 20 // bytes of a text
	mostElements = 1 << 18 // elements of a list, set or object
	mostDigits   = 1 << 10 // of a number
	mostPadding  = 1 << 10 // characters to which a number or text is padded
)

// A cost says, from what a function is given, how much it would make at most.
type cost struct {
	most int
	unit string
	of   func(operands []*ast.Term) int
}

// costs are those of the functions whose results may be much larger than what
// they are given. All others make no more than that, or stop when told to.
var costs = map[string]cost{
	ast.Concat.Name:            {mostText, "bytes", concatSize},
	ast.Replace.Name:           {mostText, "bytes", replaceSize},
	ast.ReplaceN.Name:          {mostText, "bytes", replaceManySize},
	ast.RegexReplace.Name:      {mostText, "bytes", regexReplaceSize},
	ast.Sprintf.Name:           {mostText, "bytes", sprintfSize},
	"internal.template_string": {mostText, "bytes", templateSize},
	ast.Upper.Name:             {mostText, "bytes", textSize},
	ast.Lower.Name:             {mostText, "bytes", textSize},
	ast.FormatInt.Name:         {mostText, "bytes", formatIntSize},

	ast.Split.Name:                      {mostElements, "elements", splitSize},
	"strings.split_n":                   {mostElements, "elements", splitSize},
	ast.IndexOfN.Name:                   {mostElements, "elements", textLength},
	ast.RegexFind.Name:                  {mostElements, "elements", secondTextLength},
	ast.RegexFindAllStringSubmatch.Name: {mostElements, "elements", secondTextLength},
	ast.RegexSplit.Name:                 {mostElements, "elements", secondTextLength},
	ast.ArrayConcat.Name:                {mostElements, "elements", elementCount},
	"array.flatten":                     {mostElements, "elements", innerCount},
	ast.ObjectUnion.Name:                {mostElements, "elements", elementCount},
	ast.ObjectUnionN.Name:               {mostElements, "elements", innerCount},
	ast.Or.Name:                         {mostElements, "elements", elementCount},
	ast.Union.Name:                      {mostElements, "elements", innerCount},

	ast.Multiply.Name: {mostDigits, "digits", digits},
	ast.Product.Name:  {mostDigits, "digits", innerDigits},
	ast.ToNumber.Name: {mostDigits, "digits", func(operands []*ast.Term) int { return digitsOf(text(operands[0])) }},
}

// bound puts a bound before each function that has a cost. OPA keeps its
// functions for the whole process.
var bound = sync.OnceFunc(func() {
	for name, c := range costs {
		call := topdown.GetBuiltin(name)
		topdown.RegisterBuiltinFunc(name, func(ctx topdown.BuiltinContext, operands []*ast.Term, iter func(*ast.Term) error) error {
			if c.of(operands) > c.most {
				// Halt, since a rule that goes on without the result may find nothing and be believed.
				return topdown.Halt{Err: &topdown.Error{
					Code: topdown.BuiltinErr, Location: ctx.Location,
					Message: fmt.Sprintf("%s would make more than %d %s", name, c.most, c.unit),
				}}
			}
			return call(ctx, operands, iter)
		})
	}
})

func text(t *ast.Term) string {
	s, _ := t.Value.(ast.String)
	return string(s)
}

func textSize(operands []*ast.Term) int         { return len(text(operands[0])) }
func textLength(operands []*ast.Term) int       { return len(text(operands[0])) }
func secondTextLength(operands []*ast.Term) int { return len(text(operands[1])) }

func concatSize(operands []*ast.Term) int {
	size, n := 0, 0
	eachElement(operands[1], func(e *ast.Term) bool {
		size, n = size+len(text(e)), n+1
		return size <= mostText
	})
	return size + max(n-1, 0)*len(text(operands[0]))
}

func replaceSize(operands []*ast.Term) int {
	s, old, with := text(operands[0]), text(operands[1]), text(operands[2])
	return len(s) + strings.Count(s, old)*max(len(with)-len(old), 0)
}

func replaceManySize(operands []*ast.Term) int {
	s, longest := text(operands[1]), 0
	shortest := len(s) + 1
	eachPair(operands[0], func(old, with *ast.Term) {
		longest, shortest = max(longest, len(text(with))), min(shortest, max(len(text(old)), 1))
	})
	return len(s) + (len(s)/shortest+1)*longest
}

// regexReplaceSize takes every character for a match. Groups of matches do not
// overlap, so each time that one is named adds the text once at most.
func regexReplaceSize(operands []*ast.Term) int {
	s, with := text(operands[0]), text(operands[2])
	return len(s) + (len(s)+1)*len(with) + strings.Count(with, "$")*len(s)
}

func splitSize(operands []*ast.Term) int {
	return strings.Count(text(operands[0]), text(operands[1])) + 1
}

func sprintfSize(operands []*ast.Term) int {
	format := text(operands[0])
	if strings.Contains(format, "*") && hasLargeNumber(operands[1]) {
		return mostText + 1
	}
	verbs := strings.Count(format, "%")
	size, largest := len(format)+padding(format), 0
	eachElement(operands[1], func(e *ast.Term) bool {
		n := printedSize(e, mostText)
		size, largest = size+n, max(largest, n)
		return size <= mostText
	})
	if strings.Contains(format, "[") { // one value may be printed several times
		size += verbs * largest
	}
	return size
}

// padding is the sum of the widths and precisions that a format asks for.
func padding(format string) int {
	sum, n := 0, 0
	for i := range len(format) {
		if c := format[i]; c >= '0' && c <= '9' {
			n = min(n*10+int(c-'0'), mostText+1)
			continue
		}
		sum, n = sum+n, 0
	}
	return sum
}

func hasLargeNumber(list *ast.Term) bool {
	found := false
	eachElement(list, func(e *ast.Term) bool {
		if n, ok := e.Value.(ast.Number); ok {
			i, small := n.Int()
			found = found || !small || i > mostPadding
		}
		return !found
	})
	return found
}

func templateSize(operands []*ast.Term) int { return printedSize(operands[0], mostText) }

// printedSize is about how many bytes a value takes when it is printed. It stops
// to count where there are more than the limit: a value that holds itself twice,
// thirty levels deep, is small and prints as gigabytes.
func printedSize(t *ast.Term, limit int) int {
	switch v := t.Value.(type) {
	case ast.String:
		return len(v) + 2
	case ast.Number:
		return len(v)
	case *ast.Array, ast.Set:
		size := 2
		eachElement(t, func(e *ast.Term) bool {
			size += printedSize(e, limit-size) + 2
			return size <= limit
		})
		return size
	case ast.Object:
		size := 2
		for _, key := range v.Keys() {
			if size += printedSize(key, limit-size) + printedSize(v.Get(key), limit-size) + 4; size > limit {
				break
			}
		}
		return size
	}
	return 8
}

func formatIntSize(operands []*ast.Term) int {
	if digits(operands[:1]) > mostDigits {
		return mostText + 1
	}
	return 0
}

// digits is how many digits the product of numbers has.
func digits(operands []*ast.Term) int {
	sum := 0
	for _, t := range operands {
		if n, ok := t.Value.(ast.Number); ok {
			sum += digitsOf(string(n))
		}
	}
	return sum
}

// digitsOf is how many digits a number has when it is written out.
func digitsOf(number string) int {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(number), "e")
	n, _ := strconv.Atoi(strings.TrimLeft(exponent, "+-"))
	return len(mantissa) + n
}

func innerDigits(operands []*ast.Term) int {
	sum := 0
	eachElement(operands[0], func(e *ast.Term) bool {
		if n, ok := e.Value.(ast.Number); ok && n != "0" && n != "1" {
			sum += digitsOf(string(n))
		}
		return sum <= mostDigits
	})
	return sum
}

func elementCount(operands []*ast.Term) int {
	n := 0
	for _, t := range operands {
		n += length(t)
	}
	return n
}

// innerCount is how many elements the elements of a list have.
func innerCount(operands []*ast.Term) int {
	n := 0
	eachElement(operands[0], func(e *ast.Term) bool {
		n += max(length(e), 1)
		return n <= mostElements
	})
	return n
}

func length(t *ast.Term) int {
	if v, ok := t.Value.(interface{ Len() int }); ok {
		return v.Len()
	}
	return 0
}

// eachElement visits the elements of a list or set until it is told to stop.
func eachElement(t *ast.Term, visit func(*ast.Term) (more bool)) {
	switch v := t.Value.(type) {
	case *ast.Array:
		for i := range v.Len() {
			if !visit(v.Elem(i)) {
				return
			}
		}
	case ast.Set:
		for _, e := range v.Slice() {
			if !visit(e) {
				return
			}
		}
	}
}

func eachPair(t *ast.Term, visit func(key, value *ast.Term)) {
	if o, ok := t.Value.(ast.Object); ok {
		o.Foreach(visit)
	}
}
