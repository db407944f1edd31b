package diag

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// sarifStandard is the schema of the standard.
func sarifStandard(t *testing.T) *jsonschema.Schema {
	t.Helper()
	content, err := os.ReadFile("testdata/schema/sarif-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(sarifSchema, document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(sarifSchema)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestSARIFKeepsItsStandard validates logs of every kind of finding, those that
// are suppressed too, against the schema that the logs name.
func TestSARIFKeepsItsStandard(t *testing.T) {
	schema := sarifStandard(t)
	for _, c := range machineCases(t) {
		var suppressed []Suppression
		for i, d := range c.list {
			d.Subject, d.Attribute = "data_store.users", "retention"
			suppressed = append(suppressed, Suppression{Diagnostic: d, Reason: "We know.", InSource: i%2 == 0})
		}
		var b bytes.Buffer
		if err := WriteSARIF(&b, c.list, Options{Folder: "privacy notes", Version: "1.2.3", Suppressed: suppressed}); err != nil {
			t.Fatal(err)
		}
		log, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	broken := map[string]any{"version": "2.1.0", "runs": []any{map[string]any{"results": []any{}}}}
	if schema.Validate(broken) == nil {
		t.Error("the schema accepts a run without a tool")
	}
}

// TestSARIFSuppressions holds that what is accepted is told with its reason and
// by whom, and that it is not counted with what is not.
func TestSARIFSuppressions(t *testing.T) {
	list := machineCases(t)[0].list
	var b bytes.Buffer
	o := Options{Suppressed: []Suppression{{list[0], "The provider moves us.", false}, {list[1], "asked on Monday", true}}}
	if err := WriteSARIF(&b, list[2:3], o); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	var got []sarifSuppression
	for _, r := range log.Runs[0].Results {
		got = append(got, r.Suppressions...)
		if rule := log.Runs[0].Tool.Driver.Rules[r.RuleIndex]; rule.ID != r.RuleID {
			t.Errorf("%s points at the rule %s", r.RuleID, rule.ID)
		}
	}
	if len(log.Runs[0].Results) != 3 || len(got) != 2 ||
		got[0] != (sarifSuppression{"external", "The provider moves us."}) || got[1] != (sarifSuppression{"inSource", "asked on Monday"}) {
		t.Errorf("the suppressions are %v", got)
	}
}

// TestJUnitShape reads a report as the servers do that show tests: by the
// elements and attributes of the format, with sums that are right.
func TestJUnitShape(t *testing.T) {
	type suite struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Cases    []struct {
			Class   string    `xml:"classname,attr"`
			Name    string    `xml:"name,attr"`
			Failure *struct{} `xml:"failure"`
		} `xml:"testcase"`
	}
	for _, c := range machineCases(t) {
		var b bytes.Buffer
		passed := []string{"acme.retention_test.test_ten_years", "rules/retention.test.hcl"}
		if err := WriteJUnit(&b, c.list, Options{Passed: passed}); err != nil {
			t.Fatal(err)
		}
		var report struct {
			XMLName  xml.Name `xml:"testsuites"`
			Tests    int      `xml:"tests,attr"`
			Failures int      `xml:"failures,attr"`
			Suites   []suite  `xml:"testsuite"`
		}
		if err := xml.Unmarshal(b.Bytes(), &report); err != nil {
			t.Fatal(err)
		}
		tests, failures := 0, 0
		for _, s := range report.Suites {
			failed := 0
			for _, tc := range s.Cases {
				if tc.Class == "" || tc.Name == "" {
					t.Errorf("%s: a case has no class or no name", c.name)
				}
				if tc.Failure != nil {
					failed++
				}
			}
			if s.Tests != len(s.Cases) || s.Failures != failed {
				t.Errorf("%s: a suite of %d cases, %d of them failed, says %d and %d", c.name, len(s.Cases), failed, s.Tests, s.Failures)
			}
			tests, failures = tests+s.Tests, failures+s.Failures
		}
		if report.Tests != tests || report.Failures != failures || tests != len(c.list)+len(passed) || failures != c.list.Count(Error) {
			t.Errorf("%s: the report says %d tests, %d failures; there are %d, %d", c.name, report.Tests, report.Failures, tests, failures)
		}
	}
}

// annotation is the grammar of a workflow command, in which values escape what
// would end them.
var annotation = regexp.MustCompile(`^::(error|warning|notice) (?:file=[^,:\s][^,:]*,line=\d+,(?:col=\d+,endColumn=\d+|endLine=\d+),)?title=[^,:]+::\S.*$`)

func TestGitHubShape(t *testing.T) {
	list := machineCases(t)[0].list
	var b bytes.Buffer
	if err := WriteGitHub(&b, list, Options{Folder: "a,b:c"}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != len(list) {
		t.Errorf("%d findings are %d lines", len(list), len(lines))
	}
	for _, line := range lines {
		if !annotation.MatchString(line) {
			t.Errorf("not an annotation: %s", line)
		}
	}
}

// TestJSONShape holds the report to what the document of WriteJSON promises.
func TestJSONShape(t *testing.T) {
	list := machineCases(t)[0].list
	list[0].Subject, list[0].Attribute = "data_store.users", "retention"
	var b bytes.Buffer
	if err := WriteJSON(&b, list, Options{}); err != nil {
		t.Fatal(err)
	}
	var report struct {
		Findings                []map[string]any
		Errors, Warnings, Notes int
	}
	if err := json.Unmarshal(b.Bytes(), &report); err != nil {
		t.Fatal(err)
	}
	if len(report.Findings) != len(list) || report.Errors+report.Warnings+report.Notes != len(list) {
		t.Errorf("%d findings are %d: %d, %d, %d", len(list), len(report.Findings), report.Errors, report.Warnings, report.Notes)
	}
	for _, f := range report.Findings {
		for _, key := range []string{"code", "severity", "summary", "related", "fixes"} {
			if f[key] == nil {
				t.Errorf("%v has no %s", f["code"], key)
			}
		}
		if (f["file"] == nil) != (f["range"] == nil) {
			t.Errorf("%v has a file without a range, or a range without a file", f["code"])
		}
	}
	if f := report.Findings[0]; f["address"] != "data_store.users" || f["attribute"] != "retention" {
		t.Errorf("it speaks of %v, %v", f["address"], f["attribute"])
	}
}
