package manual

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/schema"
)

const folder = "../../docs/reference"

var (
	linkPattern    = regexp.MustCompile(`\]\(([^)#\s]*)(?:#([^)\s]*))?\)`)
	headingPattern = regexp.MustCompile(`(?m)^#+ (.*)$`)
)

// TestLinksLeadSomewhere follows every link of the reference, the hand-written
// pages included, to a file and to a heading in it.
func TestLinksLeadSomewhere(t *testing.T) {
	pages := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, e os.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" {
			return err
		}
		content, err := os.ReadFile(name)
		pages[filepath.ToSlash(name)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range pages {
		for _, m := range linkPattern.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			target := name
			if m[1] != "" {
				target = path.Join(path.Dir(name), m[1])
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s: %v", name, m[1], err)
			} else if m[2] != "" && !hasHeading(pages[target], m[2]) {
				t.Errorf("%s links to %s#%s, where there is no such heading", name, m[1], m[2])
			}
		}
	}
}

func hasHeading(text, fragment string) bool {
	for _, m := range headingPattern.FindAllStringSubmatch(text, -1) {
		if anchor(m[1]) == fragment {
			return true
		}
	}
	return false
}

// TestHeadingsDiffer holds that a link to a heading can lead to one place only.
func TestHeadingsDiffer(t *testing.T) {
	for _, p := range Pages(nil) {
		seen := map[string]bool{}
		for _, m := range headingPattern.FindAllStringSubmatch(p.Text, -1) {
			if seen[anchor(m[1])] {
				t.Errorf("%s has two headings %q", p.Name, m[1])
			}
			seen[anchor(m[1])] = true
		}
	}
}

func TestExamplesParse(t *testing.T) {
	for _, b := range schema.Blocks {
		_, parts := partsOf(b)
		if len(parts) == 0 {
			t.Errorf("the example of %s does not parse", b.Name)
			continue
		}
		if parts[0].kind != b.Name {
			t.Errorf("the example of %s begins with a %s", b.Name, parts[0].kind)
		}
		for _, p := range parts {
			kind := kinds()[p.kind]
			if kind == nil {
				t.Errorf("the example of %s has a block %s", b.Name, p.kind)
				continue
			}
			for _, a := range p.attrs {
				if kind.Attr(a.name) == nil && !kind.Open {
					t.Errorf("the example of %s sets %s.%s, which is not in the language", b.Name, p.kind, a.name)
				}
			}
		}
	}
}

// TestExamplesUseEverything holds that every attribute can be shown in use, and
// that every block which stands inside another occurs there.
func TestExamplesUseEverything(t *testing.T) {
	for _, b := range allKinds() {
		for _, a := range b.Attrs {
			if excerpt(b, a.Name) == "" {
				t.Errorf("no example sets %s.%s", pathTo(b), a.Name)
			}
		}
		if !b.Top && example(b) == "" {
			t.Errorf("no example has a block %s", pathTo(b))
		}
	}
}

func TestExplain(t *testing.T) {
	tests := []struct {
		topic string
		want  []string // lines
	}{
		{"", []string{"# The blocks of the language", "- `vendor`: A company whose services or infrastructure are used."}},
		{"PV0301", []string{"# PV0301: " + diag.UnknownReference.Title()}},
		{"pv0301", []string{"# PV0301: " + diag.UnknownReference.Title()}},
		{"vendor", []string{"# vendor: a vendor", `vendor "aws" {`, "- `website` (a web address): Its website."}},
		{"Data-Store", []string{"# data_store: a data store", "- `segment \"NAME\"`: A part of a data store to which other rules apply than to the rest."}},
		{" data store ", []string{"# data_store: a data store"}},
		{"data_store.segment", []string{"# data_store.segment: a segment", "It stands inside `data_store`. It has a name.", `  segment "claims" {`}},
		{"segment", []string{"# segment: a segment"}},
		{"data_store.regions", []string{"# data_store.regions", "Where the data is kept.", "- Takes: a list of references to a region", "- Required: no", "  regions = [region.ireland]"}},
		{"DATA_STORE.REGIONS", []string{"# data_store.regions"}},
		{"policy.title", []string{"- Required: yes", "- Takes: text"}},
		{"subprocessor.engagement.shares_with.vendor", []string{"- Required: yes", `    shares_with "apple" {`, "      vendor = vendor.apple"}},
		{"encryption.key_bits", []string{"- Takes: a whole number from 40 to 16384"}},
		{"data_store.retention.period", []string{"# data_store.retention.period", "- Takes: a duration, or a reference to a term"}},
		{"retention.applies_to", []string{"- Not written where the block stands inside the thing that it is about: that thing is its value."}},
		{"procedure.step.action", []string{"# procedure.step.action", "- Required: yes"}},
		{"retention.bound", []string{"## Words", "- `under`: Less than the period.", `  bound = "at_most"`}},
		{"strength", []string{"# strength", "- `must`: It is binding: a breach is an error."}},
		{"label", []string{"- `purpose.label` (text): The purpose as a phrase that follows \"used for\": \"detecting fraud\", \"the user profile\"."}},
		{"recipient_kind", []string{"The words that `subprocessor.kind` takes.", "- `named`: One company's service."}},
		{"duration", []string{"# Durations", "| `\"30d\"` | a duration is a whole number and a unit, such as \"30 days\" | `\"30 days\"` |"}},
		{"join", []string{"# join(separator, list)"}},
		{"locals", []string{"It stands at the top level. It has no name. Attributes in it have names of your own."}},
	}
	for _, tt := range tests {
		t.Run(tt.topic, func(t *testing.T) {
			page, ok, near := Explain(tt.topic)
			if !ok || near != nil {
				t.Fatalf("Explain = %t, %q", ok, near)
			}
			lines := strings.Split(page, "\n")
			for _, want := range tt.want {
				if !slices.Contains(lines, want) {
					t.Errorf("no line %q in\n%s", want, page)
				}
			}
		})
	}
}

func TestExplainUnknown(t *testing.T) {
	tests := []struct {
		topic string
		near  []string
	}{
		{"data_stor", []string{"data_store"}},
		{"datastore", []string{"data_store"}},
		{"datastore.regions", []string{"data_store.regions"}},
		{"datastore.nothing", []string{"data_store"}},
		{"data_store.region", []string{"data_store.regions"}},
		{"data_store.segmant", []string{"data_store.segment"}},
		{"data_store.segment.hold", []string{"data_store.segment.holds"}},
		{"retention.peroid", []string{"retention.period"}},
		{"vendor.zzz", []string{"vendor"}},
		{"vendor.label.zzz", []string{"vendor.label"}},
		{"stren_gth", []string{"strength"}},
		{"durations", []string{"duration"}},
		{"PV0399", []string{"PV0301", "PV0302", "PV0303", "PV0304", "PV0305", "PV0306"}},
		{"PV", nil},
		{"xyzzy", nil},
		{".", nil},
		{"..vendor", nil},
		{"vendor.", []string{"vendor"}},
		{"../../etc/passwd", nil},
	}
	for _, tt := range tests {
		t.Run(tt.topic, func(t *testing.T) {
			page, ok, near := Explain(tt.topic)
			if ok {
				t.Fatalf("there is a page:\n%s", page)
			}
			if diff := cmp.Diff(tt.near, near); diff != "" {
				t.Error(diff)
			}
			for _, n := range near {
				if _, ok, _ := Explain(n); !ok {
					t.Errorf("%q is suggested and unknown too", n)
				}
			}
		})
	}
}

// TestExplainEverything asks for every topic there is. A page is finished text:
// no paragraph is broken, and no line ends in a blank.
func TestExplainEverything(t *testing.T) {
	var topics []string
	for _, b := range allKinds() {
		topics = append(topics, pathTo(b), b.Name)
		for _, a := range b.Attrs {
			topics = append(topics, pathTo(b)+"."+a.Name, b.Name+"."+a.Name, a.Name)
		}
	}
	for _, e := range allEnums() {
		topics = append(topics, e.Name)
	}
	for _, f := range forms {
		topics = append(topics, f.name)
	}
	for _, f := range lang.Functions() {
		topics = append(topics, f.Name)
	}
	for _, c := range diag.Codes() {
		topics = append(topics, string(c))
	}
	for _, topic := range topics {
		page, ok, _ := Explain(topic)
		if !ok || !strings.HasPrefix(page, "# ") || !strings.HasSuffix(page, "\n") || strings.HasSuffix(page, "\n\n") {
			t.Errorf("Explain(%q) = %q, %t", topic, page, ok)
		}
		for line := range strings.Lines(page) {
			if line = strings.TrimSuffix(line, "\n"); strings.TrimRight(line, " ") != line {
				t.Errorf("Explain(%q) has the line %q", topic, line)
			}
		}
	}
}

// TestEveryKindHasAForm holds that what an attribute takes can be looked up.
func TestEveryKindHasAForm(t *testing.T) {
	for _, b := range allKinds() {
		for _, a := range b.Attrs {
			if topic := formTopic(a.Type.Kind); topic != "" {
				if _, ok := explainForm(topic); !ok {
					t.Errorf("%s.%s: %q is no topic", b.Name, a.Name, topic)
				}
			}
		}
	}
}

// TestFormsAreRight holds the examples of a form against its parser.
func TestFormsAreRight(t *testing.T) {
	for _, f := range forms {
		if f.parse == nil {
			continue
		}
		for _, s := range f.good {
			if err := f.parse(strings.Trim(s, `"`)); err != nil {
				t.Errorf("%s: %s is shown as right: %v", f.name, s, err)
			}
		}
		for _, s := range f.bad {
			if f.parse(s) == nil {
				t.Errorf("%s: %s is shown as wrong", f.name, s)
			}
		}
	}
}

// TestKeywordsDiffer holds what topics rest on: a keyword means one kind of
// block wherever it stands, and no set of words or form hides behind it.
func TestKeywordsDiffer(t *testing.T) {
	if len(kinds()) != len(allKinds()) {
		t.Error("two kinds of block share a keyword")
	}
	if len(enums()) != len(allEnums()) {
		t.Error("two sets of words share a name")
	}
	for _, f := range forms {
		if b := kinds()[f.name]; b != nil {
			t.Errorf("%q is a form of value and a block", f.name)
		}
	}
}

func TestCommonAttributes(t *testing.T) {
	for _, name := range commonNames {
		if shared := shares(name); len(shared) < 4 {
			t.Errorf("%s means the same in %d blocks only", name, len(shared))
		}
	}
	if isCommon(schema.Lookup("purpose").Attr("label")) {
		t.Error("the label of a purpose is a phrase, and does not mean what labels commonly do")
	}
}

func TestFirstSentence(t *testing.T) {
	tests := []struct{ doc, want string }{
		{"One. Two.", "One."},
		{"One sentence.", "One sentence."},
		{"See Art. 13 of it. More.", "See Art. 13 of it."},
		{"No stop", "No stop"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := firstSentence(tt.doc); got != tt.want {
			t.Errorf("firstSentence(%q) = %q, want %q", tt.doc, got, tt.want)
		}
	}
}
