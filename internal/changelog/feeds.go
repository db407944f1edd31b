package changelog

import (
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/feed"
)

// The feeds, by where they stand in a site.
const (
	FeedPath           = "feed.atom"
	SubprocessorsPath  = "subprocessors.atom"
	recipientsSpecific = "/recipients"
)

// An Owner is whose policy it is, for readers of a feed.
type Owner struct{ Title, Name, Language string }

// Feed returns the feed of all versions.
func (l *Log) Feed(o Owner) ([]byte, error) {
	f := l.feed(o, l.ID, FeedPath)
	f.Title = "Changes of “" + o.Title + "”"
	f.Subtitle = "An entry for each version that is published."
	for i := len(l.Versions) - 1; i >= 0; i-- {
		f.Entries = append(f.Entries, l.entry(l.ID, &l.Versions[i], l.Versions[i].Changes, o))
	}
	return feed.Encode(f)
}

// Subprocessors returns the feed of the versions that change who receives data.
func (l *Log) Subprocessors(o Owner) ([]byte, error) {
	id := l.recipientsID()
	f := l.feed(o, id, SubprocessorsPath)
	f.Title = "Recipients of data by “" + o.Title + "”"
	f.Subtitle = "An entry for each version that changes who receives data, what for, or where."
	f.Page = "subprocessors.html"
	for i := len(l.Versions) - 1; i >= 0; i-- {
		v := &l.Versions[i]
		var about []Change
		for _, c := range v.Changes {
			if recipients(c) {
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

func (l *Log) recipientsID() string {
	if l.ID[:4] == "tag:" {
		return l.ID + recipientsSpecific
	}
	return uuid(l.ID + recipientsSpecific)
}

func (l *Log) feed(o Owner, id, self string) feed.Feed {
	return feed.Feed{ID: id, Author: o.Name, Language: o.Language, Page: PageName + ".html", Self: self, Updated: l.Last().Published}
}

func (l *Log) entry(feedID string, v *Version, changes []Change, o Owner) feed.Entry {
	e := feed.Entry{
		ID: l.entryID(feedID, v), Title: "Version " + v.Name + " of “" + o.Title + "”", Day: v.Published,
		Link: PageName + ".html#" + fragment(v), Summary: v.dates(speechOf(summaries)),
	}
	seen := map[string]bool{}
	for _, c := range changes {
		e.Items = append(e.Items, c.Summary)
		if !seen[c.Class] {
			seen[c.Class] = true
			e.Categories = append(e.Categories, feed.Category{Term: c.Class, Label: diff.ClassTitle(c.Class)})
		}
	}
	return e
}
