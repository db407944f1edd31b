package cli

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/lang"
)

func newEval(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval EXPRESSION [--format FORM]",
		Short: "print the value of an expression",
		Long: `Evaluates an expression as if it stood in the policy, and prints the value as it
would be written there, or as JSON. References are printed as addresses.

privity help functions lists what can be called.`,
		Example: `privity eval 'length(data_store)'
privity eval '[for s in values(subprocessor) : s.label]' --format json
privity eval var.backup_period --var backup_period="14 days"`,
		Args: arguments(1, 1, `an expression is one argument, in quotes: privity eval 'length(data_store)'`),
	}
	format := addChoice(cmd, "format", "form of the value", "text", "json")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		policy, err := s.compile()
		if err != nil {
			return err
		}
		result, found := policy.Eval(strings.TrimSpace(args[0]))
		if err := s.report(found); err != nil {
			return err
		}
		return s.printResult(result, format.value)
	}
	return cmd
}

func (s *session) printResult(r lang.Result, form string) error {
	if form == "text" {
		return s.print([]byte(r.String() + "\n"))
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r.Plain()); err != nil {
		return err
	}
	return s.print(b.Bytes())
}
