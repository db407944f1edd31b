package manifest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gowebpki/jcs"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// block makes a block with the attributes given in pairs of name and value.
func block(kind *schema.Block, name string, pairs ...any) *model.Block {
	b := &model.Block{Schema: kind, Name: name, Address: kind.Name}
	if name != "" {
		b.Address += "." + name
	}
	for i := 0; i < len(pairs); i += 2 {
		a := kind.Attr(pairs[i].(string))
		if a == nil {
			panic(kind.Name + " has no " + pairs[i].(string))
		}
		b.Attrs = append(b.Attrs, model.Attr{Schema: a, Value: pairs[i+1].(model.Value)})
	}
	return b
}

func within(outer *model.Block, inner ...*model.Block) *model.Block {
	for _, n := range inner {
		n.Parent = outer
		n.Address = outer.Address + "." + n.Address
		outer.Blocks = append(outer.Blocks, n)
	}
	return outer
}

func to(target *model.Block) *model.Ref { return &model.Ref{Address: target.Address, Target: target} }

// sample is a small policy that has what the format says something about.
func sample() []*model.Block {
	look := schema.Lookup
	ireland := block(look("region"), "ireland", "country", model.String("IE"))
	users := block(look("data_store"), "users",
		"failover", model.Bool(true), "regions", model.List{to(ireland)}, "note", model.String("Says \"é\"\nand <b>."))
	segment := look("data_store").Block("segment")
	within(users,
		block(segment, "zebra", "label", model.String("Z")),
		block(look("retention"), "", "period", model.Duration{Duration: scalar.Duration{N: 10, Unit: scalar.BusinessDay}}),
		block(segment, "apple"))
	return []*model.Block{
		users,
		block(look("policy"), "acme", "title", model.String("Data policy"), "effective", model.Date{Date: scalar.Date{Year: 2026, Month: 2, Day: 1}}),
		block(look("contact"), "privacy", "channel", model.String("email"), "address", model.String("privacy@example.com")),
		ireland,
		block(look("encryption"), "disks", "applies_to", model.List{to(users)}, "key_bits", model.Number(256)),
	}
}

func TestEncode(t *testing.T) {
	const wantModel = `{` +
		`"contact":[{"address":"contact.privacy","channel":"email","contact_address":"privacy@example.com","name":"privacy"}],` +
		`"data_store":[{"address":"data_store.users","failover":true,"name":"users","note":"Says \"é\"\nand <b>.","regions":["region.ireland"],` +
		`"segment":[{"address":"data_store.users.segment.zebra","label":"Z","name":"zebra"},{"address":"data_store.users.segment.apple","name":"apple"}]}],` +
		`"encryption":[{"address":"encryption.disks","applies_to":["data_store.users"],"key_bits":256,"name":"disks"}],` +
		`"policy":[{"address":"policy.acme","effective":"2026-02-01","name":"acme","title":"Data policy"}],` +
		`"region":[{"address":"region.ireland","country":"IE","name":"ireland"}],` +
		`"retention":[{"address":"data_store.users.retention","applies_to":["data_store.users"],"period":"10 business days"}]}`
	// The digest is what jq and sha256sum give for it.
	const want = `{"digest":"sha256:90f25afcad408aed28364ab38fc457cd88cdaeb3bc051da0c8d0b82d8a04ac5c","model":` + wantModel + `,"schema":"urn:privity:manifest:0.1","schema_version":"0.1"}` + "\n"
	got := string(mustEncode(t, model.New(sample())))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestEncodeInAnyOrder moves blocks about, as an author does between files.
func TestEncodeInAnyOrder(t *testing.T) {
	want := mustEncode(t, model.New(sample()))
	for seed := range uint64(20) {
		blocks := sample()
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
		if got := mustEncode(t, model.New(blocks)); !bytes.Equal(got, want) {
			t.Fatalf("order %d gives another manifest:\n%s\n%s", seed, got, want)
		}
	}
}

// TestEncodeIsCanonical holds the bytes against an implementation of RFC 8785
// that knows nothing of policies.
func TestEncodeIsCanonical(t *testing.T) {
	for seed := range uint64(30) {
		got := mustEncode(t, grow(seed, 3, 0.5))
		want, err := jcs.Transform(got)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if diff := cmp.Diff(string(want)+"\n", string(got)); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
	}
}

// Many blocks of a kind are written side by side, and stand in their order.
func TestEncodeMany(t *testing.T) {
	var blocks []*model.Block
	for i := range 3*batch + 1 {
		blocks = append(blocks, block(schema.Lookup("vendor"), fmt.Sprintf("v%04d", i), "legal_name", model.String("Ltd")))
	}
	text, err := Encode(model.New(blocks))
	if err != nil {
		t.Fatal(err)
	}
	canonical, err := jcs.Transform(text)
	if err != nil || !bytes.Equal(append(canonical, '\n'), text) {
		t.Fatalf("the manifest is not canonical JSON: %v", err)
	}
	back, err := Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range back.All("vendor") {
		if want := blocks[i].Address; b.Address != want {
			t.Fatalf("at %d stands %s, want %s", i, b.Address, want)
		}
	}
	blocks[2*batch].Attrs[0].Value = model.String("\xff")
	if _, err := Encode(model.New(blocks)); err == nil || !strings.Contains(err.Error(), blocks[2*batch].Address) {
		t.Errorf("a text that is not UTF-8: %v", err)
	}
}

// TestEncodeMoves holds that a manifest does not know where a move stands.
func TestEncodeMoves(t *testing.T) {
	moves := func(first, second string) []byte {
		aws := block(schema.Lookup("vendor"), "aws")
		blocks := []*model.Block{aws}
		for at, from := range []string{first, second} {
			b := block(schema.Lookup("moved"), "", "from", &model.Ref{Address: from}, "to", to(aws))
			b.Address += fmt.Sprintf(".main.hcl:%d", at)
			blocks = append(blocks, b)
		}
		return mustEncode(t, model.New(blocks))
	}
	one, other := moves("vendor.a", "vendor.b"), moves("vendor.b", "vendor.a")
	if !bytes.Equal(one, other) || !bytes.Contains(one, []byte(`"address":"moved.vendor.a","from":"vendor.a"`)) {
		t.Errorf("%s\n%s", one, other)
	}
}

func TestEncodeRefuses(t *testing.T) {
	look := schema.Lookup
	tests := []struct {
		name  string
		block *model.Block
		want  string
	}{
		{"broken text", block(look("vendor"), "a", "note", model.String("a\xffb")), "vendor.a.note"},
		{"broken text in a list", block(look("vendor"), "a", "former_names", model.List{model.String("\xc0")}), "vendor.a.former_names"},
		{"broken address", block(look("vendor"), "a\xff"), "vendor.a"},
		{"large number", block(look("encryption"), "a", "key_bits", model.Number(largest+1)), "encryption.a.key_bits"},
		{"large negative number", block(look("encryption"), "a", "key_bits", model.Number(-largest-1)), "encryption.a.key_bits"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, err := Encode(model.New([]*model.Block{tt.block}))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Encode = %q, %v; want an error that names %s", out, err, tt.want)
			}
		})
	}
}

// TestEncodeRefusesWhatDecodeWould holds both to one size: what is written can be
// read again.
func TestEncodeRefusesWhatDecodeWould(t *testing.T) {
	written := func(n int) ([]byte, error) {
		return Encode(model.New([]*model.Block{block(schema.Lookup("vendor"), "a", "note", model.String(strings.Repeat("a", n)))}))
	}
	frame, err := written(1)
	if err != nil {
		t.Fatal(err)
	}
	room := MaxBytes - len(frame) + 1
	if out, err := written(room); err != nil || len(out) != MaxBytes {
		t.Errorf("a manifest of %d bytes: %v", len(out), err)
	}
	if _, err := written(room + 1); err == nil || !strings.Contains(err.Error(), "64 MiB") {
		t.Errorf("one byte more: %v", err)
	}
}

// TestKeys holds that no two things in an object share a key.
func TestKeys(t *testing.T) {
	for kind, list := range sortedMembers() {
		for i := 1; i < len(list); i++ {
			if list[i-1].key >= list[i].key {
				t.Errorf("%s: the keys %q and %q", kind.Name, list[i-1].key, list[i].key)
			}
		}
	}
	if _, ok := sortedMembers()[schema.Lookup("variable")]; ok {
		t.Error("a variable has a place in manifests")
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "plain", "\"\\/\b\f\n\r\t\x00\x1f\x7f", "é😀\u2028\ufeff\ufffd\U0010ffff", "a\xffb", "\xed\xa0\x80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := appendString(nil, s)
		if !ok {
			return
		}
		scan := scanner{src: string(got)}
		if back := scan.text(); back != s || scan.err != nil || scan.pos != len(got) {
			t.Fatalf("%q was written as %s and read as %q, %v", s, got, back, scan.err)
		}
		want, err := jcs.Transform([]byte("[" + string(got) + "]"))
		if err != nil {
			t.Fatal(err)
		}
		if string(want) != "["+string(got)+"]" {
			t.Fatalf("%q was written as %s, canonical is %s", s, got, want)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	m := grow(1, 2000, 0.3)
	out := mustEncode(b, m)
	b.ReportMetric(float64(countBlocks(m)), "blocks")
	b.SetBytes(int64(len(out)))
	b.Run("direct", func(b *testing.B) {
		b.SetBytes(int64(len(out)))
		for b.Loop() {
			mustEncode(b, m)
		}
	})
	b.Run("jcs", func(b *testing.B) {
		b.SetBytes(int64(len(out)))
		for b.Loop() {
			if _, err := jcs.Transform(out); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode", func(b *testing.B) {
		b.SetBytes(int64(len(out)))
		for b.Loop() {
			if _, err := Decode(out); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func countBlocks(m *model.Model) int {
	n := 0
	var count func(blocks []*model.Block)
	count = func(blocks []*model.Block) {
		for _, b := range blocks {
			n++
			count(b.Blocks)
		}
	}
	count(m.Blocks())
	return n
}
