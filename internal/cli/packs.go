package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/pack"
	"github.com/privity/privity/internal/source"
)

// packsIn reads the packs that lie in a folder of rules, each of which has to be
// the one that the lock beside them names.
func (s *session) packsIn(folder string) ([]*source.File, diag.List, error) {
	names, err := packNames(folder)
	if err != nil {
		return nil, nil, err
	}
	lock, lockFile, found, err := s.readLock(folder)
	if err != nil || found.HasErrors() {
		return nil, found, err
	}
	var files []*source.File
	for _, name := range names {
		content, err := s.readPackFile(path.Join(folder, name))
		if err != nil {
			return nil, nil, err
		}
		if d := s.unlocked(folder, name, lock, lockFile, pack.Digest(content)); d != nil {
			found.Add(d)
			continue
		}
		more, flaws := s.unpack(path.Join(folder, name), content)
		files = append(files, more...)
		found.Add(flaws...)
	}
	for _, name := range lock.Names() {
		if !slices.Contains(names, name) {
			found.Add(diag.New(diag.RulePack, lineWith(lockFile, name), name+" is locked, and is not there").
				Because("Put it back; or, if its rules are given up, run `privity rules lock`."))
		}
	}
	return files, found, nil
}

// packNames lists the packs in a folder, in order.
func packNames(folder string) ([]string, error) {
	names, err := fs.Glob(os.DirFS(folder), "*"+pack.Suffix)
	if err != nil {
		return nil, fail("the packs in "+folder+" cannot be listed: "+reason(err), "")
	}
	slices.Sort(names)
	return names, nil
}

// readLock reads the lock in a folder. Without one no pack is locked.
func (s *session) readLock(folder string) (pack.Lock, *source.File, diag.List, error) {
	name := path.Join(folder, pack.LockName)
	s.record.Note(name)
	if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
		return pack.Lock{}, nil, nil, nil
	}
	file, flaw, err := s.readFile(name)
	if err != nil || flaw != nil {
		return nil, nil, flawList(flaw), err
	}
	lock, line := pack.ParseLock(file.Bytes)
	if line > 0 {
		return nil, file, flawList(diag.New(diag.RulePack, lineOf(file, line), "the line is not a digest and the name of a pack").
			Because("It has the form of sha256sum, each pack once. `privity rules lock` writes it anew.")), nil
	}
	return lock, file, nil, nil
}

func flawList(d *diag.Diagnostic) diag.List {
	var found diag.List
	found.Add(d)
	return found
}

// unlocked says that a pack is not the one that was locked, or returns nil.
func (s *session) unlocked(folder, name string, lock pack.Lock, lockFile *source.File, digest string) *diag.Diagnostic {
	switch lock[name] {
	case digest:
		return nil
	case "":
		return diag.New(diag.RulePack, s.whole(path.Join(folder, name)), "the pack "+name+" is not locked, so its rules are not run").Because("Look at what it holds, and lock it: `privity rules lock` writes its digest into " + pack.LockName + ", which is committed.")
	}
	return diag.New(diag.RulePack, lineWith(lockFile, name), "the pack "+name+" is not the one that was locked, so its rules are not run").
		Because("Its digest is " + digest + ". If it was meant to change, look at what it holds now, and run `privity rules lock`.")
}

// whole is where something stands that a whole archive is at fault for.
func (s *session) whole(name string) source.Span {
	return source.Span{File: source.NewFile(s.shownName(name), nil)}
}

// lineWith returns the span of the line of a lock that names a pack.
func lineWith(file *source.File, name string) source.Span {
	for n := 1; n <= file.Lines(); n++ {
		if strings.HasSuffix(file.Line(n), " "+name) {
			return lineOf(file, n)
		}
	}
	return source.Span{File: file}
}

// readPackFile reads an archive, within the limits.
func (s *session) readPackFile(name string) ([]byte, error) {
	s.record.Note(name)
	info, err := os.Stat(name)
	switch limit := s.packLimits().Bytes; {
	case err != nil:
		return nil, fail("the pack "+name+" cannot be read: "+reason(err), "--policy takes a folder of .rego files, or a pack: a bundle of Open Policy Agent that ends in "+pack.Suffix)
	case !info.Mode().IsRegular():
		return nil, fail("the pack "+name+" is not a regular file", "")
	case info.Size() > limit:
		return nil, fail(fmt.Sprintf("the pack %s is larger than %d MB", name, limit>>20), "raise the limits with --limits, if the pack is honest")
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, fail("the pack "+name+" cannot be read: "+reason(err), "")
	}
	return content, nil
}

func (s *session) packLimits() pack.Limits { return pack.DefaultLimits.Scaled(int(s.limits)) }

// unpack returns the modules of a pack, each named by the pack and its own name.
func (s *session) unpack(name string, content []byte) ([]*source.File, diag.List) {
	shown := s.shownName(name)
	p, err := pack.Read(content, s.packLimits())
	if err != nil {
		return nil, flawList(diag.New(diag.RulePack, s.whole(name), "the pack "+path.Base(name)+" cannot be used: "+err.Error()).
			Because("A pack is a bundle of Open Policy Agent with rules in Rego; `privity rules pack` and `opa build` make one."))
	}
	var files []*source.File
	var found diag.List
	for _, f := range p.Files {
		file := source.NewFile(shown+"/"+f.Name, f.Content)
		if flaw := source.Check(file); flaw != nil {
			found.Add(diag.New(diag.RuleSyntax, flaw.Span, "the file is not one of rules: "+flaw.Detail).Because("Rego is text in UTF-8."))
			continue
		}
		if pkg := packageOf(f.Content); !p.Manifest.Holds(pkg) {
			found.Add(diag.New(diag.RulePack, source.Span{File: file}, "the pack holds package "+pkg+", which is not below its roots").
				Because("Its manifest says that it holds " + strings.Join(p.Manifest.Roots, ", ") + " alone. Whoever makes the pack has to mend it."))
			continue
		}
		files = append(files, file)
	}
	return files, found
}

var packageClause = regexp.MustCompile(`(?m)^[ \t]*package[ \t]+([\w.]+)`)

// packageOf returns the package that a module says it belongs to.
func packageOf(module []byte) string {
	if m := packageClause.FindSubmatch(module); m != nil {
		return string(m[1])
	}
	return ""
}

// packed makes a pack of modules.
func packed(files []*source.File, revision string) ([]byte, error) {
	p := pack.Pack{Manifest: pack.Manifest{Revision: revision}}
	for _, f := range files {
		p.Files = append(p.Files, pack.File{Name: f.Name, Content: f.Bytes})
		if root := strings.ReplaceAll(packageOf(f.Bytes), ".", "/"); !slices.Contains(p.Manifest.Roots, root) {
			p.Manifest.Roots = append(p.Manifest.Roots, root)
		}
	}
	slices.Sort(p.Manifest.Roots)
	var b bytes.Buffer
	err := pack.Write(&b, &p)
	return b.Bytes(), err
}
