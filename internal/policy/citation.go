package policy

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// CitationsFile says of each citation of the rules that come with privity what it
// was compared with when the rule was written.
const CitationsFile = "citations.csv"

// comparedWith says, by the words of that file, how far a citation can be relied on.
var comparedWith = map[string]string{
	"text":        ", compared with the text",
	"publication": ", as publications describe it",
	"knowledge":   ", from knowledge and not compared",
}

// comparisons says how far each citation can be relied on.
func comparisons(archives fs.FS) map[string]string {
	compared := map[string]string{}
	for _, row := range citationRows(archives) {
		compared[row[0]] = comparedWith[row[1]]
	}
	return compared
}

// citationRows are the rows of the file: citation, how it was compared, with what.
func citationRows(archives fs.FS) [][]string {
	if archives == nil {
		return nil
	}
	content, err := fs.ReadFile(archives, CitationsFile)
	if err != nil {
		return nil
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil || len(rows) == 0 {
		return nil
	}
	return rows[1:]
}

// citationsPage lists all citations with the rules that rest on them.
func (s *Set) citationsPage(archives fs.FS) string {
	resting := map[string][]string{}
	for _, r := range s.rules {
		for _, c := range r.Citations {
			resting[c.Title] = append(resting[c.Title], fmt.Sprintf("[%s](%s.md)", r.ID, r.ID))
		}
	}
	var b strings.Builder
	b.WriteString("# What the rules rest on\n\nThe laws, decisions and standards that rules cite, and what each citation was compared with when the rule was\nwritten. That an article says what a rule takes from it is no advice on the law.\n\n| Citation | Rules | Compared with |\n| --- | --- | --- |\n")
	for _, row := range citationRows(archives) {
		with := row[2]
		switch row[1] {
		case "publication":
			with = "not the text: " + with
		case "knowledge":
			with = "nothing: it is cited from knowledge"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", row[0], strings.Join(resting[row[0]], ", "), with)
	}
	return b.String()
}

// laws say by the words with which citations begin to which regimes they belong.
// The articles of the GDPR are those of the United Kingdom's as well; what the
// institutions of the Union decide, or say of it, is of the Union alone.
var laws = []struct {
	begins  string
	regimes []string
}{
	{"GDPR ", []string{"gdpr", "uk_gdpr"}},
	{"Directive 2002/58/EC ", []string{"gdpr"}},
	{"Implementing Decision (EU) ", []string{"gdpr"}},
	{"EDPB ", []string{"gdpr"}},
	{"WP260 ", []string{"gdpr"}},
	{"CNIL", []string{"gdpr"}},
	{"UK GDPR ", []string{"uk_gdpr"}},
	{"Data Protection Act 2018 ", []string{"uk_gdpr"}},
	{"Cal. Civ. Code ", []string{"ccpa"}},
	{"11 CCR ", []string{"ccpa"}},
	{"LGPD ", []string{"lgpd"}},
	{"PIPEDA ", []string{"pipeda"}},
	{"APP ", []string{"privacy_act_au"}},
	{"FADP ", []string{"fadp"}},
	{"PCI DSS ", []string{"pci_dss"}},
}

// regimes returns those that a citation belongs to; none: it holds for all.
func (c Citation) regimes() []string {
	for _, law := range laws {
		if strings.HasPrefix(c.Title, law.begins) {
			return law.regimes
		}
	}
	return nil
}

// citationUnder returns what the rule rests on in a policy under some regimes, as
// a sentence. Where the policy names none, it is all.
func (r *Rule) citationUnder(regimes []string) string {
	var titles []string
	for _, c := range r.Citations {
		of := c.regimes()
		if len(of) == 0 || len(regimes) == 0 || slices.ContainsFunc(of, func(regime string) bool { return slices.Contains(regimes, regime) }) {
			titles = append(titles, c.Title)
		}
	}
	if len(titles) == 0 {
		return ""
	}
	return "See " + strings.Join(titles, "; ") + "."
}
