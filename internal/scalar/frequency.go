package scalar

import (
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
	"monthly": "1 per month", "yearly": "1 per year", "annually": "1 per year", "regularly": "regular",
	"once a day": "1 per day", "twice a day": "2 per day", "several times a day": "several per day",
	"several times per day": "several per day", "several times each day": "several per day",
	"every release": "every_release", "each release": "every_release",
}

func guessFrequency(s string) string {
	t := strings.ToLower(strings.Join(strings.Fields(s), " "))
	if f, ok := adverbs[t]; ok {
		return f
	}
	unit, ok := unitOf(t[strings.LastIndexByte(t, ' ')+1:])
	if !ok {
		return ""
	}
	if strings.HasPrefix(t, "several") {
		return "several per " + string(unit)
	}
	digits := len(t) - len(strings.TrimLeft(t, "0123456789"))
	if n, err := parseCount(t[:digits]); err == nil {
		return Frequency{N: n, Unit: unit}.String()
	}
	return ""
}
