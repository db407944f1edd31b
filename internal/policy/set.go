package policy

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// A Set is rules that are ready to judge.
type Set struct {
	modules  []*module
	compiler *ast.Compiler
	rules    []*Rule
}

// Load makes a set of the rules in files of Rego: those that come with privity
// and the author's own.
//
// A rule is a package that has a set named deny, violation or warn, or a name
// that begins with one of these and an underscore. Its id, title, severity,
// citation and the laws that switch it on stand in the package's metadata. The
// findings are what is wrong with the files; the set is nil where one of them
// is an error.
func Load(bundled, own []*source.File) (*Set, diag.List) {
	modules, found := parse(bundled, true)
	ours, flaws := parse(own, false)
	found.Add(flaws...)
	found.Add(taken(modules, ours)...)
	found.Add(hidden(ours)...)
	s := &Set{}
	for _, m := range slices.Concat(modules, ours) {
		if !m.isTest() {
			s.modules = append(s.modules, m)
		}
	}
	if found.HasErrors() {
		found.Sort()
		return nil, found
	}
	s, flaws = s.prepareOrLeave()
	found.Add(flaws...)
	found.Sort()
	if found.HasErrors() {
		return nil, found
	}
	return s, found
}

// prepareOrLeave prepares the set, unless that takes too long: a few lines of
// Rego can have types that the compiler would compare for a lifetime, and it
// cannot be stopped. What goes on then ends with the process.
func (s *Set) prepareOrLeave() (*Set, diag.List) {
	prepared := make(chan diag.List, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				prepared <- diag.List{diag.New(diag.RuleFailed, source.Span{}, fmt.Sprintf("the rules make the engine fail: %v", fault)).
					Because("Take out rules until it does not, and report the one at fault.")}
			}
		}()
		prepared <- s.prepare()
	}()
	late := make(chan struct{})
	deadline := after(DefaultLimits.Time, func() { close(late) })
	defer deadline.stop()
	select {
	case found := <-prepared:
		return s, found
	case <-late:
		return nil, s.unpreparable()
	}
}

// unpreparable reports that the author's rules cannot be compiled in time.
func (s *Set) unpreparable() diag.List {
	d := diag.New(diag.RuleFailed, source.Span{}, fmt.Sprintf("the rules could not be compiled within %s", DefaultLimits.Time)).
		Because("One of them holds values that are nested too deeply to be compared. What it would have found is not known, so the check cannot succeed.")
	for _, m := range s.modules {
		if m.bundled {
			continue
		}
		if span := m.span(m.ast.Package.Location); d.Span.IsZero() {
			d.Span = span
		} else {
			d.Relating(span, "or one of these")
		}
	}
	return diag.List{d}
}

// prepare compiles the modules and finds the rules in them. Names are looked at
// where there are rules of the author's: those that come with privity were looked
// at when it was made, as strictly, by the tests of package policies.
func (s *Set) prepare() diag.List {
	if !slices.ContainsFunc(s.modules, func(m *module) bool { return !m.bundled }) {
		return s.prepareBundled()
	}
	var found diag.List
	s.compiler, found = compile(newCompiler(), s.modules)
	found = unrepeated(found, misnamed(s.modules))
	found = unrepeated(found, lint(s.modules))
	found.Add(idle(s.modules)...)
	rules, flaws := rulesOf(s.modules)
	s.rules = rules
	s.sortOut()
	found.Add(flaws...)
	if !found.HasErrors() {
		found.Add(s.shapes()...)
	}
	return found
}

func (s *Set) prepareBundled() diag.List {
	compiler, found := compile(newUntypedCompiler(), s.modules)
	rules, flaws := rulesOf(s.modules)
	s.compiler, s.rules = compiler, rules
	s.sortOut()
	return append(found, flaws...)
}

// unrepeated adds findings that do not stand in a place where one is already.
func unrepeated(found, more diag.List) diag.List {
	for _, d := range more {
		if !slices.ContainsFunc(found, func(f *diag.Diagnostic) bool { return overlap(f.Span, d.Span) }) {
			found.Add(d)
		}
	}
	return found
}

func overlap(a, b source.Span) bool {
	return a.File == b.File && a.Start <= b.End && b.Start <= a.End
}

// taken reports packages of the author's that privity's own rules have.
func taken(bundled, own []*module) diag.List {
	var found diag.List
	for _, m := range own {
		if strings.HasPrefix(m.pkg()+".", "privity.") && slices.ContainsFunc(bundled, func(b *module) bool { return b.pkg() == m.pkg() }) {
			found.Add(diag.New(diag.RuleSyntax, m.span(m.ast.Package.Location), "package "+m.pkg()+" belongs to privity").
				Because("Give your rules a package of your own, such as acme.retention."))
		}
	}
	return found
}

// Rules lists the rules by id.
func (s *Set) Rules() []*Rule { return s.rules }

// Rule returns the rule with an id, or nil.
func (s *Set) Rule(id diag.Code) *Rule {
	i, ok := slices.BinarySearchFunc(s.rules, id, func(r *Rule, id diag.Code) int { return cmp.Compare(r.ID, id) })
	if !ok {
		return nil
	}
	return s.rules[i]
}

// ids lists the ids of the rules.
func (s *Set) ids() []string {
	ids := make([]string, len(s.rules))
	for i, r := range s.rules {
		ids[i] = string(r.ID)
	}
	return ids
}

// Files reads all files of Rego in a file system that is part of the program.
func Files(fsys fs.FS) []*source.File {
	files, found, err := ReadFolder(fsys, ".", source.DefaultLimits)
	if err != nil || len(found) > 0 {
		panic("policy: the files of the program cannot be read")
	}
	return files
}
