package lang

import (
	"strings"
)

// bounded returns a text unless it has grown beyond the limit.
func (k *call) bounded(s string) value {
	if len(s) > maxText {
		return k.compiler.tooLong(k.env.span(k.expr.Range()))
	}
	return textOf(s)
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

func fnReplace(k *call) value {
	for i := range k.args {
		if !k.isText(i) {
			return k.wrong(i, "a text")
		}
	}
	text, old, by := k.args[0].text, k.args[1].text, k.args[2].text
	if old == "" {
		return k.wrong(1, "a text that is not empty")
	}
	if grown := strings.Count(text, old)*(len(by)-len(old)) + len(text); grown > maxText {
		return k.compiler.tooLong(k.env.span(k.expr.Range()))
	}
	return textOf(strings.ReplaceAll(text, old, by))
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

func fnLower(k *call) value { return textFunction(k, strings.ToLower) }

func fnUpper(k *call) value { return textFunction(k, strings.ToUpper) }

func fnTrimSpace(k *call) value { return textFunction(k, strings.TrimSpace) }
