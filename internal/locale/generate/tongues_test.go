package main

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tongueFiles are the files of CLDR that a language is read from, cut down.
var tongueFiles = map[string]string{
	"cldr-dates-full/main/es/ca-gregorian.json": `{"main":{"es":{"dates":{"calendars":{"gregorian":{"dateFormats":{"long":"d 'de' MMMM 'de' y"},
		"months":{"format":{"wide":{"1":"enero","2":"febrero","3":"marzo","4":"abril","5":"mayo","6":"junio","7":"julio","8":"agosto","9":"septiembre","10":"octubre","11":"noviembre","12":"diciembre"}}}}}}}}}`,
	"cldr-misc-full/main/es/listPatterns.json": `{"main":{"es":{"listPatterns":{
		"listPattern-type-standard":{"2":"{0} y {1}","middle":"{0}, {1}","end":"{0} y {1}"},
		"listPattern-type-or":{"2":"{0} o {1}","middle":"{0}, {1}","end":"{0} o {1}"}}}}}`,
	"cldr-misc-full/main/es/delimiters.json": `{"main":{"es":{"delimiters":{"quotationStart":"«","quotationEnd":"»"}}}}`,
	"cldr-numbers-full/main/es/numbers.json": `{"main":{"es":{"numbers":{"minimumGroupingDigits":"2","symbols-numberSystem-latn":{"group":"."}}}}}`,
	"cldr-core/supplemental/plurals.json":    `{"supplemental":{"plurals-type-cardinal":{"es":{"pluralRule-count-one":"n = 1 @integer 1","pluralRule-count-other":" @integer 0"}}}}`,
	"cldr-units-full/main/es/units.json":     `{"main":{"es":{"units":{"long":{` + unitsLike("second", "minute", "hour", "day", "week", "month", "year") + `}}}}}`,
}

func unitsLike(names ...string) string {
	text := ""
	for i, n := range names {
		if i > 0 {
			text += ","
		}
		text += `"duration-` + n + `":{"unitPattern-count-one":"{0} ` + n + `","unitPattern-count-other":"{0} ` + n + `s","perUnitPattern":"{0} por ` + n + `"}`
	}
	return text
}

// modulesWith writes the files of a language, with some of them replaced.
func modulesWith(t *testing.T, replaced map[string]string) string {
	t.Helper()
	modules := t.TempDir()
	for name, text := range tongueFiles {
		if other, ok := replaced[name]; ok {
			text = other
		}
		write(t, filepath.Join(modules, name), text)
	}
	return modules
}

var spanish = spoken{QuoteSpace: "_", BusinessDay: map[string]string{"one": "1 hábil", "other": "{0} hábiles", "per": "{0} por día hábil"}, Several: "varias veces"}

func TestReadTongue(t *testing.T) {
	got, err := readTongue(modulesWith(t, nil), "es", spanish)
	if err != nil {
		t.Fatal(err)
	}
	if got.Date != "{d} de {M} de {y}" || got.Months[8] != "septiembre" || got.Group != "." || got.MinGroup != 2 || got.Several != "varias veces" {
		t.Errorf("%+v", got)
	}
	if diff := cmp.Diff(list{" y ", ", ", " y "}, got.And); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"«_", "_»"}, got.Quotes); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{1}, got.Singular); diff != "" || got.Many {
		t.Errorf("many: %v; %s", got.Many, diff)
	}
	if len(got.Units) != 8 || got.Units["week"].Per != "{0} por week" || got.Units["business day"].Other != "{0} hábiles" {
		t.Errorf("%+v", got.Units)
	}
}

// TestReadTongueRefuses holds that a rule that is not known here, and a form that
// CLDR does not have, stop the generator.
func TestReadTongueRefuses(t *testing.T) {
	plurals := "cldr-core/supplemental/plurals.json"
	units := "cldr-units-full/main/es/units.json"
	for want, replaced := range map[string]map[string]string{
		"is not known here": {plurals: `{"supplemental":{"plurals-type-cardinal":{"es":{"pluralRule-count-few":"n = 2..4"}}}}`},
		"lacks a form":      {units: `{"main":{"es":{"units":{"long":{}}}}}`},
	} {
		_, err := readTongue(modulesWith(t, replaced), "es", spanish)
		expect(t, err, want)
	}
}
