package plan_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/crypto/ssh"
	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/signature"
)

var day = scalar.Date{Year: 2026, Month: 2, Day: 1}

func load(t *testing.T, files fstest.MapFS) *model.Model {
	t.Helper()
	policy, found := lang.Load(files, lang.Options{})
	if policy.Model == nil {
		t.Fatal(found[0])
	}
	return policy.Model
}

func policy(t *testing.T, text string) *model.Model {
	t.Helper()
	return load(t, fstest.MapFS{"main.hcl": {Data: []byte(text)}})
}

func planOf(t *testing.T, before, after *model.Model) *plan.Plan {
	t.Helper()
	in := plan.Input{
		Before: before, After: after, Comparison: compare.Compare(before, after, compare.Options{}),
		Source: plan.Source{Manifest: strings.Repeat("a", 64)}, Tool: "privity test", Day: day,
	}
	if before != nil {
		in.Base = &plan.Base{Head: "1:" + strings.Repeat("b", 64), Version: "1"}
	}
	p, err := plan.Make(in)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func file(t *testing.T, p *plan.Plan) *plan.File {
	t.Helper()
	f, err := plan.NewFile(p)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func encoded(t *testing.T, f *plan.File) []byte {
	t.Helper()
	text, err := f.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Plans of all archives that package compare is tested with are as their schema says
// and are read back as they were.
func TestPlansSatisfyTheSchema(t *testing.T) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(plan.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(plan.URN, document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(plan.URN)
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("../../testdata/compare/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no archives", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sides := map[string]fstest.MapFS{"before": {}, "after": {}}
		for _, f := range archive.Files {
			if folder, rest, ok := strings.Cut(f.Name, "/"); ok && sides[folder] != nil {
				sides[folder][rest] = &fstest.MapFile{Data: f.Data}
			}
		}
		f := file(t, planOf(t, load(t, sides["before"]), load(t, sides["after"])))
		f.Approve(plan.Approval{Role: "legal", Key: "SHA256:x", Signature: "-----BEGIN SSH SIGNATURE-----\n"})
		text := encoded(t, f)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		again, err := plan.Read(text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if d := cmp.Diff(string(text), string(encoded(t, again))); d != "" {
			t.Errorf("%s: read back it differs (-want +got):\n%s", name, d)
		}
	}
	if value, _ := jsonschema.UnmarshalJSON(strings.NewReader(`{"schema":"urn:privity:plan:0.1"}`)); schema.Validate(value) == nil {
		t.Error("the schema accepts a plan without a plan")
	}
}

const acme = `
policy "acme" {
  title     = "Data policy"
  effective = "2026-03-15"
  notice "kept" {
    change = "retention"
    period = "30 days"
  }
}
data_store "accounts" {
  retention { period = "30 days" }
}
`

const approvals = `
approval "legal" {
  for  = ["material"]
  keys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICVqs10W7Rf8z4Hr7J7S+IsOuOVJCf9SxuuCLraPhBiR"]
}
approval "storage" {
  for  = ["retention.*"]
  keys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICVqs10W7Rf8z4Hr7J7S+IsOuOVJCf9SxuuCLraPhBiR"]
}
approval "names" {
  for  = ["data_store.renamed"]
  keys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICVqs10W7Rf8z4Hr7J7S+IsOuOVJCf9SxuuCLraPhBiR"]
}
`

func longer(text string) string {
	return strings.Replace(text, `{ period = "30 days" }`, `{ period = "60 days" }`, 1)
}

func shorter(text string) string {
	return strings.Replace(text, `{ period = "30 days" }`, `{ period = "20 days" }`, 1)
}

func TestSchedule(t *testing.T) {
	p := planOf(t, policy(t, acme), policy(t, longer(acme)))
	want := []plan.Notice{{
		Term: "policy.acme.notice.kept", Changes: []string{"data_store.accounts.retention"}, Classes: []string{"retention.increased"},
		Period: "30 days", Earliest: "2026-03-03",
	}}
	if d := cmp.Diff(want, p.Notices); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if p.Effective != "2026-03-15" || p.Earliest != "2026-03-03" || p.TooEarly != "" {
		t.Errorf("effective %s, earliest %s, too early: %s", p.Effective, p.Earliest, p.TooEarly)
	}
	early := strings.Replace(acme, "2026-03-15", "2026-02-20", 1)
	if p := planOf(t, policy(t, early), policy(t, longer(early))); !strings.Contains(p.TooEarly, "3 March 2026") {
		t.Errorf("too early: %q", p.TooEarly)
	}
	if p := planOf(t, policy(t, early), policy(t, shorter(early))); p.TooEarly != "" || p.Earliest != "" {
		t.Errorf("what is kept shorter: %q, %q", p.TooEarly, p.Earliest)
	}
}

// A version does not take effect before the one that it replaces, or what that one has
// announced would come early.
func TestEffectiveAfterBase(t *testing.T) {
	in := func(effective string) plan.Input {
		text := strings.Replace(acme, "2026-03-15", "2026-02-20", 1)
		before, after := policy(t, text), policy(t, shorter(text))
		return plan.Input{
			Before: before, After: after, Comparison: compare.Compare(before, after, compare.Options{}), Day: day,
			Base: &plan.Base{Head: "1:" + strings.Repeat("b", 64), Version: "1", Effective: effective},
		}
	}
	for effective, want := range map[string]string{"2026-01-01": "", "2026-02-20": "", "2026-04-01": "2026-04-01"} {
		p, err := plan.Make(in(effective))
		if err != nil || p.Earliest != want || (p.TooEarly != "") != (want != "") {
			t.Errorf("over a version of %s: earliest %q, too early %q, %v", effective, p.Earliest, p.TooEarly, err)
		}
	}
}

// A day that is past is kept as what the policy says of itself; nobody is told that a
// change held before it was published, and who says so hears of it.
func TestEffective(t *testing.T) {
	old := strings.Replace(acme, "2026-03-15", "2020-01-01", 1)
	first := planOf(t, nil, policy(t, old))
	if first.Effective != "2020-01-01" || first.TakesEffect() != "2026-02-01" || first.Backdated() != "" {
		t.Errorf("effective %s, takes effect %s, %q", first.Effective, first.TakesEffect(), first.Backdated())
	}
	if md := string(file(t, first).Markdown(nil)); !strings.Contains(md, "published on 2026-02-01, and in force from 2020-01-01 by what it says") {
		t.Error(md)
	}
	for changed, want := range map[string]bool{shorter(old): true, strings.Replace(old, "\"Acme\"", "\"ACME\"", 1): false, old: false} {
		p := planOf(t, policy(t, old), policy(t, changed))
		if (p.Backdated() != "") != want || p.TakesEffect() != "2026-02-01" {
			t.Errorf("%q, takes effect %s, with\n%s", p.Backdated(), p.TakesEffect(), changed)
		}
	}
	if p := planOf(t, policy(t, old), policy(t, old)); !p.IsEmpty() {
		t.Error("a plan of no change is not empty")
	}
	if p := planOf(t, nil, policy(t, old)); p.IsEmpty() {
		t.Error("a first version is empty")
	}
}

func roles(p *plan.Plan) string {
	var list []string
	for _, r := range p.Approvals {
		list = append(list, r.Role+": "+strings.Join(r.Because, " "))
	}
	return strings.Join(list, "; ")
}

func TestRequired(t *testing.T) {
	before := policy(t, acme+approvals)
	for _, test := range []struct {
		name          string
		before, after *model.Model
		want          string
	}{
		{"a first version", nil, before, "legal: first version; storage: first version; names: first version"},
		{"no change", before, policy(t, acme+approvals), ""},
		{"material", before, policy(t, longer(acme)+approvals), "legal: retention.increased; storage: retention.increased"},
		{"minor", before, policy(t, shorter(acme)+approvals), "storage: retention.decreased"},
		{"new approvals ask from the next version on", policy(t, acme), policy(t, longer(acme)+approvals), ""},
		{"those who approve have a say in that", before, policy(t, longer(acme)), "legal: retention.increased approval.removed; storage: retention.increased approval.removed; names: approval.removed"},
	} {
		if got := roles(planOf(t, test.before, test.after)); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestStanding(t *testing.T) {
	before, after := policy(t, acme+approvals), policy(t, longer(acme)+approvals)
	f := file(t, planOf(t, before, after))
	if s := f.Standing(); len(s.Missing) != 2 || len(s.Flaws) != 0 {
		t.Errorf("got %+v", s)
	}
	f.Approve(plan.Approval{Role: "legal", Key: "SHA256:x", Signature: "no signature"})
	f.Approve(plan.Approval{Role: "nobody", Key: "SHA256:x", Signature: "no signature"})
	f.Approve(plan.Approval{Role: "nobody", Key: "SHA256:x", Signature: "another"})
	if s := f.Standing(); len(s.Missing) != 2 || len(s.Flaws) != 2 || len(s.Valid) != 0 {
		t.Errorf("got %+v", s)
	}
}

// Only the keys of the role count, each once, and only for this plan.
func TestSignatures(t *testing.T) {
	signer := func(name string) *signature.Signer {
		_, private, err := ed25519.GenerateKey(bytes.NewReader(bytes.Repeat([]byte(name), 32)))
		if err != nil {
			t.Fatal(err)
		}
		block, err := ssh.MarshalPrivateKey(private, "")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "key")
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := signature.Open(path, "")
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	one, two, stranger := signer("1"), signer("2"), signer("3")
	p := planOf(t, policy(t, acme), policy(t, longer(acme)))
	p.Approvals = []plan.Requirement{{Role: "legal", Signatures: 2, Keys: []string{one.Fingerprint(), two.Fingerprint()}, Because: []string{"x.y"}}}
	f := file(t, p)
	approve := func(s *signature.Signer, role, digest string) {
		armored, err := s.Sign(plan.Statement(role, digest), plan.Namespace)
		if err != nil {
			t.Fatal(err)
		}
		f.Approve(plan.Approval{Role: "legal", Key: s.Fingerprint(), Signature: string(armored)})
	}
	for _, step := range []struct {
		name         string
		by           *signature.Signer
		role, digest string
		given, flaws int
	}{
		{"another plan", one, "legal", strings.Repeat("0", 64), 0, 1},
		{"another role", one, "security", f.Digest, 0, 1},
		{"the first", one, "legal", f.Digest, 1, 0},
		{"the first again", one, "legal", f.Digest, 1, 0},
		{"a stranger", stranger, "legal", f.Digest, 1, 1},
		{"the second", two, "legal", f.Digest, 2, 1},
	} {
		approve(step.by, step.role, step.digest)
		s := f.Standing()
		given := 2
		if len(s.Missing) > 0 {
			given = s.Missing[0].Given
		}
		if given != step.given || len(s.Flaws) != step.flaws {
			t.Errorf("%s: %d given, %v", step.name, given, s.Flaws)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	good := string(encoded(t, file(t, planOf(t, policy(t, acme), policy(t, longer(acme))))))
	if _, err := plan.Read([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"nothing":              "",
		"no JSON":              "{",
		"another schema":       strings.Replace(good, plan.URN, "urn:x", 1),
		"another value":        strings.Replace(good, "60 days", "61 days", 1),
		"another digest":       strings.Replace(good, `"digest": "`, `"digest": "0`, 1),
		"another field":        strings.Replace(good, `"policy":`, `"polizy":`, 1),
		"a field twice":        strings.Replace(good, `"policy":`, `"policy": "x", "policy":`, 1),
		"other white space":    strings.Replace(good, "  ", "\t", 1),
		"something behind it":  good + "{}",
		"no plan":              `{"schema":"urn:privity:plan:0.1","digest":""}`,
		"deeply nested values": strings.Replace(good, `"changes": [`, `"changes": `+strings.Repeat("[", 20000), 1),
	} {
		if text == good {
			t.Errorf("%s: nothing was changed", name)
		}
		if _, err := plan.Read([]byte(text)); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}

// What is denser than a plan's file is refused before anything is made of it.
func TestReadRefusesDenseFilesAtOnce(t *testing.T) {
	good := string(encoded(t, file(t, planOf(t, policy(t, acme), policy(t, longer(acme))))))
	for name, changes := range map[string]string{
		"many values":         strings.Repeat("1,", 100_000) + "1",
		"many empty lists":    strings.Repeat("[],", 100_000) + "[]",
		"deeply nested lists": strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
		"no indentation":      strings.Repeat("\n[\n", 1000) + strings.Repeat("]\n", 1000),
	} {
		text := []byte(strings.Replace(good, `"json": "`, `"json": [`+changes+`], "text": "`, 1))
		allocations := testing.AllocsPerRun(1, func() {
			if _, err := plan.Read(text); err == nil {
				t.Errorf("%s: it was read", name)
			}
		})
		if allocations > 10 {
			t.Errorf("%s: %v allocations before it was refused", name, allocations)
		}
	}
}

func TestHolds(t *testing.T) {
	before, after := policy(t, acme), policy(t, longer(acme))
	p := planOf(t, before, after)
	if err := p.Holds(planOf(t, before, after)); err != nil {
		t.Errorf("the same: %v", err)
	}
	for name, change := range map[string]func(*plan.Plan){
		"the policy has changed": func(p *plan.Plan) { p.Source.Manifest = strings.Repeat("c", 64) },
		"made against":           func(p *plan.Plan) { p.Base.Head = "2:" + strings.Repeat("d", 64) },
		"made by":                func(p *plan.Plan) { p.Tool = "privity other" },
		"the rules":              func(p *plan.Plan) { p.Findings = append(p.Findings, plan.Finding{Code: "PP001"}) },
		"no version":             func(p *plan.Plan) { p.Base = nil },
	} {
		now := planOf(t, before, after)
		change(now)
		if err := p.Holds(now); !errors.Is(err, plan.ErrStale) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestForms(t *testing.T) {
	f := file(t, planOf(t, policy(t, acme+approvals), policy(t, longer(acme)+approvals)))
	missing := f.Standing().Missing
	var text bytes.Buffer
	if err := f.WriteText(&text, missing, diff.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	for form, got := range map[string]string{"text": text.String(), "Markdown": string(f.Markdown(missing))} {
		for _, want := range []string{"retention.increased", "2026-03-03", "legal", "60 days", "version 1"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s lacks %q:\n%s", form, want, got)
			}
		}
	}
	if !strings.Contains(string(f.Markdown(nil)), "**given:**") || !strings.Contains(string(f.Markdown(missing)), "**missing:**") {
		t.Errorf("Markdown does not say what is missing:\n%s", f.Markdown(missing))
	}
}
