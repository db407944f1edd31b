package lang

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
)

// A Function is a function of the language. Each is bounded: it does work in
// proportion to its arguments, and what it returns is no larger than they are,
// but for join and replace, whose results are limited like every text.
type Function struct {
	Name      string
	Signature string
	Doc       string // a sentence
	Example   string // an expression and what it comes to

	least, most int // arguments; most is -1 where there may be any number
	call        func(c *call) value
}

// A call is one use of a function, with its arguments evaluated.
type call struct {
	compiler *compiler
	fn       *Function
	expr     *hclsyntax.FunctionCallExpr
	args     []value
	env      *env
}

// Functions lists the functions of the language in alphabetical order.
func Functions() []Function { return slices.Clone(functions) }

var functions = []Function{
	{"coalesce", "coalesce(value, …)", "The first of the values that is neither null nor an empty text.", `coalesce("", "b")  → "b"`, 1, -1, fnCoalesce},
	{"compact", "compact(list)", "The texts of a list that are not empty.", `compact(["a", ""])  → ["a"]`, 1, 1, fnCompact},
	{"concat", "concat(list, …)", "The lists, one after the other.", `concat(["a"], ["b"])  → ["a", "b"]`, 1, -1, fnConcat},
	{"contains", "contains(list, value)", "True if the value is in the list.", `contains(["a"], "a")  → true`, 2, 2, fnContains},
	{"distinct", "distinct(list)", "The list without repetitions, in the order of first appearance.", `distinct(["a", "b", "a"])  → ["a", "b"]`, 1, 1, fnDistinct},
	{"except", "except(list, list)", "The first list without the elements of the second.", `except(["a", "b"], ["a"])  → ["b"]`, 2, 2, fnExcept},
	{"flatten", "flatten(list)", "A list with the elements of the lists in it, however deep.", `flatten([["a"], "b"])  → ["a", "b"]`, 1, 1, fnFlatten},
	{"join", "join(separator, list)", "The texts of a list as one text, with a separator between them.", `join(", ", ["a", "b"])  → "a, b"`, 2, 2, fnJoin},
	{"keys", "keys(map)", "The keys of a map, or the names of the blocks of a kind.", `keys({ a = 1 })  → ["a"]`, 1, 1, fnKeys},
	{"length", "length(value)", "How many elements a list or map has, or how many characters a text.", `length(["a", "b"])  → 2`, 1, 1, fnLength},
	{"lookup", "lookup(map, key, default)", "The value under a key of a map, or the default.", `lookup({ a = 1 }, "b", 2)  → 2`, 3, 3, fnLookup},
	{"lower", "lower(text)", "The text in small letters.", `lower("EU")  → "eu"`, 1, 1, fnLower},
	{"merge", "merge(map, …)", "The maps as one; of a key that stands in several, the last holds.", `merge({ a = 1 }, { b = 2 })  → { a = 1, b = 2 }`, 1, -1, fnMerge},
	{"replace", "replace(text, old, new)", "The text with every old part replaced by a new one.", `replace("a-b", "-", "_")  → "a_b"`, 3, 3, fnReplace},
	{"reverse", "reverse(list)", "The list from its end to its beginning.", `reverse(["a", "b"])  → ["b", "a"]`, 1, 1, fnReverse},
	{"sort", "sort(list)", "The texts of a list in alphabetical order of their letters' codes.", `sort(["b", "a"])  → ["a", "b"]`, 1, 1, fnSort},
	{"split", "split(separator, text)", "The parts of a text between a separator.", `split(",", "a,b")  → ["a", "b"]`, 2, 2, fnSplit},
	{"trimspace", "trimspace(text)", "The text without blanks at its ends.", `trimspace(" a ")  → "a"`, 1, 1, fnTrimSpace},
	{"upper", "upper(text)", "The text in capital letters.", `upper("eu")  → "EU"`, 1, 1, fnUpper},
	{"values", "values(map)", "The values of a map; values(data_store) are references to every data store.", `values({ a = 1 })  → [1]`, 1, 1, fnValues},
}

var functionByName = func() map[string]*Function {
	m := make(map[string]*Function, len(functions))
	for i := range functions {
		m[functions[i].Name] = &functions[i]
	}
	return m
}()

func functionNames() []string { return slices.Sorted(maps.Keys(functionByName)) }

func (c *compiler) evalCall(x *hclsyntax.FunctionCallExpr, e *env) value {
	fn, ok := functionByName[x.Name]
	if !ok {
		return value{}
	}
	k := &call{compiler: c, fn: fn, expr: x, args: make([]value, len(x.Args)), env: e}
	size := 0
	for i, a := range x.Args {
		if k.args[i] = c.eval(a, e); !k.args[i].known() {
			return value{}
		}
		size += int(k.args[i].size)
	}
	if size > maxSize {
		return c.tooLarge(e.span(x.Range()), "works on more than 200,000 values")
	}
	if !c.spend(size, 0, e.span(x.Range())) {
		return value{}
	}
	return fn.call(k)
}

// wrong reports an argument that the function cannot use.
func (k *call) wrong(arg int, want string) value {
	v := k.args[arg]
	k.compiler.report(diag.New(diag.FunctionCall, v.span, k.fn.Name+" takes "+want+" here, not "+kindWords[v.kind]).
		Because("It is used as " + k.fn.Signature + ". " + k.fn.Doc))
	return value{}
}

func (k *call) isList(arg int) bool { return k.args[arg].kind == listValue }

func (k *call) isMap(arg int) bool { return k.args[arg].kind == mapValue }

func (k *call) isText(arg int) bool { return k.args[arg].kind == textValue }
