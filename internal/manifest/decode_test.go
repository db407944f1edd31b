package manifest

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gowebpki/jcs"

	"github.com/privity/privity/internal/model"
)

func TestRoundTrip(t *testing.T) {
	for seed := range uint64(30) {
		want := mustEncode(t, grow(seed, 3, 0.5))
		m, err := Decode(want)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if diff := cmp.Diff(string(want), string(mustEncode(t, m))); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
	}
}

// TestDecodeLeadsToBlocks asks the model that was read what a reader would ask.
func TestDecodeLeadsToBlocks(t *testing.T) {
	m, err := Decode(mustEncode(t, model.New(sample())))
	if err != nil {
		t.Fatal(err)
	}
	users := m.Lookup("data_store.users")
	if got := users.Refs("regions"); len(got) != 1 || got[0] != m.Lookup("region.ireland") {
		t.Errorf("the regions of data_store.users are %v", got)
	}
	kept := m.About("retention", users)
	if len(kept) != 1 {
		t.Fatalf("%d retention periods are about data_store.users", len(kept))
	}
	if d, ok := kept[0].Duration("period"); !ok || d.String() != "10 business days" {
		t.Errorf("the period is %v", d)
	}
	if got := m.About("encryption", users); len(got) != 1 || got[0].Int("key_bits") != 256 {
		t.Errorf("the encryption of data_store.users is %v", got)
	}
	if got := users.Inside("segment"); len(got) != 2 || got[0].Name != "zebra" || got[0].Parent != users {
		t.Errorf("the segments of data_store.users are %v", got)
	}
	if got := m.Lookup("contact.privacy").Text("address"); got != "privacy@example.com" {
		t.Errorf("the address of contact.privacy is %q", got)
	}
}

func TestDecodeRefuses(t *testing.T) {
	good := string(mustEncode(t, model.New(sample())))
	tests := []struct{ name, old, new, want string }{
		{"nothing", good, "", "ends where"},
		{"cut off", `,"schema_version":"0.1"}` + "\n", "", "only manifests of the schema"},
		{"white space before the model", `,"model":`, `, "model":`, "instead of"},
		{"white space in the model", `"region":[`, `"region": [`, "white space"},
		{"other order", `"country":"IE","name":"ireland"`, `"name":"ireland","country":"IE"`, `the key "country" after "name"`},
		{"twice", `"country":"IE"`, `"country":"IE","country":"FR"`, `the key "country" after "country"`},
		{"needless escape", `"IE"`, `"\u0049E"`, "canonical form"},
		{"other escape", `\n`, `\u000a`, "canonical form"},
		{"bare control character", `\n`, "\n", "control character"},
		{"not UTF-8", `"IE"`, "\"\xff\"", "UTF-8"},
		{"other number", `:256`, `:256.0`, "instead of"},
		{"exponent", `:256`, `:1e3`, "instead of"},
		{"leading zero", `:256`, `:0256`, "whole number"},
		{"number too large", `:256`, `:9007199254740992`, "whole number"},
		{"unknown kind", `"region":[`, `"regions":[`, `no "regions"`},
		{"kind that does not describe", `"region":[`, `"variable":[`, `no "variable"`},
		{"unknown attribute", `"country":"IE"`, `"county":"IE"`, `region has no "county"`},
		{"unknown word", `"email"`, `"fax"`, `"fax" is not one of the words`},
		{"wrong type", `"failover":true`, `"failover":1`, "instead of false"},
		{"null", `"failover":true`, `"failover":null`, "instead of false"},
		{"bad date", `2026-02-01`, `2026-02-30`, "February 2026 has 28 days"},
		{"bad duration", `10 business days`, `soon`, "soon, which is not in the manifest"},
		{"no address", `"address":"region.ireland",`, ``, "without an address"},
		{"no name", `,"name":"ireland"`, ``, "region.ireland has no name"},
		{"required attribute missing", `,"title":"Data policy"`, ``, "policy.acme lacks title"},
		{"reference to nothing", `["region.ireland"]`, `["region.france"]`, "region.france, which is not in the manifest"},
		{"reference to another kind", `["region.ireland"]`, `["policy.acme"]`, "takes a list of references to a region"},
		{"another schema", `manifest:0.1`, `manifest:9.9`, `it is of version "9.9" of the language, and this privity reads version 0.1`},
		{"no schema of ours", `urn:privity:manifest`, `urn:other`, "only manifests of the schema urn:privity:manifest:0.1"},
		{"more behind", "}\n", "}\n\n", "only manifests of the schema"},
		{"deep", `"IE"`, strings.Repeat("[", 1_000_000), `instead of "`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bad := replaceOnce(t, good, tt.old, tt.new)
			m, err := Decode(sealed(bad))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Decode = %v, %v; want an error with %q", m, err, tt.want)
			}
		})
	}
}

// sealed puts the right digest into a manifest that was changed, where its form
// still allows that.
func sealed(manifest string) []byte {
	_, rest, ok := strings.Cut(manifest, beforeModel)
	body, _, whole := strings.Cut(rest, `,"schema":`)
	if !ok || !whole {
		return []byte(manifest)
	}
	return []byte(beforeDigest + digest([]byte(body)) + beforeModel + rest)
}

func TestDecodeDigest(t *testing.T) {
	good := string(mustEncode(t, model.New(sample())))
	bad := replaceOnce(t, good, `"IE"`, `"FR"`)
	if _, err := Decode([]byte(bad)); err == nil || !strings.Contains(err.Error(), "digest") {
		t.Errorf("a changed manifest gives %v", err)
	}
	if m, err := Decode(sealed(bad)); err != nil || m.Lookup("region.ireland").Text("country") != "FR" {
		t.Errorf("with its own digest it gives %v", err)
	}
}

func TestDecodeOrderOfBlocks(t *testing.T) {
	good := string(mustEncode(t, model.New(sample())))
	one, other := `{"address":"region.ireland","country":"IE","name":"ireland"}`, `{"address":"region.a","name":"a"}`
	for _, list := range []string{one + "," + other, one + "," + one} {
		bad := sealed(replaceOnce(t, good, one, list))
		if _, err := Decode(bad); err == nil {
			t.Errorf("[%s] was read", list)
		}
	}
}

func TestDecodeTooLarge(t *testing.T) {
	if _, err := Decode(make([]byte, MaxBytes+1)); err == nil || !strings.Contains(err.Error(), "64 MiB") {
		t.Errorf("Decode = %v", err)
	}
}

// TestDecodeDamaged cuts a manifest at every byte, and changes every byte.
func TestDecodeDamaged(t *testing.T) {
	good := mustEncode(t, model.New(sample()))
	for i := range good {
		if _, err := Decode(good[:i]); err == nil {
			t.Fatalf("the first %d bytes were read", i)
		}
		bad := bytes.Clone(good)
		bad[i] ^= 1
		if _, err := Decode(bad); err == nil {
			t.Fatalf("with byte %d changed it was read:\n%s", i, bad)
		}
	}
}

func FuzzDecode(f *testing.F) {
	good := mustEncode(f, model.New(sample()))
	f.Add(good)
	f.Add(mustEncode(f, grow(1, 1, 0.9)))
	f.Add(good[:len(good)/2])
	f.Add(bytes.ReplaceAll(good, []byte("[{"), []byte("[ {")))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, data := range [][]byte{data, sealed(string(data))} {
			m, err := Decode(data)
			if err != nil {
				continue
			}
			if again := mustEncode(t, m); !bytes.Equal(again, data) {
				t.Fatalf("%s\nwas read and written as\n%s", data, again)
			}
			canonical, err := jcs.Transform(data)
			if err != nil || !bytes.Equal(append(canonical, '\n'), data) {
				t.Fatalf("%s\nis not canonical: %v", data, err)
			}
		}
	})
}
