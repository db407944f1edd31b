package policy

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
)

// A pardon accepts findings: a waiver block, or a comment.
type pardon struct {
	rules  []diag.Code
	reason string
	span   source.Span
	met    bool

	waiver *model.Block // nil for a comment
	file   *source.File // of a comment
	line   int          // that a comment speaks of
}

// pardons are the pardons of a policy, found by what they speak of.
type pardons struct {
	all     []*pardon
	byBlock map[pardonedBlock][]*pardon
	byLine  map[pardonedLine][]*pardon
}

type pardonedBlock struct {
	rule  diag.Code
	block *model.Block
}

type pardonedLine struct {
	rule diag.Code
	file *source.File
	line int
}

func newPardons(all []*pardon) *pardons {
	ps := &pardons{all: all, byBlock: map[pardonedBlock][]*pardon{}, byLine: map[pardonedLine][]*pardon{}}
	for _, p := range all {
		for _, rule := range p.rules {
			if p.waiver == nil {
				at := pardonedLine{rule, p.file, p.line}
				ps.byLine[at] = append(ps.byLine[at], p)
				continue
			}
			for _, b := range p.waiver.Refs("at") {
				at := pardonedBlock{rule, b}
				ps.byBlock[at] = append(ps.byBlock[at], p)
			}
		}
	}
	return ps
}

// accept returns the pardon that accepts a finding, or nil. All that do are met,
// so that of two none is reported as superfluous by chance.
func (ps *pardons) accept(f finding) *pardon {
	var first *pardon
	meet := func(p *pardon) {
		p.met = true
		if first == nil {
			first = p
		}
	}
	name := f.attribute // of the finding, or the block inside that holds it
	for b := f.block; b != nil; b = b.Parent {
		for _, p := range ps.byBlock[pardonedBlock{f.Code, b}] {
			if attribute := p.waiver.Text("attribute"); attribute == "" || attribute == name {
				meet(p)
			}
		}
		name = b.Kind()
	}
	if len(ps.byLine) > 0 && !f.Span.IsZero() {
		for _, p := range ps.byLine[pardonedLine{f.Code, f.Span.File, f.Span.Range().Start.Line}] {
			meet(p)
		}
	}
	return first
}

// waivers reads the waiver blocks. Those that have expired accept nothing.
func (s *Set) waivers(m *model.Model, day scalar.Date) ([]*pardon, diag.List) {
	var pardons []*pardon
	var found diag.List
	for _, b := range m.All("waiver") {
		id := b.Text("rule")
		if s.Rule(diag.Code(id)) == nil {
			found.Add(s.unknown(id, b.SpanOf("rule")))
			continue
		}
		if expires, ok := b.Date("expires"); ok && expires.Before(day) {
			found.Add(diag.New(diag.WaiverExpired, b.SpanOf("expires"), b.Address+" expired on "+expires.String()).
				Because("What " + id + " finds counts again. Mend it and delete the waiver, or have it accepted until another day."))
			continue
		}
		pardons = append(pardons, &pardon{rules: []diag.Code{diag.Code(id)}, reason: b.Text("reason"), span: b.SpanOf("rule"), waiver: b})
	}
	return pardons, found
}

// unknown reports the id of a rule that is not there.
func (s *Set) unknown(id string, span source.Span) *diag.Diagnostic {
	d := diag.New(diag.UnknownRule, span, "there is no rule "+quoted(id)).Because("`privity rules` lists the rules.")
	if near, ok := suggest.Nearest(id, s.ids()); ok {
		d.Because("Did you mean " + near + "? `privity rules` lists the rules.")
	}
	return d
}

var ignoring = regexp.MustCompile(`(?m)(?:#|//)[ \t]*privity:ignore\b([^\n]*)$`)

// ignores reads the comments that ignore rules, in every file of the model.
//
//	regions = []   # privity:ignore PP019 -- the provider does not say
//
// A comment that has a line to itself speaks of the next one.
func (s *Set) ignores(m *model.Model) ([]*pardon, diag.List) {
	var pardons []*pardon
	var found diag.List
	for _, file := range filesOf(m) {
		if !bytes.Contains(file.Bytes, []byte("privity:ignore")) {
			continue
		}
		for _, at := range ignoring.FindAllSubmatchIndex(file.Bytes, -1) {
			span := source.Span{File: file, Start: int32(at[0]), End: int32(at[1])}
			ids, reason, _ := strings.Cut(string(file.Bytes[at[2]:at[3]]), "--")
			p, flaw := s.ignore(ids, strings.TrimSpace(reason), span)
			found.Add(flaw)
			if flaw == nil {
				pardons = append(pardons, p)
			}
		}
	}
	return pardons, found
}

func (s *Set) ignore(ids, reason string, span source.Span) (*pardon, *diag.Diagnostic) {
	p := &pardon{reason: reason, span: span, file: span.File, line: ignoredLine(span)}
	for id := range strings.FieldsFuncSeq(ids, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' }) {
		if s.Rule(diag.Code(id)) == nil {
			return nil, s.unknown(id, span)
		}
		p.rules = append(p.rules, diag.Code(id))
	}
	if reason == "" || len(p.rules) == 0 {
		return nil, diag.New(diag.IgnoreComment, span, "the comment does not say what is ignored, and why").
			Because("Write the id of the rule, two hyphens and the reason: # privity:ignore PP019 -- the provider does not say.")
	}
	return p, nil
}

// ignoredLine returns the line that a comment speaks of: its own, or the next if
// nothing stands before the comment.
func ignoredLine(span source.Span) int {
	line := span.Range().Start.Line
	text, _, _ := strings.Cut(span.File.Line(line), span.Text())
	if strings.TrimSpace(text) == "" {
		return line + 1
	}
	return line
}

// filesOf lists the files of a model, by name.
func filesOf(m *model.Model) []*source.File {
	seen := map[*source.File]bool{}
	var files []*source.File
	for _, b := range m.Blocks() {
		if f := b.Span.File; f != nil && !seen[f] {
			seen[f] = true
			files = append(files, f)
		}
	}
	slices.SortFunc(files, func(a, b *source.File) int { return strings.Compare(a.Name, b.Name) })
	return files
}

// unmet warns of pardons that accepted nothing. Those for rules that were not
// run say nothing.
func (ps *pardons) unmet(ran map[diag.Code]bool) diag.List {
	var found diag.List
	for _, p := range ps.all {
		if p.met || !slices.ContainsFunc(p.rules, func(id diag.Code) bool { return ran[id] }) {
			continue
		}
		what := "the comment ignores nothing"
		if p.waiver != nil {
			what = p.waiver.Address + " waives nothing"
		}
		found.Add(diag.New(diag.WaiverUnused, p.span, what).
			Because(string(p.rules[0]) + " finds nothing there. Delete it; left where it is, it would hide what comes later."))
	}
	return found
}
