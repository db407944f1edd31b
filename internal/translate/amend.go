package translate

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// An edit puts text in the place of the bytes from start to end.
type edit struct {
	start, end int
	text       string
}

func apply(content []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(x, y edit) int { return cmp.Compare(x.start, y.start) })
	var out []byte
	at := 0
	made := map[edit]bool{} // a module that is used twice has each edit twice
	for _, e := range edits {
		if made[e] {
			continue
		}
		made[e] = true
		out = append(out, content[at:e.start]...)
		out = append(out, e.text...)
		at = e.end
	}
	return append(out, content[at:]...)
}

// amend adds to a translation what it lacks.
func (u *update) amend(t *model.Translation, b *model.Block, texts []text) {
	file := t.Span.File
	block := u.blockAt(t.Span)
	if block == nil {
		return
	}
	var missing strings.Builder
	var digests []string
	for _, x := range texts {
		stated := x.was != nil && x.was.Source != ""
		if !stated {
			digests = append(digests, x.attr.Name+` = "`+x.digest()+`"`)
		}
		switch {
		case x.was == nil:
			missing.WriteString(blank(b, x))
			u.result.Missing++
		case stated && x.was.Source != x.digest():
			u.changed(file, block, b, x)
		case !stated && x.was.Value != nil:
			u.result.Pinned++
		}
	}
	body := editor{file: file, block: block}
	body.addTexts(missing.String())
	body.addDigests(digests)
	u.edits[file] = append(u.edits[file], body.edits...)
}

// changed tells in a comment that a text was changed since it was translated.
// Where nobody has translated it yet, the translation is of the new text.
func (u *update) changed(file *source.File, block *syntax.Node, b *model.Block, x text) {
	u.result.Changed++
	if x.was.Value == nil && !x.was.SourceSpan.IsZero() {
		u.edits[file] = append(u.edits[file], edit{int(x.was.SourceSpan.Start), int(x.was.SourceSpan.End), `"` + x.digest() + `"`})
	}
	attr, _ := block.Attr(x.attr.Name)
	mark := "# It was changed; " + x.digest() + " is now:"
	if bytes.Contains(file.Bytes[block.Open.End:block.Close.Start], []byte(mark)) {
		return
	}
	at := lineStart(file.Bytes, int(attr.Span.Start))
	u.edits[file] = append(u.edits[file], edit{at, at, "  " + mark + "\n" + comment(b, x)})
}

// blockAt finds the block whose header stands at a place.
func (u *update) blockAt(header source.Span) *syntax.Node {
	outline, known := u.outlines[header.File]
	if !known {
		outline = map[int32]*syntax.Node{}
		for _, block := range syntax.Outline(header.File, u.options.Limits) {
			outline[block.Start.Start] = block
		}
		u.outlines[header.File] = outline
	}
	return outline[header.Start]
}

// An editor adds to one translation block.
type editor struct {
	file  *source.File
	block *syntax.Node
	edits []edit
}

// addTexts puts texts behind those that there are, before the digests.
func (e *editor) addTexts(texts string) {
	if texts == "" {
		return
	}
	e.openLines()
	at := e.closingBrace()
	if sources, has := e.block.Attr("sources"); has {
		at = lineStart(e.file.Bytes, int(sources.Span.Start))
	}
	e.insert(at, texts+"\n")
}

// addDigests puts digests behind those that there are.
func (e *editor) addDigests(digests []string) {
	if len(digests) == 0 {
		return
	}
	sources, has := e.block.Attr("sources")
	if !has {
		e.openLines()
		e.insert(e.closingBrace(), "\n  sources = {\n    "+strings.Join(digests, "\n    ")+"\n  }\n")
		return
	}
	inner := e.file.Bytes[sources.Value.Start : sources.Value.End-1] // without the brace
	at := int(sources.Value.Start) + len(bytes.TrimRight(inner, " \t\r\n"))
	switch last := e.file.Bytes[at-1]; {
	case bytes.ContainsRune(inner, '\n'):
		e.insert(at, "\n    "+strings.Join(digests, "\n    "))
	case last == '{' || last == ',':
		e.insert(at, " "+strings.Join(digests, ", "))
	default:
		e.insert(at, ", "+strings.Join(digests, ", "))
	}
}

// openLines gives the braces of a block on one line a line of their own.
func (e *editor) openLines() {
	from, to := int(e.block.Open.End), e.closingBrace()
	if !bytes.ContainsRune(e.file.Bytes[from:to], '\n') && (len(e.edits) == 0 || e.edits[0].start != from) {
		e.insert(from, "\n")
		e.insert(to, "\n")
	}
}

func (e *editor) closingBrace() int {
	return int(e.block.Close.Start)
}

func (e *editor) insert(at int, text string) { e.edits = append(e.edits, edit{at, at, text}) }

func lineStart(content []byte, at int) int { return bytes.LastIndexByte(content[:at], '\n') + 1 }
