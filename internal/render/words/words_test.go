package words_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/words"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

func catalogue(t testing.TB, language string) *words.Catalogue {
	t.Helper()
	c, ok := words.In(language)
	if !ok {
		t.Fatalf("there are no words in %s", language)
	}
	return c
}

// kinds lists every kind of block that reaches a model, with those inside others.
func kinds() []*schema.Block {
	var all []*schema.Block
	var add func([]*schema.Block)
	add = func(blocks []*schema.Block) {
		for _, b := range blocks {
			if b.Describes() && !slices.Contains(all, b) {
				all = append(all, b)
				add(b.Blocks)
			}
		}
	}
	add(schema.Blocks)
	return all
}

// wanted lists the keys that the schema asks for, as TABLE/KEY, with those that may
// stand for several, such as attributes/note.
func wanted() map[string]bool {
	keys := map[string]bool{}
	for _, b := range kinds() {
		keys["blocks/"+b.Name] = true
		for _, a := range b.Attrs {
			table := []string{"attributes"}
			if a.Type.Kind == schema.Bool {
				table = append(table, "flags")
			}
			for _, name := range table {
				keys[name+"/"+b.Name+"."+a.Name] = true
			}
			if e := a.Type.Enum; e != nil && e != schema.Part {
				for _, v := range e.Names() {
					keys["values/"+e.Name+"."+v] = true
				}
			}
		}
	}
	for _, d := range scalar.VagueDurations {
		keys["durations/"+d] = true
	}
	for _, f := range scalar.WordFrequencies {
		keys["frequencies/"+f] = true
	}
	for _, p := range schema.Part.Names() {
		keys["parts/"+p] = true
	}
	for _, language := range append(locale.Tongues(), "") {
		keys["versions/"+language] = true
	}
	for layout, sections := range schema.Layouts {
		for _, s := range sections {
			if s.Title != "" {
				keys["layouts/"+layout+"."+s.Name] = true
			}
		}
	}
	return keys
}

// texts lists what a catalogue says by TABLE/KEY.
func texts(c *words.Catalogue) map[string]string {
	all := map[string]string{}
	for name, table := range map[string]map[string]string{
		"attributes": c.Attributes, "durations": c.Durations, "frequencies": c.Frequencies, "parts": c.Parts, "layouts": c.Layouts, "versions": c.Versions,
		"frame": c.Frame,
	} {
		for key, text := range table {
			all[name+"/"+key] = text
		}
	}
	for name, table := range map[string]map[string][2]string{"blocks": c.Blocks, "flags": c.Flags} {
		for key, pair := range table {
			all[name+"/"+key] = pair[0]
			all[name+"/"+key+"#2"] = pair[1]
		}
	}
	for enum, values := range c.Values {
		for value, text := range values {
			all["values/"+enum+"."+value] = text
		}
	}
	return all
}

// TestTheSchemaHasWords holds the words to the schema: none is missing, and none is
// there that nothing of the schema uses.
func TestTheSchemaHasWords(t *testing.T) {
	c := catalogue(t, "en")
	all, used := texts(c), map[string]bool{"attributes/actions.denied": true, "attributes/actions.avoided": true}
	for key := range wanted() {
		if _, there := all[key]; there {
			used[key], used[key+"#2"] = true, true
			continue
		}
		table, name, _ := strings.Cut(key, "/")
		_, bare, _ := strings.Cut(name, ".")
		general := table + "/" + bare
		if _, there := all[general]; !there || bare == "" {
			t.Errorf("there are no words for %s", key)
		}
		used[general], used[general+"#2"] = true, true
	}
	for key := range all {
		if !used[key] && !strings.HasPrefix(key, "frame/") {
			t.Errorf("nothing of the schema is called %s", key)
		}
	}
}

var place = regexp.MustCompile(`\{[0-9]\}`)

// TestLanguagesAgree holds the languages to have the same keys, a text for each, and
// the same places in it.
func TestLanguagesAgree(t *testing.T) {
	places := func(s string) []string {
		found := place.FindAllString(s, -1)
		slices.Sort(found)
		return found
	}
	english := texts(catalogue(t, "en"))
	for _, language := range locale.Tongues() {
		c := catalogue(t, language)
		if c.Language != language {
			t.Errorf("the words of %s say that they are %s", language, c.Language)
		}
		other := texts(c)
		for key, text := range english {
			if strings.TrimSpace(other[key]) == "" || other[key] != strings.TrimSpace(other[key]) {
				t.Errorf("%s: %s is %q", language, key, other[key])
			}
			if diff := cmp.Diff(places(text), places(other[key])); diff != "" {
				t.Errorf("%s: %s has other places than in English: %s", language, key, diff)
			}
			if strings.ContainsAny(other[key], `'"`) {
				t.Errorf("%s: %s has a straight quotation mark", language, key)
			}
		}
		for key := range other {
			if _, there := english[key]; !there {
				t.Errorf("%s: %s is not in English", language, key)
			}
		}
	}
}

// TestTheFrameIsUsed holds that the program asks for every text of the frame, by a
// key that it writes out.
func TestTheFrameIsUsed(t *testing.T) {
	var program strings.Builder
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		source, err := os.ReadFile(name)
		program.Write(source)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	source := program.String()
	for key := range catalogue(t, "en").Frame {
		if !strings.Contains(source, `"`+key+`"`) {
			t.Errorf("nothing asks for %s", key)
		}
	}
}

// TestWordsDiffer holds that no two values of an enum read alike, nor true and false:
// a page could not tell them apart.
func TestWordsDiffer(t *testing.T) {
	for _, language := range locale.Tongues() {
		c := catalogue(t, language)
		for enum, values := range c.Values {
			seen := map[string]string{}
			for value, text := range values {
				if other, there := seen[text]; there {
					t.Errorf("%s: %s and %s of %s are both %q", language, value, other, enum, text)
				}
				seen[text] = value
			}
		}
		for key, pair := range c.Flags {
			if pair[0] == pair[1] {
				t.Errorf("%s: %s reads alike whether it is true or false", language, key)
			}
		}
	}
}

func TestWords(t *testing.T) {
	de := catalogue(t, "de-AT")
	for _, c := range []struct{ what, got, want string }{
		{"block", de.Block("subprocessor"), "Unterauftragsverarbeiter"},
		{"several blocks", de.Plural("retention"), "Speicherfristen"},
		{"attribute of several blocks", de.Attribute("region", "note"), "Anmerkung"},
		{"attribute of one block", de.Attribute("retention", "period"), "Speicherdauer"},
		{"true", de.Flag("transfer", "only", true), "nur wie hier angegeben"},
		{"false", de.Flag("encryption", "default", false), "nicht von selbst eingeschaltet"},
		{"value", de.Value("access_effect", "deny"), "kein Zugriff"},
		{"duration", de.Duration("prompt"), "umgehend"},
		{"frequency", de.Frequency("regular"), "regelmäßig"},
		{"part", de.Part("rights"), "Rechte"},
		{"frame", de.Say("glance.of", "3", "{1}"), "3 von {1}"},
		{"places in another order", tree.PlainText(words.Fill("{1} – {0}", tree.T("a"), tree.T("b"))), "b – a"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if _, ok := words.In("sv"); ok {
		t.Error("there are words in a language that has none")
	}
}
