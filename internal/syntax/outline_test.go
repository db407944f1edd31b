package syntax

import (
	"strings"
	"testing"

	"github.com/privity/privity/internal/source"
)

func TestOutline(t *testing.T) {
	text := "# a comment\ndata_store \"users\" {\n  uses = [\"x\"]\n  label = \"Users\"\n  retention {\n    period = \"1 day\"\n  }\n}\n"
	blocks := Outline(source.NewFile("p.hcl", []byte(text)), DefaultLimits)
	if len(blocks) != 1 || len(blocks[0].Blocks) != 1 {
		t.Fatalf("%d blocks", len(blocks))
	}
	b := blocks[0]
	for what, got := range map[string]string{
		"data_store users": b.Keyword + " " + strings.Join(b.Names, " "),
		"data_store":       b.Start.Text(),
		"{":                b.Open.Text(),
		"}":                b.Close.Text(),
		"uses label":       b.Attrs[0].Name + " " + b.Attrs[1].Name,
		`label = "Users"`:  b.Attrs[1].Span.Text(),
		`["x"]`:            b.Attrs[0].Value.Text(),
		"retention":        b.Blocks[0].Keyword,
		`"1 day"`:          b.Blocks[0].Attrs[0].Value.Text(),
	} {
		if got != what {
			t.Errorf("%q, want %q", got, what)
		}
	}
	if _, has := b.Attr("note"); has {
		t.Error("an attribute that is not there was found")
	}
	if a, has := b.Attr("label"); !has || a.Name != "label" {
		t.Error("an attribute was not found")
	}
	if Outline(source.NewFile("p.hcl", []byte("data_store {")), DefaultLimits) != nil {
		t.Error("a broken file has blocks")
	}
}
