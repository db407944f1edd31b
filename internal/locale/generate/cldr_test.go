package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCountriesOf(t *testing.T) {
	territories := map[string]string{
		"001": "world", "BA": "Bosnia & Herzegovina", "BA-alt-short": "Bosnia", "CD": "Congo - Kinshasa",
		"EU": "European Union", "HK": "Hong Kong SAR China", "HK-alt-short": "Hong Kong", "LC": "St. Lucia",
		"NL": "Netherlands",
	}
	ours := names{
		NotISO:  []string{"EU"},
		Short:   []string{"HK"},
		Names:   map[string]string{"CD": "Democratic Republic of the Congo"},
		Article: []string{"CD", "NL"},
	}
	want := []country{
		{Code: "BA", Name: "Bosnia and Herzegovina"},
		{Code: "CD", Name: "Democratic Republic of the Congo", Article: true},
		{Code: "HK", Name: "Hong Kong"},
		{Code: "LC", Name: "Saint Lucia"},
		{Code: "NL", Name: "Netherlands", Article: true},
	}
	got := countriesOf(territories, ours)
	slices.SortFunc(got, func(a, b country) int { return strings.Compare(a.Code, b.Code) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("countriesOf (-want +got):\n%s", diff)
	}
}

func TestSubtagsOf(t *testing.T) {
	cldr := displayNames{
		Languages:   map[string]string{"de": "German", "de-CH": "Swiss High German", "und": "Unknown language"},
		Scripts:     map[string]string{"Hans": "Simplified", "Hans-alt-stand-alone": "Simplified Han"},
		Territories: map[string]string{"419": "Latin America", "DE": "Germany"},
		Variants:    map[string]string{"1996": "German orthography of 1996", "VALENCIA": "Valencian"},
	}
	want := []subtag{
		{Type: "language", Subtag: "de", Name: "German"},
		{Type: "region", Subtag: "419", Name: "Latin America"},
		{Type: "script", Subtag: "Hans", Name: "Simplified"},
		{Type: "variant", Subtag: "1996", Name: "German orthography of 1996"},
		{Type: "variant", Subtag: "valencia", Name: "Valencian"},
	}
	got := subtagsOf(cldr, names{NotLanguages: []string{"und"}})
	slices.SortFunc(got, func(a, b subtag) int { return strings.Compare(a.Type+a.Subtag, b.Type+b.Subtag) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("subtagsOf (-want +got):\n%s", diff)
	}
}
