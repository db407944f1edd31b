package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/privity/privity/internal/suggest"
)

// valueName returns how the value of a flag is called, or nothing where it
// takes none.
func valueName(f *pflag.Flag) string {
	if f.NoOptDefVal != "" {
		return ""
	}
	name, _ := pflag.UnquoteUsage(f)
	return name
}

// help prints the page of a command.
func (s *session) help(cmd *cobra.Command) error {
	var b strings.Builder
	if cmd.HasParent() {
		commandHelp(&b, cmd)
	} else {
		rootHelp(&b, cmd)
	}
	return s.print([]byte(b.String()))
}

func commandHelp(b *strings.Builder, cmd *cobra.Command) {
	fmt.Fprintf(b, "%s: %s\n\nUsage\n  %s\n\n%s\n", cmd.CommandPath(), cmd.Short, cmd.UseLine(), strings.TrimSpace(cmd.Long))
	if cmd.HasSubCommands() {
		b.WriteString("\nCommands\n")
		for _, c := range cmd.Commands() {
			fmt.Fprintf(b, "  %-12s %s\n", c.Name(), c.Short)
		}
	}
	if cmd.Example != "" {
		fmt.Fprintf(b, "\nExamples\n%s\n", indent(cmd.Example))
	}
	if flags := describe(cmd.LocalNonPersistentFlags()); flags != "" {
		fmt.Fprintf(b, "\nFlags\n%s", flags)
	}
	b.WriteString("\nFlags of every command: privity help flags\n")
}

func rootHelp(b *strings.Builder, root *cobra.Command) {
	b.WriteString(rootText)
	for _, group := range root.Groups() {
		fmt.Fprintf(b, "\n%s\n", group.Title)
		for _, c := range root.Commands() {
			if c.GroupID == group.ID {
				fmt.Fprintf(b, "  %-12s %s\n", c.Name(), c.Short)
			}
		}
	}
	fmt.Fprintf(b, "\nFlags of every command\n%s", describe(root.PersistentFlags()))
	b.WriteString("\nMore: privity help COMMAND, and privity help TOPIC, where a topic is one of\n")
	for _, t := range topics {
		fmt.Fprintf(b, "  %-12s %s\n", t.name, t.short)
	}
}

const rootText = `Privity compiles a privacy policy that is written as code.

Usage
  privity [-C DIR] COMMAND [ARGUMENTS]

A policy is a folder of files that end in .hcl. They describe which personal
data there is, why, where, for how long, and who receives it. Privity checks the
description and writes the pages, lists and manifest that are published.

  privity init privacy && cd privacy
  privity validate
  privity explain data_store
`

// describe lists flags, a line each.
func describe(flags *pflag.FlagSet) string {
	type line struct{ left, right string }
	var lines []line
	widest := 0
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		_, usage := pflag.UnquoteUsage(f)
		l := line{strings.TrimRight(spelling(f)+" "+valueName(f), " "), usage}
		lines, widest = append(lines, l), max(widest, len(l.left))
	})
	widest = min(widest, 26)
	var b strings.Builder
	for _, l := range lines {
		if len(l.left) > widest {
			fmt.Fprintf(&b, "  %s\n  %*s  %s\n", l.left, widest, "", l.right)
			continue
		}
		fmt.Fprintf(&b, "  %-*s  %s\n", widest, l.left, l.right)
	}
	return b.String()
}

func spelling(f *pflag.Flag) string {
	if f.Shorthand != "" {
		return "-" + f.Shorthand + ", --" + f.Name
	}
	return "--" + f.Name
}

func indent(text string) string {
	lines := strings.Split(strings.Trim(text, "\n"), "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = "  " + l
		}
	}
	return strings.Join(lines, "\n")
}

func newHelp(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND|TOPIC]",
		Short: "explain a command or a topic",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return s.help(cmd.Root())
			}
			if below, rest, err := cmd.Root().Find(args); err == nil && len(rest) == 0 {
				return s.help(below)
			}
			return s.helpOn(cmd.Root(), args[0])
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return helpSubjects(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func (s *session) helpOn(root *cobra.Command, subject string) error {
	for _, c := range root.Commands() {
		if c.Name() == subject {
			return s.help(c)
		}
	}
	for _, t := range topics {
		if t.name == subject {
			return s.print([]byte(t.text(root)))
		}
	}
	if near, ok := suggest.Nearest(subject, helpSubjects(root)); ok {
		return fail(fmt.Sprintf("there is no help on %q", subject), "did you mean `privity help "+near+"`?")
	}
	return fail(fmt.Sprintf("there is no help on %q", subject),
		"`privity help` lists commands and topics; `privity explain` explains the language")
}

// helpSubjects lists what there is help on.
func helpSubjects(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	for _, t := range topics {
		names = append(names, t.name)
	}
	return names
}
