package scalar

// A Length is a sum of durations, kept in the three measures that cannot be
// turned into each other: a month has 28 to 31 days, and how many days ten
// business days take depends on the calendar.
type Length struct {
	Seconds      int64
	Months       int
	BusinessDays int
}

const secondsPerDay = 24 * 60 * 60

// Length returns how long the duration is. ok is false for a vague one; an
// instant is no time at all.
func (d Duration) Length() (l Length, ok bool) {
	switch n := int64(d.N); d.Unit {
	case Second:
		l.Seconds = n
	case Minute:
		l.Seconds = n * 60
	case Hour:
		l.Seconds = n * 60 * 60
	case Day:
		l.Seconds = n * secondsPerDay
	case Week:
		l.Seconds = n * 7 * secondsPerDay
	case Month:
		l.Months = d.N
	case Year:
		l.Months = d.N * 12
	case BusinessDay:
		l.BusinessDays = d.N
	}
	return l, d.Vague == "" || d.Vague == "instant"
}

// Add returns both lengths, one after the other.
func (l Length) Add(m Length) Length {
	return Length{l.Seconds + m.Seconds, l.Months + m.Months, l.BusinessDays + m.BusinessDays}
}

// Compare returns -1, 0 or +1 as l is shorter than m, as long, or longer. ok is
// false where that depends on the calendar: one month and thirty days cannot be
// compared, one month and sixty days can.
func (l Length) Compare(m Length) (order int, ok bool) {
	if l == m {
		return 0, true
	}
	least, most := Length{l.Seconds - m.Seconds, l.Months - m.Months, l.BusinessDays - m.BusinessDays}.spread()
	switch {
	case least > 0:
		return 1, true
	case most < 0:
		return -1, true
	}
	return 0, false
}

// spread returns the least and the most seconds that a difference of lengths
// can come to.
func (l Length) spread() (least, most int64) {
	monthsLeast, monthsMost := signed(l.Months, daysOfMonths)
	businessLeast, businessMost := signed(l.BusinessDays, daysOfBusinessDays)
	return l.Seconds + secondsPerDay*(monthsLeast+businessLeast), l.Seconds + secondsPerDay*(monthsMost+businessMost)
}

// signed applies a measure, which takes what is not negative, to either sign.
func signed(n int, days func(n int) (least, most int64)) (least, most int64) {
	if n < 0 {
		least, most = days(-n)
		return -most, -least
	}
	return days(n)
}

// The fewest and the most days that so many months in a row can have within a
// span of a year, February being the short one.
var (
	fewestDays = [12]int64{0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334}
	mostDays   = [12]int64{0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337}
)

func daysOfMonths(n int) (least, most int64) {
	years := int64(n / 12)
	leastLeap := max(years/4-1, 0) // a century may leave one out
	return years*365 + leastLeap + fewestDays[n%12], years*365 + (years+3)/4 + mostDays[n%12]
}

// daysOfBusinessDays allows for weekends of two days, and for five holidays and
// one more in every ten days.
func daysOfBusinessDays(n int) (least, most int64) {
	if n == 0 {
		return 0, 0
	}
	days := int64(n)
	return days, days + 2*((days+4)/5) + 5 + days/10
}
