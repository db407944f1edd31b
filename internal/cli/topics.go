package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// A topic is something that several commands have in common.
type topic struct {
	name, short string
	text        func(root *cobra.Command) string
}

// topics are in alphabetical order.
var topics = []topic{
	{"addresses", "how a block is named", fixed(addressesText)},
	{"exit-codes", "what the status of privity says", fixed(exitCodesText)},
	{"flags", "the flags of every command", flagsText},
	{"functions", "what an expression can call", functionsText},
	{"limits", "what stops input that is too much", limitsText},
	{"output", "streams, colour, forms, and files", fixed(outputText)},
	{"variables", "where the values of variables come from", fixed(variablesText)},
}

func fixed(text string) func(*cobra.Command) string {
	return func(*cobra.Command) string { return text }
}

const addressesText = `Addresses

Every block has an address: its kind and its name, joined by a point.

  data_store.main                a block at the top level
  data_store.main.retention      a block inside it
  subprocessor.mail.engagement.answers

Expressions and manifests name blocks by their addresses, and show prints the
block behind one. Completion, see privity help completion, offers all of them.

  privity show data_store.main
  privity eval 'data_store.main.technology'
`

const exitCodesText = `Exit codes

  0    yes: the policy is valid, the files are written, nothing differs
  1    no, or could not: an error in the policy, in the arguments, or of a disk
  2    done, and there is a difference: fmt --check, build --check, and plan and
       diff with --detailed-exitcode
  3    a limit was met, so that nothing was judged: see privity help limits
  130  interrupted
  143  told to end by the system

Warnings do not change the status, but for check --fail-on warning. Whatever the
status is, no file is left half written.
`

const outputText = `Output

Standard output carries what a command makes and nothing else. Findings, notes
and progress go to standard error. So both of these do what they seem to:

  privity show > manifest.json
  privity graph --format dot | dot -Tsvg

--format names the form of what stands on standard output. For validate, check,
build and test that is the findings, in the forms that programs read: json, sarif,
github, junit. As text they are for people, and go to standard error.

Colour is used on a terminal. --color=always and --color=never decide otherwise;
so does the environment, by NO_COLOR with any value, or TERM=dumb. Nothing is said
by colour alone.

Work that takes longer than half a second says what it is at, on a terminal, in a
line that disappears. --quiet leaves only what fails the command: errors, and with
--fail-on warning the warnings.

The names of files in findings are as seen from where you are. For github and sarif
they are as seen from the folder in GITHUB_WORKSPACE, where that is set.

A file appears whole or not at all, also when privity is interrupted.
`

const variablesText = `Variables

A policy declares a variable, with a default or without:

  variable "backup_period" {
    type    = duration
    default = "30 days"
  }

Its value is the last that is given, in this order:

  1. the default
  2. PRIVITY_VAR_backup_period in the environment
  3. files whose names end in .auto.hclvars, in the folder of the policy, in
     alphabetical order
  4. --var backup_period="14 days" and --var-file FILE, in the order in which
     they stand

A file of values has a line for each: backup_period = "14 days". In the environment
and in --var a text stands as it is, without quotes; a list, a map, a number, true
and false are written as in the policy.
`

func flagsText(root *cobra.Command) string {
	return `Flags of every command

` + describe(root.PersistentFlags()) + `
They may stand before or behind the name of the command. -C comes first whatever
its place: paths in other flags and arguments are relative to the folder that it
names.

Long flags have two dashes. What follows -- is an argument, whatever it looks like.
`
}

func functionsText(*cobra.Command) string {
	var b strings.Builder
	b.WriteString("Functions\n\n")
	for _, f := range lang.Functions() {
		fmt.Fprintf(&b, "  %-28s %s\n", f.Signature, f.Doc)
	}
	b.WriteString("\nprivity explain NAME shows an example.\n")
	return b.String()
}

func limitsText(*cobra.Command) string {
	files, shape, run := source.DefaultLimits, syntax.DefaultLimits, defaultBounds
	return fmt.Sprintf(`Limits

A policy may come from anybody: from a fork, from a vendor. What is read is bounded,
so that no input can hold up or bring down the machine that checks it. A limit that
is met is a finding with its code and place, and the status is 3.

  a file                     %d MB, %d names, values and marks
  a policy                   %d files, %d MB
  blocks and brackets        open at once, %d deep
  an expression              %d operators and steps on one path

Beyond that a watchdog ends a run that holds more than %d MB of memory or takes
longer than %.0f minutes.

The limits are far above what people write. If an honest policy outgrows them,
--limits 2 doubles them all. Those that guard the stack stop at sixteen times.
`, files.FileBytes>>20, shape.Tokens, files.Files, files.TotalBytes>>20, shape.Depth, shape.Chain, run.memory>>20, run.time.Minutes())
}
