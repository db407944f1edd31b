package policy

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
)

// read returns what a policy describes.
func read(t *testing.T, hcl string) *model.Model {
	t.Helper()
	files := fstest.MapFS{
		"main.hcl":   {Data: []byte(hcl)},
		"policy.hcl": {Data: []byte("policy \"p\" {\n  title = \"P\"\n  regimes = [\"gdpr\"]\n}\n")},
	}
	p, found := lang.Load(files, lang.Options{})
	if p.Model == nil {
		t.Fatal(found[0].Summary)
	}
	return p.Model
}

func load(t *testing.T, modules ...string) *Set {
	t.Helper()
	var files []*source.File
	for i, m := range modules {
		files = append(files, source.NewFile(fmt.Sprintf("rules/%d.rego", i), []byte(m)))
	}
	set, found := Load(nil, files)
	if set == nil {
		for _, d := range found {
			t.Errorf("%s %s: %s. %s", d.Span.Range(), d.Code, d.Summary, d.Detail)
		}
		t.FailNow()
	}
	return set
}

// lines lists findings as "code line summary".
func lines(found diag.List) []string {
	var list []string
	for _, d := range found {
		list = append(list, fmt.Sprintf("%s %d %s", d.Code, d.Span.Range().Start.Line, d.Summary))
	}
	return list
}

const stores = `data_store "a" {
  technology = "PostgreSQL"

  retention {
    period = "1 year"
  }
}

data_store "b" {
  technology = "Redis"
}
`

func TestWhereFindingsStand(t *testing.T) {
	for _, tt := range []struct{ name, rule, want string }{
		{"block", `deny contains {"at": s, "msg": "is here"} if { some s in input.data_store; s.name == "b" }`, "t 9 data_store.b is here"},
		{"address", `deny contains {"at": "data_store.b", "msg": "is here"}`, "t 9 data_store.b is here"},
		{"attribute", `deny contains {"at": "data_store.b", "attribute": "technology", "msg": "is old"}`, "t 10 data_store.b is old"},
		{"absent attribute", `deny contains {"at": "data_store.b", "attribute": "regions", "msg": "is missing"}`, "t 9 data_store.b is missing"},
		{"block inside", `deny contains {"at": "data_store.a", "attribute": "retention", "msg": "is short"}`, "t 4 data_store.a is short"},
		{"facet", `deny contains {"at": r, "attribute": "period", "msg": "is short"} if some r in input.data_store[_].retention`, "t 5 data_store.a.retention is short"},
		{"text", `deny contains "that is wrong"`, "t 0 that is wrong"},
		{"name with a suffix", `deny_stores contains {"at": "data_store.b", "msg": "is here"}`, "t 9 data_store.b is here"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			report, err := load(t, "package t\n\n"+tt.rule+"\n").Check(read(t, stores), Options{AsOf: day})
			if got := lines(report.Findings); err != nil || !slices.Equal(got, []string{tt.want}) {
				t.Errorf("found %q, %v, want %q", got, err, tt.want)
			}
		})
	}
}

func TestSeverities(t *testing.T) {
	const body = ` contains {"at": "data_store.b", "msg": "is here"}`
	requirement := func(strength string) string {
		return stores + "requirement \"r\" {\n  effect = \"forbid\"\n  enforced_by = \"T1\"\n  strength = \"" + strength + "\"\n}\n"
	}
	setting := func(severity string) string {
		return requirement("must") + "rule \"T1\" {\n  severity = \"" + severity + "\"\n  reason = \"We know.\"\n}\n"
	}
	byPackage := stores + "rule \"mine\" {\n  id = \"t.t\"\n  severity = \"note\"\n  reason = \"We know.\"\n}\n"
	for _, tt := range []struct {
		name, rule, policy string
		want               diag.Severity
	}{
		{"deny", "package t\n\ndeny" + body, stores, diag.Error},
		{"violation", "package t\n\nviolation" + body, stores, diag.Error},
		{"warn", "package t\n\nwarn" + body, stores, diag.Warning},
		{"metadata", "# METADATA\n# custom: {severity: note}\npackage t\n\ndeny" + body, stores, diag.Note},
		{"must", "# METADATA\n# custom: {id: T1}\npackage t\n\nwarn" + body, requirement("must"), diag.Error},
		{"should", "# METADATA\n# custom: {id: T1}\npackage t\n\ndeny" + body, requirement("should"), diag.Warning},
		{"may", "# METADATA\n# custom: {id: T1}\npackage t\n\ndeny" + body, requirement("may"), diag.Note},
		{"setting", "# METADATA\n# custom: {id: T1, severity: error}\npackage t\n\ndeny" + body, setting("note"), diag.Note},
		{"setting of a package", "package t.t\n\ndeny" + body, byPackage, diag.Note},
	} {
		report, err := load(t, tt.rule+"\n").Check(read(t, tt.policy), Options{AsOf: day})
		if err != nil || len(report.Findings) != 1 || report.Findings[0].Severity != tt.want {
			t.Errorf("%s: found %q, %v, want %s", tt.name, lines(report.Findings), err, tt.want)
		}
	}
}

// TestUnsoundRules are rules that cannot be loaded; each is told once, in its
// line.
func TestUnsoundRules(t *testing.T) {
	for _, tt := range []struct {
		name, module, want string
		code               diag.Code
		line               int
	}{
		{"syntax", "package t\n\ndeny contains {", "", diag.RuleSyntax, 4},
		{"no msg", "package t\n\ndeny contains {\"at\": s} if some s in input.vendor", "has no msg", diag.RuleResult, 3},
		{"no at", "package t\n\ndeny contains {\"msg\": s.name} if some s in input.vendor", "has no at", diag.RuleResult, 3},
		{"another key", "package t\n\ndeny contains {\"at\": s, \"msg\": \"x\", \"atribute\": \"y\"} if some s in input.vendor", "attribute", diag.RuleName, 3},
		{"in a variable", "package t\n\ndeny contains f if {\n\tsome s in input.vendor\n\tf := {\"at\": s}\n}", "has no msg", diag.RuleResult, 5},
		{"from a function", "package t\n\ndeny contains f(s) if some s in input.vendor\n\nf(s) := {\"at\": s.name}", "has no at or msg", diag.RuleResult, 3},
		{"a number", "package t\n\ndeny contains 1 if input.policy", "has no at or msg", diag.RuleResult, 3},
		{"no set", "package t\n\ndeny := \"x\" if input.policy", "is not a set", diag.RuleResult, 3},
		{"an object", "package t\n\ndeny[s.name] := \"x\" if some s in input.vendor", "is not a set", diag.RuleResult, 3},
		{"idle", "package t\n\nhelper(x) := x", "nothing asks for package t", diag.RuleIdle, 1},
		{"nearly", "package t\n\nviolations contains \"x\" if input.policy", "nothing asks for violations", diag.RuleIdle, 3},
		{"package of tests", "package t_test\n\ndeny contains \"x\" if input.policy", "ends in _test", diag.RuleIdle, 1},
		{"exception", "package t\n\ndeny_a contains \"x\" if input.policy\n\nexception contains [\"a\"] if input.policy", "waiver", diag.RuleIdle, 5},
		{"empty", "", "holds no rules", diag.RuleIdle, 1},
		{"metadata", "# METADATA\n# custom: {severty: note}\npackage t\n\ndeny contains \"x\" if input.policy", `no "severty"`, diag.RuleMetadata, 1},
		{"test", "package t_test\n\ntset_a if true", "nothing asks for tset_a", diag.RuleIdle, 3},
		{"severity", "# METADATA\n# custom: {severity: fatal}\npackage t\n\ndeny contains \"x\" if input.policy", "no severity", diag.RuleMetadata, 1},
		{"regime", "# METADATA\n# custom: {regimes: [gdrp]}\npackage t\n\ndeny contains \"x\" if input.policy", "did you mean gdpr?", diag.RuleMetadata, 1},
		{"yaml", "# METADATA\n# custom: {\npackage t\n\ndeny contains \"x\" if input.policy", "", diag.RuleMetadata, 2},
		{"network", "package t\n\ndeny contains \"x\" if http.send({}).status_code == 1", "may not call http.send", diag.RuleNotAllowed, 3},
		{"clock", "package t\n\ndeny contains \"x\" if time.now_ns() > 1", "may not call time.now_ns", diag.RuleNotAllowed, 3},
		{"environment", "package t\n\ndeny contains \"x\" if opa.runtime().env.HOME", "may not call opa.runtime", diag.RuleNotAllowed, 3},
		{"recursion", "package t\n\ndeny contains \"x\" if deny[_]", "recursive", diag.RuleSyntax, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			set, found := Load(nil, []*source.File{source.NewFile("rules/t.rego", []byte(tt.module+"\n"))})
			if set != nil || len(found) != 1 {
				t.Fatalf("found %q", lines(found))
			}
			d := found[0]
			if d.Code != tt.code || d.Span.Range().Start.Line != tt.line || !strings.Contains(d.Summary+d.Detail, tt.want) {
				t.Errorf("found %s in line %d: %s. %s", d.Code, d.Span.Range().Start.Line, d.Summary, d.Detail)
			}
		})
	}
}

func TestSamePackage(t *testing.T) {
	rule := func(name string) *source.File {
		return source.NewFile(name, []byte("# METADATA\n# custom: {id: "+name+"}\npackage a\n\ndeny contains \"x\" if input.policy\n"))
	}
	_, found := Load(nil, []*source.File{rule("a.rego"), rule("b.rego")})
	if len(found) != 1 || found[0].Code != diag.RuleSyntax || !strings.Contains(found[0].Summary, "already, in a.rego") {
		t.Errorf("found %q", lines(found))
	}
}

func TestSameID(t *testing.T) {
	rule := func(pkg string) *source.File {
		return source.NewFile(pkg+".rego", []byte("# METADATA\n# custom: {id: T1}\npackage "+pkg+"\n\ndeny contains \"x\" if input.policy\n"))
	}
	_, found := Load(nil, []*source.File{rule("a"), rule("b")})
	if len(found) != 1 || found[0].Code != diag.RuleMetadata || len(found[0].Related) != 1 {
		t.Errorf("found %q", lines(found))
	}
}

// grown returns a rule in which a text becomes longer by an expression over and
// over.
func grown(expression string) string {
	rule := "x0 := \"0123456789\"\n\n"
	for i := range 20 {
		rule += fmt.Sprintf("x%d := %s\n\n", i+1, strings.ReplaceAll(expression, "X", fmt.Sprintf("x%d", i)))
	}
	return rule + `deny contains "x" if count(x20) == 0`
}

// many is a text with more characters than a list may have elements.
var many = `concat("", [sprintf("%1000d", [n]) | some n in numbers.range(1, 300)])`

// powers are squares of squares.
var powers = func() string {
	rules := ""
	for i := range 8 {
		rules += fmt.Sprintf("x%d := x%d * x%d\n\n", i+2, i+1, i+1)
	}
	return rules
}()

// nested is a value that is small and prints as gigabytes.
var nested = func() string {
	rules := "x0 := [1, 2]\n\n"
	for i := range 29 {
		rules += fmt.Sprintf("x%d := [x%d, x%d]\n\n", i+1, i, i)
	}
	return rules
}()

// TestHostileRules are rules that can be loaded and go wrong when they run.
func TestHostileRules(t *testing.T) {
	patient := Limits{Time: time.Minute, Memory: 64 << 20, Findings: 100, Bytes: 10_000}
	for _, tt := range []struct {
		name, rule, want string
		code             diag.Code
	}{
		{"endless", `deny contains "x" if { some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a * b == 0 }`, "takes longer than", diag.RuleFailed},
		{"many", `deny contains sprintf("%d", [n]) if some n in numbers.range(1, 101)`, "finds too much", diag.RuleFailed},
		{"long", `deny contains sprintf("%20000d", [1])`, "finds too much", diag.RuleFailed},
		{"failing", `deny contains "x" if to_number(input.policy.title) > 1`, "could not finish", diag.RuleFailed},
		{"replace", grown(`replace(X, "0", X)`), "replace would make more than", diag.RuleFailed},
		{"replace nothing", grown(`replace(X, "", X)`), "replace would make more than", diag.RuleFailed},
		{"replace several", grown(`strings.replace_n({"0": X, "1": X}, X)`), "strings.replace_n would make more than", diag.RuleFailed},
		{"replace matches", grown(`regex.replace(X, "[0-9]", X)`), "regex.replace would make more than", diag.RuleFailed},
		{"replace with groups", grown(`regex.replace(X, "([0-9])", "$1$1$1$1")`), "regex.replace would make more than", diag.RuleFailed},
		{"sprintf", grown(`sprintf("%s%s", [X, X])`), "sprintf would make more than", diag.RuleFailed},
		{"sprintf by index", grown(`sprintf("%[1]s%[1]s%[1]s", [X])`), "sprintf would make more than", diag.RuleFailed},
		{"sprintf of a list", grown(`sprintf("%v", [[X, X, X]])`), "sprintf would make more than", diag.RuleFailed},
		{"wide sprintf", `deny contains sprintf("%1000000d%1000000d", [1, 2])`, "sprintf would make more than", diag.RuleFailed},
		{"wide sprintf by value", `deny contains sprintf("%*d", [1000000, 2])`, "sprintf would make more than", diag.RuleFailed},
		{"template", grown(`$"{X}{X}{X}"`), "template_string would make more than", diag.RuleFailed},
		{"concat", grown(`concat(X, [X, X])`), "concat would make more than", diag.RuleFailed},
		{"lists", strings.Replace(grown(`array.concat(X, X)`), `"0123456789"`, "[1, 2]", 1), "array.concat would make more than", diag.RuleFailed},
		{"split", "deny contains \"x\" if count(split(" + many + ", \"\")) == 1", "split would make more than", diag.RuleFailed},
		{"numbers", "x0 := 99999999999\n\nx1 := x0 * x0\n\n" + powers + "deny contains \"x\" if x9 == 0", "mul would make more than", diag.RuleFailed},
		{"exponents", `deny contains "x" if floor(to_number("1e1000000000")) == 1`, "to_number would make more than", diag.RuleFailed},
		{"nested values", nested + `deny contains sprintf("%v", [x29])`, "sprintf would make more than", diag.RuleFailed},
		{"related", `deny contains {"at": input.policy, "msg": "x", "related": [{"at": input.policy, "msg": sprintf("%d", [n])} | some n in numbers.range(1, 200)]}`, "finds too much", diag.RuleFailed},
		{"nowhere", `deny contains {"at": "data_store.c", "msg": "x"}`, "no such block", diag.RuleResult},
		{"no attribute", `deny contains {"at": "data_store.b", "attribute": "regoins", "msg": "x"}`, "does not have; did you mean regions?", diag.RuleResult},
		{"related nowhere", `deny contains {"at": "data_store.b", "msg": "x", "related": ["data_store.c"]}`, "no such block", diag.RuleResult},
	} {
		t.Run(tt.name, func(t *testing.T) {
			limits := patient
			if tt.name == "endless" {
				limits.Time = 300 * time.Millisecond
			}
			report, err := load(t, "package t\n\n"+tt.rule+"\n").Check(read(t, stores), Options{AsOf: day, Limits: limits})
			if err != nil {
				t.Fatal(err)
			}
			at := slices.IndexFunc(report.Findings, func(d *diag.Diagnostic) bool { return d.Code == tt.code && strings.Contains(d.Summary, tt.want) })
			if at < 0 || tt.code == diag.RuleFailed && len(report.Findings) != 1 {
				t.Errorf("found %q", lines(report.Findings))
			}
		})
	}
}

// TestSettings holds that a rule block is read: one that switches off, one for a
// rule that there is not, and two for the same.
func TestSettings(t *testing.T) {
	set := load(t,
		"# METADATA\n# custom: {id: T1}\npackage a\n\ndeny contains \"one\" if input.policy\n",
		"# METADATA\n# custom: {id: T2}\npackage b\n\ndeny contains \"two\" if input.policy\n")
	m := read(t, `rule "T1" {
  severity = "off"
  reason   = "We know."
}

rule "T3" {
  severity = "note"
  reason   = "We know."
}

rule "other" {
  id       = "T1"
  severity = "error"
  reason   = "We know."
}
`)
	report, err := set.Check(m, Options{AsOf: day})
	want := []string{"T2 0 two", "PV0911 6 there is no rule \"T3\"", "PV0204 12 rule.T1 says already what T1 counts for"}
	if got := lines(report.Findings); err != nil || !slices.Equal(got, want) {
		t.Errorf("found %q, %v", got, err)
	}
	if len(report.Off) != 1 || report.Off[0].ID != "T1" || len(report.Ran) != 1 {
		t.Errorf("%d rules were switched off, %d run", len(report.Off), len(report.Ran))
	}
	report, err = set.Check(m, Options{AsOf: day, Only: []string{"T1"}})
	if err != nil || len(report.Ran) != 1 || report.Ran[0].ID != "T1" {
		t.Errorf("a rule that is named was not run: %q, %v", lines(report.Findings), err)
	}
	if s := set.Standings(m); s[0].On || !strings.Contains(s[0].Why, "rule.T1") || !s[1].On || s[1].Why != "" || s[1].Severity != diag.Error {
		t.Errorf("the standings are %+v", s)
	}
}

// TestRulesThatCannotBeStopped holds that what neither the compiler nor the
// engine lets go of is left to itself, and named.
func TestRulesThatCannotBeStopped(t *testing.T) {
	running := newStop(time.Hour)
	defer running.deadline.stop()
	running.end(outOfTime)
	<-running.deaf
	var a answer
	a.fail(errDeaf, nil, running, DefaultLimits)
	if !strings.Contains(a.problem, "takes longer than") {
		t.Errorf("it says %q", a.problem)
	}
	set := load(t, "package t\n\ndeny contains \"x\" if input.policy\n")
	found := set.unpreparable()
	if len(found) != 1 || found[0].Code != diag.RuleFailed || found[0].Span.File.Name != "rules/0.rego" {
		t.Errorf("found %q", lines(found))
	}
}

func TestWhatIsRun(t *testing.T) {
	set := load(t,
		"# METADATA\n# custom: {id: T1}\npackage a\n\ndeny contains \"one\" if input.policy\n",
		"# METADATA\n# custom: {id: T2, regimes: [gdpr]}\npackage b\n\ndeny contains \"two\" if input.policy\n",
		"# METADATA\n# custom: {id: T3, regimes: [ccpa]}\npackage c\n\ndeny contains \"three\" if input.policy\n")
	for _, tt := range []struct {
		only []string
		want []string
	}{
		{nil, []string{"T1 0 one", "T2 0 two"}},
		{[]string{"T3"}, []string{"T3 0 three"}},
		{[]string{"T9"}, []string{"PV0907 0 no rule was run, so nothing was checked", "PV0911 0 there is no rule \"T9\""}},
	} {
		report, err := set.Check(read(t, stores), Options{AsOf: day, Only: tt.only})
		report.Findings.Sort()
		if got := lines(report.Findings); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("only %q: found %q, %v", tt.only, got, err)
		}
	}
}

// TestOrder holds that the same comes out however the work is shared.
func TestOrder(t *testing.T) {
	var modules []string
	for i := range 20 {
		modules = append(modules, fmt.Sprintf("package p%d\n\ndeny contains {\"at\": s, \"msg\": sprintf(\"is %%d\", [n])} if { some s in input.data_store; some n in numbers.range(1, 5) }\n", i))
	}
	set, m := load(t, modules...), read(t, stores)
	var first []string
	for range 5 {
		report, err := set.Check(m, Options{AsOf: day})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = lines(report.Findings)
		}
		if got := lines(report.Findings); len(got) != 200 || !slices.Equal(got, first) {
			t.Fatalf("found %q, then %q", first, got)
		}
	}
}
