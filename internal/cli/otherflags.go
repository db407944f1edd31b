package cli

import (
	"slices"

	"github.com/spf13/cobra"
)

// otherFlags are names that flags have in other programs, with what to write here.
// The first entry counts that has the name, and whose flag the command takes.
var otherFlags = []struct {
	names []string
	flag  string // that the command has to take; empty: none
	help  string
}{
	{[]string{"output", "output-dir", "out-dir", "outdir", "output-file", "out-file", "dest", "destination", "target"}, "out", "did you mean --out, or -o for short?"},
	{[]string{"dry-run", "dryrun", "no-write", "diff-only"}, "check", "did you mean --check, which writes nothing?"},
	{[]string{"dry-run", "dryrun", "check"}, "notice", "`privity plan` says what publish would do, and writes nothing"},
	{[]string{"no-check", "skip-check", "no-verify", "skip-rules"}, "no-rules", "did you mean --no-rules?"},
	{[]string{"force", "overwrite"}, "adopt", "did you mean --adopt, by which a folder with other files may be used?"},
	{[]string{"strict", "werror", "warnings-as-errors"}, "fail-on", "did you mean --fail-on warning?"},
	{[]string{"date", "today", "now", "on", "at"}, "as-of", "did you mean --as-of DATE?"},
	{[]string{"exit-code", "exitcode"}, "detailed-exitcode", "did you mean --detailed-exitcode?"},
	{[]string{"set", "define", "arg"}, "var", "did you mean --var NAME=VALUE?"},
	{[]string{"dir", "directory", "cwd", "root", "project"}, "chdir", "the folder of the policy is named in front: privity -C DIR …"},
	{[]string{"watch", "live"}, "", "`privity serve` makes the pages anew whenever a file changes"},
	{[]string{"silent"}, "quiet", "did you mean --quiet?"},
}

// otherFlag says what to write for a flag that other programs have. It is empty for
// what nothing is known of.
func otherFlag(cmd *cobra.Command, name string) string {
	if f := cmd.Flag("format"); f != nil {
		if form, ok := f.Value.(*choice); ok && slices.Contains(form.options, name) {
			return "did you mean --format " + name + "?"
		}
	}
	for _, other := range otherFlags {
		if slices.Contains(other.names, name) && (other.flag == "" || cmd.Flag(other.flag) != nil) {
			return other.help
		}
	}
	return ""
}
