package manifest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// MaxBytes is the size of the largest manifest that Decode reads: half as much
// again as that of a policy of 100,000 blocks. A manifest made to hurt, of very many
// very short values, takes some 25 times its size in memory.
const MaxBytes = 64 << 20

// Decode reads a manifest. It accepts what Encode writes and nothing else, byte
// for byte, so that two readers of one manifest cannot come to different
// conclusions; a manifest that was edited or damaged is an error that says
// where. The blocks of the model stand nowhere in the source and are in the
// order of the manifest.
//
// Manifests of every version of the language that was published can be read, each
// with what the language had then; see [schema.Versions]. One of a version that is
// not known here is a *VersionError.
func Decode(data []byte) (*model.Model, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("manifest: larger than %d MiB", MaxBytes>>20)
	}
	return read(data, schema.Versions)
}

func (d *decoder) decode() (*model.Model, error) {
	blocks, stated := d.manifest()
	d.resolve()
	if d.err != nil {
		return nil, d.err
	}
	m := model.New(blocks)
	m.Translate(d.translate(stated))
	if d.err != nil {
		return nil, d.err
	}
	again, err := encode(m, d.stated)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(again, d.data) {
		return nil, errors.New("manifest: the content is not in the canonical form in which it was written")
	}
	return m, nil
}

// A decoder builds blocks from canonical JSON, led by the schema: what the
// language does not have is an error where it stands, so nothing is nested
// deeper than the language nests.
type decoder struct {
	scanner
	data      []byte   // what the scanner reads
	versions  []string // that are known, the oldest first
	stated    string   // that of this manifest
	byAddress map[string]*model.Block
	pending   []pending
}

// A pending reference is one whose block may stand further on.
type pending struct {
	ref  *model.Ref
	from *model.Block
	attr *schema.Attr
}

func (d *decoder) manifest() ([]*model.Block, []statedWording) {
	d.expect(beforeDigest)
	stated := d.src[d.pos:min(d.pos+digestSize, len(d.src))]
	d.pos += len(stated)
	d.expect(beforeModel)
	start := d.pos
	blocks := d.model()
	end := d.pos
	d.version()
	translated := d.translations()
	d.end()
	if d.err == nil && stated != digest(d.data[start:end]) {
		d.err = errors.New("manifest: the digest is not that of the model; one of them was changed after it was written")
	}
	return blocks, translated
}

// version reads what follows the model.
func (d *decoder) version() {
	_, rest, _ := strings.Cut(afterModel(d.stated), ",")
	d.expect(",")
	if d.err == nil && !d.accept(rest) {
		d.fail("only manifests of the schema %s can be read, in which %s follows the model", URN, rest)
	}
}

// end reads the end of the manifest.
func (d *decoder) end() {
	if d.err == nil && d.src[d.pos:] != atEnd {
		d.fail("a manifest ends in a brace and a line break; only manifests of the schema %s can be read", URN)
	}
}

func (d *decoder) model() []*model.Block {
	var blocks []*model.Block
	d.object(func(key string) {
		kind := schema.Lookup(key)
		switch {
		case kind == nil || !kind.Describes():
			d.fail("a manifest holds no %s", strconv.Quote(key))
			return
		case !d.isKnown(kind.Since):
			d.fail("version %s of the language had no %s", d.stated, key)
			return
		}
		blocks = append(blocks, d.blocks(kind, nil)...)
	})
	return blocks
}

func (d *decoder) blocks(kind *schema.Block, parent *model.Block) []*model.Block {
	var blocks []*model.Block
	d.array(func() { blocks = append(blocks, d.block(kind, parent)) })
	return blocks
}

func (d *decoder) block(kind *schema.Block, parent *model.Block) *model.Block {
	b := &model.Block{Schema: kind, Parent: parent}
	start := d.pos
	d.object(func(key string) {
		switch m := memberOf(kind, key); {
		case m == nil:
			d.fail("%s has no %s", kind.Name, strconv.Quote(key))
		case m.attr != nil && !d.isKnown(m.attr.Since), m.kind != nil && !d.isKnown(m.kind.Since):
			d.fail("in version %s of the language, %s had no %s", d.stated, kind.Name, key)
		case m.attr != nil:
			b.Attrs = append(b.Attrs, model.Attr{Schema: m.attr, Value: d.value(b, m.attr)})
		case m.kind != nil:
			b.Blocks = append(b.Blocks, d.blocks(m.kind, b)...)
		case key == addressKey:
			b.Address = d.text()
		default:
			b.Name = d.text()
		}
	})
	slices.SortFunc(b.Attrs, func(x, y model.Attr) int { return x.Schema.Index - y.Schema.Index })
	d.register(b, start)
	return b
}

// memberOf returns the member with the given key in an object of the kind, or
// nil.
func memberOf(kind *schema.Block, key string) *member {
	list := sortedMembers()[kind]
	i, found := slices.BinarySearchFunc(list, key, func(m member, key string) int { return strings.Compare(m.key, key) })
	if !found {
		return nil
	}
	return &list[i]
}

// register checks a block that has been read and makes it known.
func (d *decoder) register(b *model.Block, start int) {
	if d.err != nil {
		return
	}
	end := d.pos
	d.pos = start // where a finding about the whole block stands
	switch {
	case b.Address == "":
		d.fail("a %s without an address", b.Schema.Name)
	case b.Name == "" && b.Schema.Labels == schema.OneLabel:
		d.fail("%s has no name", b.Address)
	case d.byAddress[b.Address] != nil:
		d.fail("there are two blocks with the address %s", b.Address)
	}
	for _, a := range b.Schema.Attrs {
		if a.Required && d.isKnown(a.Since) && !b.Has(a.Name) {
			d.fail("%s lacks %s", b.Address, a.Name)
		}
	}
	d.byAddress[b.Address] = b
	d.pos = end
}

// resolve makes every reference lead to its block.
func (d *decoder) resolve() {
	for _, p := range d.pending {
		target := d.byAddress[p.ref.Address]
		at := p.from.Address + "." + p.attr.Name
		switch targets := p.attr.Type.Targets; {
		case d.err != nil:
			return
		case target == nil && p.attr.Type.Kind != schema.Address:
			d.err = fmt.Errorf("manifest: %s names %s, which is not in the manifest", at, p.ref.Address)
		case target != nil && len(targets) > 0 && !slices.Contains(targets, target.Schema.Name):
			d.err = fmt.Errorf("manifest: %s names %s, but takes %s", at, p.ref.Address, p.attr.Type)
		}
		p.ref.Target = target
	}
}
