package diag

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

//go:embed pages/*.md
var pages embed.FS

var codes = sync.OnceValue(func() []Code {
	entries, err := pages.ReadDir("pages")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	codes := make([]Code, len(entries))
	for i, e := range entries {
		codes[i] = Code(strings.TrimSuffix(e.Name(), ".md"))
	}
	return codes
})

// Codes lists every code, in order.
func Codes() []Code { return slices.Clone(codes()) }

// Page returns what there is to say about a code, as Markdown: what it means, an
// example that is wrong, how to mend it, and the example mended.
func Page(code Code) (string, bool) {
	content, err := pages.ReadFile("pages/" + string(code) + ".md")
	return string(content), err == nil
}

// Title names the kind of finding in a few words. It is the heading of its page,
// and empty for a code that has none.
func (c Code) Title() string {
	page, _ := Page(c)
	heading, _, _ := strings.Cut(page, "\n")
	_, title, _ := strings.Cut(heading, ": ")
	return title
}

// An Example is a piece of a policy that a page shows.
type Example struct {
	// Form is "hcl" for a single file, "txtar" for several in one archive, and
	// "text" for what no small example can hold, such as a file too large.
	Form string
	Text string
}

// Examples returns the two examples of a page. In the wrong one, where its form
// is not "text", a comment `# want CODE` ends the line that is at fault.
func Examples(code Code) (wrong, right Example, ok bool) {
	page, _ := Page(code)
	wrong, page, ok = nextExample(page)
	if !ok {
		return Example{}, Example{}, false
	}
	right, _, ok = nextExample(page)
	return wrong, right, ok
}

const fence = "```"

func nextExample(page string) (e Example, rest string, ok bool) {
	_, page, ok = strings.Cut(page, "\n"+fence)
	if !ok {
		return Example{}, "", false
	}
	e.Form, page, _ = strings.Cut(page, "\n")
	e.Text, rest, ok = strings.Cut(page, fence+"\n")
	return e, rest, ok
}
