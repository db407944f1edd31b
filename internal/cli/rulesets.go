package cli

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/policies"
)

// rulesFolder is where a team's own rules stand, beside the policy.
const rulesFolder = "rules"

// A judging is what the commands that know rules have in common: which rules,
// and as of which day.
type judging struct {
	folders []string
	only    []string
	asOf    day
}

// addRuleFlags adds the flags that say which rules there are.
func addRuleFlags(cmd *cobra.Command, j *judging) {
	cmd.Flags().StringArrayVar(&j.folders, "policy", nil, "read rules from `DIR` too; may be repeated")
	mustComplete(cmd, "policy", completeFolders)
}

// addAsOf adds --as-of.
func addAsOf(cmd *cobra.Command, j *judging) {
	cmd.Flags().Var(&j.asOf, "as-of", "judge as of a day, such as 2026-01-31; today unless said")
}

// A day is the value of --as-of.
type day struct{ scalar.Date }

func (d *day) Type() string { return "DATE" }

func (d *day) String() string {
	if d.Date == (scalar.Date{}) {
		return ""
	}
	return d.Date.String()
}

func (d *day) Set(value string) error {
	date, err := scalar.ParseDate(value)
	if err != nil {
		return fail(err.Error(), "")
	}
	d.Date = date
	return nil
}

// orToday returns the day, or today, which is the same everywhere on earth only
// in UTC.
func (d *day) orToday() scalar.Date {
	if d.Date != (scalar.Date{}) {
		return d.Date
	}
	now := time.Now().UTC()
	return scalar.Date{Year: now.Year(), Month: now.Month(), Day: now.Day()}
}

// ownRules reads the rules beside the policy and in the folders of --policy.
func (s *session) ownRules(j *judging) ([]*source.File, diag.List, error) {
	var files []*source.File
	var found diag.List
	for i, folder := range append([]string{rulesFolder}, j.folders...) {
		more, flaws, err := policy.ReadFolder(os.DirFS(folder), ".", s.fileLimits())
		switch {
		case i == 0 && errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, nil, fail("the rules in "+folder+" cannot be read: "+reason(err), "--policy takes a folder of .rego files")
		case i > 0 && len(more) == 0 && len(flaws) == 0:
			return nil, nil, fail("there are no rules in "+folder, "--policy takes a folder of .rego files")
		}
		for _, f := range more {
			f.Name = s.shownName(folder + "/" + f.Name)
		}
		files = append(files, more...)
		found.Add(flaws...)
	}
	return files, found, nil
}

// ruleSet makes a set of all rules.
func (s *session) ruleSet(j *judging) (*policy.Set, diag.List, error) {
	own, found, err := s.ownRules(j)
	if err != nil {
		return nil, nil, err
	}
	set, flaws := policy.Load(bundledRules(), own)
	found.Add(flaws...)
	found.Sort()
	return set, found, nil
}

// bundledRules are the files of the rules that come with privity, without their
// tests.
func bundledRules() []*source.File {
	return slices.DeleteFunc(policy.Files(policies.FS()), policy.IsTest)
}

// ruleLimits are the bounds of a rule, multiplied by --limits.
func (s *session) ruleLimits() policy.Limits { return policy.DefaultLimits.Scaled(int(s.limits)) }
