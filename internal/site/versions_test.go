package site

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/render"
)

// With versions, every page says to which of them it belongs, in every language, and
// a policy for everybody has feeds.
func TestVersions(t *testing.T) {
	for _, name := range []string{"quickstart", "monta", "csv_importer", "allotrac", "benetics", "indrive"} {
		m := load(t, name)
		log := changelog.New(m, "2026-01-01").
			With(changelog.Version{Published: "2026-01-01", Effective: "2026-01-01"}, "").
			With(changelog.Version{Published: "2026-02-01", Effective: "2026-03-01", Changes: []changelog.Change{
				{Class: "subprocessor.added", Materiality: "material", Summary: "There is a new one."},
			}}, "1:abc")
		files, err := BuildWith(m, log)
		if err != nil {
			t.Fatal(err)
		}
		again, err := BuildWith(m, log)
		if err != nil {
			t.Fatal(err)
		}
		feeds := 0
		for i, f := range files {
			if !bytes.Equal(f.Content, again[i].Content) {
				t.Errorf("%s: %s differs when it is made again", name, f.Path)
			}
			switch path.Ext(f.Path) {
			case ".html", ".md":
				if !bytes.Contains(f.Content, []byte("1:abc")) || !thatVersion.Match(f.Content) {
					t.Errorf("%s: %s does not say to which version it belongs", name, f.Path)
				}
			case ".atom":
				feeds++
				wellFormed(t, name+"/"+f.Path, f.Content)
			}
		}
		want := 2 * len(render.Languages(m))
		if m.Policy().Text("audience") == "internal" {
			want = 0
		}
		if feeds != want {
			t.Errorf("%s: %d feeds, want %d", name, feeds, want)
		}
	}
}

// thatVersion is a link to the second version, in HTML, or in Markdown by its heading.
var thatVersion = regexp.MustCompile("#(version|fassung)-2")

func wellFormed(t *testing.T, name string, text []byte) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(text)))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}
