package translate

import (
	"strings"

	"github.com/privity/privity/internal/model"
)

// blank writes a text that is still to be translated, below the text itself.
func blank(b *model.Block, t text) string {
	list, isList := t.from.(model.List)
	switch {
	case isList:
		var out strings.Builder
		out.WriteString("\n  " + t.attr.Name + " = [\n")
		for _, v := range list {
			out.WriteString("    \"\", # " + oneLine(v.String()) + "\n")
		}
		return out.String() + "  ]\n"
	case strings.Contains(t.from.String(), "\n"):
		return "\n" + comment(b, t) + "  " + t.attr.Name + " = <<-EOT\n  EOT\n"
	}
	return "\n" + comment(b, t) + "  " + t.attr.Name + " = \"\"\n"
}

// comment writes the text that is to be translated as a comment, as the author
// wrote it where a translation can be written alike, and as it is read where it
// cannot.
func comment(b *model.Block, t text) string {
	written := t.from.String()
	if a := b.Get(t.attr.Name); a != nil {
		if text, ok := template(a.Span.Text()); ok {
			written = text
		}
	}
	var out strings.Builder
	for line := range strings.Lines(strings.TrimRight(written, "\n")) {
		out.WriteString(strings.TrimRight("  # "+strings.TrimSuffix(line, "\n"), " ") + "\n")
	}
	return out.String()
}

// template returns what stands between the quotes of a text that inserts names
// which mean the same everywhere.
func template(written string) (string, bool) {
	inner, opened := strings.CutPrefix(written, `"`)
	inner, closed := strings.CutSuffix(inner, `"`)
	return inner, opened && closed && strings.Contains(inner, "${") && !strings.Contains(inner, "${each.") && !strings.ContainsAny(inner, "\n")
}

// oneLine keeps a comment on its line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
