package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/suggest"
)

// The keys of a finding.
const (
	atKey        = "at"
	attributeKey = "attribute"
	messageKey   = "msg"
	detailKey    = "detail"
	relatedKey   = "related"
	fixKey       = "fix"
	detailsKey   = "details"
)

var findingKeys = []string{atKey, attributeKey, messageKey, detailKey, relatedKey, fixKey}

// isViolation reports whether a finding set is one of those that in conftest hold
// objects: {"msg": "…", "details": …}. Where they do not say which block they
// speak of, they are taken for a message alone.
func isViolation(set string) bool { return strings.HasPrefix(set, "violation") }

// shapes reports rules whose findings, whenever they were made, would lack a
// place or a message.
func (s *Set) shapes() diag.List {
	var found diag.List
	for _, m := range s.modules {
		for _, r := range m.ast.Rules {
			if isFinding(r) && r.Head.Key != nil {
				found.Add(s.shape(m, r)...)
			}
		}
	}
	return found
}

// shape judges the finding that one rule returns: as it is written out, or else
// by its type.
func (s *Set) shape(m *module, r *ast.Rule) diag.List {
	set := r.Head.Reference[0].Value.String()
	if object := writtenOut(r); object != nil {
		return writtenShape(m, object, isViolation(set))
	}
	if isViolation(set) {
		return nil
	}
	ref := m.ast.Package.Path.Append(ast.StringTerm(r.Head.Reference[0].Value.String()))
	if of, ok := s.compiler.TypeEnv.GetByRef(ref).(*types.Set); ok && isLacking(of.Of()) {
		return diag.List{lacking(m, r.Head.Location, atKey+" or "+messageKey)}
	}
	return nil
}

// writtenOut returns the object that a rule returns, where it stands in the
// head or is given to the variable that does.
func writtenOut(r *ast.Rule) *ast.Term {
	if _, ok := r.Head.Key.Value.(ast.Object); ok {
		return r.Head.Key
	}
	name, ok := r.Head.Key.Value.(ast.Var)
	if !ok {
		return nil
	}
	for _, e := range r.Body {
		if e.IsAssignment() && e.Operand(0).Value.Compare(name) == 0 {
			if _, ok := e.Operand(1).Value.(ast.Object); ok {
				return e.Operand(1)
			}
		}
	}
	return nil
}

func writtenShape(m *module, t *ast.Term, violation bool) diag.List {
	var found diag.List
	object := t.Value.(ast.Object)
	needed, known := []string{atKey, messageKey}, findingKeys
	if violation {
		needed, known = []string{messageKey}, append(slices.Clone(findingKeys), detailsKey)
	}
	var missing []string
	for _, key := range needed {
		if object.Get(ast.StringTerm(key)) == nil {
			found.Add(lacking(m, t.Location, key))
			missing = append(missing, key)
		}
	}
	object.Foreach(func(k, _ *ast.Term) {
		if name := plain(k.Value); !slices.Contains(known, name) {
			found.Add(diag.New(diag.RuleName, m.span(k.Location), "a finding has no "+quoted(name)).
				Because(meantKey(name, missing, known)))
		}
	})
	return found
}

// meantKey says what a key that a finding does not have was meant to be: the one
// that is missing and begins like it, or the nearest.
func meantKey(name string, missing, known []string) string {
	for _, key := range missing {
		if name != "" && name[0] == key[0] {
			return "Did you mean " + key + "?"
		}
	}
	if near, ok := suggest.Nearest(name, known); ok {
		return "Did you mean " + near + "?"
	}
	return "There are: " + strings.Join(slices.Sorted(slices.Values(known)), ", ") + "."
}

func lacking(m *module, loc *ast.Location, key string) *diag.Diagnostic {
	return diag.New(diag.RuleResult, m.span(loc), "the finding has no "+key).
		Because(`It is {"at": BLOCK, "msg": "…"}; attribute, detail, related and fix may stand with it.`)
}

// isLacking reports whether a type is one of objects some of which lack a place
// or a message. A text is taken for a message.
func isLacking(t types.Type) bool {
	switch t := t.(type) {
	case *types.Object:
		return t.DynamicProperties() == nil && (t.Select(atKey) == nil || t.Select(messageKey) == nil)
	case types.Any:
		return slices.ContainsFunc(t, isLacking)
	case types.Number, types.Boolean, types.Null, *types.Array:
		return true
	}
	return false
}
