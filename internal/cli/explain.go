package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/manual"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/suggest"
	"github.com/privity/privity/policies"
)

func newExplain(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "explain [TOPIC]",
		Short: "explain a finding, a block, an attribute, a function, a change",
		Long: `Prints the page about a topic: what it means, what it takes, and an example. A
topic is the code of a finding, a rule, a block, an attribute of a block, a form of
value such as duration, a function, or a class of changes. Without one, all blocks are listed.

The text is Markdown. On a terminal, its paragraphs are broken to its width.`,
		Example: `privity explain PV0301
privity explain PP019
privity explain data_store
privity explain retention.bound
privity explain duration
privity explain subprocessor.added`,
		Args: cobra.ArbitraryArgs,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return explainable(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		topic := strings.Join(args, ".")
		page, ok, near := manual.Explain(topic)
		if !ok {
			page, ok = explainChange(topic, &near)
		}
		if !ok {
			page, ok = s.explainRule(strings.Join(args, " "), &near)
		}
		if !ok {
			return unexplained(topic, near)
		}
		if columns := width(s.stdout); columns > 0 {
			page = reflow(page, min(columns, 100))
		}
		return s.print([]byte(page))
	}
	return cmd
}

// explainChange returns the page of a class of changes, or else the class that
// was perhaps meant.
func explainChange(topic string, near *[]string) (page string, ok bool) {
	if class, ok := compare.ClassOf(topic); ok {
		return class.Page(), true
	}
	var ids []string
	for _, c := range compare.Classes() {
		ids = append(ids, c.ID)
	}
	if meant, found := suggest.Nearest(topic, ids); found {
		*near = []string{meant}
	}
	return "", false
}

// explainRule returns the page of a rule, or else the id that was perhaps meant.
// Rules that cannot be read are explained by check.
func (s *session) explainRule(id string, near *[]string) (page string, ok bool) {
	set, _, err := s.ruleSet(&judging{})
	if err != nil || set == nil {
		if set, _ = policy.Load(bundledRules(), nil); set == nil {
			return "", false
		}
	}
	if rule := set.Rule(diag.Code(id)); rule != nil {
		return rule.Page(policies.FS()), true
	}
	var ids []string
	for _, r := range set.Rules() {
		ids = append(ids, string(r.ID))
	}
	if meant, found := suggest.Nearest(id, ids); found && len(*near) == 0 {
		*near = []string{meant}
	}
	return "", false
}

func unexplained(topic string, near []string) error {
	what := fmt.Sprintf("there is nothing to explain about %q", topic)
	if len(near) > 0 {
		return fail(what, "did you mean "+strings.Join(near, " or ")+"?")
	}
	return fail(what, "`privity explain` lists all blocks; `privity help` explains commands")
}

// explainable lists topics to complete: blocks, their attributes and the blocks
// inside them, functions and codes.
func explainable() []string {
	var topics []string
	for _, b := range schema.Blocks {
		topics = append(topics, b.Name)
		for _, name := range append(b.AttrNames(), b.BlockNames()...) {
			topics = append(topics, b.Name+"."+name)
		}
	}
	for _, f := range lang.Functions() {
		topics = append(topics, f.Name)
	}
	for _, c := range compare.Classes() {
		topics = append(topics, c.ID)
	}
	for _, c := range diag.Codes() {
		topics = append(topics, string(c))
	}
	return topics
}
