package diag

import (
	"path"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/source"
)

// What a finding may take of the screen.
const (
	leastWidth    = 40
	mostLines     = 20  // lines in all, or little more
	leastDrawn    = 7   // of which the snippets may always take these
	mostFixLines  = 8   // lines of all fixes
	mostTextLines = 6   // lines of a detail
	mostLabel     = 2   // lines of a label
	mostText      = 300 // characters of a summary, or of a message
	mostFixes     = 2
	mostDrawn     = 5 // places that are drawn; others are listed
)

// A printer prints one finding for people.
type printer struct {
	options TextOptions
	palette palette
	room    int // columns behind the margin
	margin  int // digits of the largest line number
	tone    Severity
	lines   []string
}

func newPrinter(o TextOptions, d *Diagnostic) *printer {
	width := o.Width
	if width == 0 {
		width = DefaultWidth
	}
	margin := len(strconv.Itoa(lastLine(d)))
	return &printer{
		options: o,
		palette: palette{o.Color},
		margin:  margin,
		room:    max(width, leastWidth) - margin - len(" | "),
		tone:    d.Severity,
	}
}

// lastLine returns the largest line number that the finding may show.
func lastLine(d *Diagnostic) int {
	last := 0
	see := func(s source.Span, more int) {
		if !s.IsZero() {
			last = max(last, s.File.Position(int(s.End)).Line+more, s.File.Position(int(s.Start)).Line+more)
		}
	}
	see(d.Span, 0)
	for _, r := range firstOf(d.Related, mostDrawn) {
		see(r.Span, 0)
	}
	for _, f := range firstOf(d.Fixes, mostFixes) {
		added := 0
		for _, e := range f.Edits {
			added += strings.Count(e.New, "\n")
		}
		for _, e := range f.Edits {
			see(e.Span, added)
		}
	}
	return last
}

func firstOf[T any](s []T, n int) []T { return s[:min(n, len(s))] }

// A mending is a fix as it is printed.
type mending struct {
	message string
	rows    []row
}

func (m mending) height() int {
	if len(m.rows) == 0 {
		return 1
	}
	return 2 + len(m.rows)
}

// print returns the lines of the finding. The detail and the fixes always have
// their place; the snippets share what is left.
func (p *printer) print(d *Diagnostic) []string {
	detail := p.detail(d.Detail)
	mendings, used := p.mendings(d)
	room := max(mostLines-2-len(detail)-used, leastDrawn)
	drawn, rest := p.places(d, room)

	p.head(d)
	for _, e := range drawn {
		p.excerpt(e)
	}
	if len(drawn) > 0 && len(detail)+len(rest) > 0 {
		p.bar()
	}
	for _, line := range detail {
		p.add(strings.Repeat(" ", p.margin+1) + line)
	}
	p.list(rest, room-height(drawn))
	for _, m := range mendings {
		p.mending(m)
	}
	return p.lines
}

// mendings returns the fixes as they are printed, and how many lines they take.
// A fix that finds no room is described and not drawn.
func (p *printer) mendings(d *Diagnostic) (mendings []mending, used int) {
	for _, f := range firstOf(d.Fixes, mostFixes) {
		m := mending{fixMessage(f), changed(f, p.room)}
		if used+m.height() > mostFixLines {
			m.rows = nil
		}
		used += m.height()
		mendings = append(mendings, m)
	}
	return mendings, used
}

func fixMessage(f Fix) string {
	if m := shorten(cleanLine(f.Message), mostText); m != "" {
		return m
	}
	return "write it so"
}

func (p *printer) add(line string) {
	p.lines = append(p.lines, breakLine(strings.TrimRight(line, " ")))
}

func (p *printer) head(d *Diagnostic) {
	kind := d.Severity.String()
	if d.Code != "" {
		kind += "[" + cleanLine(string(d.Code)) + "]"
	}
	p.add(p.palette.severity(d.Severity, kind) + p.palette.bold(": "+shorten(cleanLine(d.Summary), mostText)))
}

// detail wraps the sentences of a finding, a paragraph to each break. A line
// that is indented, such as a command to be typed, keeps its form.
func (p *printer) detail(text string) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(cleanText(text), "\n") {
		room := mostTextLines - len(lines)
		if room == 0 {
			break
		}
		if strings.HasPrefix(paragraph, "  ") && strings.TrimSpace(paragraph) != "" {
			lines = append(lines, "  "+paragraph[:fitting(paragraph, p.room)])
			continue
		}
		for i, line := range wrap(paragraph, p.room, room) {
			lead := "  "
			if i == 0 {
				lead = "= "
			}
			lines = append(lines, lead+line)
		}
	}
	return lines
}

// An excerpt is the part of a file that a finding shows.
type excerpt struct {
	at   source.Span // the place that is named above it
	rows []row
}

func (e excerpt) height() int { return 2 + len(e.rows) }

// places draws the places of a finding, file by file, in at most so many lines,
// and returns those that are listed instead, so that the others find room.
func (p *printer) places(d *Diagnostic, room int) (drawn []excerpt, listed []mark) {
	marks := d.marks()
	n := min(len(marks), mostDrawn)
	drawn = p.excerpts(marks[:n])
	for n > 1 && height(drawn)+len(marks)-n > room {
		n--
		drawn = p.excerpts(marks[:n])
	}
	return drawn, marks[n:]
}

func height(excerpts []excerpt) int {
	n := 0
	for _, e := range excerpts {
		n += e.height()
	}
	return n
}

func (p *printer) excerpts(marks []mark) []excerpt {
	var excerpts []excerpt
	for _, group := range byFile(marks) {
		e := excerpt{at: group[0].span}
		if len(e.at.File.Bytes) > 0 {
			e.rows = snippet(group, p.room)
		}
		excerpts = append(excerpts, e)
	}
	return excerpts
}

func (p *printer) excerpt(e excerpt) {
	name := p.options.place(e.at)
	if len(e.rows) == 0 {
		name = p.options.name(e.at.File.Name)
	}
	p.add(strings.Repeat(" ", p.margin) + p.palette.gutter("-->") + " " + name)
	if len(e.rows) > 0 {
		p.bar()
		p.rows(e.rows)
	}
}

// bar adds an empty line of the margin.
func (p *printer) bar() { p.row("", "") }

func (p *printer) row(number, text string) {
	lead := strings.Repeat(" ", p.margin-len(number))
	p.add(p.palette.gutter(number+lead+" |") + " " + text)
}

func (p *printer) rows(rows []row) {
	for _, r := range rows {
		switch {
		case r.gap:
			p.add(p.palette.gutter("..."))
		case r.number > 0:
			p.row(strconv.Itoa(r.number), r.text)
		default:
			p.row("", p.emphasise(r))
		}
	}
}

func (p *printer) emphasise(r row) string {
	text := strings.TrimLeft(r.text, " ")
	lead := r.text[:len(r.text)-len(text)]
	switch {
	case r.change:
		return lead + p.palette.help(text)
	case r.mark != nil && r.mark.primary:
		return lead + p.palette.severity(p.tone, text)
	}
	return lead + p.palette.gutter(text)
}

// list names places in a line each, in at most so many lines.
func (p *printer) list(places []mark, room int) {
	shown := len(places)
	if shown > room {
		shown = max(room-1, 0)
	}
	lead := strings.Repeat(" ", p.margin+1) + "= "
	for _, m := range places[:shown] {
		p.add(lead + p.options.place(m.span) + ": " + m.text)
	}
	if n := len(places) - shown; n > 0 {
		p.add(lead + "and " + strconv.Itoa(n) + " more")
	}
}

func (p *printer) mending(m mending) {
	p.add(p.palette.help("help") + ": " + m.message)
	if len(m.rows) > 0 {
		p.bar()
		p.rows(m.rows)
	}
}

// name returns the name of a file as it is printed.
func (o TextOptions) name(file string) string { return fileName(o.Folder, file) }

// place returns file:line:column of the start of a span.
func (o TextOptions) place(s source.Span) string {
	start := s.File.Position(int(s.Start))
	return o.name(s.File.Name) + ":" + strconv.Itoa(start.Line) + ":" + strconv.Itoa(start.Column)
}

// fileName returns the name of a file below the folder that holds the policy.
func fileName(folder, name string) string {
	return cleanLine(path.Join(folder, name))
}
