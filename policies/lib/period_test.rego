package privity.period_test

import data.privity.period

test_fixed_units if {
	period.least_days("30 days") == 30
	period.most_days("30 days") == 30
	period.least_days("1 week") == 7
	period.most_days("12 hours") == 0.5
}

test_months_and_years_have_a_least_and_a_most if {
	period.least_days("1 month") == 28
	period.most_days("1 month") == 31
	period.least_days("1 year") == 365
	period.most_days("2 years") == 732
}

test_business_days_are_stretched_by_weekends if {
	period.least_days("10 business days") == 10
	period.most_days("10 business days") == 14
	period.most_days("1 business day") == 3
}

test_soon if {
	period.least_days("instant") == 0
	period.most_days("instant") == 0
	period.most_days("minutes") == 1
}

test_what_has_no_number_cannot_be_compared if {
	not period.least_days("prompt")
	not period.most_days("limited")
	not period.longer("limited", "1 day")
	period.vague("limited")
	not period.vague("1 day")
}

test_longer if {
	period.longer("20 days", "10 business days")
	not period.longer("14 days", "10 business days")
	not period.longer("1 month", "30 days")
	period.longer("3 months", "1 month")
}
