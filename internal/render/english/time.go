package english

import (
	"fmt"
	"strconv"

	"github.com/privity/privity/internal/scalar"
)

// Date writes a day: "25 March 2021".
func Date(d scalar.Date) string { return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year) }

// minutes is a length of time that is not counted.
const minutes = "minutes"

// limited is a length of time of which only that is known.
const limited = "a limited time"

// Duration writes a length of time in the author's unit, in figures, so that the
// lengths of a table are alike: "1 month", "30 days", "10 business days".
func Duration(d scalar.Duration) string {
	switch d.Vague {
	case "instant":
		return "an instant"
	case "minutes":
		return minutes
	case "prompt":
		return "a short time"
	case "transient":
		return "a passing moment"
	case "limited":
		return limited
	case "long_term":
		return "a long time"
	}
	return strconv.Itoa(d.N) + " " + units(d.N, d.Unit)
}

func units(n int, u scalar.Unit) string {
	if n == 1 {
		return string(u)
	}
	return string(u) + "s"
}

// Period writes how long something lasts, with the way in which the length
// limits it (schema enum "bound"): "30 days", "at most 3 months", "under 12
// hours". An empty bound is exact, and an empty length is not stated.
func Period(length, bound string) string {
	if length == "" && bound != "indefinite" {
		bound = "unspecified"
	}
	switch bound {
	case "at_most":
		if length == minutes {
			return length + " at most"
		}
		return "at most " + length
	case "under":
		return "under " + length
	case "at_least":
		return "at least " + length
	case "indefinite":
		return "indefinitely"
	case "unspecified":
		return unstated(length)
	}
	return length
}

// unstated is a limit that the author does not give, or gives only vaguely.
func unstated(length string) string {
	if length == "" {
		return "a limited time that is not stated"
	}
	return length + " (how long exactly is not stated)"
}

// For is a period after a verb of keeping: "for 30 days", "indefinitely".
func For(length, bound string) string {
	if bound == "indefinite" {
		return Period(length, bound)
	}
	return "for " + Period(length, bound)
}

// NoLongerThan is For after a verb that demands it, so that a limit does not read
// as a duty to keep: "no longer than 30 days", "only for a limited time".
func NoLongerThan(length, bound string) string {
	switch {
	case bound == "at_most":
		return "no longer than " + length
	case bound == "under":
		return "for less than " + length
	case bound == "unspecified" || length == limited || length == "" && bound == "":
		return "only " + For(length, bound)
	}
	return For(length, bound)
}

// Within says how soon something is done: "within 10 business days", "within 10
// business days at most" where the author states the limit, "instantly".
func Within(d scalar.Duration, bound string) string {
	if bound == "" {
		switch d.Vague {
		case "instant":
			return "instantly"
		case "prompt":
			return "promptly"
		}
	}
	length := Duration(d)
	switch bound {
	case "exact":
		return "after exactly " + length
	case "at_most":
		return "within " + length + " at most"
	case "under":
		return "in under " + length
	case "at_least":
		return "after at least " + length
	case "indefinite":
		return "without a time limit"
	case "unspecified":
		return "within a time that is not stated"
	}
	return "within " + length
}

// Frequency writes how often: "several times a day", "once a day", "with every
// release", "regularly".
func Frequency(f scalar.Frequency) string {
	switch {
	case f.Word == "regular":
		return "regularly"
	case f.Word == "every_release":
		return "with every release"
	case f.Several:
		return "several times " + Article(string(f.Unit))
	case f.N == 1:
		return "once " + Article(string(f.Unit))
	case f.N == 2:
		return "twice " + Article(string(f.Unit))
	}
	return Number(f.N) + " times " + Article(string(f.Unit))
}
