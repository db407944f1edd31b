package feed

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sample() Feed {
	return Feed{
		ID: "tag:example.com,2026-01-15:policy/changes", Title: "Changes to the policy of A & B", Subtitle: "One entry a version.",
		Author: "A & B Ltd", Language: "en", Page: "changes.html", Self: "feed.atom", Updated: "2026-03-01",
		Entries: []Entry{
			{
				ID: "tag:example.com,2026-01-15:policy/2", Title: "Version 2", Day: "2026-03-01", Link: "changes.html#version-2",
				Summary: "1 material change.", Items: []Item{{{Text: "<script> & friends"}}, {{Text: "kept longer\x00"}, {Text: " longtemps", Language: "fr"}}},
				Categories: []Category{{"subprocessor.added", "Subprocessor added"}},
			},
			{ID: "tag:example.com,2026-01-15:policy/1", Title: "Version 1", Day: "2026-01-15", Link: "changes.html#version-1", Summary: "The first version."},
		},
	}
}

func TestEncode(t *testing.T) {
	got, err := Encode(sample())
	if err != nil {
		t.Fatal(err)
	}
	want := `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>tag:example.com,2026-01-15:policy/changes</id>
  <title>Changes to the policy of A &amp; B</title>
  <subtitle>One entry a version.</subtitle>
  <updated>2026-03-01T00:00:00Z</updated>
  <author>
    <name>A &amp; B Ltd</name>
  </author>
  <link rel="alternate" type="text/html" href="changes.html"></link>
  <link rel="self" type="application/atom+xml" href="feed.atom"></link>
  <entry>
    <id>tag:example.com,2026-01-15:policy/2</id>
    <title>Version 2</title>
    <published>2026-03-01T00:00:00Z</published>
    <updated>2026-03-01T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="changes.html#version-2"></link>
    <category term="subprocessor.added" label="Subprocessor added"></category>
    <summary>1 material change.</summary>
    <content type="html">&lt;ul&gt;&lt;li&gt;&amp;lt;script&amp;gt; &amp;amp; friends&lt;/li&gt;&lt;li&gt;kept longer&lt;span lang=&#34;fr&#34;&gt; longtemps&lt;/span&gt;&lt;/li&gt;&lt;/ul&gt;</content>
  </entry>
  <entry>
    <id>tag:example.com,2026-01-15:policy/1</id>
    <title>Version 1</title>
    <published>2026-01-15T00:00:00Z</published>
    <updated>2026-01-15T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="changes.html#version-1"></link>
    <summary>The first version.</summary>
  </entry>
</feed>
`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("the feed differs (-want +got):\n%s", diff)
	}
}

func TestEncodeKeepsTheRulesOfAtom(t *testing.T) {
	for name, change := range map[string]func(*Feed){
		"sample":      func(*Feed) {},
		"no entries":  func(f *Feed) { f.Entries = nil },
		"no subtitle": func(f *Feed) { f.Subtitle, f.Language, f.Self = "", "", "" },
		"hostile text": func(f *Feed) {
			f.Title, f.Author = "]]><x>\x01\xff\ufffe", "</name>"
			f.Entries[0].Title, f.Entries[0].Summary = "<title>", "&lt;"
			f.Entries[0].Link = `changes.html#"><x y="`
			f.Entries[0].Categories = []Category{{`"/><`, "\x00"}}
		},
	} {
		f := sample()
		change(&f)
		got, err := Encode(f)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, breach := range breaches(got) {
			t.Errorf("%s: %s", name, breach)
		}
	}
}

// The rules find what is wrong, or the test above could not fail.
func TestRulesOfAtomFindBreaches(t *testing.T) {
	good, err := Encode(sample())
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"no updated":         {"  <updated>2026-03-01T00:00:00Z</updated>\n  <author>", "  <author>"},
		"two ids":            {"<title>Version 1", "<id>tag:a,2026:b</id><title>Version 1"},
		"a date of no zone":  {"2026-01-15T00:00:00Z</updated>", "2026-01-15T00:00:00</updated>"},
		"a relative id":      {"<id>tag:example.com,2026-01-15:policy/1", "<id>policy/1"},
		"a repeated id":      {"policy/2</id>", "policy/1</id>"},
		"an unknown element": {"<summary>The first version.</summary>", "<abstract>x</abstract>"},
		"no author":          {"<author>\n    <name>A &amp; B Ltd</name>\n  </author>", ""},
		"no term":            {`term="subprocessor.added" `, ""},
		"two alternates":     {`rel="self" type="application/atom+xml"`, `rel="alternate" type="text/html"`},
		"markup in a title":  {"<title>Version 1</title>", "<title><b>Version 1</b></title>"},
		"updated too early":  {"<updated>2026-03-01T00:00:00Z</updated>\n  <author>", "<updated>2026-02-01T00:00:00Z</updated>\n  <author>"},
		"another namespace":  {"2005/Atom", "2005/Atoms"},
		"not well formed":    {"</feed>", ""},
	} {
		if !strings.Contains(string(good), change[0]) {
			t.Errorf("%s: the sample has no %q", name, change[0])
		}
		if len(breaches([]byte(strings.Replace(string(good), change[0], change[1], 1)))) == 0 {
			t.Errorf("%s was not found", name)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	for name, change := range map[string]func(*Feed){
		"a day that is none":   func(f *Feed) { f.Entries[0].Day = "2026-02-30" },
		"a day of another way": func(f *Feed) { f.Updated = "1 March 2026" },
		"an id twice":          func(f *Feed) { f.Entries[0].ID = f.Entries[1].ID },
		"the feed's id":        func(f *Feed) { f.Entries[0].ID = f.ID },
		"a relative id":        func(f *Feed) { f.ID = "policy" },
		"no author":            func(f *Feed) { f.Author = "" },
		"no link":              func(f *Feed) { f.Entries[0].Link = "" },
	} {
		f := sample()
		change(&f)
		if text, err := Encode(f); err == nil {
			t.Errorf("%s: got\n%s", name, text)
		}
	}
}

func TestTagURI(t *testing.T) {
	if got, want := TagURI("Example.COM", "2026-01-15", "a b/ü"), "tag:example.com,2026-01-15:a%20b/%C3%BC"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
