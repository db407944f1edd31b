# METADATA
# title: Periods of time
# description: |
#   Compares durations as a policy states them. What has no number cannot be
#   compared: of it, every function here is undefined. Months, years and business
#   days have no fixed length, so there is a least and a most of each.
package privity.period

# least_days(period) is the least number of days that a period can take.
least_days(period) := count_of(period) * least[unit_of(period)]

least_days(period) := 0 if period in {"instant", "minutes"}

# most_days(period) is the most that it can take. A span of business days is
# stretched by its weekends; public holidays are not counted.
most_days(period) := count_of(period) * most[unit_of(period)]

most_days(period) := n + (2 * ceil(n / 5)) if {
	unit_of(period) == "business day"
	n := count_of(period)
}

most_days("instant") := 0

most_days("minutes") := 1

# longer(a, b) holds where a is longer than b however the two are counted.
longer(a, b) if least_days(a) > most_days(b)

# vague(period) holds for a period that nobody can check.
vague(period) if period in {"instant", "minutes", "prompt", "transient", "limited", "long_term"}

count_of(period) := to_number(split(period, " ")[0]) if contains(period, " ")

unit_of(period) := trim_suffix(concat(" ", array.slice(split(period, " "), 1, 3)), "s") if contains(period, " ")

least := {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "business day": 1, "week": 7, "month": 28, "year": 365}

most := {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 31, "year": 366}
