package scalar

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A Date is a day of the calendar, without a time and without a place.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// String returns the date as ISO 8601 has it: 2026-01-31.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.String() < e.String() }

// An ImpossibleDateError is a text in the form of a date for a day that does
// not exist.
type ImpossibleDateError struct {
	Month time.Month
	Year  int
	Days  int // days in that month, or 0 where the month does not exist either
}

func (e *ImpossibleDateError) Error() string {
	if e.Days == 0 {
		return "a year has twelve months"
	}
	return fmt.Sprintf("%s %d has %d days", e.Month, e.Year, e.Days)
}

var (
	isoDate   = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	otherDate = regexp.MustCompile(`^(\d{1,2})([./-])(\d{1,2})([./-])(\d{4})$`)
)

// ParseDate reads an ISO 8601 calendar date. The error is a *FormError where
// the form is wrong and an *ImpossibleDateError where the day does not exist.
func ParseDate(s string) (Date, error) {
	m := isoDate.FindStringSubmatch(s)
	if m == nil {
		return Date{}, formError(guessDate(s), "a date is written year-month-day, such as \"2026-01-31\"")
	}
	d := Date{Year: atoi(m[1]), Month: time.Month(atoi(m[2])), Day: atoi(m[3])}
	if d.Month < 1 || d.Month > 12 {
		return Date{}, &ImpossibleDateError{Year: d.Year}
	}
	if last := daysIn(d.Year, d.Month); d.Day < 1 || d.Day > last {
		return Date{}, &ImpossibleDateError{Month: d.Month, Year: d.Year, Days: last}
	}
	return d, nil
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// guessDate reads the forms people use. A date with slashes or hyphens is read
// only where it can be read in one way: 11/09/2024 is two dates.
func guessDate(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range []string{"2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "2006/01/02", "2006.01.02", "20060102", "2006-1-2", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02")
		}
	}
	m := otherDate.FindStringSubmatch(s)
	if m == nil || m[2] != m[4] {
		return ""
	}
	day, month, year := atoi(m[1]), atoi(m[3]), atoi(m[5])
	if m[2] != "." && day <= 12 && month <= 12 && day != month {
		return ""
	}
	if m[2] == "/" && month > 12 {
		day, month = month, day
	}
	if month < 1 || month > 12 || day < 1 || day > daysIn(year, time.Month(month)) {
		return ""
	}
	return Date{year, time.Month(month), day}.String()
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// AddDays returns the day so many days later.
func (d Date) AddDays(n int) Date { return dateOf(d.time().AddDate(0, 0, n)) }

// AddMonths returns the day with the same number so many months later or, where
// that month is too short, its last day (Regulation (EEC, Euratom) No 1182/71,
// Article 3(2)(c)).
func (d Date) AddMonths(n int) Date {
	first := Date{d.Year, d.Month, 1}.time().AddDate(0, n, 0)
	last := daysIn(first.Year(), first.Month())
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// IsZero reports whether the date is none.
func (d Date) IsZero() bool { return d == Date{} }

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

func dateOf(t time.Time) Date { return Date{t.Year(), t.Month(), t.Day()} }
