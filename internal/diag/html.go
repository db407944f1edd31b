package diag

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
)

// HTMLOptions say how findings are written as part of a page.
type HTMLOptions struct {
	Limit   int               // most findings; 0 is DefaultLimit, less is no limit
	Folder  string            // slash path put before the names of files, as in "privacy"
	Explain func(Code) string // the address of the page behind a code, or nothing; nil is none for all
}

//go:embed findings.html
var findingsHTML string

var findings = template.Must(template.New("findings").Parse(findingsHTML))

// WriteHTML writes findings, in their order, as elements of a page: each an article
// of class finding, with its line and what is meant in it marked. It writes no style.
// Where there are more than the limit, errors come before what is not.
func WriteHTML(w io.Writer, list List, o HTMLOptions) error {
	shown := list.first(TextOptions{Limit: o.Limit}.limit())
	v := pageFindings{More: len(list) - len(shown)}
	for _, d := range shown {
		v.Findings = append(v.Findings, o.finding(d))
	}
	return findings.Execute(w, v)
}

// pageFindings are findings as the template sees them.
type pageFindings struct {
	Findings []pageFinding
	More     int
}

type pageFinding struct {
	Severity, Code, Page string
	Summary              []piece
	Places               []pagePlace
	Listed               []pageRemark
	Detail               []passage
	Fixes                []pageFix
}

// A pagePlace is the part of a file that a finding shows.
type pagePlace struct {
	At    string // file:line:column, or the file alone
	Lines []pageLine
}

// A pageRemark is a place of which there is only a sentence.
type pageRemark struct {
	At   string
	Text []piece
}

type pageFix struct {
	Message []piece
	Lines   []pageLine
}

// A pageLine is a line of source: what stands in it, and what is said of it.
type pageLine struct {
	Number int
	Gap    bool // lines are left out here
	Parts  []part
	Labels []pageLabel
}

type pageLabel struct {
	Primary bool
	Text    []piece
}

// A passage is a paragraph, or a line that keeps its form.
type passage struct {
	Pieces   []piece
	Verbatim string
}

// A piece is a run of text, or of what stands between backquotes.
type piece struct {
	Text string
	Code bool
}

func (o HTMLOptions) finding(d *Diagnostic) pageFinding {
	v := pageFinding{
		Severity: d.Severity.String(), Code: cleanLine(string(d.Code)),
		Summary: piecesOf(shorten(cleanLine(d.Summary), mostText)), Detail: passages(d.Detail),
	}
	if o.Explain != nil && d.Code != "" {
		v.Page = o.Explain(d.Code)
	}
	marks := d.marks()
	drawn := min(len(marks), mostDrawn)
	for _, group := range byFile(marks[:drawn]) {
		v.Places = append(v.Places, o.place(group))
	}
	for _, m := range firstOf(marks[drawn:], mostLines) {
		v.Listed = append(v.Listed, pageRemark{At: TextOptions{Folder: o.Folder}.place(m.span), Text: piecesOf(m.text)})
	}
	for _, f := range firstOf(d.Fixes, mostFixes) {
		v.Fixes = append(v.Fixes, pageFix{Message: piecesOf(fixMessage(f)), Lines: mendedLines(f)})
	}
	return v
}

func (o HTMLOptions) place(marks []mark) pagePlace {
	at, names := marks[0].span, TextOptions{Folder: o.Folder}
	if len(at.File.Bytes) == 0 {
		return pagePlace{At: names.name(at.File.Name)}
	}
	return pagePlace{At: names.place(at), Lines: markedLines(marks)}
}

// passages divides a detail as it is divided on a terminal.
func passages(detail string) []passage {
	var all []passage
	for paragraph := range strings.SplitSeq(cleanText(detail), "\n") {
		switch text := strings.TrimSpace(paragraph); {
		case text == "":
		case strings.HasPrefix(paragraph, "  "):
			all = append(all, passage{Verbatim: paragraph})
		default:
			all = append(all, passage{Pieces: piecesOf(text)})
		}
	}
	return all
}

// piecesOf tells what stands between backquotes from the rest. A backquote without
// another is one.
func piecesOf(text string) []piece {
	var all []piece
	for text != "" {
		before, rest, found := strings.Cut(text, "`")
		code, after, closed := strings.Cut(rest, "`")
		if !found || !closed {
			return append(all, piece{Text: text})
		}
		if before != "" {
			all = append(all, piece{Text: before})
		}
		all, text = append(all, piece{Text: code, Code: true}), after
	}
	return all
}
