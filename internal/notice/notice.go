// Package notice works out when a change may take effect: a policy promises to
// announce some changes ahead, and a change that takes effect earlier breaks
// that promise.
//
// The terms that count are those of the version in force, not those of the one
// that is to replace it: whoever shortens a period keeps to the longer one once
// more.
//
// A term holds for the changes of its kind that are material, and for those
// whose class it names. One on data that comes to certain countries holds for
// whatever brings it there. Of several terms, the one that says most exactly what it
// is about holds, and of those that say it equally exactly, the longest.
//
// Periods are counted from the day of the announcement, which is not counted
// itself (Regulation (EEC, Euratom) No 1182/71, Article 3(1)): thirty days from
// 1 March end on 31 March, which is the first day on which the change may take
// effect. A month ends on the day with the same number, or on the last of a
// month that is too short. Business days are those of the calendar that the term
// names, and Monday to Friday without one.
package notice

import (
	"fmt"
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/scalar"
)

// A Schedule says of each change that has to be announced when it may take
// effect.
type Schedule struct {
	Announced scalar.Date
	Dues      []Due // in the order of the changes

	// Earliest is the first day on which all changes may take effect: that of the
	// announcement where nothing has to be announced ahead.
	Earliest scalar.Date
}

// A Due is a change that has to be announced ahead.
type Due struct {
	Change compare.Change
	Index  int          // of the change in the comparison
	Term   *model.Block // the notice block that promises it, in the version in force

	Earliest  scalar.Date // the first day on which the change may take effect
	Objection scalar.Date // the last day on which one may object; zero where the term gives no time for it
	Via       []*model.Block
}

// Plan works out when the changes may take effect if they are announced on a
// day. The error is a *UncountableError where a term's period cannot be counted.
func Plan(c *compare.Comparison, announced scalar.Date) (*Schedule, error) {
	s := &Schedule{Announced: announced, Earliest: announced}
	if c.Before == nil || c.Before.Policy() == nil {
		return s, nil
	}
	terms := termsOf(c.Before.Policy())
	for i, change := range c.Changes {
		due, err := earliest(terms, change, announced)
		if err != nil {
			return nil, err
		}
		if due == nil {
			continue
		}
		due.Index = i
		s.Dues = append(s.Dues, *due)
		if s.Earliest.Before(due.Earliest) {
			s.Earliest = due.Earliest
		}
	}
	return s, nil
}

// Check returns a *TooEarlyError where the changes must not take effect on a day
// yet.
func (s *Schedule) Check(effective scalar.Date) error {
	for _, due := range s.Dues {
		if due.Earliest == s.Earliest && effective.Before(due.Earliest) {
			return &TooEarlyError{Due: due, Announced: s.Announced, Effective: effective}
		}
	}
	return nil
}

// A TooEarlyError is a change that would take effect before the time that the
// policy promises to announce it ahead has passed.
type TooEarlyError struct {
	Due                  Due // the change that may take effect last
	Announced, Effective scalar.Date
}

// Error says which change breaks which term, and which day does not.
func (e *TooEarlyError) Error() string {
	change := english.Word("change", e.Due.Term.Text("change"))
	if e.Due.Term.Text("change") == anyChange && len(e.Due.Term.Parent.Inside("notice")) == 1 {
		change = "any change"
	}
	return fmt.Sprintf("%s is too early for a change that is announced on %s: %s The policy promises to announce %s %s ahead (%s). It can take effect on %s at the earliest",
		english.Date(e.Effective), english.Date(e.Announced), e.Due.Change.Summary,
		change, period(e.Due.Term, "period"), e.Due.Term.Address, english.Date(e.Due.Earliest))
}

// An UncountableError is a period of which nobody can say when it ends.
type UncountableError struct {
	Term *model.Block // the notice block
	Why  string       // a sentence without a full stop, and what to do
}

func (e *UncountableError) Error() string {
	return fmt.Sprintf("the notice that %s promises cannot be counted: %s", e.Term.Address, strings.TrimSuffix(e.Why, "."))
}

func period(term *model.Block, attr string) string {
	d, _ := term.Duration(attr)
	return english.Duration(d)
}
