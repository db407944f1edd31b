package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/suggest"
)

// A choice is a flag that takes one of a few words.
type choice struct {
	value   string
	options []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.Join(c.options, "|") }

func (c *choice) Set(value string) error {
	if !slices.Contains(c.options, value) {
		return fail("there is no "+strconv.Quote(value), "it is one of "+strings.Join(c.options, ", ")+meant(value, c.options))
	}
	c.value = value
	return nil
}

// complete offers the words to a shell.
func (c *choice) complete(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return c.options, cobra.ShellCompDirectiveNoFileComp
}

// addChoice adds a flag that takes one of the options, the first unless said.
func addChoice(cmd *cobra.Command, name, help string, options ...string) *choice {
	c := &choice{value: options[0], options: options}
	cmd.Flags().Var(c, name, help)
	mustComplete(cmd, name, c.complete)
	return c
}

func mustComplete(cmd *cobra.Command, flag string, complete cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, complete); err != nil {
		panic(err) // the flag was added in the line before
	}
}

// meant ends a help text with the option that a word was probably meant to be.
func meant(word string, options []string) string {
	near, ok := suggest.Nearest(word, options)
	if !ok {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", near)
}

// A factor is a whole number, one at least.
type factor int

// maxFactor keeps what is multiplied from overflowing.
const maxFactor = 1000

func (f *factor) String() string { return strconv.Itoa(int(*f)) }
func (f *factor) Type() string   { return "N" }

func (f *factor) Set(value string) error {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > maxFactor {
		return fail(strconv.Quote(value)+" is not a factor", fmt.Sprintf("it is a whole number from 1 to %d", maxFactor))
	}
	*f = factor(n)
	return nil
}

// settings are the values for variables that flags give, in their order.
type settings []setting

// A setting is one --var, or one --var-file if it has a path.
type setting struct{ name, value, path string }

// A varFlag is --var.
type varFlag struct{ list *settings }

func (varFlag) String() string { return "" }
func (varFlag) Type() string   { return "NAME=VALUE" }

func (f varFlag) Set(text string) error {
	name, value, ok := strings.Cut(text, "=")
	if name = strings.TrimSpace(name); !ok || name == "" {
		return fail(strconv.Quote(text)+" has no value", `a variable is set as in --var period="14 days"`)
	}
	*f.list = append(*f.list, setting{name: name, value: value})
	return nil
}

// A varFileFlag is --var-file.
type varFileFlag struct{ list *settings }

func (varFileFlag) String() string { return "" }
func (varFileFlag) Type() string   { return "FILE" }

func (f varFileFlag) Set(path string) error {
	if path == "" {
		return fail("the name of the file is empty", "")
	}
	*f.list = append(*f.list, setting{path: path})
	return nil
}
