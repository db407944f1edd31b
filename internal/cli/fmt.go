package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/format"
	"github.com/privity/privity/internal/source"
)

// stdinName is what findings call standard input.
const stdinName = "standard input"

// A formatting is one run of fmt.
type formatting struct {
	check, diff, recursive bool
}

// A layout is a file in the layout that it has and in the one that it should
// have.
type layout struct {
	path          string // as the operator would write it
	before, after []byte
}

func newFmt(s *session) *cobra.Command {
	var run formatting
	cmd := &cobra.Command{
		Use:   "fmt [PATH…] [--check] [--diff] [--recursive]",
		Short: "lay files out in the canonical way",
		Long: `Rewrites files in the canonical layout, which is that of terraform fmt and a
little more, and prints the names of those that it changed. There are no options
of style. A layout never changes what a file says, and loses no comment.

A PATH is a file, or a folder, of which all files are taken that end in .hcl or
.hclvars; without one it is the current folder. Folders inside are taken with
--recursive. The path - is standard input, laid out on standard output.

With --check, or with --diff, nothing is written. --check prints the names of the
files that would change, and its status is 2 where there is one. --diff prints
the changes.

Files with syntax errors are reported, and then no file is written.`,
		Example: `privity fmt
privity fmt --check --recursive .
privity fmt --diff storage.hcl
privity fmt - < storage.hcl`,
		Args: cobra.ArbitraryArgs,
	}
	cmd.Flags().BoolVar(&run.check, "check", false, "write nothing; the status is 2 where a file would change")
	cmd.Flags().BoolVar(&run.diff, "diff", false, "write nothing; print the changes")
	cmd.Flags().BoolVarP(&run.recursive, "recursive", "r", false, "take the folders inside too")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			args = []string{"."}
		}
		return s.format(run, args)
	}
	return cmd
}

func (s *session) format(run formatting, args []string) error {
	layouts, found, err := s.layouts(run, args)
	if err != nil {
		return err
	}
	if err := s.report(found); err != nil {
		return err
	}
	return s.deliver(run, layouts)
}

// layouts works out the layout of every file that the arguments name.
func (s *session) layouts(run formatting, args []string) ([]layout, diag.List, error) {
	var layouts []layout
	var found diag.List
	for _, arg := range args {
		files, flaws, err := s.filesToFormat(run, arg)
		if err != nil {
			return nil, nil, err
		}
		s.guard()
		found.Add(flaws...)
		for _, file := range files {
			after, flaws := format.Source(file, s.syntaxLimits())
			found.Add(flaws...)
			layouts = append(layouts, layout{file.Name, file.Bytes, after})
		}
	}
	return layouts, found, nil
}

// filesToFormat reads what an argument names.
func (s *session) filesToFormat(run formatting, arg string) ([]*source.File, diag.List, error) {
	if arg == "-" {
		return s.readStdin()
	}
	paths, err := pathsToFormat(arg, run.recursive)
	if err != nil {
		return nil, nil, err
	}
	var files []*source.File
	var found diag.List
	for _, path := range paths {
		file, flaw, err := s.readFile(path)
		if err != nil {
			return nil, nil, err
		}
		if found.Add(flaw); flaw == nil {
			files = append(files, file)
		}
	}
	return files, found, nil
}

func (s *session) readStdin() ([]*source.File, diag.List, error) {
	limit := s.fileLimits().FileBytes
	content, err := io.ReadAll(io.LimitReader(s.stdin, limit+1))
	if err != nil {
		return nil, nil, fail("standard input cannot be read: "+reason(err), "")
	}
	file := source.NewFile(stdinName, content)
	if int64(len(content)) > limit {
		file.Bytes = nil
		flaw := &source.FlawError{Flaw: source.FlawTooLarge, Span: source.Span{File: file}, Detail: "larger than the limit"}
		return nil, diag.List{flawed(flaw)}, nil
	}
	if flaw := source.Check(file); flaw != nil {
		return nil, diag.List{flawed(flaw)}, nil
	}
	return []*source.File{file}, nil, nil
}

// pathsToFormat lists the files that a path names: itself, or those in it.
func pathsToFormat(path string, recursive bool) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fail(path+" cannot be read: "+reason(err), "fmt takes files and folders; without any, the current folder")
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	var paths []string
	err = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fail(name+" cannot be read: "+reason(err), "")
		case !entry.IsDir():
			if isLaidOut(entry.Name()) {
				paths = append(paths, name)
			}
		case name != path && (!recursive || strings.HasPrefix(entry.Name(), ".")):
			return fs.SkipDir
		}
		return nil
	})
	return paths, err
}

// isLaidOut reports the files of a folder that fmt takes.
func isLaidOut(name string) bool {
	ext := filepath.Ext(name)
	return name[0] != '.' && (ext == ".hcl" || ext == ".hclvars")
}

// deliver writes, shows or names what would change.
func (s *session) deliver(run formatting, layouts []layout) error {
	var out bytes.Buffer
	changed := false
	for _, l := range layouts {
		same := bytes.Equal(l.before, l.after)
		changed = changed || !same
		if l.path == stdinName && !run.check && !run.diff {
			out.Write(l.after)
			continue
		}
		if same {
			continue
		}
		switch {
		case run.diff:
			out.WriteString(format.Diff(s.seen(l.path), l.before, l.after))
		case !run.check:
			if err := s.replaceFile(l.path, l.after); err != nil {
				return errors.Join(s.print(out.Bytes()), err)
			}
			fallthrough
		default:
			out.WriteString(s.seen(l.path) + "\n")
		}
	}
	if err := s.print(out.Bytes()); err != nil {
		return err
	}
	if changed && run.check {
		return different
	}
	return nil
}
