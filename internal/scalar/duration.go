// Package scalar holds the values of the language that have a grammar of their
// own: durations, frequencies and dates.
//
// They keep what the author wrote. One month is not thirty days, ten business
// days are not two weeks, and "several per day" is not three; so nothing here is
// normalised, and String returns the one canonical spelling of what was said.
package scalar

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Unit is a unit of time, in the singular.
type Unit string

// The units, shortest first. A business day is a working day of the
// organization; which days those are is for the policy to say.
const (
	Second      Unit = "second"
	Minute      Unit = "minute"
	Hour        Unit = "hour"
	Day         Unit = "day"
	BusinessDay Unit = "business day"
	Week        Unit = "week"
	Month       Unit = "month"
	Year        Unit = "year"
)

// Units lists every unit, shortest first.
var Units = []Unit{Second, Minute, Hour, Day, BusinessDay, Week, Month, Year}

// VagueDurations are the durations that a policy may state without a number.
// They are legal, because policies are published with them, and each is one
// that nobody can check.
var VagueDurations = []string{"instant", "minutes", "prompt", "transient", "limited", "long_term"}

const maxCount = 9999

// A Duration is a number of units, or one of VagueDurations.
type Duration struct {
	N     int
	Unit  Unit
	Vague string
}

// A FormError says why a text is not a value of a scalar type, and what was
// perhaps meant.
type FormError struct {
	Why     string // a sentence without a full stop
	Suggest string // a spelling that would be accepted, or empty
}

func (e *FormError) Error() string { return e.Why }

func formError(suggest, format string, args ...any) error {
	return &FormError{Why: fmt.Sprintf(format, args...), Suggest: suggest}
}

// String returns the canonical spelling, which ParseDuration accepts.
func (d Duration) String() string {
	if d.Vague != "" {
		return d.Vague
	}
	return strconv.Itoa(d.N) + " " + inNumber(d.Unit, d.N)
}

// ParseDuration reads "12 hours", "10 business days", or a vague duration. The
// error is a *FormError.
func ParseDuration(s string) (Duration, error) {
	for _, v := range VagueDurations {
		if s == v {
			return Duration{Vague: v}, nil
		}
	}
	number, word, ok := strings.Cut(s, " ")
	if !ok {
		return Duration{}, formError(guessDuration(s), "a duration is a whole number and a unit, such as \"30 days\"")
	}
	n, err := parseCount(number)
	if err != nil {
		return Duration{}, formError(guessDuration(s), "%s is not a whole number between 1 and %d", strconv.Quote(number), maxCount)
	}
	unit, ok := unitOf(word)
	if !ok {
		return Duration{}, formError(guessDuration(s), "%s is not a unit of time; there are %s", strconv.Quote(word), everyUnit())
	}
	d := Duration{N: n, Unit: unit}
	if d.String() != s {
		return Duration{}, formError(d.String(), "the unit does not agree with the number")
	}
	return d, nil
}

func inNumber(u Unit, n int) string {
	if n == 1 {
		return string(u)
	}
	return string(u) + "s"
}

func parseCount(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > maxCount || strconv.Itoa(n) != s {
		return 0, strconv.ErrSyntax
	}
	return n, nil
}

func unitOf(word string) (Unit, bool) {
	for _, u := range Units {
		if word == string(u) || word == string(u)+"s" {
			return u, true
		}
	}
	return "", false
}

// everyUnit lists the units for somebody who missed them: "seconds, …, years".
func everyUnit() string {
	plurals := make([]string, len(Units))
	for i, u := range Units {
		plurals[i] = inNumber(u, 2)
	}
	return strings.Join(plurals, ", ")
}

// abbreviations are what people write instead of a unit, with what they mean.
var abbreviations = map[string]Unit{
	"s": Second, "sec": Second, "secs": Second, "min": Minute, "mins": Minute,
	"h": Hour, "hr": Hour, "hrs": Hour, "d": Day, "w": Week, "wk": Week, "wks": Week,
	"mo": Month, "mos": Month, "mth": Month, "mths": Month, "y": Year, "yr": Year, "yrs": Year,
	"working day": BusinessDay, "working days": BusinessDay, "workday": BusinessDay, "workdays": BusinessDay,
	"business-days": BusinessDay, "business_days": BusinessDay,
}

var numberWords = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// guessDuration reads a duration more generously than the grammar does, so that
// "30d", "30days", "P30D" and "one month" get a useful answer.
func guessDuration(s string) string {
	t := plain(s)
	for _, v := range VagueDurations {
		if strings.NewReplacer(" ", "_", "-", "_").Replace(t) == v {
			return v
		}
	}
	if d := guessISO(t); d != "" {
		return d
	}
	t = inDigits(t)
	digits := len(t) - len(strings.TrimLeft(t, "0123456789"))
	if digits == 0 || digits > 4 {
		return ""
	}
	word := strings.Trim(t[digits:], " -_.")
	unit, ok := unitOf(word)
	if !ok {
		unit, ok = abbreviations[word]
	}
	if !ok {
		return ""
	}
	return counted(t[:digits], unit)
}

// plain returns a text in small letters, with one blank between words.
func plain(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// inDigits writes the number word at the start of a text in digits.
func inDigits(t string) string {
	first, rest, ok := strings.Cut(t, " ")
	if !ok {
		return t
	}
	if first == "a" || first == "an" {
		first = "one"
	}
	if n := slices.Index(numberWords, first); n >= 0 {
		return strconv.Itoa(n) + " " + rest
	}
	return t
}

var isoDuration = regexp.MustCompile(`^p(?:(\d{1,4})([ymwd])|t(\d{1,4})([hms]))$`)

// isoUnits are the designators of ISO 8601. An m means months before the t and
// minutes after it.
var isoUnits = map[string]Unit{"y": Year, "m": Month, "w": Week, "d": Day, "th": Hour, "tm": Minute, "ts": Second}

// guessISO reads a duration of ISO 8601 that has one unit.
func guessISO(t string) string {
	m := isoDuration.FindStringSubmatch(t)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return counted(m[1], isoUnits[m[2]])
	}
	return counted(m[3], isoUnits["t"+m[4]])
}

func counted(digits string, unit Unit) string {
	n, _ := strconv.Atoi(digits)
	if n == 0 {
		return ""
	}
	return Duration{N: n, Unit: unit}.String()
}
