package tree

import (
	"strings"
	"testing"
)

func TestTypographic(t *testing.T) {
	for in, want := range map[string]string{
		"nothing to do":         "nothing to do",
		"the client's business": "the client’s business",
		"the users' data":       "the users’ data",
		`what "personal" means`: "what “personal” means",
		`("personal")`:          "(“personal”)",
		"a 'thing' of ours":     "a ‘thing’ of ours",
		"'s data":               "’s data",
		"the '90s":              "the ’90s",
		`a screen of 6"`:        `a screen of 6"`,
		"it is already someone’s “own” words": "it is already someone’s “own” words",
	} {
		if got := Typographic(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
		if twice := Typographic(want); twice != want {
			t.Errorf("%q does not stay as it is: %q", want, twice)
		}
	}
}

func TestTypesetLeavesCode(t *testing.T) {
	doc := &Document{Title: "Bob's", Intro: []Block{&Paragraph{Text: T("it's ", Strong{Text: T("Bob's")}, Code("it's"))}}}
	Typeset(doc)
	if got := PlainText(doc.Intro[0].(*Paragraph).Text); doc.Title != "Bob’s" || got != "it’s Bob’sit's" {
		t.Errorf("got %q under the title %q", got, doc.Title)
	}
}

func TestUnbroken(t *testing.T) {
	for given, want := range map[string]string{
		"kept for 30 days, or 1 month.": "kept for 30\u00a0days, or 1\u00a0month.", "10 business days": "10\u00a0business days",
		"2 dayside rooms": "2 dayside rooms", "30 and days": "30 and days", "no number": "no number", "7 ": "7 ", "x 2 days": "x 2\u00a0days",
	} {
		if got := Unbroken(given); got != want {
			t.Errorf("%q is %q, want %q", given, got, want)
		}
	}
}

// The marks are those of the language, and text in another language keeps its own.
func TestTypographicIn(t *testing.T) {
	for language, want := range map[string]string{
		"de":    "„so“, am 5' Rand: Anna’s „zu“",
		"fr-CA": "« so », am 5' Rand: Anna’s « zu »",
		"sv":    "“so”, am 5' Rand: Anna’s “zu”",
	} {
		got := strings.ReplaceAll(TypographicIn(language, `"so", am 5' Rand: Anna's "zu"`), "\u00a0", " ")
		if got != want {
			t.Errorf("%s: %s, want %s", language, got, want)
		}
	}
	doc := &Document{Language: "de", Title: `"A"`, Sections: []*Section{{Blocks: []Block{
		&Paragraph{Text: T(`"b" `, Foreign{Language: "en", Text: T(`"c"`)})},
	}}}}
	Typeset(doc)
	if got := doc.Title + PlainText(doc.Sections[0].Blocks[0].(*Paragraph).Text); got != "„A“„b“ “c”" {
		t.Error(got)
	}
}
