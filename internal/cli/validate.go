package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diag"
)

func newValidate(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "validate [--format FORM]",
		Short: "check syntax, schema, references and values",
		Long: `Reads the policy in the current folder, or in the one that -C names, and reports
what is wrong with it: each finding with its code, its line, the reason and what
to do. Nothing is written, and nothing outside the folder is asked.

Every file that ends in .hcl is read, but for files that end in .test.hcl.
Folders inside it are read where a module block names them.

Findings go to standard error. In the forms that programs read they go to
standard output: json and sarif (2.1.0) for editors and scanners, github for
annotations beside the lines of a pull request, junit for servers that show
tests.

The status is 0 where there is no error, 1 where there is one, and 3 where a
limit was met; warnings do not change it.`,
		Example: `privity validate
privity -C privacy validate --format github
privity validate --var backup_period="14 days"`,
		Args: arguments(0, 0, "the folder is named in front: privity -C DIR validate"),
	}
	format := addFindingsFormat(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		policy, found, err := s.read()
		if err != nil {
			return err
		}
		found = judge(policy, found)
		if err := s.reportAs(format.value, found); err != nil {
			return err
		}
		if format.value == "text" && len(found) == 0 {
			s.note("The policy is valid.")
		}
		return nil
	}
	return cmd
}

// addFindingsFormat adds --format to a command whose product is findings.
func addFindingsFormat(cmd *cobra.Command) *choice {
	return addChoice(cmd, "format", "form of the findings", "text", "json", "sarif", "github", "junit")
}

// reportAs prints findings in a form and returns the status that they amount
// to. Text is for people and goes to standard error.
func (s *session) reportAs(format string, found diag.List) error {
	return s.reportWith(format, found, reporting{})
}

// reportWith does the same for findings of rules.
func (s *session) reportWith(format string, found diag.List, with reporting) error {
	o := diag.Options{Folder: s.folder(), Version: Version, Suppressed: with.suppressed, Describe: with.describe, Passed: with.passed}
	var write func(io.Writer, diag.List, diag.Options) error
	switch format {
	case "json":
		write = diag.WriteJSON
	case "junit":
		write = diag.WriteJUnit
	case "sarif":
		write, o.Folder = diag.WriteSARIF, s.repositoryFolder()
	case "github":
		write, o.Folder = diag.WriteGitHub, s.repositoryFolder()
	default:
		return s.report(found)
	}
	s.stopProgress()
	if err := write(s.stdout, found, o); err != nil {
		return fail("the findings cannot be written: "+reason(err), "")
	}
	return verdict(found)
}
