package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/policy"
)

func newRules(s *session) *cobra.Command {
	var run judging
	cmd := &cobra.Command{
		Use:   "rules [--policy DIR] [--format FORM]",
		Short: "list the rules that check runs",
		Long: `Lists the rules: the id, how grave what it finds is, whether it is in force for the
policy in the current folder, and what it says. Those that belong to a law are in
force where the policy's regimes name it. Rules on changes are run by plan, not by
check. Without a policy, all are listed.

A policy gives a rule another weight, or switches it off, in a rule block:

  rule "PP005" {
    severity = "off"
    reason   = "We say normally only where a statute does."
  }`,
		Example: `privity rules
privity rules --format json
privity explain PP019
privity rules pack -o company.tar.gz`,
		Args: arguments(0, 0, "privity explain RULE explains one rule"),
	}
	cmd.AddCommand(newRulesLock(s), newRulesPack(s))
	addRuleFlags(cmd, &run)
	format := addChoice(cmd, "format", "form of the list", "text", "json")
	cmd.RunE = func(*cobra.Command, []string) error {
		set, found, err := s.ruleSet(&run)
		if err != nil {
			return err
		}
		if set == nil || len(found) > 0 {
			if err := s.report(found); err != nil {
				return err
			}
		}
		return s.listRules(set, s.modelIfAny(), format.value)
	}
	return cmd
}

// modelIfAny returns what the policy in the current folder describes, or nil if
// there is none that can be read.
func (s *session) modelIfAny() *model.Model {
	p, _, err := s.read()
	if err != nil || p == nil {
		return nil
	}
	return p.Model
}

// A listedRule is a rule as rules lists it.
type listedRule struct {
	ID        string   `json:"id"`
	Severity  string   `json:"severity"`
	Title     string   `json:"title"`
	State     string   `json:"state"`
	Why       string   `json:"why,omitempty"` // it is off, or counts for more or less than it says itself
	Citations []string `json:"citations"`
	File      string   `json:"file,omitempty"` // of a rule that is not privity's own
}

func (s *session) listRules(set *policy.Set, m *model.Model, form string) error {
	var list []listedRule
	standings := set.Standings(m)
	for i, r := range set.Rules() {
		l := listedRule{ID: string(r.ID), Severity: standings[i].Severity.String(), Title: r.Title, State: stateOf(r, standings[i]), Why: standings[i].Why, Citations: []string{}}
		for _, c := range r.Citations {
			l.Citations = append(l.Citations, c.Title)
		}
		if !r.Bundled {
			l.File = r.File
		}
		list = append(list, l)
	}
	if form == "json" {
		out, err := json.MarshalIndent(list, "", "  ")
		if err != nil {
			return err
		}
		return s.print(append(out, '\n'))
	}
	return s.print(ruleTable(list))
}

func stateOf(r *policy.Rule, standing policy.Standing) string {
	switch {
	case !standing.On:
		return "off"
	case r.Change:
		return "plan"
	}
	return "on"
}

func ruleTable(list []listedRule) []byte {
	idWidth, stateWidth := 0, 0
	for _, l := range list {
		idWidth, stateWidth = max(idWidth, len(l.ID)), max(stateWidth, len(l.State))
	}
	var out bytes.Buffer
	for _, l := range list {
		text := l.Title
		if len(l.Citations) > 0 {
			text += " (" + strings.Join(l.Citations, "; ") + ")"
		}
		if l.Why != "" {
			text += " [" + l.Why + "]"
		}
		fmt.Fprintf(&out, "%-*s  %-7s  %-*s  %s\n", idWidth, l.ID, l.Severity, stateWidth, l.State, text)
	}
	return out.Bytes()
}
