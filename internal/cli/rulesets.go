package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/pack"
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
	changes bool // whether changes are judged after the policy
}

// addRuleFlags adds the flags that say which rules there are.
func addRuleFlags(cmd *cobra.Command, j *judging) {
	cmd.Flags().StringArrayVar(&j.folders, "policy", nil, "read rules from `DIR` too, a folder or a pack; may be repeated")
	mustComplete(cmd, "policy", completeFolders)
}

// names reports whether --policy names a folder beside the policy.
func (j *judging) names(folder string) bool {
	return slices.ContainsFunc(j.folders, func(named string) bool { return filepath.Clean(named) == folder })
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
		more, flaws, err := s.rulesAt(folder)
		switch {
		case i == 0 && errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, nil, err
		case i > 0 && len(more) == 0 && len(flaws) == 0:
			return nil, nil, fail("there are no rules in "+folder, "--policy takes a folder of .rego files, or a pack that ends in "+pack.Suffix)
		}
		files = append(files, more...)
		found.Add(flaws...)
	}
	return files, found, nil
}

// rulesAt reads the rules in a folder, with the packs in it, or those of one pack.
func (s *session) rulesAt(place string) ([]*source.File, diag.List, error) {
	if strings.HasSuffix(place, pack.Suffix) {
		content, err := s.readPackFile(place)
		if err != nil {
			return nil, nil, err
		}
		files, found := s.unpack(place, content)
		return files, found, nil
	}
	files, found, err := policy.ReadFolder(s.record.FS(place, os.DirFS(place)), ".", s.fileLimits())
	if errors.Is(err, fs.ErrNotExist) && place == rulesFolder {
		return nil, nil, err
	}
	if err != nil {
		return nil, nil, fail("the rules in "+place+" cannot be read: "+reason(err), "--policy takes a folder of .rego files, or a pack that ends in "+pack.Suffix)
	}
	for _, f := range files {
		f.Name = s.shownName(place + "/" + f.Name)
	}
	more, flaws, err := s.packsIn(place)
	return append(files, more...), append(found, flaws...), err
}

// ruleSet makes a set of all rules.
func (s *session) ruleSet(j *judging) (*policy.Set, diag.List, error) {
	own, found, err := s.ownRules(j)
	if err != nil {
		return nil, nil, err
	}
	set, flaws := policy.Load(bundledRules(), own)
	found.Add(flaws...)
	found.Add(s.strayRules(j)...)
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
