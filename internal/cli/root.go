package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/history"
)

// An Edition is in what the programs of this repository differ.
type Edition struct {
	// Stores are for histories in places that not every program can open, by the
	// schemes of their addresses; see [history.Open].
	Stores map[string]history.Opener
	// ThirdParty lists what is linked into the program, with the licences, where that
	// is more than what privity is made of.
	ThirdParty string
}

// Main runs the program with the arguments, streams and environment of the
// process and returns its exit code.
func Main(e Edition) int {
	s := newSession()
	s.edition = e
	onInterrupt(s.end)
	return int(s.protect(func() status { return s.run(os.Args[1:]) }))
}

// protect turns a panic, which is always a fault of ours, into an apology.
func (s *session) protect(run func() status) (code status) {
	defer func() {
		if fault := recover(); fault != nil {
			s.stopProgress()
			apologize(s.stderr, fault)
			code = no
		}
	}()
	return run()
}

// run executes a command line and returns its status.
func (s *session) run(args []string) status {
	defer s.opened.close()
	root := newRoot(s)
	root.SetArgs(args)
	err := refuseSingleDash(root, args)
	if err == nil {
		err = errors.Join(root.Execute(), s.unhelped)
	}
	s.stopProgress()
	var code status
	switch {
	case err == nil:
		return yes
	case errors.As(err, &code):
		return code
	}
	printFailure(s.stderr, err)
	return no
}

// apologize is printed in place of a stack trace, with which the operator can do
// nothing.
func apologize(w io.Writer, fault any) {
	fmt.Fprintf(w, "error: privity itself failed, and is sorry: %v\n"+ //nolint:errcheck // there is nobody left to tell
		"help: nothing was written that is not whole. Please report this, with what you ran, as a defect of privity %s (%s, %s/%s)\n",
		fault, Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// The groups of commands, in the order of the help text.
const (
	writing = "writing"
	looking = "looking"
	rules   = "rules"
	other   = "other"
)

func newRoot(s *session) *cobra.Command {
	cobra.EnableCommandSorting = false // they stand in the order of the work
	root := &cobra.Command{
		Use:               "privity",
		Short:             "privacy policy as code",
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return nil
		},
		PersistentPreRunE: func(*cobra.Command, []string) error {
			s.tune()
			return s.enter()
		},
	}
	root.SetIn(s.stdin)
	root.SetOut(s.stdout)
	root.SetErr(s.stderr)
	root.SetFlagErrorFunc(wrongFlag)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { s.unhelped = s.help(cmd) })
	addGlobalFlags(root, s)

	version := root.Flags().Bool("version", false, "print the version")
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		if *version {
			return s.print([]byte(versionText()))
		}
		return s.help(cmd)
	}
	addCommands(root, s)
	root.SetHelpCommand(newHelp(s))
	return root
}

// addCommands adds every command to its group.
func addCommands(root *cobra.Command, s *session) {
	for _, c := range []struct {
		group string
		cmd   *cobra.Command
	}{
		{writing, newInit(s)},
		{writing, newExplain(s)},
		{writing, newFmt(s)},
		{writing, newValidate(s)},
		{writing, newCheck(s)},
		{writing, newTranslate(s)},
		{writing, newServe(s)},
		{writing, newBuild(s)},
		{writing, newPlan(s)},
		{writing, newApprove(s)},
		{writing, newPublish(s)},
		{writing, newHistory(s)},
		{looking, newDiff(s)},
		{looking, newShow(s)},
		{looking, newLog(s)},
		{looking, newVerify(s)},
		{looking, newEval(s)},
		{looking, newGraph(s)},
		{rules, newRules(s)},
		{rules, newTest(s)},
		{other, newSchema(s)},
		{other, newVersion(s)},
		{other, newCompletion(s)},
	} {
		c.cmd.GroupID = c.group
		c.cmd.Flags().SortFlags = false
		c.cmd.DisableFlagsInUseLine = true
		root.AddCommand(c.cmd)
	}
	root.AddGroup(
		&cobra.Group{ID: writing, Title: "Write and publish"},
		&cobra.Group{ID: looking, Title: "Look into it"},
		&cobra.Group{ID: rules, Title: "Rules"},
		&cobra.Group{ID: other, Title: "About privity"},
	)
}

// addGlobalFlags adds the flags that stand anywhere.
func addGlobalFlags(root *cobra.Command, s *session) {
	flags := root.PersistentFlags()
	flags.SortFlags = false
	flags.StringVarP(&s.dir, "chdir", "C", "", "go to `DIR`, the folder of the policy, first")
	flags.Var(varFlag{&s.settings}, "var", "give a variable of the policy a value; may be repeated")
	flags.Var(varFileFlag{&s.settings}, "var-file", "read values of variables from a file; may be repeated")
	flags.Var(&s.limits, "limits", "multiply the limits on input by N")
	flags.Var(&s.color, "color", "colour findings; auto is on a terminal without NO_COLOR")
	flags.BoolVarP(&s.quiet, "quiet", "q", false, "print only what fails the command")
	mustComplete(root, "color", s.color.complete)
}
