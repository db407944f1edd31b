package cli

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/privity/privity/internal/suggest"
)

// wrongFlag puts an error of the flag parser into our words.
func wrongFlag(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	var misspelt *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(cmd, unknown)
	case errors.As(err, &bare):
		return fail("the flag "+spelling(bare.GetFlag())+" needs a value", usedAs(bare.GetFlag()))
	case errors.As(err, &bad):
		return badValue(bad)
	case errors.As(err, &misspelt):
		return fail("there is no flag "+misspelt.GetSpecifiedFlag(), seeHelp(cmd))
	}
	return err
}

func unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) error {
	name, written := err.GetSpecifiedName(), "--"+err.GetSpecifiedName()
	if letters := err.GetSpecifiedShortnames(); letters != "" {
		name, _, _ = strings.Cut(letters, "=")
		written = "-" + name
	}
	if help := otherFlag(cmd, name); help != "" {
		return fail("there is no flag "+written, help)
	}
	names := longFlags(cmd)
	if near, ok := suggest.Nearest(name, names); ok || slices.Contains(names, name) {
		if !ok {
			near = name
		}
		return fail("there is no flag "+written, "did you mean --"+near+"?")
	}
	if owners := commandsWith(cmd.Root(), name); len(owners) > 0 {
		return fail("there is no flag "+written+" here", "it belongs to "+strings.Join(owners, " and ")+", and stands behind the name of the command")
	}
	return fail("there is no flag "+written, seeHelp(cmd))
}

func badValue(err *pflag.InvalidValueError) error {
	flag := err.GetFlag()
	var f *failure
	if errors.As(err, &f) {
		return fail("--"+flag.Name+": "+f.what, f.help)
	}
	return fail(fmt.Sprintf("--%s: %q is not what it takes", flag.Name, err.GetValue()), usedAs(flag))
}

// usedAs says how a flag is written.
func usedAs(flag *pflag.Flag) string {
	return strings.TrimRight("it is used as --"+flag.Name+" "+valueName(flag), " ")
}

func seeHelp(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return "`privity help` lists the commands, `privity help flags` the flags of all of them"
	}
	return "`privity help " + cmd.Name() + "` lists the flags of this command"
}

// longFlags lists the long flags that a command takes.
func longFlags(cmd *cobra.Command) []string {
	var names []string
	collect := func(f *pflag.Flag) { names = append(names, f.Name) }
	cmd.LocalFlags().VisitAll(collect)
	cmd.InheritedFlags().VisitAll(collect)
	return names
}

// commandsWith lists the commands that have a flag of their own by that name.
func commandsWith(root *cobra.Command, name string) []string {
	var owners []string
	for _, c := range root.Commands() {
		if c.LocalFlags().Lookup(name) != nil {
			owners = append(owners, c.Name())
		}
	}
	return owners
}

var singleDash = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^-([a-z][a-z-]+)(=.*)?$`) })

// refuseSingleDash catches -check, which the parser would take for the flags c,
// h, e, c and k, and might find some of them.
func refuseSingleDash(root *cobra.Command, args []string) error {
	for _, arg := range args {
		if arg == "--" {
			return nil
		}
		if len(arg) < 3 || arg[0] != '-' || arg[1] == '-' {
			continue
		}
		m := singleDash().FindStringSubmatch(arg)
		if m != nil && isLongFlag(root, m[1]) {
			return fail("there is no flag -"+m[1], "did you mean --"+m[1]+"? Names of more than one letter take two dashes")
		}
	}
	return nil
}

func isLongFlag(root *cobra.Command, name string) bool {
	return root.PersistentFlags().Lookup(name) != nil || name == "help" || len(commandsWith(root, name)) > 0
}

// arguments refuses more or fewer arguments than a command takes.
func arguments(least, most int, help string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fail(cmd.Name()+" needs an argument", help)
		case len(args) > most && most == 0:
			return fail(fmt.Sprintf("%s takes no arguments, such as %q", cmd.Name(), args[0]), help)
		case len(args) > most:
			return fail(fmt.Sprintf("%s cannot take %q as well", cmd.Name(), args[most]), help)
		}
		return nil
	}
}

// unknownCommand explains a first argument that is no command.
func unknownCommand(holder *cobra.Command, name string) error {
	var names []string
	for _, c := range holder.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	if near, ok := suggest.Nearest(name, names); ok {
		return fail(fmt.Sprintf("there is no command %q", name), "did you mean `"+holder.CommandPath()+" "+near+"`?")
	}
	return fail(fmt.Sprintf("there is no command %q", name), strings.Replace("`"+holder.CommandPath()+"`", "privity", "privity help", 1)+" lists the commands")
}
