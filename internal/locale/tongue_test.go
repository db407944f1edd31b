package locale

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/scalar"
)

func tongue(t *testing.T, tag string) *Tongue {
	t.Helper()
	found, ok := In(tag)
	if !ok {
		t.Fatalf("no pages can be written in %q", tag)
	}
	return found
}

func TestTongues(t *testing.T) {
	if got, want := strings.Join(Tongues(), " "), "da de en es fr"; got != want {
		t.Errorf("languages %s, want %s", got, want)
	}
	if tongue(t, "de-CH") != tongue(t, "de") {
		t.Error("Swiss German is not German")
	}
	if _, ok := In("tlh"); ok {
		t.Error("pages are said to be written in Klingon")
	}
}

// TestForms holds each language to what somebody who speaks it would write.
func TestForms(t *testing.T) {
	type forms struct{ First, Day, Number, Thousand, One, Many, Business, Once, Thrice, Several, And, Or, Country, Union, Self, Quote string }
	want := map[string]forms{
		"en": {"1 March 2026", "15 January 2026", "1,234,567", "1,000", "1 day", "30 days", "10 business days", "once per day", "3 times per week", "several times per hour", "a, b and c", "a or b", "Ireland", "European Union", "English", "“x”"},
		"de": {"1. März 2026", "15. Januar 2026", "1.234.567", "1.000", "1 Tag", "30 Tage", "10 Arbeitstage", "einmal pro Tag", "3-mal pro Woche", "mehrmals pro Stunde", "a, b und c", "a oder b", "Irland", "Europäische Union", "Deutsch", "„x“"},
		"fr": {"1er mars 2026", "15 janvier 2026", "1\u202f234\u202f567", "1\u202f000", "1\u00a0jour", "30\u00a0jours", "10\u00a0jours ouvrés", "une fois par jour", "3 fois par semaine", "plusieurs fois par heure", "a, b et c", "a ou b", "Irlande", "Union européenne", "français", "«\u00a0x\u00a0»"},
		"es": {"1 de marzo de 2026", "15 de enero de 2026", "1.234.567", "1000", "1 día", "30 días", "10 días hábiles", "una vez por día", "3 veces por semana", "varias veces por hora", "a, b y c", "a o b", "Irlanda", "Unión Europea", "español", "“x”"},
		"da": {"1. marts 2026", "15. januar 2026", "1.234.567", "1.000", "1 dag", "30 dage", "10 arbejdsdage", "én gang pr. dag", "3 gange pr. uge", "flere gange pr. time", "a, b og c", "a eller b", "Irland", "Den Europæiske Union", "dansk", "“x”"},
	}
	for tag, want := range want {
		l := tongue(t, tag)
		got := forms{
			l.Date(2026, 3, 1), l.Date(2026, 1, 15), l.Number(1234567), l.Number(1000), l.Unit(1, "day"), l.Unit(30, "day"), l.Unit(10, "business day"),
			l.Times(1, "day"), l.Times(3, "week"), l.Several("hour"), l.AndStrings([]string{"a", "b", "c"}), l.OrStrings([]string{"a", "b"}),
			l.Country("IE"), l.Country("EU"), l.LanguageName(tag), l.Quote("x"),
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tag, diff)
		}
	}
}

// TestEveryFormIsThere holds that no language lacks a unit of time, a country
// or a language that another has.
func TestEveryFormIsThere(t *testing.T) {
	for _, tag := range Tongues() {
		l := tongue(t, tag)
		for _, unit := range scalar.Units {
			for _, text := range []string{l.Unit(1, string(unit)), l.Unit(2, string(unit)), l.Times(1, string(unit)), l.Times(2, string(unit)), l.Several(string(unit))} {
				if text == "" || strings.Contains(text, "{") {
					t.Errorf("%s, %s: %q", tag, unit, text)
				}
			}
		}
		for _, c := range Countries() {
			if l.Country(c.Code) == c.Code {
				t.Errorf("%s has no name for %s", tag, c.Code)
			}
		}
		for _, other := range Tongues() {
			if l.LanguageName(other) == other {
				t.Errorf("%s has no name for the language %s", tag, other)
			}
		}
		if len(l.forms.Months) != 12 || l.Country("EEA") == "EEA" || l.Country("US-CA") != "California" || l.Country("XX") != "XX" {
			t.Errorf("%s lacks a month, the EEA, or parts of countries", tag)
		}
	}
}

func TestPlural(t *testing.T) {
	for tag, want := range map[string]string{"en": "other one other other", "de": "other one other other", "fr": "one one other many", "es": "other one other many", "da": "other one other other"} {
		l := tongue(t, tag)
		got := strings.Join([]string{l.Plural(0), l.Plural(1), l.Plural(2), l.Plural(2_000_000)}, " ")
		if got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}

func TestListsOfFewAndMany(t *testing.T) {
	de := tongue(t, "de")
	if got := de.AndStrings(nil) + de.AndStrings([]string{"a"}); got != "a" {
		t.Errorf("lists of none and one: %q", got)
	}
	if diff := cmp.Diff([]string{", ", ", ", " und "}, de.And(4)); diff != "" {
		t.Error(diff)
	}
	if got := strings.Join(de.Or(2), "|") + strings.Join(de.Or(1), "|"); got != " oder " {
		t.Error(got)
	}
}

// TestSpanishConjunctions holds the two words that change before their own
// sound, and not before a diphthong.
func TestSpanishConjunctions(t *testing.T) {
	es := tongue(t, "es")
	for want, items := range map[string][]string{
		"Francia e Irlanda": {"Francia", "Irlanda"},
		"padres e hijos":    {"padres", "hijos"},
		"agua y hielo":      {"agua", "hielo"},
		"a, b e índices":    {"a", "b", "índices"},
	} {
		if got := es.AndStrings(items); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, items := range map[string][]string{"siete u ocho": {"siete", "ocho"}, "uno o dos": {"uno", "dos"}, "mujer u hombre": {"mujer", "hombre"}} {
		if got := es.OrStrings(items); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestLanguageNames(t *testing.T) {
	de := tongue(t, "de")
	for tag, want := range map[string]string{"en": "Englisch", "fr-CA": "Französisch (Kanada)", "sv": "Schwedisch", "qq": "qq"} {
		if got := de.LanguageName(tag); got != want {
			t.Errorf("%s is %q, want %q", tag, got, want)
		}
	}
}

func TestNegativeNumber(t *testing.T) {
	if got := tongue(t, "de").Number(-12345); got != "-12.345" {
		t.Error(got)
	}
}
