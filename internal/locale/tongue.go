package locale

import (
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Tongue is a language in which pages are written: how it writes dates,
// numbers, lengths of time and lists, and what it calls countries and
// languages. It does not change, and any number of goroutines may share it.
type Tongue struct {
	forms tongueForms
	names map[nameKey]string
}

// tongueForms are the forms of a language, as an entry of tongues.json has them.
type tongueForms struct {
	Language string   `json:"language"`
	Date     string   `json:"date"` // with {d}, {M} and {y}
	FirstDay string   `json:"first_day"`
	Months   []string `json:"months"`
	And      listForm `json:"and"`
	Or       listForm `json:"or"`
	Group    string   `json:"group"`     // between thousands
	MinGroup int      `json:"min_group"` // digits before the first mark, at least
	Singular []int    `json:"singular"`  // the numbers of the category "one"
	Many     bool     `json:"many"`      // whether whole millions have the category "many"
	Quotes   []string `json:"quotes"`
	Units    map[string]struct {
		One   string `json:"one"`
		Other string `json:"other"`
		Per   string `json:"per"`
	} `json:"units"`
	Times   map[string]string `json:"times"`
	Several string            `json:"several"`
}

// listForm is what stands between the items of a list.
type listForm struct {
	Two    string `json:"two"`
	Middle string `json:"middle"`
	End    string `json:"end"`
}

type nameKey struct{ kind, code string }

const (
	nameTerritory = "territory"
	nameLanguage  = "language"
)

var tongues = sync.OnceValue(func() map[string]*Tongue {
	all := map[string]*Tongue{}
	for _, forms := range load[tongueForms]("tongues.json").Entries {
		all[forms.Language] = &Tongue{forms: forms, names: map[nameKey]string{}}
	}
	type named struct {
		Kind, Code string
		Names      map[string]string
	}
	for _, n := range load[named]("names.json").Entries {
		for language, name := range n.Names {
			all[language].names[nameKey{n.Kind, n.Code}] = name
		}
	}
	return all
})

// In returns the language of a BCP 47 tag, of which only the language itself
// counts: "de" and "de-AT" are both German. It reports false where pages cannot
// be written in that language.
func In(tag string) (*Tongue, bool) {
	language, _, _ := strings.Cut(tag, "-")
	t, ok := tongues()[strings.ToLower(language)]
	return t, ok
}

// Tongues lists the languages in which pages can be written, as BCP 47 tags in
// the order of the alphabet.
func Tongues() []string {
	all := make([]string, 0, len(tongues()))
	for language := range tongues() {
		all = append(all, language)
	}
	slices.Sort(all)
	return all
}

// Language is the BCP 47 tag, such as "de".
func (t *Tongue) Language() string { return t.forms.Language }

// Date writes a day in the long form: "15. Januar 2026".
func (t *Tongue) Date(year, month, day int) string {
	printed := strconv.Itoa(day)
	if day == 1 && t.forms.FirstDay != "" {
		printed = t.forms.FirstDay
	}
	return strings.NewReplacer("{d}", printed, "{M}", t.forms.Months[month-1], "{y}", strconv.Itoa(year)).Replace(t.forms.Date)
}

// Number writes a whole number with its thousands apart: "10.000".
func (t *Tongue) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	if len(digits) < 3+t.forms.MinGroup {
		return sign + digits
	}
	head := (len(digits)-1)%3 + 1
	grouped := digits[:head]
	for rest := digits[head:]; rest != ""; rest = rest[3:] {
		grouped += t.forms.Group + rest[:3]
	}
	return sign + grouped
}

// Plural returns the category that CLDR gives to a whole number: "one", "many"
// or "other".
func (t *Tongue) Plural(n int) string {
	switch {
	case slices.Contains(t.forms.Singular, n):
		return "one"
	case t.forms.Many && n != 0 && n%1_000_000 == 0:
		return "many"
	}
	return "other"
}

// Unit writes a number of units of time, which are named as package scalar
// names them: "12 Stunden", "10 Arbeitstage".
func (t *Tongue) Unit(n int, unit string) string {
	form := t.forms.Units[unit]
	pattern := form.Other
	if t.Plural(n) == "one" {
		pattern = form.One
	}
	return strings.Replace(pattern, "{0}", t.Number(n), 1)
}

// Times writes how often a thing happens: "einmal pro Tag", "3 fois par jour".
func (t *Tongue) Times(n int, unit string) string {
	pattern := t.forms.Times["other"]
	if n == 1 {
		pattern = t.forms.Times["one"]
	}
	return t.per(strings.Replace(pattern, "{0}", t.Number(n), 1), unit)
}

// Several writes that a thing happens more often than once or twice in a unit
// of time: "mehrmals pro Tag".
func (t *Tongue) Several(unit string) string { return t.per(t.forms.Several, unit) }

func (t *Tongue) per(what, unit string) string {
	return strings.Replace(t.forms.Units[unit].Per, "{0}", what, 1)
}

// And returns what stands between n items that all count, n-1 texts: ", " and
// " und ".
func (t *Tongue) And(n int) []string { return t.forms.And.between(n) }

// Or returns what stands between n items of which one counts.
func (t *Tongue) Or(n int) []string { return t.forms.Or.between(n) }

// AndStrings joins items that all count: "a, b und c".
func (t *Tongue) AndStrings(items []string) string { return t.join(items, t.forms.And) }

// OrStrings joins items of which one counts: "a, b oder c".
func (t *Tongue) OrStrings(items []string) string { return t.join(items, t.forms.Or) }

func (f listForm) between(n int) []string {
	if n < 2 {
		return nil
	}
	if n == 2 {
		return []string{f.Two}
	}
	between := slices.Repeat([]string{f.Middle}, n-2)
	return append(between, f.End)
}

func (t *Tongue) join(items []string, form listForm) string {
	var joined strings.Builder
	between := form.between(len(items))
	for i, item := range items {
		if i > 0 {
			joined.WriteString(t.euphonic(between[i-1], item))
		}
		joined.WriteString(item)
	}
	return joined.String()
}

// euphonic changes the Spanish conjunctions before a word that begins with
// their sound: "e Irlanda", "u otros".
func (t *Tongue) euphonic(conjunction, next string) string {
	if t.forms.Language != "es" {
		return conjunction
	}
	next = strings.TrimPrefix(strings.ToLower(next), "h")
	switch {
	case strings.HasSuffix(conjunction, " y ") && (strings.HasPrefix(next, "i") || strings.HasPrefix(next, "í")) &&
		!strings.HasPrefix(next, "ia") && !strings.HasPrefix(next, "ie"):
		return strings.TrimSuffix(conjunction, "y ") + "e "
	case strings.HasSuffix(conjunction, " o ") && (strings.HasPrefix(next, "o") || strings.HasPrefix(next, "ó")):
		return strings.TrimSuffix(conjunction, "o ") + "u "
	}
	return conjunction
}

// Country returns what the language calls a country, its part, the Union ("EU")
// or the European Economic Area ("EEA"). CLDR has no names for parts of
// countries in the form that is used here; they keep their English name. A code
// that is not known is returned as it is.
func (t *Tongue) Country(code string) string {
	if name, ok := t.names[nameKey{nameTerritory, code}]; ok {
		return name
	}
	if part, ok := LookupSubdivision(code); ok {
		return part.Name
	}
	return code
}

// LanguageName returns what this language calls another, or itself: "Deutsch",
// "Deutsch (Schweiz)". A tag that is not known is returned as it is.
func (t *Tongue) LanguageName(tag string) string {
	language, region, regional := strings.Cut(tag, "-")
	name, ok := t.names[nameKey{nameLanguage, strings.ToLower(language)}]
	if !ok {
		return tag
	}
	if !regional {
		return name
	}
	if country, ok := t.names[nameKey{nameTerritory, strings.ToUpper(region)}]; ok {
		region = country
	}
	return name + " (" + region + ")"
}

// Quote puts quotation marks around a text: „so“.
func (t *Tongue) Quote(s string) string { return t.forms.Quotes[0] + s + t.forms.Quotes[1] }
