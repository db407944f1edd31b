package syntax

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// What goes wrong around attributes and blocks.

func (c complaint) repeated() *diag.Diagnostic {
	name := c.text()
	first := firstOf(c.file, c.body, name, int(c.span.Start))
	return diag.New(diag.DuplicateAttribute, c.span, fmt.Sprintf("`%s` is set twice", clip(name))).
		Because("An attribute has one value in a block. Keep one of the two lines, or join the values in a list if the attribute takes one.").
		Labelled("set again").
		Relating(first, "set here before")
}

// firstOf finds an attribute's first definition in the innermost block around
// an offset.
func firstOf(file *source.File, body *hclsyntax.Body, name string, at int) source.Span {
	for inner := body; inner != nil; {
		body, inner = inner, nil
		for _, block := range body.Blocks {
			if r := block.Body.SrcRange; block.OpenBraceRange.Start.Byte <= at && at < max(r.End.Byte, block.CloseBraceRange.End.Byte) {
				inner = block.Body
				break
			}
		}
	}
	if first, ok := body.Attributes[name]; ok {
		return SpanOf(file, first.NameRange)
	}
	return source.Span{}
}

func (c complaint) noItem() *diag.Diagnostic {
	name := c.text()
	if !namePattern.MatchString(name) {
		return c.because(fmt.Sprintf("a line cannot begin with %s", c.quoted()),
			"Each line begins with the name of an attribute, `name = value`, or of a block, `name \"label\" {`. A value that runs over several lines needs brackets around it.")
	}
	quoted := clip(name)
	rest := c.after()
	next := strings.TrimLeft(rest, " \t")
	switch {
	case strings.HasPrefix(next, ":"):
		at := c.span.End + int32(len(rest)-len(next))
		colon := source.Span{File: c.file, Start: c.span.End, End: at + 1}
		return c.because(fmt.Sprintf("`%s` is set with `:`", quoted), "An attribute is set with `=`.").
			Replacing(colon, " =", "write `=`")
	case strings.HasPrefix(next, "."):
		return c.because(fmt.Sprintf("a dot in the name of the attribute `%s`", quoted), "A dot follows a reference, on the right of `=`. What belongs together stands in a block: its name, `{`, the attributes, `}`.")
	case next == "" || next[0] == '#' || next[0] == '}':
		return c.because(fmt.Sprintf("`%s` is neither set nor opened", quoted),
			fmt.Sprintf("An attribute needs a value, `%s = …`; a block needs a body, `%s {`.", quoted, quoted))
	}
	return c.because(fmt.Sprintf("`=` is missing behind `%s`", quoted),
		fmt.Sprintf("An attribute is written `%s = value`. Text stands in double quotes.", quoted))
}

func (c complaint) quotedName() *diag.Diagnostic {
	rest := c.after()
	name, tail, ok := strings.Cut(rest, `"`)
	d := c.because("the name of an attribute or a block in quotes", "Names stand without quotes; only the label of a block and a text have them.")
	if ok && namePattern.MatchString(name) && strings.HasPrefix(strings.TrimSpace(tail), "=") {
		d.Span.End += int32(len(name)) + 1
		d.Replacing(d.Span, name, "remove the quotes")
	}
	return d
}

func (c complaint) blockOnOneLine() *diag.Diagnostic {
	return c.because("a block within a block on one line", "On one line a block holds at most one attribute: `name { attribute = value }`. Put the inner block on lines of its own.")
}

func (c complaint) afterValue() *diag.Diagnostic {
	d := c.because(fmt.Sprintf("%s follows the value of %s", c.quoted(), c.subject()),
		"A value ends with its line. The next attribute stands on a line of its own; a text of several words stands in double quotes; several values stand in brackets, `[a, b]`.")
	if strings.HasSuffix(strings.TrimRight(c.before(), " "), `"`) && !strings.HasPrefix(c.text(), `"`) {
		d.Detail += " A `\"` inside a text is written `\\\"`."
	}
	return d
}

func (c complaint) commaAfterValue() *diag.Diagnostic {
	return c.because(fmt.Sprintf("a comma behind the value of %s", c.subject()), "Attributes are separated by line breaks. Commas stand between the elements of a list.").
		Replacing(c.span, "", "remove the comma")
}

func (c complaint) blockHeader() *diag.Diagnostic {
	header := strings.TrimSpace(c.before())
	name, label, _ := strings.Cut(header, " ")
	name = clip(name)
	switch text := c.text(); {
	case text == "=":
		return c.because(fmt.Sprintf("a label and `=` behind `%s`", name),
			"An attribute has a name only: `name = value`. A block has labels and no `=`: `name \"label\" {`.")
	case !c.isLineEnd():
		return c.because(fmt.Sprintf("%s behind the name of the block `%s`", c.quoted(), name), "Behind the name of a block stand its labels, in double quotes, and `{`.")
	case c.braceBelow():
		return c.shown().because(fmt.Sprintf("the `{` of `%s` stands on the next line", name), "It stands on the line of the name: `"+clip(header)+" {`.")
	case strings.HasPrefix(strings.TrimSpace(label), `"`):
		at := c.span.Start - int32(len(c.before())-strings.IndexByte(c.before(), '"'))
		return c.shown().because(fmt.Sprintf("`%s` is neither set nor opened", name),
			fmt.Sprintf("An attribute needs `=` before its value: `%s = %s`. A block needs `{` on the same line.", name, clip(strings.TrimSpace(label)))).
			Replacing(source.Span{File: c.file, Start: at, End: at}, "= ", "set the attribute")
	}
	return c.shown().because(fmt.Sprintf("`%s` is neither set nor opened", name),
		fmt.Sprintf("An attribute needs `=` and a value: `%s = …`, a text in double quotes. A block needs `{` on the same line.", name))
}

// braceBelow reports whether the next line that holds anything begins with `{`.
func (c complaint) braceBelow() bool {
	near := c.file.Bytes[c.span.End:min(len(c.file.Bytes), int(c.span.End)+maxLine)]
	return strings.HasPrefix(strings.TrimSpace(string(near)), "{")
}

func (c complaint) singleLineBlock() *diag.Diagnostic {
	if c.isLineEnd() {
		return c.shown().because("a block begins on one line and goes on below", "A block with its first attribute on the line of `{` ends on that line too. Begin a new line behind `{`.")
	}
	return c.because(fmt.Sprintf("%s in a block on one line", c.quoted()), "On one line a block holds at most one attribute: `name { attribute = value }`. Put each on a line of its own.")
}

func (c complaint) afterBlock() *diag.Diagnostic {
	return c.because(fmt.Sprintf("%s behind the `}` of a block", c.quoted()), "What follows a block begins on a new line.")
}

// What goes wrong inside values.

func (c complaint) noValue() *diag.Diagnostic {
	before := strings.TrimSpace(c.before())
	switch text := c.text(); {
	case c.isLineEnd() && strings.HasSuffix(before, "="), c.isLineEnd() && before == "":
		return c.shown().because(fmt.Sprintf("%s has no value", c.subject()), "The value begins on the line of `=`. Write it there, or remove the line.")
	case c.isLineEnd():
		return c.shown().because("a value is missing at the end of the line", "Behind an operator another value is due. An expression of several lines stands in parentheses.")
	case text == "=" || text == "==":
		return c.because("a second `=`", "An attribute is set with one `=`. Two values are compared with `==`, on the right of it.")
	case text == ",":
		return c.because("nothing before the comma", "Between two commas a value is due. Remove one of them.")
	case text == ")" || text == "]" || text == "}":
		return c.because(fmt.Sprintf("a value is missing before `%s`", text), "What was begun before it needs another value, or is one sign too long.")
	case text == "*" || text == "/":
		return c.because(fmt.Sprintf("`%s` without a value before it", text), "An operator stands between two values. Text stands in double quotes.")
	}
	return c.because(fmt.Sprintf("%s where a value is due", c.quoted()),
		"A value is a text in double quotes, a number, `true`, `false`, a reference such as `vendor.aws`, a list `[…]` or an object `{…}`.")
}

func (c complaint) halfConditional() *diag.Diagnostic {
	return c.shown().because("a condition with one outcome", "A conditional names both: `condition ? this : that`.")
}

func (c complaint) afterDot() *diag.Diagnostic {
	return c.shown().because("no name behind a dot", "A dot leads to an attribute: `vendor.aws`. An element of a list is taken with brackets: `list[0]`.")
}

func (c complaint) dottedIndex() *diag.Diagnostic {
	return c.because("numbers joined by dots", "An element of a list is taken with brackets: `list[0][1]`.")
}

func (c complaint) nestedSplat() *diag.Diagnostic {
	return c.because("`.*` twice in one expression", "Write `[*]` for each of them.")
}

func (c complaint) unclosedIndex() *diag.Diagnostic {
	return c.because(fmt.Sprintf("%s inside `[…]`", c.quoted()), "Between the brackets behind a name stands one value: a number, a key in double quotes, or `*` for every element.")
}

func (c complaint) inParentheses() *diag.Diagnostic {
	return c.because(fmt.Sprintf("%s inside parentheses", c.quoted()), "Parentheses hold one expression. Several values stand in brackets: `[a, b]`.")
}

func (c complaint) number() *diag.Diagnostic {
	return c.because(fmt.Sprintf("%s is not a number", c.quoted()), "A number has digits and at most one dot. A version or a date stands in double quotes.")
}

func (c complaint) functionScope() *diag.Diagnostic {
	return c.because("`::` without a function behind it", "`::` joins the name of a function to its family and is followed by the call. A reference is joined by dots.")
}

func (c complaint) afterSpread() *diag.Diagnostic {
	return c.because("something follows `...`", "`...` stands behind the last argument of a call, before `)`.")
}

func (c complaint) betweenArguments() *diag.Diagnostic {
	return c.missingComma("argument of a call")
}

func (c complaint) betweenElements() *diag.Diagnostic {
	return c.missingComma("element of a list")
}

func (c complaint) missingComma(what string) *diag.Diagnostic {
	if text := c.text(); text == "=" || text == ":" {
		return c.because(fmt.Sprintf("`%s` inside a list", text), "A list holds values: `[a, b]`. Names with values stand in braces: `{ name = value }`.")
	}
	return c.because(fmt.Sprintf("a comma is missing before %s", c.quoted()), fmt.Sprintf("A comma stands between each %s and the next.", what)).
		Replacing(c.endOfPrevious(), ",", "insert a comma")
}

// endOfPrevious returns the place behind what stands before the complaint, if
// that is on the same line or the one above, and the complaint's start if not.
func (c complaint) endOfPrevious() source.Span {
	near := string(c.file.Bytes[max(0, int(c.span.Start)-maxLine):c.span.Start])
	trimmed := strings.TrimRight(near, " \t\r\n")
	at := c.span.Start
	if gap := near[len(trimmed):]; !strings.Contains(trimmed[strings.LastIndexByte(trimmed, '\n')+1:], "#") || !strings.Contains(gap, "\n") {
		at -= int32(len(gap))
	}
	return source.Span{File: c.file, Start: at, End: at}
}

func (c complaint) keyWithoutValue() *diag.Diagnostic {
	return c.shown().because("a name without a value", "In braces each name has a value: `{ name = value }`. Values alone stand in brackets: `[a, b]`.")
}

func (c complaint) keyWithoutEquals() *diag.Diagnostic {
	return c.because(fmt.Sprintf("`=` is missing before %s", c.quoted()), "In braces each name has a value: `{ name = value }`. A name with spaces or dots stands in double quotes.")
}

func (c complaint) betweenPairs() *diag.Diagnostic {
	return c.because(fmt.Sprintf("%s follows a value in braces", c.quoted()), "A comma or a line break stands between one name with its value and the next.").
		Replacing(c.endOfPrevious(), ",", "insert a comma")
}

func (c complaint) forExpression() *diag.Diagnostic {
	summary := "this `for` is not complete"
	switch {
	case strings.Contains(c.detail, "requires a colon"):
		summary = "`:` is missing in this `for`"
	case strings.Contains(c.detail, "'in' keyword"):
		summary = "`in` is missing in this `for`"
	case strings.Contains(c.detail, "variable name"):
		summary = "a name is missing behind `for`"
	case strings.Contains(c.detail, "Extra characters"):
		summary = fmt.Sprintf("%s does not belong to this `for`", c.quoted())
	case strings.Contains(c.detail, "Key expression is not valid"), strings.Contains(c.detail, "Grouping"):
		summary = "a `for` in brackets builds a list"
	case strings.Contains(c.detail, "Key expression is required"):
		summary = "a `for` in braces needs a key"
	}
	return c.because(summary, "A list is built with `[for x in list : x.name]`, an object with `{for k, v in map : k => v}`; `if condition` may follow. Inside a text it is `%{for x in list}…%{endfor}`.")
}

// What goes wrong inside texts.

func (c complaint) label() *diag.Diagnostic {
	if c.text() == "${" || c.text() == "%{" {
		return c.because("a value is inserted into a label", "The label of a block is its address and is the same in every build. Write it out, or set an attribute instead.")
	}
	return c.because("this label cannot be read", "A label is a text in double quotes on one line.")
}

func (c complaint) escape() *diag.Diagnostic {
	d := c.because(fmt.Sprintf("%s means nothing in a text", c.quoted()),
		"Behind a backslash stands `n` (line break), `t` (tab), `r`, `\"`, `\\`, or `u` and four hexadecimal digits, or `U` and eight. A backslash itself is written twice.")
	if len(c.text()) > 1 && !strings.ContainsAny(c.text()[1:2], "uU") {
		d.Replacing(c.span, `\`+c.text(), "write the backslash twice")
	}
	return d
}

func (c complaint) unclosedInsertion() *diag.Diagnostic {
	return c.because("`${` is not closed in this text", "Behind the inserted value stands `}`. If `${` is meant as text, write `$${`.")
}

func (c complaint) afterInsertion() *diag.Diagnostic {
	return c.because(fmt.Sprintf("%s behind the inserted value", c.quoted()), "Between `${` and `}` stands one expression. If `${` is meant as text, write `$${`.")
}

func (c complaint) directive() *diag.Diagnostic {
	return c.because(fmt.Sprintf("%s behind `%%{`", c.quoted()), "Behind `%{` stands `if`, `else`, `endif`, `for` or `endfor`. If `%{` is meant as text, write `%%{`.")
}

func (c complaint) openDirective() *diag.Diagnostic {
	word := "if"
	if strings.Contains(c.detail, "The for directive") {
		word = "for"
	}
	return c.because(fmt.Sprintf("`%%{%s}` is not ended in this text", word), fmt.Sprintf("Each `%%{%s …}` has its `%%{end%s}` in the same text.", word, word))
}

func (c complaint) unbalancedDirective() *diag.Diagnostic {
	return c.because(fmt.Sprintf("%s does not fit here", c.quoted()), "Each `%{if …}` is ended by `%{endif}`, with at most one `%{else}` before it, and each `%{for …}` by `%{endfor}`, one inside the other. Nothing else stands in the marker.")
}
