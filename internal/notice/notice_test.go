package notice_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/notice"
	"github.com/privity/privity/internal/scalar"
)

const world = `
region "paris" {
  country = "FR"
}
purpose "mail" {
  label = "sending mail"
}
category "email" {
  label = "e-mail addresses"
}
data_store "users" {
  label   = "user database"
  regions = [region.paris]
  retention {
    period = "1 year"
  }
}
contact "legal" {
  channel = "email"
  address = "legal@example.com"
}
calendar "paris" {
  weekend     = ["saturday", "sunday"]
  holidays    = ["2026-05-01", "2026-05-08", "2026-05-14"]
  known_until = "2026-12-31"
}
`

// further is a recipient that the older version does not have.
const further = `
subprocessor "mailer" {
  label     = "Mailer"
  COUNTRY
  engagement "mail" {
    purposes = [purpose.mail]
    data     = [category.email]
  }
}
`

func version(t *testing.T, terms, rest string) *model.Model {
	t.Helper()
	text := "policy \"acme\" {\n  title     = \"Acme\"\n  effective = \"2026-04-01\"\n" + terms + "}\n" + world + rest
	p, found := lang.Load(fstest.MapFS{"p.hcl": {Data: []byte(text)}}, lang.Options{})
	if p.Model == nil {
		t.Fatalf("%s in:\n%s", found[0].Summary, text)
	}
	return p.Model
}

func term(name, kind, period, more string) string {
	return "  notice \"" + name + "\" {\n    change = \"" + kind + "\"\n    period = \"" + period + "\"\n" + more + "\n  }\n"
}

func in(country string) string { return strings.ReplaceAll(further, "COUNTRY", country) }

func day(t *testing.T, text string) scalar.Date {
	t.Helper()
	d, err := scalar.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestEarliest counts the periods of terms, from Thursday, 30 April 2026.
func TestEarliest(t *testing.T) {
	recipient := func(period, more string) string { return term("a", "recipient", period, more) }
	france, america := `countries = ["FR"]`, `countries = ["US"]`
	for _, c := range []struct{ name, terms, country, want string }{
		{"no term", "", france, "2026-04-30"},
		{"days", recipient("30 days", ""), france, "2026-05-30"},
		{"weeks", recipient("2 weeks", ""), france, "2026-05-14"},
		{"a month", recipient("1 month", ""), france, "2026-05-30"},
		{"months", recipient("10 months", ""), france, "2027-02-28"},
		{"a year", recipient("1 year", ""), france, "2027-04-30"},
		{"hours", recipient("36 hours", ""), france, "2026-05-02"},
		{"business days", recipient("10 business days", ""), france, "2026-05-14"},
		{"business days and holidays", recipient("10 business days", "calendar = calendar.paris"), france, "2026-05-19"},
		{"of another kind", term("a", "retention", "30 days", ""), france, "2026-04-30"},
		{"of any kind", term("a", "any", "30 days", ""), france, "2026-05-30"},
		{"the kind before any", term("a", "any", "30 days", "") + term("b", "recipient", "10 days", ""), france, "2026-05-10"},
		{"the longer of two", recipient("30 days", "") + term("b", "recipient", "20 days", ""), france, "2026-05-30"},
		{"the more exact of two", recipient("30 days", "") + term("b", "recipient", "90 days", `outside = ["EEA"]`), america, "2026-07-29"},
		{"for wherever data comes", recipient("30 days", "") + term("b", "location", "90 days", `outside = ["EEA"]`), america, "2026-07-29"},
		{"for further countries alone", recipient("30 days", "") + term("b", "location", "90 days", ""), america, "2026-05-30"},
		{"not outside", recipient("30 days", "") + term("b", "recipient", "90 days", `outside = ["EEA"]`), france, "2026-05-30"},
		{"the more exact is shorter", recipient("30 days", "") + term("b", "recipient", "5 days", `relation = "affiliate"`), france + "\n  relation = \"affiliate\"", "2026-05-05"},
		{"not an affiliate", recipient("30 days", "") + term("b", "recipient", "5 days", `relation = "affiliate"`), france, "2026-05-30"},
		{"in certain countries", recipient("30 days", `countries = ["US"]`), america, "2026-05-30"},
		{"in other countries", recipient("30 days", `countries = ["US"]`), france, "2026-04-30"},
		{"of a class", recipient("30 days", `classes = ["subprocessor.added"]`), france, "2026-05-30"},
		{"of all classes of a kind", recipient("30 days", `classes = ["subprocessor.*"]`), france, "2026-05-30"},
		{"of another class", recipient("30 days", `classes = ["subprocessor.replaced"]`), france, "2026-04-30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			comparison := compare.Compare(version(t, c.terms, ""), version(t, c.terms, in(c.country)), compare.Options{})
			schedule, err := notice.Plan(comparison, day(t, "2026-04-30"))
			if err != nil {
				t.Fatal(err)
			}
			if got := schedule.Earliest.String(); got != c.want {
				t.Errorf("the earliest day is %s, want %s", got, c.want)
			}
		})
	}
}

// TestMinor holds that what is not material is announced ahead only where a term
// names its class.
func TestMinor(t *testing.T) {
	for terms, want := range map[string]string{
		term("a", "recipient", "30 days", ""):                                   "2026-04-30",
		term("a", "recipient", "30 days", `classes = ["subprocessor.removed"]`): "2026-05-30",
	} {
		comparison := compare.Compare(version(t, terms, in(`countries = ["FR"]`)), version(t, terms, ""), compare.Options{})
		schedule, err := notice.Plan(comparison, day(t, "2026-04-30"))
		if err != nil {
			t.Fatal(err)
		}
		if got := schedule.Earliest.String(); got != want {
			t.Errorf("under\n%sthe earliest day is %s, want %s", terms, got, want)
		}
	}
}

// TestOldTerms holds that a period that is shortened, or taken back, counts once
// more, for its own change and for others.
func TestOldTerms(t *testing.T) {
	old := term("a", "recipient", "60 days", "")
	for name, terms := range map[string]string{"shortened": term("a", "recipient", "1 day", ""), "taken back": ""} {
		t.Run(name, func(t *testing.T) {
			comparison := compare.Compare(version(t, old, ""), version(t, terms, in(`countries = ["FR"]`)), compare.Options{})
			schedule, err := notice.Plan(comparison, day(t, "2026-04-30"))
			if err != nil {
				t.Fatal(err)
			}
			if len(schedule.Dues) != 2 {
				t.Fatalf("%d changes have to be announced, want both", len(schedule.Dues))
			}
			for _, due := range schedule.Dues {
				if got := due.Earliest.String(); got != "2026-06-29" {
					t.Errorf("%s: the earliest day is %s", due.Change.Class, got)
				}
			}
		})
	}
}

// TestRefusal holds that a day that is too early is refused with the change, the
// term, and a day that works.
func TestRefusal(t *testing.T) {
	terms := term("recipients", "recipient", "30 days", "objection = \"14 days\"\nvia = [contact.legal]")
	schedule, err := notice.Plan(compare.Compare(version(t, terms, ""), version(t, terms, in(`countries = ["FR"]`)), compare.Options{}), day(t, "2026-04-30"))
	if err != nil {
		t.Fatal(err)
	}
	if err := schedule.Check(day(t, "2026-05-30")); err != nil {
		t.Error(err)
	}
	err = schedule.Check(day(t, "2026-05-29"))
	var early *notice.TooEarlyError
	if !errors.As(err, &early) {
		t.Fatalf("the day before is accepted: %v", err)
	}
	for _, want := range []string{"29 May 2026", "30 April 2026", "Mailer is a new recipient", "30 days", "policy.acme.notice.recipients", "30 May 2026"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}

	only := term("all", "any", "30 days", "")
	schedule, err = notice.Plan(compare.Compare(version(t, only, ""), version(t, only, in(`countries = ["FR"]`)), compare.Options{}), day(t, "2026-04-30"))
	if err != nil {
		t.Fatal(err)
	}
	if err := schedule.Check(day(t, "2026-05-29")); err == nil || !strings.Contains(err.Error(), "announce any change") {
		t.Errorf("the only term is about any change: %v", err)
	}
	if due := early.Due; due.Objection.String() != "2026-05-14" || len(due.Via) != 1 || due.Via[0].Address != "contact.legal" {
		t.Errorf("objection until %s via %v", due.Objection, due.Via)
	}
}

// TestUncountable holds that a period without an end is an error and not a guess.
func TestUncountable(t *testing.T) {
	for terms, want := range map[string]string{
		term("a", "recipient", "prompt", ""):                                     "a short time",
		term("a", "recipient", "200 business days", "calendar = calendar.paris"): "31 December 2026",
		term("a", "recipient", "10 days", "objection = \"limited\""):             "a limited time",
	} {
		_, err := notice.Plan(compare.Compare(version(t, terms, ""), version(t, terms, in(`countries = ["FR"]`)), compare.Options{}), day(t, "2026-04-30"))
		var uncountable *notice.UncountableError
		if !errors.As(err, &uncountable) || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// TestFirstVersion holds that nothing has to be announced before there is
// anything.
func TestFirstVersion(t *testing.T) {
	schedule, err := notice.Plan(compare.Compare(nil, version(t, "", ""), compare.Options{}), day(t, "2026-04-30"))
	if err != nil || len(schedule.Dues) != 0 || schedule.Check(day(t, "2020-01-01")) != nil {
		t.Errorf("%v %v", schedule, err)
	}
}
