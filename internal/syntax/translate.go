package syntax

import (
	"regexp"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// A complaint is a diagnostic of HCL about to be said in our own words.
type complaint struct {
	file   *source.File
	body   *hclsyntax.Body
	span   source.Span
	detail string // HCL's, to tell apart what it gives one summary
}

// wordings holds what to say for each summary that HCL's parser has.
var wordings = map[string]func(complaint) *diag.Diagnostic{
	"Attribute redefined":                             complaint.repeated,
	"Argument or block definition required":           complaint.noItem,
	"Invalid argument name":                           complaint.quotedName,
	"Argument definition required":                    complaint.blockOnOneLine,
	"Missing newline after argument":                  complaint.afterValue,
	"Unexpected comma after argument":                 complaint.commaAfterValue,
	"Invalid block definition":                        complaint.blockHeader,
	"Invalid single-argument block definition":        complaint.singleLineBlock,
	"Missing newline after block definition":          complaint.afterBlock,
	"Invalid expression":                              complaint.noValue,
	"Missing expression":                              complaint.noValue,
	"Missing false expression in conditional":         complaint.halfConditional,
	"Invalid attribute name":                          complaint.afterDot,
	"Invalid legacy index syntax":                     complaint.dottedIndex,
	"Nested splat expression not allowed":             complaint.nestedSplat,
	"Missing close bracket on splat index":            complaint.unclosedIndex,
	"Missing close bracket on index":                  complaint.unclosedIndex,
	"Unbalanced parentheses":                          complaint.inParentheses,
	"Invalid number literal":                          complaint.number,
	"Missing function name":                           complaint.functionScope,
	"Missing open parenthesis":                        complaint.functionScope,
	"Missing closing parenthesis":                     complaint.afterSpread,
	"Missing argument separator":                      complaint.betweenArguments,
	"Missing item separator":                          complaint.betweenElements,
	"Missing attribute value":                         complaint.keyWithoutValue,
	"Missing key/value separator":                     complaint.keyWithoutEquals,
	"Missing attribute separator":                     complaint.betweenPairs,
	"Invalid 'for' expression":                        complaint.forExpression,
	"Invalid 'for' directive":                         complaint.forExpression,
	"Invalid string literal":                          complaint.label,
	"Invalid escape sequence":                         complaint.escape,
	"Unclosed template interpolation sequence":        complaint.unclosedInsertion,
	"Extra characters after interpolation expression": complaint.afterInsertion,
	"Invalid template directive":                      complaint.directive,
	"Invalid template control keyword":                complaint.directive,
	"Unexpected end of template":                      complaint.openDirective,
}

// lexical are HCL's complaints about single characters. The scanner has found
// and explained each of them.
var lexical = map[string]bool{
	"Unsupported operator": true, "Invalid character": true,
	"Invalid character encoding": true, "Invalid multi-line string": true,
}

// translate says HCL's diagnostics in our words. Of those on one line only the
// first is kept, so that a file of nothing but errors stays cheap.
func translate(file *source.File, body *hclsyntax.Body, diags hcl.Diagnostics) diag.List {
	var found diag.List
	line := 0
	for _, d := range diags {
		if d.Subject == nil || lexical[d.Summary] {
			continue
		}
		repeated := d.Summary == "Attribute redefined"
		if d.Subject.Start.Line == line && !repeated || len(found) > maxFindings {
			continue
		}
		c := complaint{file: file, body: body, span: SpanOf(file, *d.Subject), detail: d.Detail}
		found.Add(c.explain(d.Summary))
		line = d.Subject.Start.Line
	}
	return found
}

func (c complaint) explain(summary string) *diag.Diagnostic {
	if say, ok := wordings[summary]; ok {
		return say(c)
	}
	if strings.HasPrefix(summary, "Unexpected ") || strings.HasPrefix(summary, "Extra characters in ") {
		return c.unbalancedDirective()
	}
	return c.because("this cannot be read", "What stands here fits neither an attribute, `name = value`, nor a block, `name \"label\" {`.")
}

func (c complaint) because(summary, detail string) *diag.Diagnostic {
	return diag.New(diag.SyntaxError, c.span, summary).Because(detail)
}

// text returns what stands at the place of the complaint, for quoting.
func (c complaint) text() string { return c.span.Text() }

// isLineEnd reports whether the complaint is about a line that ends too early.
// A comment at the end of the line counts as its end.
func (c complaint) isLineEnd() bool {
	text := strings.TrimSpace(c.text())
	return text == "" || text[0] == '#' || strings.HasPrefix(text, "//")
}

// before returns the line of the complaint up to its place.
func (c complaint) before() string {
	near := string(c.file.Bytes[max(0, int(c.span.Start)-maxLine):c.span.Start])
	return near[strings.LastIndexByte(near, '\n')+1:]
}

// after returns the line of the complaint from its end.
func (c complaint) after() string {
	rest := string(c.file.Bytes[c.span.End:min(len(c.file.Bytes), int(c.span.End)+maxLine)])
	line, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSuffix(line, "\r")
}

// maxLine is how much of a line is looked at for a message.
const maxLine = 400

var (
	attributePattern = regexp.MustCompile(`^\s*([A-Za-z_][A-Za-z0-9_-]*)\s*=`)
	namePattern      = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*$`)
)

// subject names the attribute whose line the complaint is on.
func (c complaint) subject() string {
	if m := attributePattern.FindStringSubmatch(c.before()); m != nil {
		return "`" + clip(m[1]) + "`"
	}
	return "the attribute"
}

// quoted returns the text of the complaint in backticks, or what it is where
// it shows nothing.
func (c complaint) quoted() string {
	if c.isLineEnd() {
		return "the end of the line"
	}
	return "`" + clip(strings.TrimSpace(c.text())) + "`"
}

// shown returns the complaint with the caret at the last character of its line,
// where it is about a line break: a caret under nothing shows nothing.
func (c complaint) shown() complaint {
	if before := strings.TrimRight(c.before(), " \t\r"); c.isLineEnd() && before != "" {
		c.span.Start -= int32(len(c.before()) - len(before) + 1)
		for c.span.Start > 0 && c.file.Bytes[c.span.Start]&0xc0 == 0x80 {
			c.span.Start--
		}
		c.span.End = c.span.Start + 1
		for int(c.span.End) < len(c.file.Bytes) && c.file.Bytes[c.span.End]&0xc0 == 0x80 {
			c.span.End++
		}
	}
	return c
}
