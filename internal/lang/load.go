package lang

import (
	"errors"
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// load reads the files of a scope and binds their declarations.
func (c *compiler) load(s *scope) {
	c.scopes = append(c.scopes, s)
	names, err := c.filesIn(s.dir)
	if c.full {
		return
	}
	if err != nil || len(names) == 0 {
		s.unreadable = true
		c.report(noFiles(s, err))
		return
	}
	parts := make([]part, len(names))
	parallel.For(len(names), func(i int) {
		parts[i] = c.read(s, names[i])
		if c.opts.Progress != nil {
			c.opts.Progress(i, len(names))
		}
	})
	if c.bytes.Load() > c.opts.Files.TotalBytes {
		c.overflow(s, diag.FileTooLarge, fmt.Sprintf("the policy is larger than %d bytes", c.opts.Files.TotalBytes))
		return
	}
	c.join(s, parts)
}

// filesIn lists the policy files of a folder. Each folder is listed once and
// counts once, however often it is used as a module.
func (c *compiler) filesIn(dir string) ([]string, error) {
	if f, known := c.folders[dir]; known {
		return f.names, f.err
	}
	names, err := source.List(c.fsys, dir)
	c.folders[dir] = folder{names, err}
	c.files += len(names)
	if c.files > c.opts.Files.Files {
		c.overflow(c.root, diag.TooManyFiles, fmt.Sprintf("the policy has more than %d files", c.opts.Files.Files))
		c.folders[dir] = folder{}
	}
	return c.folders[dir].names, c.folders[dir].err
}

// A folder is what was found in one: its policy files.
type folder struct {
	names []string
	err   error
}

// overflow reports that there is more than may be read. Nothing else is read.
func (c *compiler) overflow(s *scope, code diag.Code, summary string) {
	s.unreadable = true
	c.root.unreadable = true
	c.full = true
	c.report(diag.New(code, source.Span{File: source.NewFile(s.dir, nil)}, summary).
		Because("That is the limit on what is read. If the policy is honest, raise the limits with --limits."))
}

func noFiles(s *scope, err error) *diag.Diagnostic {
	at := source.Span{File: source.NewFile(s.dir, nil)}
	if err != nil && !source.IsMissing(err) {
		return diag.New(diag.FileUnreadable, at, "the folder cannot be read").Because("The system says: " + plainError(err) + ".")
	}
	if s.parent != nil {
		return nil // the module's source is at fault, and said so
	}
	return diag.New(diag.NoPolicyFiles, at, "there is no policy here").
		Because("A policy is a folder of files that end in .hcl. Go to that folder, name it with -C DIR, or begin one with `privity init`.")
}

// A part is what one file contributes to its scope.
type part struct {
	decls     []*decl
	variables []*variable
	locals    []*thunk
	modules   []*moduleCall
	settings  []*hclsyntax.Block
	used      map[string]bool
	strangers []string
	file      *source.File
	found     diag.List
	unread    bool
}

// read reads, parses and binds one file. It runs beside others and touches
// nothing that they share.
func (c *compiler) read(s *scope, name string) part {
	p := part{used: map[string]bool{}}
	t := c.tree(s, name, &p.found)
	p.file = t.file
	if t.body == nil {
		p.unread = true
		return p
	}
	b := binder{part: &p, scope: s, file: t.file}
	b.bindFile(t.body)
	return p
}

// A tree is a file that was parsed. The body is nil where it cannot be used.
type tree struct {
	file *source.File
	body *hclsyntax.Body
}

// tree parses a file. What belongs to a module is kept, since the module may be
// used again; then its findings were already told.
func (c *compiler) tree(s *scope, name string, found *diag.List) tree {
	if t, known := c.trees.Load(name); known {
		return t.(tree)
	}
	t := c.parse(name, found)
	if s.parent != nil {
		c.trees.Store(name, t)
	}
	return t
}

func (c *compiler) parse(name string, found *diag.List) tree {
	if c.bytes.Load() > c.opts.Files.TotalBytes {
		return tree{}
	}
	file, err := source.Read(c.fsys, name, c.opts.Files)
	if err != nil {
		found.Add(unreadable(name, err))
		return tree{}
	}
	if c.bytes.Add(int64(len(file.Bytes))) > c.opts.Files.TotalBytes {
		return tree{}
	}
	body, broken := syntax.Parse(file, c.opts.Syntax)
	found.Add(broken...)
	return tree{file, body}
}

var flawCodes = map[source.Flaw]diag.Code{
	source.FlawTooLarge: diag.FileTooLarge, source.FlawNotRegular: diag.FileUnreadable,
	source.FlawEncoding: diag.FileNotText, source.FlawControl: diag.FileControlChar, source.FlawBidi: diag.FileHiddenMark,
}

var flawAdvice = map[source.Flaw]string{
	source.FlawTooLarge:   "Split it into several files of the same folder; they are read as one. If the size is honest, raise the limits with --limits.",
	source.FlawNotRegular: "A policy consists of ordinary files. Replace the link or device by the file itself.",
	source.FlawEncoding:   "Policies are text in UTF-8. Save the file in that encoding.",
	source.FlawControl:    "Control characters cannot be seen and change what programs make of the text. Delete it.",
	source.FlawBidi:       "Such marks make a line read otherwise than it is stored, so that a reviewer approves what is not there. Delete it.",
}

func unreadable(name string, err error) *diag.Diagnostic {
	var flaw *source.FlawError
	if !errors.As(err, &flaw) {
		return diag.New(diag.FileUnreadable, source.Span{File: source.NewFile(name, nil)}, "the file cannot be read").
			Because("The system says: " + plainError(err) + ".")
	}
	return flawed("the file", flaw.Span, flaw)
}

// flawed reports a file or a text with something in it that no policy may have.
func flawed(what string, span source.Span, flaw *source.FlawError) *diag.Diagnostic {
	return diag.New(flawCodes[flaw.Flaw], span, what+" "+flawVerb(flaw)+" "+flaw.Detail).Because(flawAdvice[flaw.Flaw])
}

func flawVerb(flaw *source.FlawError) string {
	if flaw.Flaw == source.FlawControl || flaw.Flaw == source.FlawBidi {
		return "contains"
	}
	return "is"
}

// plainError returns the innermost message of an error, without the path and
// the operation that Go puts before it.
func plainError(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

// join merges the parts of a scope in the order of their files.
func (c *compiler) join(s *scope, parts []part) {
	for i := range parts {
		s.unreadable = s.unreadable || parts[i].unread
	}
	if d := c.versionFinding(s, parts); d != nil {
		s.unreadable = true
		c.report(d)
		return
	}
	for i := range parts {
		c.report(parts[i].found...)
		c.joinPart(s, &parts[i])
	}
}

func (c *compiler) joinPart(s *scope, p *part) {
	for _, d := range p.decls {
		c.report(s.declare(d))
		for _, t := range d.thunks {
			c.thunks[t.attr] = t
		}
	}
	for _, v := range p.variables {
		c.report(declareNamed(s.variables, v.name, v, v.header, func(o *variable) source.Span { return o.header }, "variables"))
	}
	for _, l := range p.locals {
		c.report(declareNamed(s.locals, l.key, l, l.header, func(o *thunk) source.Span { return o.header }, "local values"))
	}
	for _, m := range p.modules {
		c.report(declareNamed(s.modules, m.name, m, m.header, func(o *moduleCall) source.Span { return o.header }, "modules"))
	}
	for name := range p.used {
		s.used[name] = true
	}
	for _, name := range p.strangers {
		s.strangers[name] = true
	}
}

func declareNamed[V any](table map[string]V, name string, v V, at source.Span, where func(V) source.Span, plural string) *diag.Diagnostic {
	if first, taken := table[name]; taken {
		return diag.New(diag.DuplicateBlock, at, "there are two "+plural+" with the name "+quote(name)).
			Because("Rename one of them.").Relating(where(first), "declared first here")
	}
	table[name] = v
	return nil
}

// requireAll reports what a policy cannot be without.
func (c *compiler) requireAll() {
	policies := c.root.all("policy")
	for _, s := range c.scopes[1:] {
		policies = append(policies, s.all("policy")...)
	}
	if len(policies) == 1 || c.found.HasErrors() {
		return
	}
	if len(policies) > 1 {
		c.report(diag.New(diag.DuplicateBlock, policies[1].header, "there is a second policy block").
			Because("One folder, with its modules, describes one policy.").Relating(policies[0].header, "the first one is here"))
		return
	}
	at := source.Span{File: c.firstFile()}
	c.report(diag.New(diag.MissingBlock, at, "there is no policy block").
		Because("It gives the page its title. Add: policy \"name\" { title = \"…\" }."))
}

// firstFile returns the first file of the policy that declares something.
func (c *compiler) firstFile() *source.File {
	var files []*source.File
	for _, d := range c.root.order {
		files = append(files, d.header.File)
	}
	if len(files) == 0 {
		return source.NewFile(c.root.dir, nil)
	}
	return slices.MinFunc(files, func(a, b *source.File) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
}
