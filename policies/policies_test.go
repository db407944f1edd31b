package policies_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/expect"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/notice"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/policies"
)

// day is the day as of which everything here is judged.
var day = scalar.Date{Year: 2026, Month: 6, Day: 30}

func rules(t *testing.T) *policy.Set {
	t.Helper()
	set, found := policy.Load(policy.Files(policies.FS()), nil)
	report(t, found)
	if set == nil {
		t.FailNow()
	}
	return set
}

func report(t *testing.T, found diag.List) {
	t.Helper()
	for _, d := range found {
		t.Errorf("%s %s: %s. %s", d.Span.Range(), d.Code, d.Summary, d.Detail)
	}
}

// TestTheRulesAreSound loads the rules as if they were somebody else's, of whose
// names every one is looked at.
func TestTheRulesAreSound(t *testing.T) {
	files := policy.Files(policies.FS())
	for _, f := range files {
		f.Bytes = []byte(strings.ReplaceAll(string(f.Bytes), "privity.", "checked."))
	}
	_, found := policy.Load(nil, files)
	report(t, found)
}

func TestEveryRuleIsDescribed(t *testing.T) {
	ids := regexp.MustCompile(`^P[PI]\d{3}$`)
	for _, r := range rules(t).Rules() {
		if !ids.MatchString(string(r.ID)) || r.Title == "" || len(strings.Fields(r.Description)) < 10 {
			t.Errorf("%s: the id, the title or the description is missing", r.File)
		}
		for _, c := range r.Citations {
			if c.Title == "" || !strings.HasPrefix(c.URL, "https://") {
				t.Errorf("%s: a citation has no title or leads nowhere", r.File)
			}
		}
		base := strings.TrimSuffix(r.File, ".rego")
		for _, name := range []string{base + "_test.rego", base + ".txtar"} {
			if _, err := fs.Stat(policies.FS(), name); err != nil {
				t.Errorf("%s has no %s beside it", r.File, path.Base(name))
			}
		}
	}
}

func TestRegoTests(t *testing.T) {
	trace := policy.NewTrace()
	tests, found := policy.Test(nil, policy.Files(policies.FS()), day, trace)
	report(t, found)
	report(t, tests.Findings)
	if tests.Passed == 0 {
		t.Error("no test was run")
	}
	for _, c := range trace.Coverage(policy.Files(policies.FS())) {
		if c.FirstNotCovered != 0 {
			t.Errorf("%s: %d of %d lines are covered; line %d is not", c.File, c.Covered, c.Lines, c.FirstNotCovered)
		}
	}
}

// TestExamples judges the two policies in the archive of each rule by that rule
// alone.
func TestExamples(t *testing.T) {
	set := rules(t)
	for _, r := range set.Rules() {
		t.Run(string(r.ID), func(t *testing.T) {
			content, err := fs.ReadFile(policies.FS(), strings.TrimSuffix(r.File, ".rego")+".txtar")
			if err != nil {
				t.Fatal(err)
			}
			archive := txtar.Parse(content)
			var before []txtar.File
			if r.Change && len(archive.Files) > 0 && archive.Files[0].Name == policy.FormerExample {
				before, archive.Files = archive.Files[:1], archive.Files[1:]
			}
			if len(archive.Files) != 2 || archive.Files[0].Name != policy.BadExample || archive.Files[1].Name != policy.GoodExample || r.Change != (before != nil) {
				t.Fatalf("the archive does not hold %s and %s, for a rule on changes behind %s", policy.BadExample, policy.GoodExample, policy.FormerExample)
			}
			for i, f := range archive.Files {
				wants := expect.In(f.Name, f.Data)
				if r.Change {
					if i == 0 { // what is gone is found where it stood
						wants = append(wants, expect.In(before[0].Name, before[0].Data)...)
					}
					for _, difference := range expect.Differences(wants, judgedChange(t, set, r, before[0], f, asOf(t, archive))) {
						t.Error(difference)
					}
					if (len(wants) == 0) != (i == 1) {
						t.Errorf("%s wants %d findings", f.Name, len(wants))
					}
					continue
				}
				if (len(wants) == 0) != (i == 1) {
					t.Errorf("%s wants %d findings", f.Name, len(wants))
				}
				for _, difference := range expect.Differences(wants, judged(t, set, r, f, asOf(t, archive))) {
					t.Error(difference)
				}
			}
		})
	}
}

// asOf returns the day that the comment of an archive names, or else that of all.
func asOf(t *testing.T, archive *txtar.Archive) scalar.Date {
	t.Helper()
	m := regexp.MustCompile(`judged as of (\d{4}-\d{2}-\d{2})`).FindSubmatch(archive.Comment)
	if m == nil {
		return day
	}
	date, err := scalar.ParseDate(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	return date
}

// judged returns what a rule finds in the policy of a file, with whatever else is
// wrong with it.
func judged(t *testing.T, set *policy.Set, r *policy.Rule, f txtar.File, on scalar.Date) diag.List {
	t.Helper()
	read, found := described(f)
	if read.Model == nil {
		return found
	}
	report, err := set.Check(read.Model, policy.Options{AsOf: on, Only: []string{string(r.ID)}})
	if err != nil {
		t.Fatal(err)
	}
	return append(found, report.Findings...)
}

// described reads the policy of a file, which is given a policy block if it has
// none.
func described(f txtar.File) (*lang.Policy, diag.List) {
	archive := &txtar.Archive{Files: []txtar.File{f}}
	if !regexp.MustCompile(`(?m)^policy "`).Match(f.Data) {
		archive.Files = append(archive.Files, txtar.File{Name: "policy.hcl", Data: []byte("policy \"example\" {\n  title = \"Example\"\n}\n")})
	}
	return lang.Load(expect.Files(archive), lang.Options{Files: source.DefaultLimits})
}

// judgedChange returns what a rule finds in the change from the policy of one
// file to that of another.
func judgedChange(t *testing.T, set *policy.Set, r *policy.Rule, from, to txtar.File, on scalar.Date) diag.List {
	t.Helper()
	before, flaws := described(from)
	after, found := described(to)
	if found.Add(flaws...); before.Model == nil || after.Model == nil {
		return found
	}
	c := compare.Compare(before.Model, after.Model, compare.Options{AsOf: on.String()})
	schedule, err := notice.Plan(c, on)
	if err != nil {
		t.Fatal(err)
	}
	change := policy.Change{Before: before.Model, After: after.Model, Changes: c.Changes, Earliest: make([]scalar.Date, len(c.Changes))}
	for _, due := range schedule.Dues {
		change.Earliest[due.Index] = due.Earliest
	}
	report, err := set.CheckChange(change, policy.Options{AsOf: on, Only: []string{string(r.ID)}})
	if err != nil {
		t.Fatal(err)
	}
	return append(found, report.Findings...)
}

// TestCitationsSayWhatTheyWereComparedWith holds that each citation of a rule is in
// the table, once, and that nothing else is.
func TestCitationsSayWhatTheyWereComparedWith(t *testing.T) {
	content, err := fs.ReadFile(policies.FS(), policy.CitationsFile)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cited := map[string]bool{}
	for _, r := range rules(t).Rules() {
		for _, c := range r.Citations {
			cited[c.Title] = true
		}
	}
	listed := map[string]bool{}
	for _, row := range rows[1:] {
		citation, compared, with := row[0], row[1], row[2]
		if !cited[citation] || listed[citation] {
			t.Errorf("%s is cited by no rule, or listed twice", citation)
		}
		listed[citation] = true
		if !slices.Contains([]string{"text", "publication", "knowledge"}, compared) || (with == "") != (compared == "knowledge") {
			t.Errorf("%s: it is not said what it was compared with", citation)
		}
	}
	for citation := range cited {
		if !listed[citation] {
			t.Errorf("%s is not in %s", citation, policy.CitationsFile)
		}
	}
}

// TestPages holds that the pages in docs/rules are those of the rules.
func TestPages(t *testing.T) {
	const folder = "../docs/rules"
	pages := rules(t).Pages(policies.FS())
	for name, want := range pages {
		if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != want {
			t.Errorf("%s is not what the rule says: run go generate ./policies", name)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if pages[e.Name()] == "" {
			t.Errorf("%s is the page of no rule", e.Name())
		}
	}
}

// TestComingFromConftest runs the rules of the guide against its policy. A rule
// either has a comment that wants an error, or is followed by what it finds.
func TestComingFromConftest(t *testing.T) {
	guide, err := os.ReadFile("../docs/conftest.md")
	if err != nil {
		t.Fatal(err)
	}
	example := regexp.MustCompile("(?s)```hcl\n(.*?)```").FindSubmatch(guide)
	read, flaws := described(txtar.File{Name: "policy.hcl", Data: example[1]})
	report(t, flaws)
	blocks := regexp.MustCompile("(?s)```rego\n(.*?)```(?:\n\n```text\n(.*?)```)?").FindAllSubmatch(guide, -1)
	if len(blocks) < 8 {
		t.Fatalf("there are %d examples", len(blocks))
	}
	for _, b := range blocks {
		file := source.NewFile("rules.rego", b[1])
		set, found := policy.Load(bundled(), []*source.File{file})
		for _, difference := range expect.Differences(expect.In(file.Name, b[1]), found) {
			t.Errorf("%s\n%s", b[1], difference)
		}
		if set == nil {
			continue
		}
		var own []string
		for _, r := range set.Rules() {
			if !r.Bundled {
				own = append(own, string(r.ID))
			}
		}
		result, err := set.Check(read.Model, policy.Options{AsOf: day, Only: own})
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, d := range result.Findings {
			place := ""
			if !d.Span.IsZero() {
				place = fmt.Sprintf(" %d", d.Span.Range().Start.Line)
			}
			fmt.Fprintf(&got, "%s %s%s: %s\n", d.Severity, d.Code, place, d.Summary)
		}
		if got.String() != string(b[2]) {
			t.Errorf("%s\nfinds\n%s", b[1], got.String())
		}
	}
}

// bundled are the rules without their tests.
func bundled() []*source.File {
	return slices.DeleteFunc(policy.Files(policies.FS()), policy.IsTest)
}

// TestDocumentedRules loads and tests the rules that the guide shows.
func TestDocumentedRules(t *testing.T) {
	guide, err := os.ReadFile("../docs/writing-rules.md")
	if err != nil {
		t.Fatal(err)
	}
	var own []*source.File
	for i, m := range regexp.MustCompile("(?s)```rego\n(.*?)```").FindAllSubmatch(guide, -1) {
		name := fmt.Sprintf("example_%d.rego", i)
		if strings.Contains(string(m[1]), "_test\n") {
			name = fmt.Sprintf("example_%d_test.rego", i)
		}
		own = append(own, source.NewFile(name, m[1]))
	}
	_, found := policy.Load(policy.Files(policies.FS()), own)
	report(t, found)
	tests, found := policy.Test(policy.Files(policies.FS()), own, day, policy.NewTrace())
	report(t, found)
	report(t, tests.Findings)
	if tests.Passed != 1 || len(own) != 4 {
		t.Errorf("%d examples, %d tests passed", len(own), tests.Passed)
	}
}
