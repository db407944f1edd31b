package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// names is what is decided here rather than by CLDR.
type names struct {
	AsOf         string            `json:"as_of"`         // day on which CLDR published the pinned version
	NotISO       []string          `json:"not_iso"`       // CLDR's territories that ISO 3166-1 does not have
	Short        []string          `json:"short"`         // countries that go by CLDR's short name
	Names        map[string]string `json:"names"`         // names that running text needs otherwise
	Article      []string          `json:"article"`       // countries whose name takes "the"
	NotLanguages []string          `json:"not_languages"` // codes that stand for no one language
	Tongues      map[string]spoken `json:"tongues"`       // the languages in which pages are written
}

type country struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Article bool   `json:"article,omitempty"`
}

type subtag struct {
	Type   string `json:"type"`
	Subtag string `json:"subtag"`
	Name   string `json:"name"`
}

// displayNames are CLDR's names in one language, by code.
type displayNames struct {
	Territories, Languages, Scripts, Variants map[string]string
}

func writeCLDR(data, namesPath, modules string) error {
	var ours names
	if err := readJSON(namesPath, &ours); err != nil {
		return err
	}
	cldr, err := readDisplayNames(modules, "en")
	if err != nil {
		return err
	}
	version, err := packageVersion(modules, "cldr-localenames-full")
	if err != nil {
		return err
	}
	source := "Unicode CLDR " + version + ", English display names"
	countries := countriesOf(cldr.Territories, ours)
	if err := writeDataset(filepath.Join(data, "countries.json"), ours.AsOf,
		source+"; the officially assigned codes of ISO 3166-1", countries); err != nil {
		return err
	}
	return writeDataset(filepath.Join(data, "subtags.json"), ours.AsOf,
		source+", for subtags of BCP 47 (RFC 5646)", subtagsOf(cldr, ours))
}

func readDisplayNames(modules, language string) (displayNames, error) {
	var all displayNames
	for kind, into := range map[string]*map[string]string{
		"territories": &all.Territories, "languages": &all.Languages,
		"scripts": &all.Scripts, "variants": &all.Variants,
	} {
		type localeNames struct {
			LocaleDisplayNames map[string]map[string]string `json:"localeDisplayNames"`
		}
		read, err := readMain[localeNames](modules, "cldr-localenames-full", language, kind+".json")
		if err != nil {
			return displayNames{}, err
		}
		*into = read.LocaleDisplayNames[kind]
	}
	return all, nil
}

var (
	alpha2    = regexp.MustCompile(`^[A-Z]{2}$`)
	area      = regexp.MustCompile(`^[0-9]{3}$`)
	language  = regexp.MustCompile(`^[a-z]{2,3}$`)
	script    = regexp.MustCompile(`^[A-Z][a-z]{3}$`)
	variant   = regexp.MustCompile(`^([0-9A-Z]{5,8}|[0-9][0-9A-Z]{3})$`)
	unspelled = strings.NewReplacer(" & ", " and ", "St. ", "Saint ")
)

// countriesOf picks the countries of ISO 3166-1 from CLDR's territories.
func countriesOf(territories map[string]string, ours names) []country {
	var all []country
	for code, name := range territories {
		if !alpha2.MatchString(code) || slices.Contains(ours.NotISO, code) {
			continue
		}
		if short := territories[code+"-alt-short"]; short != "" && slices.Contains(ours.Short, code) {
			name = short
		}
		name = unspelled.Replace(name)
		if ours.Names[code] != "" {
			name = ours.Names[code]
		}
		all = append(all, country{Code: code, Name: name, Article: slices.Contains(ours.Article, code)})
	}
	return all
}

func subtagsOf(cldr displayNames, ours names) []subtag {
	all := subtagsLike(language, "language", cldr.Languages)
	all = slices.DeleteFunc(all, func(s subtag) bool { return slices.Contains(ours.NotLanguages, s.Subtag) })
	all = append(all, subtagsLike(script, "script", cldr.Scripts)...)
	all = append(all, subtagsLike(area, "region", cldr.Territories)...)
	for _, s := range subtagsLike(variant, "variant", cldr.Variants) {
		s.Subtag = strings.ToLower(s.Subtag)
		all = append(all, s)
	}
	return all
}

func subtagsLike(shape *regexp.Regexp, kind string, named map[string]string) []subtag {
	var all []subtag
	for code, name := range named {
		if shape.MatchString(code) {
			all = append(all, subtag{Type: kind, Subtag: code, Name: name})
		}
	}
	return all
}

func packageVersion(modules, name string) (string, error) {
	var manifest struct {
		Version string `json:"version"`
	}
	if err := readJSON(filepath.Join(modules, filepath.FromSlash(name), "package.json"), &manifest); err != nil {
		return "", err
	}
	if manifest.Version == "" {
		return "", fmt.Errorf("%s names no version", name)
	}
	return manifest.Version, nil
}
