package diag

import (
	"io"

	"github.com/privity/privity/internal/source"
)

type jsonReport struct {
	Findings []jsonFinding `json:"findings"`
	Errors   int           `json:"errors"`
	Warnings int           `json:"warnings"`
	Notes    int           `json:"notes"`
}

type jsonFinding struct {
	Code     Code   `json:"code"`
	Severity string `json:"severity"`
	Summary  string `json:"summary"`
	Detail   string `json:"detail,omitempty"`
	jsonPlace
	Address   string        `json:"address,omitempty"`
	Attribute string        `json:"attribute,omitempty"`
	Label     string        `json:"label,omitempty"`
	Related   []jsonRelated `json:"related"`
	Fixes     []jsonFix     `json:"fixes"`
}

// A jsonPlace is empty where the finding stands nowhere.
type jsonPlace struct {
	File  string     `json:"file,omitempty"`
	Range *jsonRange `json:"range,omitempty"`
}

type jsonRange struct {
	Start source.Pos `json:"start"`
	End   source.Pos `json:"end"`
}

type jsonRelated struct {
	Message string `json:"message"`
	jsonPlace
}

type jsonFix struct {
	Message string     `json:"message"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	jsonPlace
	New string `json:"new"`
}

// WriteJSON writes findings, in their order, as one JSON object:
//
//	{"findings": [{"code", "severity", "summary", "detail", "file", "range",
//	"address", "attribute", "label", "related", "fixes"}], "errors", "warnings", "notes"}
//
// Lines and columns count from one, columns in characters, bytes from nought;
// ends are exclusive. What a finding does not have is left out, lists aside.
func WriteJSON(w io.Writer, list List, o Options) error {
	report := jsonReport{
		Findings: make([]jsonFinding, 0, len(list)),
		Errors:   list.Count(Error),
		Warnings: list.Count(Warning),
		Notes:    list.Count(Note),
	}
	for _, d := range list {
		report.Findings = append(report.Findings, o.jsonFinding(d))
	}
	return writeJSON(w, report)
}

func (o Options) jsonFinding(d *Diagnostic) jsonFinding {
	f := jsonFinding{
		Code:      d.Code,
		Severity:  d.Severity.String(),
		Summary:   cleanLine(d.Summary),
		Detail:    cleanText(d.Detail),
		jsonPlace: o.jsonPlace(d.Span),
		Address:   cleanLine(d.Subject),
		Attribute: cleanLine(d.Attribute),
		Label:     cleanLine(d.Label),
		Related:   make([]jsonRelated, 0, len(d.Related)),
		Fixes:     make([]jsonFix, 0, len(d.Fixes)),
	}
	for _, r := range d.Related {
		f.Related = append(f.Related, jsonRelated{cleanLine(r.Message), o.jsonPlace(r.Span)})
	}
	for _, fix := range d.Fixes {
		edits := make([]jsonEdit, 0, len(fix.Edits))
		for _, e := range fix.Edits {
			edits = append(edits, jsonEdit{o.jsonPlace(e.Span), e.New})
		}
		f.Fixes = append(f.Fixes, jsonFix{cleanLine(fix.Message), edits})
	}
	return f
}

func (o Options) jsonPlace(s source.Span) jsonPlace {
	if s.IsZero() {
		return jsonPlace{}
	}
	r := clamp(s).Range()
	return jsonPlace{fileName(o.Folder, r.File), &jsonRange{r.Start, r.End}}
}
