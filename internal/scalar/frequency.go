package scalar

import (
	"regexp"
	"strconv"
	"strings"
)

// WordFrequencies are the frequencies that a policy may state without a number.
var WordFrequencies = []string{"regular", "every_release"}

// A Frequency is how often a thing happens: so many times per unit, several
// times per unit, or one of WordFrequencies.
type Frequency struct {
	N       int // 0 where Several or Word says it
	Several bool
	Unit    Unit
	Word    string
}

// String returns the canonical spelling, which ParseFrequency accepts.
func (f Frequency) String() string {
	switch {
	case f.Word != "":
		return f.Word
	case f.Several:
		return "several per " + string(f.Unit)
	}
	return strconv.Itoa(f.N) + " per " + string(f.Unit)
}

// ParseFrequency reads "1 per day", "several per day", or a word frequency. The
// error is a *FormError.
func ParseFrequency(s string) (Frequency, error) {
	for _, w := range WordFrequencies {
		if s == w {
			return Frequency{Word: w}, nil
		}
	}
	number, rest, ok := strings.Cut(s, " per ")
	if !ok {
		return Frequency{}, formError(guessFrequency(s), "a frequency is a number or \"several\", then \"per\" and a unit, such as \"1 per day\"")
	}
	unit, ok := unitOf(rest)
	if !ok || string(unit) != rest {
		return Frequency{}, formError(guessFrequency(s), "%s is not a unit of time in the singular", strconv.Quote(rest))
	}
	if number == "several" {
		return Frequency{Several: true, Unit: unit}, nil
	}
	n, err := parseCount(number)
	if err != nil {
		return Frequency{}, formError(guessFrequency(s), "%s is neither \"several\" nor a whole number between 1 and %d", strconv.Quote(number), maxCount)
	}
	return Frequency{N: n, Unit: unit}, nil
}

var adverbs = map[string]string{
	"hourly": "1 per hour", "daily": "1 per day", "nightly": "1 per day", "weekly": "1 per week",
	"monthly": "1 per month", "quarterly": "4 per year", "yearly": "1 per year", "annually": "1 per year",
	"regularly": "regular", "every release": "every_release", "each release": "every_release",
}

// counts are the words that say how often, at the start of a text.
var counts = map[string]string{"once": "1", "twice": "2", "every": "1", "each": "1"}

// guessFrequency reads a frequency more generously than the grammar does, so
// that "daily", "twice a day" and "3 times per day" get a useful answer.
func guessFrequency(s string) string {
	t := plain(s)
	if f, ok := adverbs[t]; ok {
		return f
	}
	if first, rest, _ := strings.Cut(t, " "); counts[first] != "" {
		t = counts[first] + " " + rest
	}
	m := looseFrequency.FindStringSubmatch(t)
	if m == nil {
		return ""
	}
	unit, ok := unitOf(m[2])
	if !ok {
		return ""
	}
	if n, err := parseCount(m[1]); err == nil {
		return Frequency{N: n, Unit: unit}.String()
	}
	if m[1] == "several" {
		return Frequency{Several: true, Unit: unit}.String()
	}
	return ""
}

var looseFrequency = regexp.MustCompile(`^(\d{1,4}|several)(?: times?)?(?: (?:a|an|per|each|every))? ([a-z ]+)$`)
