package feed

import (
	"errors"
	"fmt"
	"net/url"
	"time"
)

// check refuses what would make a feed that readers reject.
func (f Feed) check() error {
	errs := []error{checkID("the feed", f.ID), checkDay("the feed", f.Updated)}
	if f.Title == "" || f.Author == "" {
		errs = append(errs, errors.New("feed: the feed needs a title and an author"))
	}
	seen := map[string]bool{f.ID: true}
	for _, e := range f.Entries {
		what := fmt.Sprintf("the entry %q", e.Title)
		errs = append(errs, checkID(what, e.ID), checkDay(what, e.Day))
		if seen[e.ID] {
			errs = append(errs, fmt.Errorf("feed: %s has the identifier of another", what))
		}
		seen[e.ID] = true
		if e.Title == "" || e.Link == "" {
			errs = append(errs, fmt.Errorf("feed: %s needs a title and a link", what))
		}
	}
	return errors.Join(errs...)
}

func checkID(what, id string) error {
	u, err := url.Parse(id)
	if err != nil || u.Scheme == "" {
		return fmt.Errorf("feed: the identifier %q of %s is not an absolute address", id, what)
	}
	return nil
}

func checkDay(what, day string) error {
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return fmt.Errorf("feed: %q is not the day of %s, which is written as 2026-01-31", day, what)
	}
	return nil
}
