package locale

import (
	"regexp"
	"slices"
	"testing"
)

func TestSourcesAreDatedAndNamed(t *testing.T) {
	sources := Sources()
	if len(sources) != 14 {
		t.Fatalf("%d files of reference data, want the 14 that the package documents", len(sources))
	}
	for _, s := range sources {
		if !isDate(s.AsOf) {
			t.Errorf("%s: as_of %q is no date", s.File, s.AsOf)
		}
		if s.Origin == "" {
			t.Errorf("%s names no source", s.File)
		}
		if s.AsOf > AsOf() {
			t.Errorf("%s is of %s, newer than AsOf, %s", s.File, s.AsOf, AsOf())
		}
	}
	if !slices.ContainsFunc(sources, func(s Source) bool { return s.AsOf == AsOf() }) {
		t.Errorf("AsOf is %s, which is the date of no file", AsOf())
	}
}

func TestCodesAreWellFormedAndUnique(t *testing.T) {
	shapes := map[string]*regexp.Regexp{
		"countries.json":     regexp.MustCompile(`^[A-Z]{2}$`),
		"subdivisions.json":  regexp.MustCompile(`^[A-Z]{2}-[A-Z0-9]{1,3}$`),
		"regions_aws.json":   regexp.MustCompile(`^[a-z]{2,4}(-[a-z]+)+-[0-9]$`),
		"regions_azure.json": regexp.MustCompile(`^[a-z]+[0-9]?$`),
		"regions_gcp.json":   regexp.MustCompile(`^[a-z]+-[a-z]+[0-9]{1,2}$`),
	}
	for file, shape := range shapes {
		t.Run(file, func(t *testing.T) {
			seen := make(map[string]bool)
			for _, e := range load[struct{ Code, Name string }](file).Entries {
				if !shape.MatchString(e.Code) {
					t.Errorf("code %q is not well-formed", e.Code)
				}
				if e.Name == "" {
					t.Errorf("%s has no name", e.Code)
				}
				if seen[e.Code] {
					t.Errorf("%s stands twice", e.Code)
				}
				seen[e.Code] = true
			}
		})
	}
}

func TestSubtagsAreWellFormedAndUnique(t *testing.T) {
	shapes := map[string]*regexp.Regexp{
		subtagLanguage: regexp.MustCompile(`^[a-z]{2,3}$`),
		subtagScript:   regexp.MustCompile(`^[A-Z][a-z]{3}$`),
		subtagRegion:   regexp.MustCompile(`^[0-9]{3}$`),
		subtagVariant:  regexp.MustCompile(`^([a-z0-9]{5,8}|[0-9][a-z0-9]{3})$`),
	}
	entries := load[subtag]("subtags.json").Entries
	for _, s := range entries {
		shape := shapes[s.Type]
		if shape == nil || !shape.MatchString(s.Subtag) || s.Name == "" {
			t.Errorf("%+v is not well-formed", s)
		}
	}
	if known := len(subtags()); known != len(entries) {
		t.Errorf("%d subtags under %d keys: one stands twice", len(entries), known)
	}
}

func TestFactsOfLawSayHowTheyWereChecked(t *testing.T) {
	checked := regexp.MustCompile(`^(source|knowledge)$`)
	for _, file := range []string{"memberships.json", "adequacy.json", "recognitions.json", "rights.json", "consent_ages.json", "limits.json"} {
		for _, e := range load[struct{ Country, Checked string }](file).Entries {
			if !checked.MatchString(e.Checked) {
				t.Errorf("%s, %s: checked is %q", file, e.Country, e.Checked)
			}
		}
	}
}

// Two periods of one country may follow each other but not overlap.
func TestPeriodsAreDatesInOrder(t *testing.T) {
	type entry struct {
		Country, Group, Decision string
		From, To                 string
	}
	for _, file := range []string{"memberships.json", "adequacy.json"} {
		ends := make(map[string]string)
		for _, e := range load[entry](file).Entries {
			if _, ok := LookupCountry(e.Country); !ok {
				t.Errorf("%s: country %q is not known", file, e.Country)
			}
			if !isDate(e.From) || e.To != "" && (!isDate(e.To) || e.To < e.From) {
				t.Errorf("%s: %s has the period %q to %q", file, e.Country, e.From, e.To)
			}
			key := e.Country + " " + e.Group
			if end, ok := ends[key]; ok && (end == "" || e.From <= end) {
				t.Errorf("%s: %s from %s overlaps the period before, to %q", file, key, e.From, end)
			}
			ends[key] = e.To
		}
	}
}
