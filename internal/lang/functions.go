package lang

import (
	"maps"
	"slices"
	"strings"

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
func (k *call) isMap(arg int) bool  { return k.args[arg].kind == mapValue }
func (k *call) isText(arg int) bool { return k.args[arg].kind == textValue }

// bounded returns a text unless it has grown beyond the limit.
func (k *call) bounded(s string) value {
	if len(s) > maxText {
		return k.compiler.tooLong(k.env.span(k.expr.Range()))
	}
	return textOf(s)
}

func fnCoalesce(k *call) value {
	for _, v := range k.args {
		if v.kind != nullValue && (v.kind != textValue || v.text != "") {
			return v
		}
	}
	k.compiler.report(diag.New(diag.FunctionCall, k.env.span(k.expr.Range()), "coalesce was given nothing but empty values").Because("Put a value at the end that is never empty."))
	return value{}
}

func fnCompact(k *call) value {
	if !k.isList(0) {
		return k.wrong(0, "a list")
	}
	var list []value
	for _, v := range k.args[0].list {
		if v.kind != nullValue && (v.kind != textValue || v.text != "") {
			list = append(list, v)
		}
	}
	return listOf(list)
}

func fnConcat(k *call) value {
	var list []value
	for i := range k.args {
		if !k.isList(i) {
			return k.wrong(i, "a list")
		}
		list = append(list, k.args[i].list...)
	}
	return listOf(list)
}

type identityOf struct {
	kind valueKind
	num  int64
	text string
}

// identity returns a key under which equal values meet; a list or map has none.
func identity(v value) (any, bool) {
	switch v.kind {
	case textValue:
		return v.text, true
	case refValue:
		return v.ref.block, true
	case numberValue, boolValue:
		return identityOf{v.kind, v.num, v.text}, true
	}
	return nil, false
}

func identities(list []value) map[any]bool {
	m := make(map[any]bool, len(list))
	for _, v := range list {
		if id, ok := identity(v); ok {
			m[id] = true
		}
	}
	return m
}

func fnContains(k *call) value {
	if !k.isList(0) {
		return k.wrong(0, "a list")
	}
	return boolOf(slices.ContainsFunc(k.args[0].list, func(v value) bool { return equal(v, k.args[1]) }))
}

func fnDistinct(k *call) value {
	if !k.isList(0) {
		return k.wrong(0, "a list")
	}
	seen := map[any]bool{}
	var list []value
	for _, v := range k.args[0].list {
		id, ok := identity(v)
		if !ok {
			return k.wrong(0, "a list of texts, numbers or references")
		}
		if !seen[id] {
			seen[id] = true
			list = append(list, v)
		}
	}
	return listOf(list)
}

func fnExcept(k *call) value {
	if !k.isList(0) {
		return k.wrong(0, "a list")
	}
	if !k.isList(1) {
		return k.wrong(1, "a list")
	}
	drop := identities(k.args[1].list)
	var list []value
	for _, v := range k.args[0].list {
		if id, ok := identity(v); !ok || !drop[id] {
			list = append(list, v)
		}
	}
	return listOf(list)
}

func fnFlatten(k *call) value {
	if !k.isList(0) {
		return k.wrong(0, "a list")
	}
	var list []value
	var unfold func(value)
	unfold = func(v value) {
		if v.kind != listValue {
			list = append(list, v)
			return
		}
		for _, x := range v.list {
			unfold(x)
		}
	}
	unfold(k.args[0])
	return listOf(list)
}

func fnJoin(k *call) value {
	if !k.isText(0) {
		return k.wrong(0, "a text")
	}
	if !k.isList(1) {
		return k.wrong(1, "a list of texts")
	}
	parts := make([]string, len(k.args[1].list))
	size := 0
	for i, v := range k.args[1].list {
		s, ok := v.printed()
		if !ok {
			k.args[1] = v
			return k.wrong(1, "a list of texts")
		}
		parts[i] = s
		if size += len(s) + len(k.args[0].text); size > 2*maxText {
			break
		}
	}
	if size > 2*maxText {
		return k.bounded(strings.Repeat(" ", maxText+1))
	}
	return k.bounded(strings.Join(parts, k.args[0].text))
}

func fnKeys(k *call) value {
	if !k.isMap(0) {
		return k.wrong(0, "a map")
	}
	list := make([]value, len(k.args[0].keys))
	for i, key := range k.args[0].keys {
		list[i] = textOf(key)
	}
	return listOf(list)
}

func fnLength(k *call) value {
	switch v := k.args[0]; v.kind {
	case listValue, mapValue:
		return numberOf(int64(len(v.list)))
	case textValue:
		return numberOf(int64(len([]rune(v.text))))
	}
	return k.wrong(0, "a list, a map or a text")
}

func fnLookup(k *call) value {
	if !k.isMap(0) {
		return k.wrong(0, "a map")
	}
	if !k.isText(1) {
		return k.wrong(1, "a text")
	}
	if v, ok := k.args[0].field(k.args[1].text); ok {
		return v
	}
	return k.args[2]
}

func fnMerge(k *call) value {
	var keys []string
	var values []value
	place := map[string]int{}
	for i := range k.args {
		if !k.isMap(i) {
			return k.wrong(i, "a map")
		}
		for j, key := range k.args[i].keys {
			if at, twice := place[key]; twice {
				values[at] = k.args[i].list[j]
				continue
			}
			place[key] = len(keys)
			keys, values = append(keys, key), append(values, k.args[i].list[j])
		}
	}
	return mapOf(keys, values)
}

func fnReplace(k *call) value {
	for i := range k.args {
		if !k.isText(i) {
			return k.wrong(i, "a text")
		}
	}
	text, old, new := k.args[0].text, k.args[1].text, k.args[2].text
	if old == "" {
		return k.wrong(1, "a text that is not empty")
	}
	if grown := strings.Count(text, old)*(len(new)-len(old)) + len(text); grown > maxText {
		return k.compiler.tooLong(k.env.span(k.expr.Range()))
	}
	return textOf(strings.ReplaceAll(text, old, new))
}

func fnReverse(k *call) value {
	if !k.isList(0) {
		return k.wrong(0, "a list")
	}
	list := slices.Clone(k.args[0].list)
	slices.Reverse(list)
	return listOf(list)
}

func fnSort(k *call) value {
	if !k.isList(0) {
		return k.wrong(0, "a list of texts")
	}
	list := slices.Clone(k.args[0].list)
	for _, v := range list {
		if v.kind != textValue {
			return k.wrong(0, "a list of texts")
		}
	}
	slices.SortStableFunc(list, func(a, b value) int { return strings.Compare(a.text, b.text) })
	return listOf(list)
}

func fnSplit(k *call) value {
	for i := range k.args {
		if !k.isText(i) {
			return k.wrong(i, "a text")
		}
	}
	if k.args[0].text == "" {
		return k.wrong(0, "a text that is not empty")
	}
	var list []value
	for _, s := range strings.Split(k.args[1].text, k.args[0].text) {
		list = append(list, textOf(s))
	}
	return listOf(list)
}

func textFunction(k *call, change func(string) string) value {
	if !k.isText(0) {
		return k.wrong(0, "a text")
	}
	return k.bounded(change(k.args[0].text))
}

func fnLower(k *call) value     { return textFunction(k, strings.ToLower) }
func fnUpper(k *call) value     { return textFunction(k, strings.ToUpper) }
func fnTrimSpace(k *call) value { return textFunction(k, strings.TrimSpace) }

func fnValues(k *call) value {
	if !k.isMap(0) {
		return k.wrong(0, "a map")
	}
	return listOf(k.args[0].list)
}
