package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// spoken is what is decided here about a language in which pages are written,
// because CLDR does not say it.
type spoken struct {
	Forms       string            `json:"forms"`        // the locale whose dates and lists are taken, where it is another
	FirstDay    string            `json:"first_day"`    // how the first of a month is written, where not as a number
	QuoteSpace  string            `json:"quote_space"`  // what stands between quotation marks and what they enclose
	BusinessDay map[string]string `json:"business_day"` // "one", "other" and "per", as CLDR has them for a day
	Times       map[string]string `json:"times"`        // so many times, by plural category
	Several     string            `json:"several"`      // an unknown number of times, more than two
	EEA         string            `json:"eea"`          // the European Economic Area
}

// tongue is what a page in a language needs, besides names.
type tongue struct {
	Language string              `json:"language"`
	Date     string              `json:"date"`
	FirstDay string              `json:"first_day,omitempty"`
	Months   []string            `json:"months"`
	And      list                `json:"and"`
	Or       list                `json:"or"`
	Group    string              `json:"group"`
	MinGroup int                 `json:"min_group"`
	Singular []int               `json:"singular"`
	Many     bool                `json:"many,omitempty"`
	Quotes   []string            `json:"quotes"`
	Units    map[string]unitForm `json:"units"`
	Times    map[string]string   `json:"times"`
	Several  string              `json:"several"`
}

type list struct {
	Two    string `json:"two"`
	Middle string `json:"middle"`
	End    string `json:"end"`
}

type unitForm struct {
	One   string `json:"one"`
	Other string `json:"other"`
	Per   string `json:"per"`
}

// translated is a name of a country, territory or language in every language.
type translated struct {
	Kind  string            `json:"kind"`
	Code  string            `json:"code"`
	Names map[string]string `json:"names"`
}

// writeTongues writes what pages in other languages need.
func writeTongues(data, namesPath, modules string) error {
	var ours names
	if err := readJSON(namesPath, &ours); err != nil {
		return err
	}
	version, err := packageVersion(modules, "cldr-misc-full")
	if err != nil {
		return err
	}
	languages := slices.Sorted(maps.Keys(ours.Tongues))
	var all []tongue
	for _, language := range languages {
		t, err := readTongue(modules, language, ours.Tongues[language])
		if err != nil {
			return fmt.Errorf("%s: %w", language, err)
		}
		all = append(all, t)
	}
	source := "Unicode CLDR " + version
	if err := writeDataset(filepath.Join(data, "tongues.json"), ours.AsOf,
		source+"; business days, numbers of times and the first of a month are kept by hand", all); err != nil {
		return err
	}
	named, err := translatedNames(modules, languages, ours)
	if err != nil {
		return err
	}
	return writeDataset(filepath.Join(data, "names.json"), ours.AsOf, source+", display names; the name of the EEA is kept by hand", named)
}

func readTongue(modules, language string, ours spoken) (tongue, error) {
	t := tongue{
		Language: language, FirstDay: ours.FirstDay, Times: ours.Times, Several: ours.Several,
		Units: map[string]unitForm{"business day": {ours.BusinessDay["one"], ours.BusinessDay["other"], ours.BusinessDay["per"]}},
	}
	for _, read := range []func(string, string, spoken, *tongue) error{readDates, readLists, readNumbers, readPlurals, readUnits} {
		if err := read(modules, language, ours, &t); err != nil {
			return tongue{}, err
		}
	}
	return t, nil
}

// readMain reads a file of a locale's data and returns what stands under its
// name.
func readMain[T any](modules, pkg, locale, file string) (T, error) {
	var all struct {
		Main map[string]T `json:"main"`
	}
	err := readJSON(filepath.Join(modules, pkg, "main", locale, file), &all)
	return all.Main[locale], err
}

var datePart = regexp.MustCompile(`'[^']*'|MMMM|d|y`)

func readDates(modules, language string, ours spoken, t *tongue) error {
	type calendar struct {
		Dates struct {
			Calendars struct {
				Gregorian struct {
					DateFormats struct {
						Long string `json:"long"`
					} `json:"dateFormats"`
					Months struct {
						Format struct {
							Wide map[string]string `json:"wide"`
						} `json:"format"`
					} `json:"months"`
				} `json:"gregorian"`
			} `json:"calendars"`
		} `json:"dates"`
	}
	read, err := readMain[calendar](modules, "cldr-dates-full", cmp.Or(ours.Forms, language), "ca-gregorian.json")
	if err != nil {
		return err
	}
	gregorian := read.Dates.Calendars.Gregorian
	t.Date = datePart.ReplaceAllStringFunc(gregorian.DateFormats.Long, func(part string) string {
		if part[0] == '\'' {
			return strings.Trim(part, "'")
		}
		return "{" + part[:1] + "}"
	})
	for month := 1; month <= 12; month++ {
		t.Months = append(t.Months, gregorian.Months.Format.Wide[strconv.Itoa(month)])
	}
	return nil
}

func readLists(modules, language string, ours spoken, t *tongue) error {
	type patterns struct {
		ListPatterns map[string]map[string]string `json:"listPatterns"`
	}
	read, err := readMain[patterns](modules, "cldr-misc-full", cmp.Or(ours.Forms, language), "listPatterns.json")
	if err != nil {
		return err
	}
	between := func(pattern string) string { return strings.TrimSuffix(strings.TrimPrefix(pattern, "{0}"), "{1}") }
	of := func(kind string) list {
		p := read.ListPatterns["listPattern-type-"+kind]
		return list{between(p["2"]), between(p["middle"]), between(p["end"])}
	}
	t.And, t.Or = of("standard"), of("or")
	type delimiters struct {
		Delimiters struct {
			Start string `json:"quotationStart"`
			End   string `json:"quotationEnd"`
		} `json:"delimiters"`
	}
	marks, err := readMain[delimiters](modules, "cldr-misc-full", language, "delimiters.json")
	t.Quotes = []string{marks.Delimiters.Start + ours.QuoteSpace, ours.QuoteSpace + marks.Delimiters.End}
	return err
}

func readNumbers(modules, language string, _ spoken, t *tongue) error {
	type numbers struct {
		Numbers struct {
			MinGroup string `json:"minimumGroupingDigits"`
			Symbols  struct {
				Group string `json:"group"`
			} `json:"symbols-numberSystem-latn"`
		} `json:"numbers"`
	}
	read, err := readMain[numbers](modules, "cldr-numbers-full", language, "numbers.json")
	if err != nil {
		return err
	}
	t.Group = read.Numbers.Symbols.Group
	t.MinGroup, err = strconv.Atoi(read.Numbers.MinGroup)
	return err
}

// singular maps CLDR's rules for the category "one", which the generator knows,
// to the whole numbers that have it. A rule that is not here needs a look.
var singular = map[string][]int{
	"i = 1 and v = 0":             {1},
	"n = 1":                       {1},
	"n = 1 or t != 0 and i = 0,1": {1},
	"i = 0,1":                     {0, 1},
}

// millions is the only other rule among the languages: 2 millions d'euros.
const millions = "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"

func readPlurals(modules, language string, _ spoken, t *tongue) error {
	var file struct {
		Supplemental struct {
			Cardinal map[string]map[string]string `json:"plurals-type-cardinal"`
		} `json:"supplemental"`
	}
	if err := readJSON(filepath.Join(modules, "cldr-core", "supplemental", "plurals.json"), &file); err != nil {
		return err
	}
	for category, text := range file.Supplemental.Cardinal[language] {
		rule, _, _ := strings.Cut(text, "@")
		rule = strings.TrimSpace(rule)
		switch numbers, known := singular[rule]; {
		case category == "pluralRule-count-one" && known:
			t.Singular = numbers
		case category == "pluralRule-count-many" && rule == millions:
			t.Many = true
		case category == "pluralRule-count-other":
		default:
			return fmt.Errorf("plurals.json: the rule %q for %s is not known here", rule, category)
		}
	}
	return nil
}

func readUnits(modules, language string, _ spoken, t *tongue) error {
	type units struct {
		Units struct {
			Long map[string]map[string]any `json:"long"`
		} `json:"units"`
	}
	read, err := readMain[units](modules, "cldr-units-full", language, "units.json")
	if err != nil {
		return err
	}
	for _, unit := range []string{"second", "minute", "hour", "day", "week", "month", "year"} {
		p := read.Units.Long["duration-"+unit]
		one, _ := p["unitPattern-count-one"].(string)
		other, _ := p["unitPattern-count-other"].(string)
		per, _ := p["perUnitPattern"].(string)
		if one == "" || other == "" || per == "" {
			return fmt.Errorf("units.json: duration-%s lacks a form", unit)
		}
		t.Units[unit] = unitForm{one, other, per}
	}
	return nil
}

var twoLetters = regexp.MustCompile(`^[a-z]{2}$`)

// translatedNames collects the names of countries, of the Union and the EEA,
// and of languages with a code of two letters.
func translatedNames(modules string, languages []string, ours names) ([]translated, error) {
	named := map[[2]string]map[string]string{}
	name := func(kind, code, language, name string) {
		if named[[2]string{kind, code}] == nil {
			named[[2]string{kind, code}] = map[string]string{}
		}
		named[[2]string{kind, code}][language] = name
	}
	for _, language := range languages {
		cldr, err := readDisplayNames(modules, language)
		if err != nil {
			return nil, err
		}
		for _, c := range countriesOf(cldr.Territories, ours.abroad(language)) {
			name("territory", c.Code, language, c.Name)
		}
		name("territory", "EU", language, cldr.Territories["EU"])
		name("territory", "EEA", language, ours.Tongues[language].EEA)
		for code, of := range cldr.Languages {
			if twoLetters.MatchString(code) {
				name("language", code, language, of)
			}
		}
	}
	var all []translated
	for id, names := range named {
		all = append(all, translated{id[0], id[1], names})
	}
	return all, nil
}

// abroad is what of our decisions about names holds in a language: the names
// that we give instead of CLDR's are English.
func (n names) abroad(language string) names {
	if language == "en" {
		return n
	}
	return names{NotISO: n.NotISO, Short: n.Short}
}
