package model_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

const policy = `
policy "example" {
  title        = "Example"
  organization = organization.acme
  effective    = "2026-01-31"
}
organization "acme" {
  legal_name = "Acme Ltd"
}
region "ireland" {}
data_store "users" {
  technology = "PostgreSQL"
  permanent  = false
  regions    = [region.ireland]
  uses       = ["database", "cache"]

  backup {
    frequency = "1 per day"
  }
  retention "logs" {
    period = "30 days"
    bound  = "at_most"
  }
  retention "events" {
    period = "1 year"
  }
  segment "special" {
    label = "Special"
  }
}
data_store "logs" {}
retention "both" {
  applies_to = [data_store.users, data_store.logs, data_store.users]
  period     = "2 years"
}
retention "part" {
  applies_to = [data_store.users.segment.special]
  period     = "1 day"
}
`

func load(t *testing.T) *model.Model {
	t.Helper()
	p, found := lang.Load(fstest.MapFS{"p.hcl": {Data: []byte(policy)}}, lang.Options{})
	if p.Model == nil {
		t.Fatal(found[0].Summary)
	}
	return p.Model
}

func addresses(blocks []*model.Block) string {
	all := make([]string, len(blocks))
	for i, b := range blocks {
		all[i] = b.Address
	}
	return strings.Join(all, " ")
}

// TestLift holds that what was written inside a thing stands beside it, behind
// the thing, and says what it is about.
func TestLift(t *testing.T) {
	m := load(t)
	want := "policy.example organization.acme region.ireland data_store.users data_store.users.backup data_store.users.retention.logs data_store.users.retention.events data_store.logs retention.both retention.part"
	if got := addresses(m.Blocks()); got != want {
		t.Error(cmp.Diff(want, got))
	}
	users := m.Lookup("data_store.users")
	if got := addresses(users.Blocks); got != "data_store.users.segment.special" {
		t.Errorf("inside stands %s", got)
	}
	events := m.Lookup("data_store.users.retention.events")
	if events == nil || events.Parent != users || addresses(events.Refs("applies_to")) != "data_store.users" {
		t.Fatalf("the lifted block is about %v", events)
	}
	if !events.Get("applies_to").Derived || events.Get("period").Derived {
		t.Error("what was derived and what was written are not told apart")
	}
	for _, b := range m.Blocks() {
		for i := 1; i < len(b.Attrs); i++ {
			if b.Attrs[i-1].Schema.Index >= b.Attrs[i].Schema.Index {
				t.Errorf("%s: the attributes are out of order", b.Address)
			}
		}
	}
	if got := addresses(m.All("retention")); got != "data_store.users.retention.logs data_store.users.retention.events retention.both retention.part" {
		t.Error(got)
	}
}

// TestAbout holds that a block is found from what it speaks of, once.
func TestAbout(t *testing.T) {
	m := load(t)
	for subject, want := range map[string]string{
		"data_store.users":                 "data_store.users.retention.logs data_store.users.retention.events retention.both",
		"data_store.logs":                  "retention.both",
		"data_store.users.segment.special": "retention.part",
		"region.ireland":                   "",
	} {
		if got := addresses(m.About("retention", m.Lookup(subject))); got != want {
			t.Errorf("%s: %s, want %s", subject, got, want)
		}
	}
	if got := addresses(m.About("backup", m.Lookup("data_store.users"))); got != "data_store.users.backup" {
		t.Error(got)
	}
}

func TestGetters(t *testing.T) {
	m := load(t)
	users, logs := m.Lookup("data_store.users"), m.Lookup("data_store.logs")
	day, _ := m.Policy().Date("effective")
	often, _ := m.Lookup("data_store.users.backup").Frequency("frequency")
	long, _ := m.Lookup("retention.both").Duration("period")
	for _, c := range []struct{ what, got, want string }{
		{"text", users.Text("technology"), "PostgreSQL"},
		{"no text", logs.Text("technology"), ""},
		{"texts", strings.Join(users.Texts("uses"), " "), "database cache"},
		{"label of a name", users.Label(), "users"},
		{"label", users.Blocks[0].Label(), "Special"},
		{"date", day.String(), "2026-01-31"},
		{"frequency", often.String(), "1 per day"},
		{"duration", long.String(), "2 years"},
		{"fact", users.Fact("technology").ID(), "data_store.users.technology"},
		{"no fact", logs.Fact("technology").ID(), "data_store.logs"},
		{"list", users.Get("uses").Value.String(), "[database, cache]"},
		{"reference", m.Policy().Get("organization").Value.String(), "organization.acme"},
		{"where it is not set", logs.SpanOf("technology").Text(), `data_store "logs"`},
		{"where it is set", users.SpanOf("technology").Text(), `"PostgreSQL"`},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if !users.False("permanent") || users.True("permanent") || logs.False("permanent") || logs.True("permanent") {
		t.Error("false, and not said, are not told apart")
	}
	if m.Policy().Ref("organization") != m.Lookup("organization.acme") || len(logs.Refs("regions")) != 0 || logs.Ref("vendor") != nil {
		t.Error("references lead elsewhere")
	}
	if _, set := logs.Duration("note"); set {
		t.Error("a duration that is not set")
	}
}

// TestMisspelt holds that a name that the schema does not know cannot pass for
// an absent fact.
func TestMisspelt(t *testing.T) {
	m := load(t)
	users := m.Lookup("data_store.users")
	for what, misuse := range map[string]func(){
		"attribute": func() { users.Text("tecnology") },
		"kind":      func() { m.All("data_stor") },
		"about":     func() { m.About("retentoin", users) },
		"inside":    func() { users.Inside("segmnt") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("a misspelt %s is taken", what)
				}
			}()
			misuse()
		}()
	}
}

// TestFacts holds that every attribute is visited, and once.
func TestFacts(t *testing.T) {
	m := load(t)
	seen := map[string]int{}
	m.Facts(func(f model.Fact) { seen[f.ID()]++ })
	for id, n := range seen {
		if n != 1 {
			t.Errorf("%s is visited %d times", id, n)
		}
	}
	for _, id := range []string{"data_store.users.segment.special.label", "data_store.users.retention.logs.applies_to", "policy.example.title"} {
		if seen[id] == 0 {
			t.Errorf("%s is not visited", id)
		}
	}
}

// TestSpans holds what lifting relies on: the attribute that says what a block
// is about takes a list of references.
func TestSpans(t *testing.T) {
	for _, b := range schema.Blocks {
		if b.Spans == "" {
			continue
		}
		if a := b.Attr(b.Spans); a == nil || a.Type.Kind != schema.Ref || !a.Type.List {
			t.Errorf("%s spans %s, which is not a list of references", b.Name, b.Spans)
		}
	}
}

func TestEmpty(t *testing.T) {
	m := model.New(nil)
	if m.Policy() != nil || m.Lookup("vendor.aws") != nil || len(m.Blocks()) != 0 || len(m.All("vendor")) != 0 {
		t.Error("an empty model is not empty")
	}
}
