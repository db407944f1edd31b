// Package traps holds what is wrong with the policies that the examples were made
// of, and where the rules find it: a table that docs/traps.md shows.
//
// The five policies are real. What does not fit together in them was collected by
// people, before there were rules; each row says it in a few words, names the rule
// that finds it, and the line that a person would point to.
package traps

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/source"
)

// A Trap is a defect of a published policy.
type Trap struct {
	ID      string    // the policy's letter, and a number
	Rule    diag.Code // the rule that finds it
	Policy  string    // the folder in examples
	Address string    // the block that the finding is about
	File    string    // the file that it stands in
	Line    string    // the line, without the spaces around it
	Says    string    // what is wrong, as a reader would put it
}

// Day is the day as of which the examples are judged.
var Day = scalar.Date{Year: 2026, Month: 6, Day: 30}

//go:embed traps.csv
var table []byte

// All lists the traps, by policy.
func All() ([]Trap, error) {
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading the table of traps: %w", err)
	}
	all := make([]Trap, 0, len(rows))
	for _, r := range rows[1:] {
		all = append(all, Trap{ID: r[0], Rule: diag.Code(r[1]), Policy: r[2], Address: r[3], File: r[4], Line: r[5], Says: r[6]})
	}
	return all, nil
}

// Policies lists the folders that traps are in, in the order of the table.
func Policies(all []Trap) []string {
	var names []string
	for _, t := range all {
		if !slices.Contains(names, t.Policy) {
			names = append(names, t.Policy)
		}
	}
	return names
}

// A Verdict is what the rules find in an example.
type Verdict struct {
	Findings diag.List // what is left when waivers have been applied
	All      diag.List // with what they accept
}

// Judge judges an example in the folder given by the rules of a set.
func Judge(set *policy.Set, folder string) (Verdict, error) {
	read, found := lang.Load(os.DirFS(folder), lang.Options{Files: source.DefaultLimits})
	if read.Model == nil {
		return Verdict{Findings: found, All: found}, nil
	}
	report, err := set.Check(read.Model, policy.Options{AsOf: Day})
	if err != nil {
		return Verdict{}, err
	}
	v := Verdict{Findings: append(found, report.Findings...)}
	v.All = slices.Clone(v.Findings)
	for _, s := range report.Suppressed {
		v.All.Add(s.Diagnostic)
	}
	return v, nil
}

// Place returns the number of the line on which the rule finds the trap.
func (t Trap) Place(found diag.List) (line int, ok bool) {
	for _, d := range found {
		if d.Code != t.Rule || !strings.HasPrefix(d.Summary, t.Address+" ") || d.Span.File == nil || path.Base(d.Span.File.Name) != t.File {
			continue
		}
		n := d.Span.Range().Start.Line
		if strings.TrimSpace(d.Span.File.Line(n)) == t.Line {
			return n, true
		}
	}
	return 0, false
}

// Page is the table as a page of the documentation; the examples lie in the folder
// given.
func Page(set *policy.Set, folder string) (string, error) {
	all, err := All()
	if err != nil {
		return "", err
	}
	found := map[string]diag.List{}
	for _, name := range Policies(all) {
		verdict, err := Judge(set, filepath.Join(folder, name))
		if err != nil {
			return "", err
		}
		found[name] = verdict.All
	}
	var b strings.Builder
	fmt.Fprintf(&b, introduction, collected, len(all))
	for _, t := range all {
		line, ok := t.Place(found[t.Policy])
		if !ok {
			return "", fmt.Errorf("%s does not find trap %s at %s in %s: %s", t.Rule, t.ID, t.Address, t.File, t.Line)
		}
		file := "examples/" + t.Policy + "/" + t.File
		fmt.Fprintf(&b, "| %s | %s | [%s](rules/%s.md) | [%s:%d](../%s#L%d) |\n", t.ID, t.Says, t.Rule, t.Rule, file, line, file, line)
	}
	return b.String(), nil
}

// collected is how many defects people found in the five policies.
const collected = 74

const introduction = `# What the rules find in real policies

The ` + "`examples`" + ` describe real policies, with what was published and no more. Whoever reads these with care finds
what does not fit together. People collected %d such defects before there were rules. These are the %d that rules find, each
at the line that one would point to; of the others most are things said twice, which the language leaves no room for. The
examples accept these findings in ` + "`governance.hcl`" + `, with the reason, so that ` + "`privity check`" + ` is content with them;
a test judges them as if they did not.

The letter says which policy it is: M for Monta, A for Allotrac, C for the importer of CSV files, I for inDrive, B for
Benetics.

| | What is wrong | Rule | Where |
| --- | --- | --- | --- |
`
