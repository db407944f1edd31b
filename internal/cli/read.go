package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"github.com/privity/privity/internal/consistency"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
)

// read reads the policy in the current folder.
func (s *session) read() (*lang.Policy, diag.List, error) {
	root, err := os.OpenRoot(".")
	if err != nil {
		return nil, nil, fail("this folder cannot be read: "+reason(err), "")
	}
	defer root.Close() //nolint:errcheck // it was only read
	inputs, flaws, err := s.inputs()
	if err != nil || flaws.HasErrors() {
		return nil, flaws, err
	}
	s.guard()
	p := s.work()
	var files atomic.Int64
	policy, found := lang.Load(s.record.FS(".", root.FS()), lang.Options{
		Files: s.fileLimits(), Syntax: s.syntaxLimits(), Inputs: inputs, Version: Version,
		Progress: func(int, int) { p.at(fmt.Sprintf("reading file %d", files.Add(1))) },
	})
	return policy, found, nil
}

// judge adds to the findings of a policy that could be read what is wrong with
// what it says.
func judge(policy *lang.Policy, found diag.List) diag.List {
	if policy == nil || policy.Model == nil {
		return found
	}
	found = append(found, consistency.Check(policy.Model, policy.Mentioned)...)
	found.Sort()
	return found
}

// compile reads the policy for a command that looks into it. Errors are
// reported; what is not one is left to validate and build.
func (s *session) compile() (*lang.Policy, error) {
	policy, found, err := s.read()
	if err != nil {
		return nil, err
	}
	if found.HasErrors() {
		return nil, s.report(found)
	}
	return policy, nil
}

// model returns what the policy in the current folder describes.
func (s *session) model() (*model.Model, error) {
	policy, err := s.compile()
	if err != nil {
		return nil, err
	}
	return policy.Model, nil
}

// inputs are the values for variables from the environment and from flags, with
// what is wrong with the files of values.
func (s *session) inputs() (lang.Inputs, diag.List, error) {
	inputs := lang.Inputs{Environ: s.environ}
	var found diag.List
	for _, given := range s.settings {
		set := lang.Setting{Name: given.name, Value: given.value}
		if given.path != "" {
			file, flaw, err := s.readFile(given.path)
			if err != nil {
				return inputs, nil, err
			}
			found.Add(flaw)
			set.File = file
		}
		inputs.Settings = append(inputs.Settings, set)
	}
	return inputs, found, nil
}

// readFile reads a file that the operator names, wherever it is. The error is
// for the operator, the finding for the author.
func (s *session) readFile(path string) (*source.File, *diag.Diagnostic, error) {
	s.record.Note(path)
	file, err := source.Read(os.DirFS(filepath.Dir(path)), filepath.Base(path), s.fileLimits())
	var flaw *source.FlawError
	switch {
	case errors.As(err, &flaw):
		flaw.Span.File.Name = s.shownName(path)
		return nil, flawed(flaw), nil
	case err != nil:
		return nil, nil, fail("the file "+path+" cannot be read: "+reason(err), "")
	}
	file.Name = s.shownName(path)
	return file, nil, nil
}

// shownName is the name under which findings speak of a file. It is relative
// where the folder that -C names will be put before it.
func (s *session) shownName(path string) string {
	if filepath.IsAbs(path) {
		here, err := os.Getwd()
		below, relErr := filepath.Rel(here, path)
		if err == nil && relErr == nil && (s.dir != "" || filepath.IsLocal(below)) {
			path = below
		}
	}
	return filepath.ToSlash(filepath.Clean(path))
}

// flawed says what is wrong with the bytes of a file.
func flawed(flaw *source.FlawError) *diag.Diagnostic {
	switch flaw.Flaw {
	case source.FlawTooLarge:
		return diag.New(diag.FileTooLarge, flaw.Span, "the file is "+flaw.Detail).
			Because("Split it into several files of one folder, or raise the limits with --limits.")
	case source.FlawEncoding:
		return diag.New(diag.FileNotText, flaw.Span, "the file is "+flaw.Detail).
			Because("Save it as text in UTF-8.")
	case source.FlawControl:
		return diag.New(diag.FileControlChar, flaw.Span, "the file contains "+flaw.Detail).Because("Delete it.")
	case source.FlawBidi:
		return diag.New(diag.FileHiddenMark, flaw.Span, "the file contains "+flaw.Detail).Because("Delete it.")
	}
	return diag.New(diag.FileUnreadable, flaw.Span, "the file is "+flaw.Detail).
		Because("Name an ordinary file.")
}
