package lang

import (
	"slices"
	"strconv"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
)

// A value is what an expression comes to, before the schema says what it is to
// be. The zero value is the unknown.
type value struct {
	kind valueKind
	text string
	num  int64
	list []value  // elements of a list, values of a map
	keys []string // keys of a map, beside list
	ref  *target  // of a reference; nil while a file is bound, when text is the address as written
	span source.Span
	size int32 // values in it, itself included, as if none were shared
	deep int32 // lists and maps within each other
}

type valueKind int

const (
	unknownValue valueKind = iota // something is broken; says nothing more
	nullValue
	textValue
	boolValue // num is 0 or 1
	numberValue
	listValue
	mapValue
	refValue
)

// kindWords name the kinds of value to an author.
var kindWords = [...]string{"unknown", "null", "text", "true or false", "a number", "a list", "a map", "a reference"}

// A target is the block that a reference leads to.
type target struct {
	block *model.Block
	decl  *decl
}

func (v value) known() bool { return v.kind != unknownValue }

func (v value) at(span source.Span) value {
	v.span = span
	return v
}

func textOf(s string) value             { return value{kind: textValue, text: s, size: 1 + int32(len(s)/16)} }
func numberOf(n int64) value            { return value{kind: numberValue, num: n, size: 1} }
func refTo(t *target) value             { return value{kind: refValue, ref: t, size: 1} }
func refByAddress(address string) value { return value{kind: refValue, text: address, size: 1} }
func (v value) isTrue() bool            { return v.kind == boolValue && v.num == 1 }
func nothing() value                    { return value{kind: nullValue, size: 1} }

func listOf(vs []value) value {
	return value{kind: listValue, list: vs}.measured()
}

func mapOf(keys []string, vs []value) value {
	return value{kind: mapValue, keys: keys, list: vs}.measured()
}

func boolOf(b bool) value {
	v := value{kind: boolValue, size: 1}
	if b {
		v.num = 1
	}
	return v
}

// measured counts what is in a list or map. It stops where there is too much.
func (v value) measured() value {
	v.size = 1
	for i := range v.list {
		v.deep = max(v.deep, v.list[i].deep)
		if v.size += v.list[i].size; v.size > maxSize {
			break
		}
	}
	v.deep++
	return v
}

// field returns the value of a map under a key.
func (v value) field(key string) (value, bool) {
	for i, k := range v.keys {
		if k == key {
			return v.list[i], true
		}
	}
	return value{}, false
}

// printed returns the value as text, where it has one.
func (v value) printed() (string, bool) {
	switch v.kind {
	case textValue:
		return v.text, true
	case numberValue:
		if v.text != "" {
			return v.text, true
		}
		return strconv.FormatInt(v.num, 10), true
	case boolValue:
		return strconv.FormatBool(v.num == 1), true
	}
	return "", false
}

// equal compares two values; references are equal that lead to the same block.
func equal(a, b value) bool {
	if a.kind != b.kind {
		return false
	}
	switch a.kind {
	case textValue:
		return a.text == b.text
	case refValue:
		return a.ref.block == b.ref.block
	case listValue:
		return slices.EqualFunc(a.list, b.list, equal)
	case mapValue:
		return equalMaps(a, b)
	}
	return a.num == b.num && a.text == b.text
}

// equalMaps compares two maps, whatever order their keys are in.
func equalMaps(a, b value) bool {
	if len(a.keys) != len(b.keys) {
		return false
	}
	places := make(map[string]int, len(b.keys))
	for i, k := range b.keys {
		places[k] = i
	}
	for i, k := range a.keys {
		if at, ok := places[k]; !ok || !equal(a.list[i], b.list[at]) {
			return false
		}
	}
	return true
}

// fromModel turns a value of the model back into one of an expression.
func fromModel(v model.Value) value {
	switch v := v.(type) {
	case nil:
		return value{}
	case model.Bool:
		return boolOf(bool(v))
	case model.Number:
		return numberOf(int64(v))
	case *model.Ref:
		if v.Target == nil {
			return value{} // it leads nowhere, which was reported
		}
		return refTo(&target{block: v.Target})
	case model.List:
		list := make([]value, len(v))
		for i := range v {
			if list[i] = fromModel(v[i]); !list[i].known() {
				return value{}
			}
		}
		return listOf(list)
	}
	return textOf(v.String())
}
