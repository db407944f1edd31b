package diff_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
)

// version reads the policy in a folder of an archive.
func version(t *testing.T, archive *txtar.Archive, folder string) *model.Model {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if name, isIn := strings.CutPrefix(f.Name, folder+"/"); isIn {
			files[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	policy, found := lang.Load(files, lang.Options{})
	if policy.Model == nil {
		t.Fatalf("%s: %v", folder, found[0])
	}
	return policy.Model
}

// archives calls do for every archive that package compare is tested with.
func archives(t *testing.T, do func(t *testing.T, r *diff.Report, c *compare.Comparison)) {
	t.Helper()
	names, err := filepath.Glob("../../testdata/compare/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no archives", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c := compare.Compare(version(t, archive, "before"), version(t, archive, "after"), compare.Options{})
			do(t, diff.NewReport(diff.Side{Name: "before"}, diff.Side{Name: "after"}, c), c)
		})
	}
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(diff.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(diff.URN, document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(diff.URN)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReportsSatisfyTheSchema(t *testing.T) {
	s := compiled(t)
	archives(t, func(t *testing.T, r *diff.Report, _ *compare.Comparison) {
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(value); err != nil {
			t.Error(err)
		}
		var again diff.Report
		if err := json.Unmarshal(text, &again); err != nil {
			t.Fatal(err)
		}
		if back, err := again.Encode(); err != nil || !bytes.Equal(back, text) {
			t.Errorf("read and written again it differs: %v\n%s", err, cmp.Diff(string(text), string(back)))
		}
	})
	for _, wrong := range []string{
		`{}`,
		`{"schema":"urn:privity:diff:0.1","before":{"name":"a"},"after":{"name":"b"},"tally":{},"changes":[{"class":"x.y"}]}`,
		`{"schema":"urn:privity:diff:0.1","before":{"name":"a"},"after":{"name":"b"},"tally":{"grave":1},"changes":[]}`,
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(wrong))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(value) == nil {
			t.Errorf("the schema accepts %s", wrong)
		}
	}
}

// Every form tells every change, whatever it is.
func TestEveryFormTellsEveryChange(t *testing.T) {
	archives(t, func(t *testing.T, r *diff.Report, c *compare.Comparison) {
		var text bytes.Buffer
		if err := r.WriteText(&text, diff.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		page, err := diff.Redline(r, c, "index", "")
		if err != nil {
			t.Fatal(err)
		}
		markdown := string(r.Markdown())
		for i := range r.Changes {
			if class := r.Changes[i].Class; !strings.Contains(text.String(), class) || !strings.Contains(markdown, "`"+class+"`") {
				t.Errorf("%s is not told:\n%s\n%s", class, text.String(), markdown)
			}
		}
		if got := strings.Count(string(page), "<li>"); got < len(r.Changes) {
			t.Errorf("the redline lists %d of %d changes", got, len(r.Changes))
		}
	})
}

const hostile = "::error::x \x1b[31m ##[group] <script> | `a` @b \u202e"

func TestHostileText(t *testing.T) {
	c := diff.Change{Class: "a.b", Materiality: "material", Summary: hostile, Address: "a.b", Attribute: "x", Before: &diff.Value{Text: hostile}, After: &diff.Value{Text: strings.Repeat(hostile, 9)}}
	r := &diff.Report{Changes: []diff.Change{c}, Proposals: []diff.Proposal{{Why: hostile, Block: "moved {\n}"}}}
	var text bytes.Buffer
	if err := r.WriteText(&text, diff.TextOptions{Width: 20}); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(text.String()) {
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.ContainsAny(line, "\x1b\u202e") || strings.Contains(line, "##[") {
			t.Errorf("%q acts", line)
		}
	}
	if got := string(r.Markdown()); strings.Contains(got, "<script>") {
		t.Errorf("Markdown holds a tag:\n%s", got)
	}
}

func TestText(t *testing.T) {
	value := func(text string) *diff.Value { return &diff.Value{Text: text} }
	r := &diff.Report{
		Before: diff.Side{Name: "version 1"}, After: diff.Side{Name: "the policy here"},
		Changes: []diff.Change{
			{Class: "subprocessor.added", Direction: "widens", Materiality: "material", Summary: "Mailer is a new recipient.", Address: "subprocessor.mailer", AfterPlace: "a.hcl:1:1", Symbol: diff.Added},
			{Class: "subprocessor.renamed", Direction: "neutral", Materiality: "editorial", Summary: "The same.", Address: "subprocessor.b", Was: "subprocessor.a", Symbol: diff.Renamed},
			{Class: "subprocessor.reworded", Direction: "neutral", Materiality: "editorial", Summary: "The note was edited.", Address: "subprocessor.b", Was: "subprocessor.a", Attribute: "note", Before: value(strings.Repeat("long ", 12)), After: value(strings.Repeat("longer ", 12)), Symbol: diff.Changed},
			{Class: "claim.removed", Direction: "widens", Materiality: "material", Summary: "It is not promised any more.", Address: "claim.x", BeforePlace: "/claim/0", Symbol: diff.Removed},
			{Class: "formatting.only", Direction: "neutral", Materiality: "none", Summary: "The pages look different.", Address: "policy.p", Symbol: diff.Changed},
		},
	}
	var got bytes.Buffer
	if err := r.WriteText(&got, diff.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got.String()); d != "" {
		t.Errorf("(-want +got):\n%s\n%s", d, got.String())
	}
}

var (
	hrefs = regexp.MustCompile(`href="#([^"]*)"`)
	ids   = regexp.MustCompile(` id="([^"]*)"`)
)

// Every link of a redline leads somewhere on it, and most changes have one.
func TestRedlineLinks(t *testing.T) {
	changes, linked := 0, 0
	archives(t, func(t *testing.T, r *diff.Report, c *compare.Comparison) {
		page, err := diff.Redline(r, c, "index", "")
		if err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{}
		for _, id := range ids.FindAllSubmatch(page, -1) {
			if known[string(id[1])] {
				t.Errorf("the identifier %s is there twice", id[1])
			}
			known[string(id[1])] = true
		}
		for _, href := range hrefs.FindAllSubmatch(page, -1) {
			if !known[string(href[1])] {
				t.Errorf("the link to %s leads nowhere", href[1])
			}
		}
		changes += len(r.Changes)
		aside, _, _ := bytes.Cut(page, []byte("</aside>"))
		linked += bytes.Count(aside, []byte(`<p><a href="#`))
	})
	t.Logf("%d of %d changes have a link", linked, changes)
	if 4*linked < 3*changes {
		t.Errorf("only %d of %d changes have a link", linked, changes)
	}
}
