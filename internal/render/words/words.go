// Package words holds what pages say in each language besides the author's texts
// and what package locale knows: the names of blocks and attributes, the words for
// the schema's values, and the words of the frame.
//
// There is one file a language in data, and all have the same keys. The keys are
// those of the schema:
//
//	blocks       the keyword of a block: its name for one and for several
//	attributes   the name of an attribute, or BLOCK.ATTRIBUTE where it means
//	             something else in one block
//	flags        likewise, of attributes that are true or false: the words for either
//	values       an enum and one of its values
//	durations    the durations without a number, see scalar.VagueDurations
//	frequencies  the frequencies without a number, see scalar.WordFrequencies
//	parts        the parts of a page: their headings
//	versions     a language: the version of a text in it, and under no language any other
//	layouts      LAYOUT.SECTION: the headings that a layout gives
//	changes      the classes of changes, of which the general ones begin with *
//	frame        everything else
//
// {0}, {1} and so on stand for what is put in their place. A test holds every file
// to the schema, to the keys of the others, and the frame's keys to be used.
package words

import (
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/render/tree"
)

//go:embed data/*.json
var files embed.FS

// A Catalogue is the words of one language. It does not change.
type Catalogue struct {
	Language    string                       `json:"language"`
	Blocks      map[string][2]string         `json:"blocks"`
	Attributes  map[string]string            `json:"attributes"`
	Flags       map[string][2]string         `json:"flags"`
	Values      map[string]map[string]string `json:"values"`
	Durations   map[string]string            `json:"durations"`
	Frequencies map[string]string            `json:"frequencies"`
	Parts       map[string]string            `json:"parts"`
	Layouts     map[string]string            `json:"layouts"`
	Versions    map[string]string            `json:"versions"`
	Changes     map[string]string            `json:"changes"`
	Frame       map[string]string            `json:"frame"`
}

// catalogues are read when they are first asked for: most policies have one
// language.
var catalogues = func() map[string]func() *Catalogue {
	all := map[string]func() *Catalogue{}
	for _, language := range locale.Tongues() {
		all[language] = sync.OnceValue(func() *Catalogue { return read(language) })
	}
	return all
}()

func read(language string) *Catalogue {
	var c Catalogue
	content, err := files.ReadFile("data/" + language + ".json")
	if err == nil {
		err = json.Unmarshal(content, &c)
	}
	if err != nil {
		panic(fmt.Sprintf("words: the embedded words of %s: %v", language, err))
	}
	return &c
}

// In returns the words of a language, of whose BCP 47 tag only the language itself
// counts. It reports false where there are none.
func In(tag string) (*Catalogue, bool) {
	language, ok := locale.In(tag)
	if !ok {
		return nil, false
	}
	return catalogues[language.Language()](), true
}

// Block is the name of a kind of block.
func (c *Catalogue) Block(kind string) string { return must(c, c.Blocks, kind)[0] }

// Plural is the name of several blocks of a kind.
func (c *Catalogue) Plural(kind string) string { return must(c, c.Blocks, kind)[1] }

// Attribute is the name of an attribute in a kind of block.
func (c *Catalogue) Attribute(block, attr string) string {
	return must(c, c.Attributes, in(c.Attributes, block, attr))
}

// Flag is what an attribute says that is true or false.
func (c *Catalogue) Flag(block, attr string, set bool) string {
	words := must(c, c.Flags, in(c.Flags, block, attr))
	if set {
		return words[0]
	}
	return words[1]
}

// in is the key of an attribute: that of its block where there is one.
func in[T any](table map[string]T, block, attr string) string {
	if key := block + "." + attr; has(table, key) {
		return key
	}
	return attr
}

func has[T any](table map[string]T, key string) bool {
	_, there := table[key]
	return there
}

// Value is the word for a value of an enum of the schema. Those of the enum bound
// have a place for the period.
func (c *Catalogue) Value(enum, value string) string { return must(c, must(c, c.Values, enum), value) }

// Duration is the word for a duration without a number.
func (c *Catalogue) Duration(vague string) string { return must(c, c.Durations, vague) }

// Frequency is the word for a frequency without a number.
func (c *Catalogue) Frequency(word string) string { return must(c, c.Frequencies, word) }

// Part is the heading of a part of a page.
func (c *Catalogue) Part(name string) string { return must(c, c.Parts, name) }

// Layout is the heading that a layout gives a section, of those that it gives one.
func (c *Catalogue) Layout(layout, section string) string {
	return must(c, c.Layouts, layout+"."+section)
}

// Change is the words for a class of changes. Those for a general one, which every
// kind of block has, do not say of which kind it is.
func (c *Catalogue) Change(class string) (words string, isGeneral bool) {
	if words, special := c.Changes[class]; special {
		return words, false
	}
	return must(c, c.Changes, "*"+class[max(strings.LastIndexByte(class, '.'), 0):]), true
}

// Version is the version of a text in a language, which has a tag and a name, as a
// sentence speaks of it: "the English text".
func (c *Catalogue) Version(tag string, name tree.Text) tree.Text {
	if language, known := locale.In(tag); known && has(c.Versions, language.Language()) && tag == language.Language() {
		return tree.T(c.Versions[tag])
	}
	return Fill(must(c, c.Versions, ""), name)
}

// Say is a text of the frame with strings in its places.
func (c *Catalogue) Say(key string, in ...string) string {
	given := make([]tree.Text, len(in))
	for i, s := range in {
		given[i] = tree.T(s)
	}
	return tree.Concat(c.Text(key, given...))
}

// Text is a text of the frame with texts in its places.
func (c *Catalogue) Text(key string, in ...tree.Text) tree.Text {
	return Fill(must(c, c.Frame, key), in...)
}

// Fill puts texts into the places of a pattern: the first where it has {0}.
func Fill(pattern string, in ...tree.Text) tree.Text {
	var filled tree.Text
	for pattern != "" {
		before, rest, found := strings.Cut(pattern, "{")
		if before != "" {
			filled = append(filled, tree.Plain(before))
		}
		if !found {
			break
		}
		place, after, _ := strings.Cut(rest, "}")
		if i, err := strconv.Atoi(place); err == nil && i < len(in) {
			filled = append(filled, in[i]...)
		}
		pattern = after
	}
	return filled
}

// must looks up a key that a test has seen to be there.
func must[T any](c *Catalogue, table map[string]T, key string) T {
	words, there := table[key]
	if !there {
		panic("words: " + c.Language + " has no words for " + key)
	}
	return words
}
