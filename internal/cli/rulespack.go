package cli

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/pack"
	"github.com/privity/privity/internal/policy"
)

func newRulesPack(s *session) *cobra.Command {
	var out, revision string
	cmd := &cobra.Command{
		Use:   "pack [DIR] -o FILE [--revision TEXT]",
		Short: "make a pack of a folder of rules",
		Long: `Makes a pack of the rules in a folder, the folder rules unless another is named, for
other policies to use. The rules have to be sound; their tests are left out.

A pack is a bundle of Open Policy Agent: a gzipped tar archive of Rego whose
.manifest says which packages it holds. The same rules give the same bytes.

Where it is used, it lies in the folder rules beside the policy, and privity rules
lock writes down which bytes it has; or --policy names it for one run.`,
		Example: `privity rules pack -o company-1.0.tar.gz --revision 1.0
privity rules pack ../company-rules -o rules/company.tar.gz`,
		Args: arguments(0, 1, "one folder of rules is packed at a time"),
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "write the pack to `FILE`")
	cmd.Flags().StringVar(&revision, "revision", "", "the `TEXT` by which the pack names its version")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if !strings.HasSuffix(out, pack.Suffix) {
			return fail("a pack is a file that ends in "+pack.Suffix, "it is made as in privity rules pack -o company"+pack.Suffix)
		}
		folder := rulesFolder
		if len(args) > 0 {
			folder = args[0]
		}
		return s.packRules(folder, out, revision)
	}
	return cmd
}

func (s *session) packRules(folder, out, revision string) error {
	files, found, err := policy.ReadFolder(os.DirFS(folder), ".", s.fileLimits())
	if err != nil {
		return fail("the rules in "+folder+" cannot be read: "+reason(err), "name a folder of .rego files")
	}
	files = slices.DeleteFunc(files, policy.IsTest)
	if len(files) == 0 && len(found) == 0 {
		return fail("there are no rules in "+folder, "name a folder of .rego files")
	}
	set, flaws := policy.Load(bundledRules(), files)
	if found.Add(flaws...); set == nil || len(found) > 0 {
		for _, f := range files {
			f.Name = s.shownName(path.Join(folder, f.Name))
		}
		found.Sort()
		if err := s.report(found); err != nil {
			return err
		}
	}
	content, err := packed(files, revision)
	if err != nil {
		return err
	}
	if err := s.replaceFile(out, content); err != nil {
		return err
	}
	own := slices.DeleteFunc(slices.Clone(set.Rules()), func(r *policy.Rule) bool { return r.Bundled })
	s.note("%s: %s in %s, %s.", s.seen(out), counted(len(own), "rule"), counted(len(files), "file"), pack.Digest(content))
	return nil
}

func newRulesLock(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "lock",
		Short: "write down which packs of rules are meant",
		Long: `Reads the packs in the folder rules beside the policy and writes the digest of each
into rules/packs.sha256, which is committed with them. check runs the rules of a
pack only while it has that digest.

The file has the form of sha256sum, which can check it too.`,
		Example: `privity rules lock
cd rules && sha256sum -c packs.sha256`,
		Args: arguments(0, 0, "the packs lie in the folder rules"),
		RunE: func(*cobra.Command, []string) error { return s.lockPacks() },
	}
}

func (s *session) lockPacks() error {
	names, err := packNames(rulesFolder)
	if err != nil {
		return err
	}
	before, _, flaws, err := s.readLock(rulesFolder)
	if err != nil {
		return err
	}
	if len(names) == 0 && len(before) == 0 && len(flaws) == 0 {
		return fail("there are no packs in "+rulesFolder, "a pack is a file there that ends in "+pack.Suffix+"; privity rules pack makes one")
	}
	lock := pack.Lock{}
	for _, name := range names {
		content, err := s.readPackFile(path.Join(rulesFolder, name))
		if err != nil {
			return err
		}
		if _, flaws := s.unpack(path.Join(rulesFolder, name), content); len(flaws) > 0 {
			return s.report(flaws)
		}
		lock[name] = pack.Digest(content)
	}
	if err := s.replaceFile(path.Join(rulesFolder, pack.LockName), []byte(lock.String())); err != nil {
		return err
	}
	for _, name := range names {
		s.note("%s: %s.", name, lockState(before[name], lock[name]))
	}
	for _, name := range before.Names() {
		if lock[name] == "" {
			s.note("%s: no longer there.", name)
		}
	}
	return nil
}

func lockState(before, now string) string {
	switch before {
	case now:
		return "as it was"
	case "":
		return "locked, " + now
	}
	return fmt.Sprintf("changed, %s is now %s", before[:12], now)
}
