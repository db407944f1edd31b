package lang

import (
	"fmt"

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
	for _, p := range parts {
		if p.file != nil {
			c.sources = append(c.sources, p.file)
		}
	}
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

// A part is what one file contributes to its scope.
type part struct {
	decls     []*decl
	variables []*variable
	locals    []*thunk
	modules   []*moduleCall
	settings  []*hclsyntax.Block

	translations []*translation

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
