package manifest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/schema"
)

// largest is the largest whole number that JSON carries exactly between
// programs (RFC 7493, section 2.2).
const largest = 1<<53 - 1

const (
	beforeDigest = `{"digest":"`
	digestPrefix = "sha256:"
	beforeModel  = `","model":`
	atEnd        = "}\n"

	digestSize = len(digestPrefix) + sha256.Size*2
	modelStart = len(beforeDigest) + digestSize + len(beforeModel)
)

// blockSize is somewhat more than what a block often takes in a manifest, in bytes.
const blockSize = 320

// Encode writes the model as a manifest. The error names the attribute whose
// value JSON cannot carry: a text that is not UTF-8, or a number beyond 2⁵³. A
// manifest that Decode would refuse for its size is an error too.
func Encode(m *model.Model) ([]byte, error) { return encode(m, schema.Version) }

// encode writes a manifest of a version of the language.
func encode(m *model.Model, version string) ([]byte, error) {
	e := encoder{out: make([]byte, 0, m.Size()*blockSize), sorted: sortedMembers()}
	e.out = append(e.out, beforeDigest...)
	e.out = append(e.out, strings.Repeat(" ", digestSize)...)
	e.out = append(e.out, beforeModel...)
	e.model(m)
	if e.err != nil {
		return nil, e.err
	}
	copy(e.out[len(beforeDigest):], digest(e.out[modelStart:]))
	e.out = append(e.out, afterModel(version)...)
	e.translations(m)
	if e.err != nil {
		return nil, e.err
	}
	e.out = append(e.out, atEnd...)
	if len(e.out) > MaxBytes {
		return nil, fmt.Errorf("the manifest would be larger than %d MiB, which nothing reads again: describe it as several policies", MaxBytes>>20)
	}
	return e.out, nil
}

// digest returns the digest of a model in canonical form.
func digest(canonical []byte) string {
	sum := sha256.Sum256(canonical)
	return digestPrefix + hex.EncodeToString(sum[:])
}

// An encoder appends canonical JSON. It keeps the first error.
type encoder struct {
	out    []byte
	err    error
	sorted map[*schema.Block][]member
}

func (e *encoder) model(m *model.Model) {
	e.out = append(e.out, '{')
	first := true
	for _, kind := range sortedKinds() {
		blocks := slices.Clone(m.All(kind.Name))
		slices.SortStableFunc(blocks, func(x, y *model.Block) int { return strings.Compare(addressOf(x), addressOf(y)) })
		first = e.blocks(kind.Name, blocks, first)
	}
	e.out = append(e.out, '}')
}

// blocks writes the blocks of one kind as a member of the object around it, if
// there are any, and reports whether that object is still empty.
func (e *encoder) blocks(key string, blocks []*model.Block, first bool) (stillFirst bool) {
	if len(blocks) == 0 {
		return first
	}
	e.key(key, first)
	e.out = append(e.out, '[')
	if len(blocks) <= batch {
		e.list(blocks)
	} else {
		e.batches(blocks)
	}
	e.out = append(e.out, ']')
	return false
}

// batch is how many blocks one core writes at a time.
const batch = 256

// batches writes many blocks side by side.
func (e *encoder) batches(blocks []*model.Block) {
	parts := slices.Collect(slices.Chunk(blocks, batch))
	written := make([]encoder, len(parts))
	parallel.For(len(parts), func(i int) {
		written[i] = encoder{out: make([]byte, 0, len(parts[i])*blockSize), sorted: e.sorted}
		written[i].list(parts[i])
	})
	for i := range written {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.out = append(e.out, written[i].out...)
		if e.err == nil {
			e.err = written[i].err
		}
	}
}

// list writes blocks with commas between them.
func (e *encoder) list(blocks []*model.Block) {
	for i, b := range blocks {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.block(b)
	}
}

func (e *encoder) block(b *model.Block) {
	set := make([]*model.Attr, len(b.Schema.Attrs))
	for i := range b.Attrs {
		set[b.Attrs[i].Schema.Index] = &b.Attrs[i]
	}
	e.out = append(e.out, '{')
	first := true
	for _, m := range e.sorted[b.Schema] {
		switch {
		case m.attr != nil:
			if a := set[m.attr.Index]; a != nil {
				e.key(m.key, first)
				e.value(b, a, a.Value)
				first = false
			}
		case m.kind != nil:
			if len(b.Blocks) > 0 {
				first = e.blocks(m.key, b.Inside(m.key), first)
			}
		case m.key == addressKey:
			e.key(addressKey, first)
			e.text(b, nil, addressOf(b))
			first = false
		case b.Name != "":
			e.key(nameKey, first)
			e.text(b, nil, b.Name)
			first = false
		}
	}
	e.out = append(e.out, '}')
}

// addressOf returns the address of a block. A move has no name, and in the model
// is told apart by its place in the source, of which a manifest knows nothing;
// here it is called by what it moved.
func addressOf(b *model.Block) string {
	if b.Schema.Name != "moved" || !b.Has("from") {
		return b.Address
	}
	return "moved." + b.Get("from").Value.String()
}

func (e *encoder) key(key string, first bool) {
	if !first {
		e.out = append(e.out, ',')
	}
	e.out = append(e.out, '"')
	e.out = append(e.out, key...)
	e.out = append(e.out, '"', ':')
}

func (e *encoder) value(b *model.Block, a *model.Attr, v model.Value) {
	switch v := v.(type) {
	case model.Bool:
		e.out = strconv.AppendBool(e.out, bool(v))
	case model.Number:
		if v > largest || v < -largest {
			e.fail(b, a, "the number "+v.String()+" is too large to be written exactly")
		}
		e.out = strconv.AppendInt(e.out, int64(v), 10)
	case model.List:
		e.out = append(e.out, '[')
		for i, element := range v {
			if i > 0 {
				e.out = append(e.out, ',')
			}
			e.value(b, a, element)
		}
		e.out = append(e.out, ']')
	default:
		e.text(b, a, v.String())
	}
}

func (e *encoder) text(b *model.Block, a *model.Attr, s string) {
	out, ok := appendString(e.out, s)
	if !ok {
		e.fail(b, a, "the text is not valid UTF-8")
	}
	e.out = out
}

func (e *encoder) fail(b *model.Block, a *model.Attr, why string) {
	if e.err != nil {
		return
	}
	at := b.Address
	if a != nil {
		at = model.Fact{Block: b, Attr: a}.ID()
	}
	e.err = fmt.Errorf("manifest: %s: %s", strings.ToValidUTF8(at, "\uFFFD"), why)
}
