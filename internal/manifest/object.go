package manifest

import (
	"bytes"
	"encoding/json"
)

// An object is a JSON object that keeps the order of its members, so that a
// generated file reads as it was meant to.
type object []field

type field struct {
	key   string
	value any
}

// with returns the object with one member more.
func (o object) with(key string, value any) object {
	return append(o[:len(o):len(o)], field{key, value})
}

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		for part, v := range []any{f.key, f.value} {
			if part > 0 {
				out.WriteByte(':')
			}
			if err := plainEncoder(&out).Encode(v); err != nil {
				return nil, err
			}
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// indented writes a value with one member a line.
func indented(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := plainEncoder(&out)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return out.Bytes(), err
}

// plainEncoder does not escape what only HTML would need escaped.
func plainEncoder(out *bytes.Buffer) *json.Encoder {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc
}
