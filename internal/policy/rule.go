package policy

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
)

// A Rule is a package of Rego that finds something.
type Rule struct {
	ID          diag.Code // of the metadata; without it the name of the package
	Title       string
	Description string
	Citations   []Citation
	Regimes     []string // the laws that switch it on; none: it is always on
	Bundled     bool     // it comes with privity
	Change      bool     // it judges changes, and is run by CheckChange alone
	Package     string
	File        string // name of the file that declares it

	severity diag.Severity // of all that it finds; zero: by the name of the set
	span     source.Span
	sets     []string // the finding sets, in order
}

// A Citation is what a rule rests on.
type Citation struct{ Title, URL string }

// Severity returns that of the gravest that the rule finds.
func (r *Rule) Severity() diag.Severity {
	if r.severity != 0 {
		return r.severity
	}
	for _, set := range r.sets {
		if severityOf(set) == diag.Error {
			return diag.Error
		}
	}
	return diag.Warning
}

func severityOf(set string) diag.Severity {
	if strings.HasPrefix(set, "warn") {
		return diag.Warning
	}
	return diag.Error
}

// rulesOf groups modules into rules, by package, in the order of their ids.
func rulesOf(modules []*module) ([]*Rule, diag.List) {
	var found diag.List
	byPackage := map[string]*Rule{}
	var rules []*Rule
	for _, m := range modules {
		sets := findingSetsOf(m, &found)
		if len(sets) == 0 {
			continue
		}
		r := byPackage[m.pkg()]
		if r == nil {
			r = &Rule{
				ID: diag.Code(m.pkg()), Package: m.pkg(), File: m.file.Name, Bundled: m.bundled,
				span: m.span(m.ast.Package.Location),
			}
			byPackage[m.pkg()] = r
			rules = append(rules, r)
		}
		for _, set := range sets {
			if !slices.Contains(r.sets, set) {
				r.sets = append(r.sets, set)
			}
		}
		found.Add(r.describe(m)...)
	}
	slices.SortStableFunc(rules, func(a, b *Rule) int { return cmp.Compare(a.ID, b.ID) })
	found.Add(sameIDs(rules)...)
	return rules, found
}

func sameIDs(rules []*Rule) diag.List {
	var found diag.List
	for i := 1; i < len(rules); i++ {
		if rules[i].ID == rules[i-1].ID {
			found.Add(diag.New(diag.RuleMetadata, rules[i].span, "another rule has the id "+string(rules[i].ID)+" already").
				Because("Findings and waivers name a rule by its id. Give one of them another.").
				Relating(rules[i-1].span, "the other one is here"))
		}
	}
	return found
}

// isFinding reports whether a rule has the name of a finding set.
func isFinding(r *ast.Rule) bool { return findingSets.MatchString(r.Head.Reference[0].Value.String()) }

// findingSetsOf lists the finding sets that a module declares.
func findingSetsOf(m *module, found *diag.List) []string {
	var sets []string
	for _, r := range m.ast.Rules {
		name := r.Head.Reference[0].Value.String()
		if !findingSets.MatchString(name) {
			continue
		}
		if len(r.Head.Reference) > 1 || r.Head.RuleKind() != ast.MultiValue {
			found.Add(diag.New(diag.RuleResult, m.span(r.Head.Location), name+" is not a set").
				Because("Write it as a set, which may hold any number of findings: " + name + ` contains {"at": …, "msg": …} if { … }.`))
			continue
		}
		if !slices.Contains(sets, name) {
			sets = append(sets, name)
		}
	}
	return sets
}

// metadataKeys are what is read of the custom metadata. Other tools may read
// more.
var metadataKeys = []string{"id", "severity", "regimes"}

// describe takes in the metadata of a module.
func (r *Rule) describe(m *module) diag.List {
	var found diag.List
	for _, a := range m.ast.Annotations {
		if a.Scope != "package" && a.Scope != "subpackages" && !annotatesFinding(m, a) {
			continue
		}
		r.Title, r.Description = cmp.Or(r.Title, a.Title), cmp.Or(r.Description, strings.TrimSpace(a.Description))
		for _, related := range a.RelatedResources {
			r.Citations = append(r.Citations, Citation{related.Description, related.Ref.String()})
		}
		found.Add(misspelled(m, a)...)
		for _, key := range metadataKeys {
			if problem := r.set(key, a.Custom[key]); problem != "" {
				found.Add(diag.New(diag.RuleMetadata, m.span(a.Location), problem))
			}
		}
	}
	return found
}

// misspelled reports custom metadata whose keys are nearly those that are read.
func misspelled(m *module, a *ast.Annotations) diag.List {
	var found diag.List
	for _, key := range slices.Sorted(maps.Keys(a.Custom)) {
		if near, ok := suggest.Nearest(key, metadataKeys); ok && !slices.Contains(metadataKeys, key) {
			found.Add(diag.New(diag.RuleMetadata, m.span(a.Location), fmt.Sprintf("there is no %q in custom", key)).
				Because("Did you mean " + near + "? As it is, nothing would read it."))
		}
	}
	return found
}

// annotatesFinding reports whether an annotation stands at one of the finding
// sets of a module.
func annotatesFinding(m *module, a *ast.Annotations) bool {
	return slices.ContainsFunc(m.ast.Rules, func(r *ast.Rule) bool { return slices.Contains(r.Annotations, a) && isFinding(r) })
}

// set takes one entry of the custom metadata; it returns what is wrong with it.
func (r *Rule) set(key string, value any) (problem string) {
	if value == nil {
		return ""
	}
	text, _ := value.(string)
	switch key {
	case "id":
		if text == "" {
			return "the id of a rule is a text"
		}
		r.ID = diag.Code(text)
	case "severity":
		for s := diag.Error; s <= diag.Note; s++ {
			if text == s.String() {
				r.severity = s
				return ""
			}
		}
		return fmt.Sprintf("there is no severity %q: it is error, warning or note", value)
	case "regimes":
		return r.setRegimes(value)
	}
	return ""
}

func (r *Rule) setRegimes(value any) (problem string) {
	list, ok := value.([]any)
	if !ok {
		return "regimes is a list"
	}
	for _, v := range list {
		name, _ := v.(string)
		if !schema.Regime.Has(name) {
			if near, ok := suggest.Nearest(name, schema.Regime.Names()); ok {
				return fmt.Sprintf("there is no regime %q; did you mean %s?", v, near)
			}
			return fmt.Sprintf("there is no regime %q: they are %s", v, strings.Join(schema.Regime.Names(), ", "))
		}
		r.Regimes = append(r.Regimes, name)
	}
	return ""
}

// idle reports modules from which nothing is asked.
func idle(modules []*module) diag.List {
	var found diag.List
	for _, m := range modules {
		if m.bundled || m.isTest() {
			continue
		}
		finds := slices.ContainsFunc(m.ast.Rules, isFinding)
		if r := exceptionOf(m); finds && r != nil {
			found.Add(diag.New(diag.RuleIdle, m.span(r.Head.Location), "nothing asks for exception").
				Because("Findings are accepted in the policy and not in the rules: by a waiver block, with a reason and an end. See `privity explain waiver`."))
			continue
		}
		near := nearlyFinding(m)
		switch {
		case near != nil:
			name := near.Head.Reference[0].Value.String()
			found.Add(diag.New(diag.RuleIdle, m.span(near.Head.Location), "nothing asks for "+name).
				Because("Findings are taken from sets named deny, violation or warn. Rename it, or delete it."))
		case !finds && !isUsed(m, modules):
			found.Add(diag.New(diag.RuleIdle, m.span(m.ast.Package.Location), "nothing asks for package "+m.pkg()).
				Because("It has no set named deny, violation or warn, and no rule refers to it. Name a rule so; or, if it is meant for others to use, see how they spell data." + m.pkg() + "."))
		}
	}
	return found
}

// hidden reports modules whose names make them tests although they hold no test:
// their findings would never be asked for.
func hidden(modules []*module) diag.List {
	var found diag.List
	for _, m := range modules {
		found.Add(unasked(m)...)
		at := slices.IndexFunc(m.ast.Rules, isFinding)
		if !m.isTest() || at < 0 || slices.ContainsFunc(m.ast.Rules, isTestRule) {
			continue
		}
		what := "package " + m.pkg() + " ends in _test"
		if IsTest(m.file) {
			what = "the name of the file ends in _test.rego"
		}
		found.Add(diag.New(diag.RuleIdle, m.span(m.ast.Package.Location), "nothing asks for "+m.ast.Rules[at].Head.Reference[0].Value.String()+": "+what).
			Because("That is how tests are called, of which only what begins with test_ is asked for. Give the rule another name."))
	}
	return found
}

// unasked reports rules of a file of tests whose names are nearly those of tests,
// as tset_a, so that nothing runs them.
func unasked(m *module) diag.List {
	var found diag.List
	if !m.isTest() {
		return nil
	}
	for _, r := range m.ast.Rules {
		name := r.Head.Reference[0].Value.String()
		first, _, ok := strings.Cut(name, "_")
		near, _ := suggest.Nearest(first, []string{"test"})
		if ok && near != "" && len(r.Head.Args) == 0 && !refersTo(m, m, name) {
			found.Add(diag.New(diag.RuleIdle, m.span(r.Head.Location), "nothing asks for "+name).
				Because("Tests are the rules whose names begin with test_. Rename it, or delete it."))
		}
	}
	return found
}

func isTestRule(r *ast.Rule) bool {
	return strings.HasPrefix(r.Head.Reference[0].Value.String(), "test_")
}

// exceptionOf returns the rule that in conftest says which findings do not count.
func exceptionOf(m *module) *ast.Rule {
	for _, r := range m.ast.Rules {
		if r.Head.Reference[0].Value.String() == "exception" && len(r.Head.Args) == 0 && !refersTo(m, m, "exception") {
			return r
		}
	}
	return nil
}

// nearlyFinding returns a set whose name is nearly one that is asked for, and
// that its own module does not use.
func nearlyFinding(m *module) *ast.Rule {
	for _, r := range m.ast.Rules {
		name := r.Head.Reference[0].Value.String()
		if isFinding(r) || len(r.Head.Args) > 0 || refersTo(m, m, name) {
			continue
		}
		if _, near := suggest.Nearest(name, []string{"deny", "violation", "warn", "denies", "violations", "warnings", "warning", "denied"}); near || slices.Contains(otherWords, name) {
			return r
		}
	}
	return nil
}

// otherWords are what other programs, and habit, call findings.
var otherWords = []string{"denies", "denied", "violations", "violate", "warning", "warnings", "errors", "error", "fail", "failures", "findings", "finding", "allow"}

// isUsed reports whether another module refers to this one's package.
func isUsed(m *module, modules []*module) bool {
	return slices.ContainsFunc(modules, func(other *module) bool {
		return other != m && !other.isTest() && refersTo(other, m, "")
	})
}

// refersTo reports whether a module refers to the package of another, or to a
// rule of its own.
func refersTo(m, target *module, rule string) bool {
	used := false
	ast.WalkRefs(m.ast, func(ref ast.Ref) bool {
		path := ref.GroundPrefix().String()
		used = used || (rule == "" && (path == "data."+target.pkg() || strings.HasPrefix(path, "data."+target.pkg()+".")))
		return used
	})
	if rule != "" {
		for _, r := range m.ast.Rules {
			ast.WalkVars(r.Body, func(v ast.Var) bool {
				used = used || string(v) == rule
				return used
			})
		}
	}
	return used
}
