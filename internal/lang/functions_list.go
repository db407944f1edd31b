package lang

import (
	"slices"
	"strings"
)

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
