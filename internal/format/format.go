// Package format lays a policy file out in the one canonical way.
//
// The layout is that of `terraform fmt`, and further:
//
//   - two spaces a level, no tabs; a line that begins with closing brackets
//     stands below the line that opened the last of them;
//   - the `=` of attributes on neighbouring lines are aligned, and so are the
//     comments behind neighbouring lines of the same indentation;
//   - block labels are quoted: `vendor aws {` becomes `vendor "aws" {`;
//   - a string that is nothing but one insertion is unwrapped: `"${x}"` becomes
//     `x`, where it is a whole value, element or argument;
//   - one blank line stands between the blocks of the top level, with the
//     comments that belong to them; elsewhere at most one, and none behind an
//     opening bracket, before a closing one, or at either end of the file;
//   - a list with a line break between its elements has one element a line and
//     a comma behind each; a list, call or object on one line has no comma
//     before its closing bracket;
//   - `//` comments begin with `#`, which changes nothing of their text;
//   - a file begins without a byte order mark and ends in one line break; lines
//     end in a line feed and in nothing blank.
//
// What the author decides is kept: a block with one attribute may stand on one
// line, `backup { enabled = false }`, a list may stand on one line at any
// length, and blank lines group attributes. What stands in strings, heredocs
// and block comments is kept byte for byte, the line ends inside heredocs too,
// since they are part of the value.
//
// A file that does not parse is not touched. Of one that does, the result is
// parsed again and compared: a layout that changes a value or loses a comment is
// never returned.
package format

import (
	"github.com/hashicorp/hcl/v2/hclwrite"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// Source returns the canonical layout of a file, or the findings that keep it
// from having one. It is idempotent.
func Source(file *source.File, limits syntax.Limits) ([]byte, diag.List) {
	body, found := syntax.Parse(file, limits)
	if body == nil {
		return nil, found
	}
	list := newPieces(file.Bytes, body)
	list = arrangeLists(list)
	list = arrangeLines(list)
	result := align(hclwrite.Format(list.bytes()))
	if !sameMeaning(file, body, result, limits) {
		return nil, diag.List{defect(file)}
	}
	return result, nil
}

// defect reports that the layout would have changed the file, which is a fault
// of this package and never of the author.
func defect(file *source.File) *diag.Diagnostic {
	span := source.Span{File: file, End: int32(min(1, len(file.Bytes)))}
	return diag.New(diag.SyntaxError, span, "this file cannot be laid out").
		Because("The new layout would have changed what the file says, so the file was left as it is. Please report this as a defect, with the file.")
}
