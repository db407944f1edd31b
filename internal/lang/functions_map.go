package lang

import (
	"github.com/privity/privity/internal/diag"
)

func fnCoalesce(k *call) value {
	for _, v := range k.args {
		if v.kind != nullValue && (v.kind != textValue || v.text != "") {
			return v
		}
	}
	k.compiler.report(diag.New(diag.FunctionCall, k.env.span(k.expr.Range()), "coalesce was given nothing but empty values").Because("Put a value at the end that is never empty."))
	return value{}
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

func fnValues(k *call) value {
	if !k.isMap(0) {
		return k.wrong(0, "a map")
	}
	return listOf(k.args[0].list)
}
