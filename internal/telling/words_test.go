package telling_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/words"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/telling"
)

// general are the classes that every kind of block has, by what follows its name.
var general = []string{"added", "removed", "changed", "replaced", "renamed", "merged", "split", "reworded"}

// TestEveryClassHasWords holds that there are words in every language for each class of
// changes, and for nothing else, and that no two read alike.
func TestEveryClassHasWords(t *testing.T) {
	known := map[string]bool{}
	for _, c := range compare.Classes() {
		known[c.ID] = true
	}
	for _, what := range general {
		if _, ok := compare.ClassOf("measure." + what); !ok {
			t.Errorf("there is no general class %s", what)
		}
		known["*."+what] = true
	}
	for _, language := range locale.Tongues() {
		c, _ := words.In(language)
		seen := map[string]string{}
		for id := range known {
			name := c.Changes[id]
			if name == "" {
				t.Errorf("%s has no words for %s", language, id)
			}
			if other, twice := seen[name]; twice {
				t.Errorf("%s: %s and %s are both %q", language, id, other, name)
			}
			seen[name] = id
		}
		for id := range c.Changes {
			if !known[id] {
				t.Errorf("%s has words for %s, which is no class", language, id)
			}
		}
	}
}

// TestTheAttributesAreThere holds the lists of attributes to the schema.
func TestTheAttributesAreThere(t *testing.T) {
	kinds := map[string]*schema.Block{}
	var add func([]*schema.Block)
	add = func(blocks []*schema.Block) {
		for _, b := range blocks {
			if kinds[b.Name] == nil {
				kinds[b.Name] = b
				add(b.Blocks)
			}
		}
	}
	add(schema.Blocks)
	telling.Attributes(func(kind, attr string) {
		if kinds[kind] == nil || kinds[kind].Attr(attr) == nil {
			t.Errorf("there is no %s.%s", kind, attr)
		}
	})
}

// TestAnyTwo tells in every language how every two of the examples differ: each change
// says something besides its class, and nothing of it is English but what says so.
func TestAnyTwo(t *testing.T) {
	names := []string{"allotrac", "benetics", "csv_importer", "indrive", "monta", "quickstart"}
	models := map[string]*model.Model{}
	for _, name := range names {
		models[name] = example(t, name)
	}
	for _, one := range names {
		for _, other := range names {
			c := compare.Compare(models[one], models[other], compare.Options{AsOf: "2026-02-01"})
			holdApart(t, c)
			for _, language := range []string{"de", "fr", "es", "da"} {
				told := telling.In(c, language)
				if len(told) != len(c.Changes) {
					t.Fatalf("from %s to %s, %d of %d changes are told", one, other, len(told), len(c.Changes))
				}
				for i, text := range told {
					hold(t, language, &c.Changes[i], text)
				}
			}
		}
	}
}

// hold holds a change that is told in a language to be about something, and to have no
// English words but those of the author.
func hold(t *testing.T, language string, c *compare.Change, text tree.Text) {
	t.Helper()
	line := tree.PlainText(text)
	if !strings.Contains(line, " · ") && !strings.Contains(line, " – ") || strings.Contains(line, ": ;") || strings.Contains(line, "  ") {
		t.Errorf("%s: %s is told as %q", language, c.Class, line)
	}
	if c.Attribute != "" && c.Attribute != "label" && !strings.Contains(line, " – ") {
		t.Errorf("%s: of %s.%s is not told what differs: %s", language, c.Address, c.Attribute, line)
	}
	if c.Attribute == "products" {
		return // names, also where the author describes the product
	}
	for _, word := range strings.FieldsFunc(tree.PlainText(own(text)), func(r rune) bool { return strings.ContainsRune(" .,;:()“”„«»–·→", r) }) {
		if slices.Contains([]string{"the", "and", "which", "with", "this", "that", "are", "not", "they", "their", "kept", "stated", "new", "removed", "changed"}, word) {
			t.Errorf("%s: %q is English: %s", language, word, line)
		}
	}
}

// holdApart holds changes of one attribute to tell a part of what differs each.
func holdApart(t *testing.T, c *compare.Comparison) {
	t.Helper()
	seen := map[string]string{}
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ch.Attribute == "" {
			continue
		}
		part := fmt.Sprint(ch.Address, ch.Attribute, ch.Extent.Came, ch.Extent.Went, ch.Extent.Entered, ch.Extent.Left)
		if other, twice := seen[part]; twice {
			t.Errorf("%s.%s: %s and %s tell the same", ch.Address, ch.Attribute, other, ch.Class)
		}
		seen[part] = ch.Class
	}
}

// own is a text without what says that it is in another language, and without codes.
func own(t tree.Text) tree.Text {
	var rest tree.Text
	for _, n := range t {
		switch n := n.(type) {
		case tree.Foreign, tree.Code:
		case tree.Stated:
			rest = append(rest, own(n.Text)...)
		case tree.Link:
			rest = append(rest, own(n.Text)...)
		default:
			rest = append(rest, n)
		}
	}
	return rest
}

func example(t *testing.T, name string) *model.Model {
	t.Helper()
	policy, found := lang.Load(os.DirFS("../../examples/"+name), lang.Options{})
	if policy.Model == nil || found.HasErrors() {
		t.Fatal(found)
	}
	return policy.Model
}

// TestWhoIsToldInSentences holds that what is written in English is told in English
// sentences, and that nothing is told where nothing changed.
func TestWhoIsToldInSentences(t *testing.T) {
	one, other := example(t, "monta"), example(t, "indrive")
	if got := telling.In(compare.Compare(one, other, compare.Options{}), "en"); got != nil {
		t.Errorf("%d changes are told in entries", len(got))
	}
	if got := telling.In(compare.Compare(one, one, compare.Options{}), "de"); got != nil {
		t.Errorf("%d changes are told of what has not changed", len(got))
	}
}
