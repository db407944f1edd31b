package changelog_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/render/markdown"
	"github.com/privity/privity/internal/render/tree"
)

func policy(t *testing.T, website string) *model.Model {
	t.Helper()
	text := `
policy "acme" {
  title        = "Data policy"
  organization = organization.acme
}
organization "acme" {
  label = "Acme"
` + website + `
}
`
	read, found := lang.Load(fstest.MapFS{"main.hcl": {Data: []byte(text)}}, lang.Options{})
	if read.Model == nil {
		t.Fatal(found[0])
	}
	return read.Model
}

var owner = changelog.Owner{Title: "Data policy", Name: "Acme", Language: "en"}

// versions is a changelog of three versions.
func versions(t *testing.T, website string) *changelog.Log {
	t.Helper()
	l := changelog.New(policy(t, website), "2026-01-01")
	l = l.With(changelog.Version{Published: "2026-01-01", Effective: "2026-01-01"}, "")
	l = l.With(changelog.Version{Published: "2026-02-01", Effective: "2026-03-03", Changes: []changelog.Change{
		{Class: "subprocessor.added", Materiality: "material", Direction: "widens", Address: "subprocessor.mailer", Summary: "Mailer is a <new> recipient."},
		{Class: "vendor.added", Materiality: "editorial", Direction: "neutral", Address: "vendor.mailer", Summary: "Mailer is new."},
		{Class: "retention.decreased", Materiality: "minor", Direction: "narrows", Address: "data_store.x.retention", Summary: "It is kept for less long."},
	}}, "1:"+strings.Repeat("a", 64))
	return l.With(changelog.Version{Name: "spring", Published: "2026-04-01", Effective: "2026-04-01", Changes: []changelog.Change{
		{Class: "retention.increased", Materiality: "material", Direction: "widens", Address: "data_store.x.retention", Summary: "It is kept for longer."},
	}}, "2:"+strings.Repeat("b", 64))
}

const website = `website = "https://www.acme.example/about"`

func TestPage(t *testing.T) {
	page := versions(t, website).Page(tree.T("Data policy"), "en")
	if err := tree.Check(page); err != nil {
		t.Error(err)
	}
	want := `# Changes

Each version of [Data policy](index.md), the latest first, and what it changed.

## Version spring

Published and in force on 1 April 2026.

**Material changes**

- It is kept for longer.

## Version 2

Published on 1 February 2026, in force from 3 March 2026.

**Material changes**

- Mailer is a &lt;new> recipient.

**Minor changes**

- It is kept for less long.

**Editorial changes**

- Mailer is new.

## Version 1

This was the first version. Published and in force on 1 January 2026.
`
	if d := cmp.Diff(want, string(markdown.Encode(page, markdown.Options{}))); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestFeeds(t *testing.T) {
	l := versions(t, website)
	all, err := l.Feed(owner)
	if err != nil {
		t.Fatal(err)
	}
	recipients, err := l.Subprocessors(owner)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, text string
		has, not   []string
	}{
		{"all", string(all), []string{
			"<id>tag:www.acme.example,2026-01-01:privity/acme</id>", "<id>tag:www.acme.example,2026-01-01:privity/acme/3</id>",
			"<updated>2026-04-01T00:00:00Z</updated>", `term="retention.increased"`, "&lt;li&gt;Mailer is a &amp;lt;new&amp;gt; recipient.&lt;/li&gt;", "changes.html#version-2",
		}, nil},
		{"recipients", string(recipients), []string{
			"<id>tag:www.acme.example,2026-01-01:privity/acme/recipients</id>", "<id>tag:www.acme.example,2026-01-01:privity/acme/recipients/2</id>", `term="vendor.added"`,
		}, []string{"retention", "recipients/3", "2026-04-01"}},
	} {
		for _, want := range test.has {
			if !strings.Contains(test.text, want) {
				t.Errorf("%s: no %s in\n%s", test.name, want, test.text)
			}
		}
		for _, word := range test.not {
			if strings.Contains(test.text, word) {
				t.Errorf("%s: %s in\n%s", test.name, word, test.text)
			}
		}
	}
}

// Without a website there is no domain to make identifiers from. They are the same
// each time all the same, and no two are one.
func TestIdentifiersWithoutWebsite(t *testing.T) {
	var ids []string
	for range 2 {
		l := versions(t, "")
		text, err := l.Feed(owner)
		if err != nil {
			t.Fatal(err)
		}
		more, err := l.Subprocessors(owner)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for line := range strings.Lines(string(text) + string(more)) {
			if id, ok := strings.CutPrefix(strings.TrimSpace(line), "<id>urn:uuid:"); ok {
				found = append(found, id)
			}
		}
		if ids == nil {
			ids = found
		}
		if d := cmp.Diff(ids, found); d != "" {
			t.Errorf("identifiers change:\n%s", d)
		}
	}
	seen := map[string]bool{}
	for _, id := range ids {
		if seen[id] {
			t.Errorf("%s is there twice", id)
		}
		seen[id] = true
	}
	if len(ids) != 7 {
		t.Errorf("%d identifiers", len(ids))
	}
}

func TestEncode(t *testing.T) {
	text, err := versions(t, website).Encode()
	if err != nil {
		t.Fatal(err)
	}
	l, err := changelog.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	again, err := l.Encode()
	if err != nil || !bytes.Equal(text, again) {
		t.Errorf("read back it differs: %v\n%s", err, cmp.Diff(string(text), string(again)))
	}
	for _, wrong := range []string{"", "{}", `{"schema":"x","id":"y","versions":[]}`, `{"schema":"urn:privity:changes:0.1","id":"y","more":1}`} {
		if _, err := changelog.Decode([]byte(wrong)); err == nil {
			t.Errorf("%q was read", wrong)
		}
	}
}

func TestFooter(t *testing.T) {
	l := versions(t, website)
	text := func(l *changelog.Log) string { return tree.PlainText(l.Footer("en")[0].(*tree.Paragraph).Text) }
	if got, want := text(l), "Version spring, published on 1 April 2026. Head of the history before it: 2:"+strings.Repeat("b", 64); got != want {
		t.Errorf("got %s", got)
	}
	if got := text(l.Preview("3:x")); !strings.HasPrefix(got, "This is not published.") || !strings.Contains(got, "3:x") {
		t.Errorf("got %s", got)
	}
	if got := changelog.New(policy(t, ""), "2026-01-01").Footer("en"); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestMessage(t *testing.T) {
	p := &plan.Plan{
		Effective: "2026-03-03",
		Changes: []diff.Change{
			{Class: "subprocessor.added", Address: "subprocessor.mailer", Materiality: "material", Summary: "Mailer is a new recipient."},
			{Materiality: "material", Summary: "It is kept for longer."},
			{Materiality: "editorial", Summary: "A comma was moved."},
		},
		Notices: []plan.Notice{{Changes: []string{"subprocessor.mailer"}, Classes: []string{"subprocessor.added"}, Objection: "2026-02-15", Via: []string{"our privacy team"}}},
	}
	want := `Subject: Changes of “Data policy” from 3 March 2026

# Changes of “Data policy”

Acme announces changes of “Data policy”. They take effect on 3 March 2026.

What changes:

- Mailer is a new recipient.
  - You may object to this until 15 February 2026, through our privacy team.
- It is kept for longer.
`
	same := &compare.Comparison{Before: policy(t, ""), After: policy(t, "")}
	if d := cmp.Diff(want, string(changelog.Message(p, same, owner))); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	p.Changes = p.Changes[2:]
	if got := changelog.Message(p, same, owner); got != nil {
		t.Errorf("nobody has to be told, and yet:\n%s", got)
	}
}

// A version may have been published under another release of the tool, with classes
// that this one does not know: they are named by what they are.
func TestClassesThatNobodyKnows(t *testing.T) {
	l := changelog.New(policy(t, website), "2026-01-01").
		With(changelog.Version{Published: "2026-01-01", Effective: "2026-01-01"}, "").
		With(changelog.Version{Published: "2026-02-01", Effective: "2026-02-01", Changes: []changelog.Change{
			{Class: "hologram.added", Materiality: "minor", Summary: "There is a hologram."},
			{Class: "vendor.added", Materiality: "editorial", Summary: "Mailer is new.", Told: map[string]changelog.Runs{
				"de": {{Text: "Neu · Anbieter: "}, {Text: "Mailer", Language: "en", Stale: true}, {Text: " [en]"}},
			}},
		}}, "")
	text, err := l.Feed(changelog.Owner{Title: "Richtlinie", Name: "Acme", Language: "de", Edition: "de"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`label="Hologram added"`, `label="Neu · Anbieter"`, "&lt;span lang=&#34;en&#34;&gt;There is a hologram.&lt;/span&gt; [en]",
		"<id>tag:www.acme.example,2026-01-01:privity/acme/de</id>", "<id>tag:www.acme.example,2026-01-01:privity/acme/de/2</id>",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	page := string(markdown.Encode(l.Page(tree.T("Richtlinie"), "de"), markdown.Options{}))
	for _, want := range []string{"Manche Änderungen sind auf Englisch beschrieben", "Veraltete Übersetzungen auf dieser Seite", "- Neu · Anbieter: Mailer \\[en\\]"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
}

// A policy in a language without words is spoken of in English sentences, in messages as
// on its pages.
func TestMessageInALanguageWithoutWords(t *testing.T) {
	one := func(period string) *model.Model {
		read, found := lang.Load(fstest.MapFS{"main.hcl": {Data: []byte(`
policy "acme" {
  title     = "Datapolicy"
  languages = ["sv"]
}
data_store "users" {
  label = "lager"

  retention {
    period = "` + period + `"
  }
}
`)}}, lang.Options{})
		if read.Model == nil {
			t.Fatal(found[0])
		}
		return read.Model
	}
	c := compare.Compare(one("30 days"), one("60 days"), compare.Options{})
	p := &plan.Plan{Effective: "2026-03-03", Changes: diff.Of(c)}
	got := string(changelog.Message(p, c, changelog.OwnerIn(c.After, "sv")))
	if !strings.Contains(got, "Changes of “Datapolicy” from 3 March 2026\n") || !strings.Contains(got, "- The lager: now kept for 60 days, not for 30 days.\n") {
		t.Errorf("got\n%s", got)
	}
}
