package cli

import (
	"os"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/source"
)

// strayFolders are what people, and other programs, call a folder of rules.
var strayFolders = []string{"rule", "policies", "policy"}

// strayRules reports files of Rego beside the policy in folders that nothing
// reads, but for those that --policy names.
func (s *session) strayRules(j *judging) diag.List {
	var found diag.List
	for _, folder := range strayFolders {
		if info, err := os.Lstat(folder); err != nil || !info.IsDir() || j.names(folder) {
			continue
		}
		files, _, err := policy.ReadFolder(os.DirFS(folder), ".", s.fileLimits())
		if err != nil || len(files) == 0 {
			continue
		}
		files[0].Name = s.shownName(folder + "/" + files[0].Name)
		d := diag.New(diag.RuleIdle, source.Span{File: files[0]}, "nothing reads the rules in "+folder).
			Because("Rules beside a policy are read from the folder " + rulesFolder + ". Rename " + folder + ", or name it: --policy " + folder + ".")
		d.Severity = diag.Warning // it may be there for another program
		found.Add(d)
	}
	return found
}
