package lang

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// Inputs are the values that a policy's variables are given from outside. In
// order of precedence, the later before the earlier: the environment, the
// *.auto.hclvars files of the policy's folder in alphabetical order, and the
// settings in the order in which they were made.
type Inputs struct {
	Environ  []string // NAME=VALUE; those that begin with PRIVITY_VAR_ count
	Settings []Setting
}

// A Setting is one --var or --var-file of the command line.
type Setting struct {
	Name, Value string
	File        *source.File // of values, in place of a name and a value
}

// EnvPrefix begins the names of environment variables that give values.
const EnvPrefix = "PRIVITY_VAR_"

// An input is a value from outside: an expression, or a text as it is.
type input struct {
	expr hclsyntax.Expression
	text string
	file *source.File
}

// readInputs gives the variables of the policy their values from outside.
func (c *compiler) readInputs() {
	for _, entry := range c.opts.Inputs.Environ {
		name, text, _ := strings.Cut(entry, "=")
		if name, ok := strings.CutPrefix(name, EnvPrefix); ok && c.root.variables[name] != nil {
			c.give(name, text, EnvPrefix+name)
		}
	}
	for _, file := range c.autoFiles() {
		c.giveFile(file)
	}
	for _, s := range c.opts.Inputs.Settings {
		switch {
		case s.File != nil:
			c.giveFile(s.File)
		case c.root.variables[s.Name] == nil:
			at := source.Span{File: source.NewFile("--var", []byte(s.Name+"="+s.Value)), End: int32(len(s.Name))}
			c.report(undeclaredIn(c, c.root.variables, diag.UndeclaredVariable, s.Name, "var", at).Unfixed())
		default:
			c.give(s.Name, s.Value, "--var "+s.Name)
		}
	}
}

// give sets a variable to a text, which is read as an expression where the
// variable takes something other than text.
func (c *compiler) give(name, text, origin string) {
	v := c.root.variables[name]
	file := source.NewFile(origin, []byte(text))
	v.input = &input{text: text, file: file}
	if !v.typ.list && !v.typ.maps {
		return
	}
	x, _ := c.parseExpression(file)
	if x == nil {
		c.report(diag.New(diag.VariableValue, source.Span{File: file, End: int32(len(file.Bytes))}, "this value cannot be read").
			Because("A list or a map is written as in the policy: [\"a\", \"b\"], { a = 1 }."))
	}
	v.input.expr = x
	v.broken = v.broken || x == nil || !c.plain(x, file)
}

// plain checks a value from outside.
func (c *compiler) plain(x hclsyntax.Expression, file *source.File) bool {
	p := part{used: map[string]bool{}}
	b := binder{part: &p, scope: c.root, file: file}
	ok := b.vetPlain(x, "a value from outside")
	c.report(p.found...)
	return ok
}

// valueOf reads a text from outside as a variable of a type takes it.
func (t varType) valueOf(text string) value {
	if t.kind == schema.Bool && (text == "true" || text == "false") {
		return boolOf(text == "true")
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil && t.kind == schema.Number {
		return numberOf(n)
	}
	return textOf(text)
}

func (c *compiler) autoFiles() []*source.File {
	entries, err := fs.ReadDir(c.fsys, c.root.dir)
	if err != nil {
		return nil
	}
	var files []*source.File
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".auto.hclvars") {
			continue
		}
		file, err := source.Read(c.fsys, path.Join(c.root.dir, e.Name()), c.opts.Files)
		if err != nil {
			c.report(unreadable(e.Name(), err))
			continue
		}
		if c.files++; c.files > c.opts.Files.Files {
			c.overflow(c.root, diag.TooManyFiles, fmt.Sprintf("the policy has more than %d files", c.opts.Files.Files))
			return nil
		}
		if c.bytes.Add(int64(len(file.Bytes))) > c.opts.Files.TotalBytes {
			c.overflow(c.root, diag.FileTooLarge, fmt.Sprintf("the policy is larger than %d bytes", c.opts.Files.TotalBytes))
			return nil
		}
		files = append(files, file)
	}
	return files
}

// giveFile sets variables to the values in a file.
func (c *compiler) giveFile(file *source.File) {
	body, found := syntax.Parse(file, c.opts.Syntax)
	c.report(found...)
	if body == nil {
		return
	}
	for _, block := range body.Blocks {
		c.report(diag.New(diag.VariableFile, syntax.SpanOf(file, block.TypeRange), "a file of values holds no blocks").
			Because("It consists of lines such as name = \"value\". Blocks belong into files that end in .hcl."))
	}
	for _, name := range sortedKeys(body.Attributes) {
		a := body.Attributes[name]
		v := c.root.variables[name]
		if v == nil {
			at := syntax.SpanOf(file, a.NameRange)
			c.report(undeclaredIn(c, c.root.variables, diag.UndeclaredVariable, name, "var", at).Unfixed())
			continue
		}
		v.input = &input{expr: a.Expr, file: file}
		if !c.plain(a.Expr, file) {
			v.broken = true
		}
	}
}
