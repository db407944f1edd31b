package notice

import (
	"fmt"
	"time"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/scalar"
)

// after returns the day on which a period of a term ends that begins with the
// announcement.
func after(announced scalar.Date, term *model.Block, attr string) (scalar.Date, error) {
	d, _ := term.Duration(attr)
	if d.Vague != "" && d.Vague != "instant" {
		return scalar.Date{}, &UncountableError{term, "“" + english.Duration(d) + "” has no number; state a period such as \"30 days\""}
	}
	switch d.Unit {
	case scalar.Second, scalar.Minute, scalar.Hour:
		length, _ := d.Length()
		return announced.AddDays(wholeDays(length.Seconds)), nil
	case scalar.Day:
		return announced.AddDays(d.N), nil
	case scalar.Week:
		return announced.AddDays(7 * d.N), nil
	case scalar.Month:
		return announced.AddMonths(d.N), nil
	case scalar.Year:
		return announced.AddMonths(12 * d.N), nil
	case scalar.BusinessDay:
		return calendarOf(term).after(announced, d.N)
	}
	return announced, nil
}

// wholeDays rounds up: the day on which an hour of a period falls is over
// before the period is.
func wholeDays(seconds int64) int {
	const day = 24 * 60 * 60
	return int((seconds + day - 1) / day)
}

// A calendar says which days are business days.
type calendar struct {
	term     *model.Block
	weekend  map[time.Weekday]bool
	holidays map[scalar.Date]bool
	until    scalar.Date // the last day of which that is known; zero: for good
	name     string
}

// calendarOf returns the calendar by which a term counts.
func calendarOf(term *model.Block) calendar {
	c := calendar{term: term, weekend: map[time.Weekday]bool{}, holidays: map[scalar.Date]bool{}}
	b := term.Ref("calendar")
	if b == nil || !b.Has("weekend") {
		c.weekend[time.Saturday], c.weekend[time.Sunday] = true, true
	}
	if b == nil {
		return c
	}
	c.name = b.Address
	for _, day := range b.Texts("weekend") {
		c.weekend[weekdays[day]] = true
	}
	if a := b.Get("holidays"); a != nil {
		list, _ := a.Value.(model.List)
		for _, v := range list {
			if d, ok := v.(model.Date); ok {
				c.holidays[d.Date] = true
			}
		}
	}
	c.until, _ = b.Date("known_until")
	return c
}

// weekdays are the words of schema.Weekday.
var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday,
	"friday": time.Friday, "saturday": time.Saturday, "sunday": time.Sunday,
}

// after returns the n-th business day after a day.
func (c calendar) after(day scalar.Date, n int) (scalar.Date, error) {
	if len(c.weekend) == len(weekdays) {
		return day, &UncountableError{c.term, c.name + " has no business days: every day is one of the weekend"}
	}
	for n > 0 {
		day = day.AddDays(1)
		if !c.until.IsZero() && c.until.Before(day) {
			return day, &UncountableError{c.term, fmt.Sprintf("%s lists holidays until %s, and the period ends later; list those that follow", c.name, english.Date(c.until))}
		}
		if !c.weekend[day.Weekday()] && !c.holidays[day] {
			n--
		}
	}
	return day, nil
}
