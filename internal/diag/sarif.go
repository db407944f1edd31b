package diag

import (
	"io"
	"net/url"
	"strings"

	"github.com/privity/privity/internal/source"
)

// SARIF is the Static Analysis Results Interchange Format, version 2.1.0 (OASIS
// standard). The types below are the part of it that a finding needs; the
// names are those of the standard.

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID            Code             `json:"id"`
	Short         *sarifMessage    `json:"shortDescription,omitempty"`
	Help          *sarifHelp       `json:"help,omitempty"`
	Configuration *sarifRuleConfig `json:"defaultConfiguration,omitempty"`
}

type sarifHelp struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}

type sarifRuleConfig struct {
	Level string `json:"level"`
}

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    Code            `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifMessage    `json:"message"`
	Locations []sarifLocation `json:"locations"`
	Related   []sarifLocation `json:"relatedLocations,omitempty"`
	Fixes     []sarifFix      `json:"fixes,omitempty"`

	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification,omitempty"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitempty"`
	Physical sarifPhysical  `json:"physicalLocation"`
	Message  *sarifMessage  `json:"message,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
}

// A sarifLogical names a block by its address.
type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
	Kind string `json:"kind"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifFix struct {
	Description sarifMessage  `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion   `json:"deletedRegion"`
	Inserted *sarifMessage `json:"insertedContent,omitempty"`
}

// WriteSARIF writes findings, in their order, as a SARIF 2.1.0 log. Columns
// count characters. Every code that was found is described by its page, and what
// is suppressed is told with the reason.
func WriteSARIF(w io.Writer, list List, o Options) error {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "Privity", Version: o.Version, Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints",
		Results:    make([]sarifResult, 0, len(list)),
	}
	indices := map[Code]int{}
	add := func(d *Diagnostic) *sarifResult {
		index, ok := indices[d.Code]
		if !ok {
			index = len(run.Tool.Driver.Rules)
			indices[d.Code] = index
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, o.sarifRule(d))
		}
		run.Results = append(run.Results, o.sarifResult(d, index))
		return &run.Results[len(run.Results)-1]
	}
	for _, d := range list {
		add(d)
	}
	for _, s := range o.Suppressed {
		add(s.Diagnostic).Suppressions = []sarifSuppression{s.sarif()}
	}
	return writeJSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

func (s Suppression) sarif() sarifSuppression {
	kind := "external"
	if s.InSource {
		kind = "inSource"
	}
	return sarifSuppression{kind, cleanText(s.Reason)}
}

func (o Options) sarifRule(d *Diagnostic) sarifRule {
	rule := sarifRule{ID: d.Code}
	title, page, ok := o.describe(d.Code)
	if !ok {
		return rule
	}
	rule.Short = &sarifMessage{title}
	rule.Help = &sarifHelp{page, page}
	rule.Configuration = &sarifRuleConfig{d.Code.Severity().String()}
	if _, ours := Page(d.Code); !ours {
		rule.Configuration.Level = d.Severity.String()
	}
	return rule
}

// describe returns the title and the page behind a code.
func (o Options) describe(code Code) (title, page string, ok bool) {
	if page, ok = Page(code); ok {
		return code.Title(), page, true
	}
	if o.Describe != nil {
		return o.Describe(code)
	}
	return "", "", false
}

func (o Options) sarifResult(d *Diagnostic, index int) sarifResult {
	r := sarifResult{
		RuleID:    d.Code,
		RuleIndex: index,
		Level:     d.Severity.String(),
		Message:   sarifMessage{strings.TrimSpace(sentence(cleanLine(d.Summary)) + "\n" + cleanText(d.Detail))},
		Locations: []sarifLocation{},
	}
	if !d.Span.IsZero() {
		place := o.sarifLocation(d.Span, 0, d.Label)
		if d.Subject != "" {
			place.Logical = []sarifLogical{{cleanLine(d.Subject), "object"}}
		}
		r.Locations = append(r.Locations, place)
	}
	for _, related := range d.Related {
		if !related.Span.IsZero() {
			r.Related = append(r.Related, o.sarifLocation(related.Span, len(r.Related)+1, related.Message))
		}
	}
	for _, f := range d.Fixes {
		if changes := o.sarifChanges(f); len(changes) > 0 {
			r.Fixes = append(r.Fixes, sarifFix{sarifMessage{fixMessage(f)}, changes})
		}
	}
	return r
}

func (o Options) sarifLocation(s source.Span, id int, message string) sarifLocation {
	l := sarifLocation{ID: id, Physical: sarifPhysical{o.sarifArtifact(s), newSARIFRegion(s)}}
	if message = cleanLine(message); message != "" {
		l.Message = &sarifMessage{message}
	}
	return l
}

func (o Options) sarifArtifact(s source.Span) sarifArtifact {
	return sarifArtifact{(&url.URL{Path: fileName(o.Folder, s.File.Name)}).String()}
}

func newSARIFRegion(s source.Span) sarifRegion {
	r := clamp(s).Range()
	return sarifRegion{r.Start.Line, r.Start.Column, r.End.Line, r.End.Column}
}

// sarifChanges groups the edits of a fix by file, in order of appearance.
func (o Options) sarifChanges(f Fix) []sarifChange {
	var changes []sarifChange
	indices := map[*source.File]int{}
	for _, e := range f.Edits {
		if e.Span.IsZero() {
			continue
		}
		i, ok := indices[e.Span.File]
		if !ok {
			i = len(changes)
			indices[e.Span.File] = i
			changes = append(changes, sarifChange{Artifact: o.sarifArtifact(e.Span)})
		}
		r := sarifReplacement{Deleted: newSARIFRegion(e.Span)}
		if e.New != "" {
			r.Inserted = &sarifMessage{e.New}
		}
		changes[i].Replacements = append(changes[i].Replacements, r)
	}
	return changes
}
