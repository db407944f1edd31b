package changelog

import (
	"strings"

	"github.com/privity/privity/internal/feed"
	"github.com/privity/privity/internal/render/tree"
)

// Runs are a text as a changelog keeps it.
type Runs []Run

// A Run is a part of a text that is of one language and set in one way.
type Run struct {
	Text     string `json:"text"`
	Language string `json:"language,omitempty"` // BCP 47, where it is another than that of the text
	Stale    bool   `json:"stale,omitempty"`    // there was a translation, of what the text was before
	Code     bool   `json:"code,omitempty"`     // to be read letter by letter
}

// runsOf takes a text apart. Links and the like do not count.
func runsOf(t tree.Text) Runs {
	var runs Runs
	runs.add(t, Run{})
	return runs
}

// add adds a text that is all of one kind, but for what its parts say otherwise.
func (r *Runs) add(t tree.Text, kind Run) {
	for _, n := range t {
		switch n := n.(type) {
		case tree.Plain:
			r.run(string(n), kind)
		case tree.Code:
			code := kind
			code.Code = true
			r.run(string(n), code)
		case tree.Foreign:
			r.add(n.Text, Run{Language: n.Language, Stale: n.Stale})
		case tree.Stated:
			r.add(n.Text, kind)
		case tree.Link:
			r.add(n.Text, kind)
		case tree.Strong:
			r.add(n.Text, kind)
		case tree.Emphasis:
			r.add(n.Text, kind)
		}
	}
}

// run adds a run, to the last one where it is of its kind.
func (r *Runs) run(text string, kind Run) {
	next := kind
	next.Text = text
	if last := len(*r) - 1; last >= 0 {
		kind.Text = (*r)[last].Text
		if (*r)[last] == kind && !kind.Code {
			(*r)[last].Text += text
			return
		}
	}
	*r = append(*r, next)
}

// text is the text of a page.
func (r Runs) text() tree.Text {
	var t tree.Text
	for _, run := range r {
		piece := tree.T(run.Text)
		if run.Code {
			piece = tree.T(tree.Code(run.Text))
		}
		if run.Language != "" {
			piece = tree.T(tree.Foreign{Language: run.Language, Stale: run.Stale, Text: piece})
		}
		t = append(t, piece...)
	}
	return t
}

// item is the text of an entry of a feed.
func (r Runs) item() feed.Item {
	item := make(feed.Item, len(r))
	for i, run := range r {
		item[i] = feed.Run{Text: run.Text, Language: run.Language}
	}
	return item
}

// foreign enters the texts in another language, of which there is no translation, or
// only one of what the text was before.
func (r Runs) foreign(texts map[foreign]map[string]bool) {
	for _, run := range r {
		if run.Language == "" {
			continue
		}
		kind := foreign{run.Language, run.Stale}
		if texts[kind] == nil {
			texts[kind] = map[string]bool{}
		}
		texts[kind][strings.ToLower(run.Text)] = true
	}
}

// foreign is why a text is in another language than the page.
type foreign struct {
	language string
	stale    bool
}

func (f foreign) compare(other foreign) int {
	if order := strings.Compare(f.language, other.language); order != 0 || f.stale == other.stale {
		return order
	}
	if f.stale {
		return 1
	}
	return -1
}
