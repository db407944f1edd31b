package cli

import (
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// everyCommand visits all commands.
func everyCommand(cmd *cobra.Command, visit func(*cobra.Command)) {
	visit(cmd)
	for _, c := range cmd.Commands() {
		everyCommand(c, visit)
	}
}

// TestOutIsCalledAlike holds that where to write is named by -o and --out, whatever
// the command, and that -o means nothing else.
func TestOutIsCalledAlike(t *testing.T) {
	commands := 0
	everyCommand(newRoot(newSession()), func(cmd *cobra.Command) {
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if (f.Name == "out") != (f.Shorthand == "o") {
				t.Errorf("%s: -%s, --%s", cmd.CommandPath(), f.Shorthand, f.Name)
			}
			if f.Name == "out" {
				commands++
			}
		})
	})
	if commands < 6 {
		t.Errorf("only %d commands take --out", commands)
	}
}

// TestOtherFlagsAreNone holds that what is explained as a flag of other programs is
// none of the command that it is explained to, and that what is named instead is.
func TestOtherFlagsAreNone(t *testing.T) {
	used := make([]bool, len(otherFlags))
	everyCommand(newRoot(newSession()), func(cmd *cobra.Command) {
		for i, other := range otherFlags {
			if other.flag != "" && cmd.Flag(other.flag) == nil {
				continue
			}
			for _, name := range other.names {
				used[i] = used[i] || cmd.Flag(name) == nil && otherFlag(cmd, name) == other.help
			}
		}
	})
	for i, other := range otherFlags {
		if !used[i] {
			t.Errorf("%v: no command comes to it", other.names)
		}
	}
}
