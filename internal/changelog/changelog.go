// Package changelog tells the versions of a policy that were published: as data
// that stands beside the pages and is carried on from version to version, as a
// page, and as feeds.
//
// What a version changed is told in the words in which it was published, in every
// language that the policy had then. So a changelog is not made anew from all versions,
// but from the one that was published last: see [Decode]. A page in a language that was
// added later has the changes of earlier versions in English, and says so.
package changelog

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/url"
	"slices"
	"strconv"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/feed"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/telling"
)

// URN names the form of a changelog. It is a name and not the address of anything.
const URN = "urn:privity:changes:0.1"

// Path is where the changelog stands in a site.
const Path = "changes.json"

// A Log is a changelog.
type Log struct {
	Schema string `json:"schema"`
	// ID is the identifier of the feed, which never changes.
	ID       string    `json:"id"`
	Versions []Version `json:"versions"` // the first one first

	// Base is the head of the history that the last version was published over;
	// empty for the first.
	Base string `json:"base,omitempty"`
	// Unpublished says that the pages are no version: they were built from what may
	// become the next one, over Base.
	Unpublished bool `json:"unpublished,omitempty"`
}

// A Version is one version of the policy.
type Version struct {
	Number    int      `json:"number"` // counted from 1
	Name      string   `json:"name"`   // what people call it
	Published string   `json:"published"`
	Effective string   `json:"effective"`
	Imported  bool     `json:"imported,omitempty"` // entered after the fact: its dates are what somebody has stated
	Changes   []Change `json:"changes,omitempty"`
}

// A Change is one change, without the places in the source, which readers of what
// is published do not have.
type Change struct {
	Class       string `json:"class"`
	Materiality string `json:"materiality"`
	Direction   string `json:"direction"`
	Address     string `json:"address"`
	Was         string `json:"was,omitempty"`
	Summary     string `json:"summary"` // a sentence in English

	// Told is the change as pages of entries tell it, by their language.
	Told map[string]Runs `json:"told,omitempty"`
}

// ChangesOf returns the changes of a comparison, told in every language of the newer
// version.
func ChangesOf(c *compare.Comparison) []Change {
	var list []Change
	for _, ch := range diff.Of(c) {
		list = append(list, Change{Class: ch.Class, Materiality: ch.Materiality, Direction: ch.Direction, Address: ch.Address, Was: ch.Was, Summary: ch.Summary})
	}
	if len(list) == 0 {
		return nil
	}
	for _, language := range render.Languages(c.After) {
		tag, _ := render.Spoken(c.After, language)
		for i, text := range telling.In(c, language) {
			if list[i].Told == nil {
				list[i].Told = map[string]Runs{}
			}
			list[i].Told[tag] = runsOf(text)
		}
	}
	return list
}

// New returns the changelog of a policy of which nothing was published yet. Its
// identifier is made from the organization's website and the day, and where there
// is none from the policy itself.
func New(first *model.Model, day string) *Log { return &Log{Schema: URN, ID: identifier(first, day)} }

func identifier(m *model.Model, day string) string {
	policy := m.Policy()
	name := "policy"
	if policy != nil {
		name = policy.Name
		if o := policy.Ref("organization"); o != nil {
			if u, err := url.Parse(o.Text("website")); err == nil && u.Hostname() != "" {
				return feed.TagURI(u.Hostname(), day, "privity/"+name)
			}
		}
	}
	text, err := manifest.Encode(m)
	if err != nil {
		text = []byte(name)
	}
	return uuid(string(text))
}

// uuid returns an identifier that is made from a text alone (RFC 9562, version 8).
func uuid(text string) string {
	sum := sha256.Sum256([]byte(text))
	sum[6] = sum[6]&0x0f | 0x80
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return "urn:uuid:" + h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// With returns the changelog with one version more, published over a head.
func (l *Log) With(v Version, base string) *Log {
	v.Number = len(l.Versions) + 1
	if v.Name == "" {
		v.Name = strconv.Itoa(v.Number)
	}
	return &Log{Schema: URN, ID: l.ID, Versions: append(slices.Clone(l.Versions), v), Base: base}
}

// Preview returns the changelog for pages of what may become the next version, over
// a head.
func (l *Log) Preview(head string) *Log {
	return &Log{Schema: URN, ID: l.ID, Versions: l.Versions, Base: head, Unpublished: true}
}

// Last returns the version that was published last, or nil.
func (l *Log) Last() *Version {
	if len(l.Versions) == 0 {
		return nil
	}
	return &l.Versions[len(l.Versions)-1]
}

// Encode returns the changelog as JSON, indented.
func (l *Log) Encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(l)
	return b.Bytes(), err
}

// Decode reads a changelog that was published.
func Decode(text []byte) (*Log, error) {
	var l Log
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&l); err != nil || l.Schema != URN || l.ID == "" {
		return nil, errors.New("it is not a changelog that privity publish wrote")
	}
	return &l, nil
}
