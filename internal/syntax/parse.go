package syntax

import (
	"bytes"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// maxFindings is how many findings one file gives at most. Whoever has mended
// a hundred will run the tool again.
const maxFindings = 100

// Parse reads a file into a tree. The body is nil where anything but a repeated
// attribute was found, since a tree with holes gives rise to findings that are
// not the author's. The findings are in the order of the file, one a line.
func Parse(file *source.File, limits Limits) (*hclsyntax.Body, diag.List) {
	s := newScanner(file, limits)
	s.run()
	if s.refused {
		return nil, s.found
	}
	if len(s.found) > 0 {
		return nil, inOrder(s.found, parseItems(s))
	}
	if body, ok := parsePlain(s); ok {
		return body, nil
	}
	body, found := parse(file, file.Bytes, 0)
	if body == nil || !found.HasErrors() {
		return body, found
	}
	repeats := slices.DeleteFunc(slices.Clone(found), func(d *diag.Diagnostic) bool { return d.Code != diag.DuplicateAttribute })
	if len(repeats) == len(found) {
		return body, inOrder(found, nil)
	}
	return nil, inOrder(repeats, parseItems(s))
}

// SpanOf returns the span of a range that HCL gave for a file.
func SpanOf(file *source.File, r hcl.Range) source.Span {
	size := len(file.Bytes)
	start := min(max(r.Start.Byte, 0), size)
	end := min(max(r.End.Byte, start), size)
	return source.Span{File: file, Start: int32(start), End: int32(end)}
}

// parseItems parses each item of the top level by itself. HCL falls silent
// after its first error; this way an error in one block does not hide those of
// the next.
func parseItems(s *scanner) diag.List {
	var found diag.List
	for i, it := range s.items {
		end := len(s.src)
		if i+1 < len(s.items) {
			end = s.items[i+1].start
		}
		text := bytes.TrimSpace(s.src[it.start:end])
		aftermath := len(found) > 0 && bytes.HasPrefix(text, []byte("{"))
		if it.spoiled || len(text) == 0 || aftermath {
			continue
		}
		_, more := parse(s.file, s.src[it.start:end], it.start)
		found.Add(more...)
		if len(found) > maxFindings {
			break
		}
	}
	return found
}

// parse hands bytes that the scanner has passed to HCL. Nothing is known that
// makes it panic; should it do so none the less, that is a finding as well.
func parse(file *source.File, src []byte, at int) (body *hclsyntax.Body, found diag.List) {
	defer func() {
		if cause := recover(); cause != nil {
			body, found = nil, diag.List{unreadable(file, at, at+len(src))}
		}
	}()
	tree, diags := hclsyntax.ParseConfig(src, file.Name, hcl.Pos{Line: 1, Column: 1, Byte: at})
	body = tree.Body.(*hclsyntax.Body)
	if len(diags) == 0 {
		flush(body, src, at)
		return body, nil
	}
	found = translate(file, body, diags)
	if !found.HasErrors() && diags.HasErrors() {
		found.Add(unreadable(file, at, at+len(src)))
	}
	return body, found
}

func unreadable(file *source.File, start, end int) *diag.Diagnostic {
	span := source.Span{File: file, Start: int32(start), End: int32(end)}
	return diag.New(diag.SyntaxError, span, "this part cannot be read").
		Because("The parser gave up on it without a reason. Please report this as a defect, with the text; writing the part in another way helps until then.")
}

// inOrder joins the findings of the scanner with those of the parser and sorts
// them. On each line one is kept: what else a parser finds where it has stumbled
// is mostly the same cause again, and the scanner explains it better.
func inOrder(scanned, parsed diag.List) diag.List {
	taken := make(map[int]bool, len(scanned))
	var kept diag.List
	for _, list := range []diag.List{scanned, parsed} {
		list.Sort()
		for _, d := range list {
			if line := d.Span.Range().Start.Line; !taken[line] {
				taken[line] = true
				kept.Add(d)
			}
		}
	}
	kept.Sort()
	return kept[:min(len(kept), maxFindings)]
}
