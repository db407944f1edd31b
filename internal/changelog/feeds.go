package changelog

import (
	"slices"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/feed"
	"github.com/privity/privity/internal/render/speech"
)

// The feeds, by where they stand in a site.
const (
	FeedPath          = "feed.atom"
	SubprocessorsPath = "subprocessors.atom"
)

// Feed returns the feed of all versions.
func (l *Log) Feed(o Owner) ([]byte, error) {
	id, s := within(l.ID, o.Edition), speaker{speech.In(o.Language)}
	f := l.feed(o, id, FeedPath)
	f.Title, f.Subtitle = s.Say("feed.title", o.Title), s.Say("feed.subtitle")
	for i := len(l.Versions) - 1; i >= 0; i-- {
		f.Entries = append(f.Entries, l.entry(id, &l.Versions[i], l.Versions[i].Changes, o))
	}
	return feed.Encode(f)
}

// Subprocessors returns the feed of the versions that change who receives data.
func (l *Log) Subprocessors(o Owner) ([]byte, error) {
	id, s := within(within(l.ID, o.Edition), "recipients"), speaker{speech.In(o.Language)}
	f := l.feed(o, id, SubprocessorsPath)
	f.Title, f.Subtitle = s.Say("feed.recipients", o.Title), s.Say("feed.recipients_subtitle")
	f.Page = "subprocessors.html"
	for i := len(l.Versions) - 1; i >= 0; i-- {
		v := &l.Versions[i]
		var about []Change
		for _, c := range v.Changes {
			if isAboutRecipients(c) {
				about = append(about, c)
			}
		}
		if len(about) > 0 || v.Number == 1 {
			f.Entries = append(f.Entries, l.entry(id, v, about, o))
		}
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Day
	}
	return feed.Encode(f)
}

// isAboutRecipients reports whether a change is about who receives data, and where.
func isAboutRecipients(c Change) bool {
	kind, _, _ := strings.Cut(c.Class, ".")
	return slices.Contains([]string{"subprocessor", "recipient", "transfer", "sale_or_share", "vendor", "engagement"}, kind)
}

// within is the identifier of a feed that is a part of another.
func within(id, part string) string {
	switch {
	case part == "":
		return id
	case strings.HasPrefix(id, "tag:"):
		return id + "/" + part
	}
	return uuid(id + "/" + part)
}

func (l *Log) feed(o Owner, id, self string) feed.Feed {
	return feed.Feed{ID: id, Author: o.Name, Language: speech.In(o.Language).Language(), Page: PageName + ".html", Self: self, Updated: l.Last().Published}
}

func (l *Log) entry(feedID string, v *Version, changes []Change, o Owner) feed.Entry {
	s := speaker{speech.In(o.Language)}
	e := feed.Entry{
		ID: within(feedID, strconv.Itoa(v.Number)), Title: s.Say("feed.version", v.Name, o.Title), Day: v.Published,
		Link: PageName + ".html#" + fragment(v), Summary: v.dates(s),
	}
	seen := map[string]bool{}
	for _, c := range changes {
		e.Items = append(e.Items, s.told(&c).item())
		if !seen[c.Class] {
			seen[c.Class] = true
			e.Categories = append(e.Categories, feed.Category{Term: c.Class, Label: s.class(c.Class)})
		}
	}
	return e
}

// class is a class of changes in words. One that a version published under another
// release of the tool may have no words any more.
func (s speaker) class(id string) string {
	if _, known := compare.ClassOf(id); !known || s.Tongue.Language() == summaries {
		return diff.ClassTitle(id)
	}
	name, isGeneral := s.Change(id)
	if !isGeneral {
		return name
	}
	return s.Say("told.about", name, s.Block(id[:strings.LastIndexByte(id, '.')]))
}
