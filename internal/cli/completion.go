package cli

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletion(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "completion " + strings.Join(shells, "|"),
		Short: "print a script that completes commands in a shell",
		Long: `Prints a script for a shell. Once it is loaded, the Tab key completes commands,
flags, what --format takes, the topics of explain, and the addresses of the
policy in the current folder.`,
		Example: `source <(privity completion bash)                        # now
privity completion bash > ~/.local/share/bash-completion/completions/privity
privity completion zsh > "${fpath[1]}/_privity"
privity completion fish > ~/.config/fish/completions/privity.fish`,
		Args:      arguments(1, 1, "say for which shell: "+strings.Join(shells, ", ")),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			script, err := completionScript(cmd.Root(), args[0])
			if err != nil {
				return err
			}
			return s.print(script)
		},
	}
}

func completionScript(root *cobra.Command, shell string) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch shell {
	case "bash":
		err = root.GenBashCompletionV2(&b, true)
	case "zsh":
		err = root.GenZshCompletion(&b)
	case "fish":
		err = root.GenFishCompletion(&b, true)
	case "powershell":
		err = root.GenPowerShellCompletionWithDesc(&b)
	default:
		return nil, fail(fmt.Sprintf("there is no completion for the shell %q", shell),
			"there is one for "+strings.Join(shells, ", ")+meant(shell, shells))
	}
	return b.Bytes(), err
}
