package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/source"
)

// A module is a file of Rego that was parsed.
type module struct {
	file    *source.File
	ast     *ast.Module
	bundled bool
	change  bool // it judges changes, or helps to
}

// findingSets are the names of rules that find something.
var findingSets = regexp.MustCompile(`^(deny|violation|warn)(_[a-zA-Z0-9]+)*$`)

// isTest reports whether a module holds tests and no rules.
func (m *module) isTest() bool {
	return strings.HasSuffix(m.file.Name, "_test.rego") || strings.HasSuffix(m.pkg(), "_test")
}

// pkg is the module's package, without "data.".
func (m *module) pkg() string { return strings.TrimPrefix(m.ast.Package.Path.String(), "data.") }

// span returns where something of the module stands.
func (m *module) span(loc *ast.Location) source.Span { return spanIn(m.file, loc) }

func spanIn(file *source.File, loc *ast.Location) source.Span {
	if loc == nil {
		return source.Span{File: file}
	}
	start := min(max(loc.Offset, 0), len(file.Bytes))
	length := len(loc.Text)
	if line := strings.IndexByte(string(loc.Text), '\n'); line >= 0 {
		length = line
	}
	return source.Span{File: file, Start: int32(start), End: int32(min(start+length, len(file.Bytes)))}
}

// ReadFolder reads the files of Rego in a folder and in those below it, in order.
// A file that cannot be read as text is a finding.
func ReadFolder(fsys fs.FS, folder string, limits source.Limits) ([]*source.File, diag.List, error) {
	var files []*source.File
	var found diag.List
	err := fs.WalkDir(fsys, folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".rego" {
			return err
		}
		file, err := source.Read(fsys, name, limits)
		var flaw *source.FlawError
		if errors.As(err, &flaw) {
			found.Add(diag.New(diag.RuleSyntax, flaw.Span, "the file is not one of rules: "+flaw.Detail).Because("Rego is text in UTF-8."))
			return nil
		}
		if err != nil {
			return err
		}
		if files = append(files, file); len(files) > limits.Files {
			return fmt.Errorf("%s holds more than %d files", folder, limits.Files)
		}
		return nil
	})
	return files, found, err
}

// parse reads modules; a file that is not Rego is a finding.
func parse(files []*source.File, bundled bool) ([]*module, diag.List) {
	var modules []*module
	var found diag.List
	parsedFiles, errs := make([]*ast.Module, len(files)), make([]error, len(files))
	parallel.For(len(files), func(i int) {
		parsedFiles[i], errs[i] = ast.ParseModuleWithOpts(files[i].Name, string(files[i].Bytes), ast.ParserOptions{
			RegoVersion: ast.RegoV2, ProcessAnnotation: true, Capabilities: every(),
		})
	})
	for i, f := range files {
		parsed, err := parsedFiles[i], errs[i]
		if err != nil && !strings.Contains(err.Error(), "empty module") {
			found.Add(parseFindings(f, err)...)
			continue
		}
		if parsed == nil {
			found.Add(diag.New(diag.RuleIdle, source.Span{File: f}, "the file holds no rules").Because("Write a package with a rule into it, or delete it."))
			continue
		}
		modules = append(modules, &module{file: f, ast: parsed, bundled: bundled})
	}
	return modules, found
}

// mostErrors is how many mistakes are reported of one file that cannot be parsed;
// the later ones often follow from the first.
const mostErrors = 3

func parseFindings(file *source.File, err error) diag.List {
	var found diag.List
	var errs ast.Errors
	if !errors.As(err, &errs) {
		found.Add(diag.New(diag.RuleSyntax, source.Span{File: file}, "the file is not Rego: "+err.Error()))
		return found
	}
	errs = errs[:min(len(errs), mostErrors)]
	for i, e := range errs {
		if i+1 < len(errs) && sameLine(e, errs[i+1]) {
			continue // the later one says more
		}
		code := diag.RuleSyntax
		if strings.Contains(e.Message, "yaml") || strings.Contains(e.Message, "annotation") {
			code = diag.RuleMetadata
		}
		found.Add(diag.New(code, spanIn(file, e.Location), firstLine(e.Message)).Because(rewriting(e.Message)))
	}
	return found
}

// rewriting says how a rule of an older Rego is brought up to date, where that
// seems to be what is wrong.
func rewriting(message string) string {
	const version = "Rules are written in Rego of version 2."
	if strings.Contains(message, "`if` keyword is required") || strings.Contains(message, "must use `contains`") || strings.Contains(message, "`contains` keyword") {
		return version + " `opa fmt --v0-v1 --write` rewrites older ones."
	}
	return version
}

func sameLine(a, b *ast.Error) bool {
	return a.Location != nil && b.Location != nil && a.Location.Row == b.Location.Row
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
