package policy

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
)

// A finding is a diagnostic of a rule, with the block that it speaks of.
type finding struct {
	*diag.Diagnostic
	block     *model.Block // nil where the rule returned a text alone
	attribute string
	size      int // about how many bytes the rule returned
}

// A judge turns what rules return into findings.
type judge struct {
	set       *Set
	model     *model.Model
	former    *model.Model // where a change is judged: the version before it
	limits    Limits
	standings *standings
}

func newJudge(s *Set, m *model.Model, standings *standings, limits Limits) *judge {
	return &judge{set: s, model: m, limits: limits, standings: standings}
}

// findings reads an answer. What is wrong with the rule itself comes second.
func (j *judge) findings(a answer) ([]finding, diag.List) {
	var found []finding
	var flaws diag.List
	if a.problem != "" {
		flaws.Add(j.failure(a))
	}
	if a.count > j.limits.Findings {
		return nil, append(flaws, tooMuch(a))
	}
	a.cited = a.rule.citationUnder(j.standings.regimes())
	a.severity = cmp.Or(j.standings.of(a.rule).Severity, severityOf(a.set))
	found = make([]finding, 0, len(a.results))
	size := 0
	for _, t := range a.results {
		f, flaw := j.finding(a, t)
		if flaw != nil {
			if !slices.ContainsFunc(flaws, func(d *diag.Diagnostic) bool { return d.Summary == flaw.Summary }) {
				flaws.Add(flaw)
			}
			continue
		}
		if size += f.size; size > j.limits.Bytes {
			return nil, append(flaws, tooMuch(a))
		}
		found = append(found, f)
	}
	return found, flaws
}

// tooMuch reports a rule that returns more findings, or more text, than anybody
// reads.
func tooMuch(a answer) *diag.Diagnostic {
	return diag.New(diag.RuleFailed, a.rule.span, fmt.Sprintf("rule %s finds too much: %d findings", a.rule.ID, a.count)).
		Because("None of them is reported. Make the rule more exact, or raise what it may return with --limits.")
}

func (j *judge) failure(a answer) *diag.Diagnostic {
	span := a.rule.span
	if a.place != nil {
		for _, m := range j.set.modules {
			if m.file.Name == a.place.File {
				span = m.span(a.place)
			}
		}
	}
	return diag.New(diag.RuleFailed, span, "rule "+string(a.rule.ID)+" could not finish: "+a.problem).
		Because("What it would have found is not known, so the check cannot succeed.")
}

// finding reads one result of a rule.
func (j *judge) finding(a answer, t *ast.Term) (finding, *diag.Diagnostic) {
	object, isObject := t.Value.(ast.Object)
	if text, ok := t.Value.(ast.String); ok {
		return finding{Diagnostic: diagnosticOf(a, source.Span{}, string(text), ""), size: len(text)}, nil
	}
	if !isObject {
		return finding{}, malformed(a, "returns something that is neither a finding nor a text: "+shortened(t))
	}
	message, _ := get(object, messageKey).(ast.String)
	if message == "" {
		return finding{}, malformed(a, "returns a finding without "+messageKey)
	}
	detail, _ := get(object, detailKey).(ast.String)
	if get(object, atKey) == nil && isViolation(a.set) {
		text := string(message)
		return finding{Diagnostic: diagnosticOf(a, source.Span{}, text, joined(string(detail), details(object))), size: len(text) + len(detail)}, nil
	}
	block, span, attribute, problem := j.place(object)
	if problem != "" {
		return finding{}, malformed(a, problem)
	}
	d := diagnosticOf(a, span, block.Address+" "+string(message), string(detail))
	if problem := j.relate(d, object); problem != "" {
		return finding{}, malformed(a, problem)
	}
	d.Subject, d.Attribute = block.Address, attribute
	mend(d, object, block)
	size := len(message) + len(detail)
	for _, r := range d.Related {
		size += relatedSize + len(r.Message)
	}
	return finding{d, block, attribute, size}, nil
}

// relatedSize is what a related place takes besides its message.
const relatedSize = 64

func diagnosticOf(a answer, span source.Span, summary, detail string) *diag.Diagnostic {
	return &diag.Diagnostic{
		Code: a.rule.ID, Severity: a.severity, Span: span,
		Summary: strings.TrimSuffix(firstLine(summary), "."), Detail: joined(detail, a.cited),
	}
}

func joined(sentences ...string) string {
	sentences = slices.DeleteFunc(sentences, func(s string) bool { return strings.TrimSpace(s) == "" })
	return strings.Join(sentences, " ")
}

func malformed(a answer, problem string) *diag.Diagnostic {
	return diag.New(diag.RuleResult, a.rule.span, "rule "+string(a.rule.ID)+" "+problem).
		Because(`It is to return {"at": BLOCK, "msg": "…"}, where BLOCK is a block or its address. An attribute that stands with it is one of the block, or a block inside.`)
}

// place finds where something that a rule returned stands: the attribute that
// it names, or the block's header.
func (j *judge) place(o ast.Object) (b *model.Block, span source.Span, attribute, problem string) {
	address := addressOf(get(o, atKey))
	if address == "" {
		return nil, span, "", "returns a finding without " + atKey + ", which is a block or its address"
	}
	if b = j.model.Lookup(address); b == nil && j.former != nil {
		b = j.former.Lookup(address)
	}
	if b == nil {
		return nil, span, "", "speaks of " + address + ", and there is no such block"
	}
	name, ok := get(o, attributeKey).(ast.String)
	if !ok {
		return b, b.Span, "", ""
	}
	span, ok = j.spanOf(b, string(name))
	if !ok {
		problem = "speaks of the attribute " + string(name) + ", which a " + b.Kind() + " does not have"
		if near, ok := suggest.Nearest(string(name), forms().formOf(b).keys()); ok {
			problem += "; did you mean " + near + "?"
		}
		return b, span, "", problem
	}
	return b, span, string(name), ""
}

// spanOf returns where an attribute stands, or a block inside or about it; where
// it is absent, the header.
func (j *judge) spanOf(b *model.Block, name string) (source.Span, bool) {
	f := forms().formOf(b)
	for i := range f.fields {
		fd := &f.fields[i]
		switch {
		case fd.key != name:
		case fd.attr != nil:
			return b.SpanOf(fd.attr.Name), true
		case fd.facet:
			if about := j.model.About(name, b); len(about) > 0 {
				return about[0].Span, true
			}
			return b.Span, true
		default:
			for _, n := range b.Blocks {
				if n.Kind() == name {
					return n.Span, true
				}
			}
			return b.Span, true
		}
	}
	return b.Span, false
}

// formOf returns the form of a block that says all about it.
func (s *formSet) formOf(b *model.Block) *form {
	if b.Parent == nil || b.Schema.Spans != "" {
		return s.top[b.Kind()]
	}
	return s.formOf(b.Parent).held(b.Kind())
}

// mostDetails is how long the details of a violation are printed.
const mostDetails = 1000

// details returns what a violation holds beside its message, as it is written.
func details(o ast.Object) string {
	v := o.Get(keyTerms[detailsKey])
	if v == nil || printedSize(v, mostDetails) > mostDetails {
		return ""
	}
	if text, ok := v.Value.(ast.String); ok {
		return string(text)
	}
	return v.Value.String()
}

func (j *judge) relate(d *diag.Diagnostic, o ast.Object) (problem string) {
	list, isSet := get(o, relatedKey), false
	if set, ok := list.(ast.Set); ok {
		list, isSet = ast.NewArray(set.Slice()...), true
	}
	array, ok := list.(*ast.Array)
	if !ok {
		if list != nil {
			return "returns " + relatedKey + " that is no list"
		}
		return ""
	}
	array.Foreach(func(t *ast.Term) {
		if problem != "" {
			return
		}
		related, ok := t.Value.(ast.Object)
		if !ok || get(related, atKey) == nil { // the block itself, or its address
			related = ast.NewObject([2]*ast.Term{ast.StringTerm(atKey), t})
		}
		b, span, _, flaw := j.place(related)
		if problem = flaw; flaw != "" {
			return
		}
		message, _ := get(related, messageKey).(ast.String)
		if message == "" {
			message = ast.String("this is " + b.Address)
		}
		d.Relating(span, firstLine(string(message)))
	})
	if isSet {
		slices.SortStableFunc(d.Related, func(a, b diag.Related) int {
			if a.Span.Before(b.Span) {
				return -1
			}
			return 1
		})
	}
	return problem
}

// mend adds what would mend the finding: advice as a text, or the attribute that
// is to be given another value.
func mend(d *diag.Diagnostic, o ast.Object, b *model.Block) {
	switch fix := get(o, fixKey).(type) {
	case ast.String:
		d.Detail = joined(string(fix), d.Detail)
	case ast.Object:
		name, _ := get(fix, attributeKey).(ast.String)
		value, ok := get(fix, "value").(ast.String)
		if !ok || b.Schema.Attr(string(name)) == nil || !b.Has(string(name)) {
			return
		}
		if span := b.SpanOf(string(name)); !span.IsZero() && strings.HasPrefix(span.Text(), `"`) {
			d.Replacing(span, strconv.Quote(string(value)), "write "+strconv.Quote(string(value)))
		}
	}
}

// keyTerms are the keys that are asked of findings, as terms.
var keyTerms = func() map[string]*ast.Term {
	terms := map[string]*ast.Term{}
	for _, key := range append([]string{addressKey, "value", detailsKey}, findingKeys...) {
		terms[key] = ast.StringTerm(key)
	}
	return terms
}()

func get(o ast.Object, key string) ast.Value {
	if t := o.Get(keyTerms[key]); t != nil {
		return t.Value
	}
	return nil
}

// addressOf returns the address that a rule gave: of a block, or itself.
func addressOf(v ast.Value) string {
	switch v := v.(type) {
	case ast.String:
		return string(v)
	case ast.Object:
		address, _ := get(v, addressKey).(ast.String)
		return string(address)
	}
	return ""
}

func shortened(t *ast.Term) string {
	switch t.Value.(type) {
	case ast.Number, ast.Boolean, ast.Null:
		return t.Value.String()
	}
	return "a " + ast.ValueName(t.Value)
}
