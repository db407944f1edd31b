package manifest

import (
	"slices"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/model"
)

// Pointers returns a function that says where in the model's manifest a block
// stands, or one of its attributes, as a JSON Pointer (RFC 6901):
// /model/data_store/3/technology. It is empty for a block of another model.
//
// The places are worked out once, for all blocks.
func Pointers(m *model.Model) func(b *model.Block, attr string) string {
	p := pointers{}
	for _, kind := range sortedKinds() {
		blocks := slices.Clone(m.All(kind.Name))
		slices.SortStableFunc(blocks, func(x, y *model.Block) int { return strings.Compare(addressOf(x), addressOf(y)) })
		p.add("/model/"+kind.Name+"/", blocks)
	}
	return p.find
}

type pointers map[*model.Block]string

func (p pointers) add(prefix string, blocks []*model.Block) {
	for i, b := range blocks {
		p[b] = prefix + strconv.Itoa(i)
		for _, kind := range inside(b.Schema) {
			if len(b.Blocks) > 0 {
				p.add(p[b]+"/"+kind.Name+"/", b.Inside(kind.Name))
			}
		}
	}
}

func (p pointers) find(b *model.Block, attr string) string {
	at := p[b]
	if at == "" || attr == "" {
		return at
	}
	return at + "/" + attrKey(b.Schema, b.Schema.Attr(attr))
}

// AppendValue appends a value as a manifest has it. A text that is not UTF-8,
// which no manifest can hold, is mended.
func AppendValue(dst []byte, v model.Value) []byte {
	switch v := v.(type) {
	case model.Bool:
		return strconv.AppendBool(dst, bool(v))
	case model.Number:
		return strconv.AppendInt(dst, int64(v), 10)
	case model.List:
		dst = append(dst, '[')
		for i, element := range v {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = AppendValue(dst, element)
		}
		return append(dst, ']')
	}
	dst, _ = appendString(dst, strings.ToValidUTF8(v.String(), "\uFFFD"))
	return dst
}
