package cli

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/translate"
)

func newTranslate(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "translate [LANGUAGE…] [--names] [--check]",
		Short: "write down what is still to be translated",
		Long: `Brings the translations of the policy up to date, for a person to fill in: into the
languages that are named, or into all in which the policy is published. It prints
the names of the files that it changed.

Every text that is not translated is added to the translation of its block, as "",
with the text above it. Blocks that have no translation get one in a file of the
language, such as translation_de.hcl; it may be moved and split at will.

What was translated stays as it is. Where the text was changed since, a comment
tells the new one; the finding stays until its digest is written into sources, by
whoever has read the translation again. A translation without a digest gets that
of the text as it stands.

Proper names, such as those of companies and products, and blocks without a label that
pages seldom name are left as they are, unless --names asks for them. Files that change are laid out as by fmt. With --check nothing
is written, and the status is 2 where a file would change.`,
		Example: `privity translate de
privity translate --check`,
		Args: cobra.ArbitraryArgs,
	}
	names := cmd.Flags().Bool("names", false, "add proper names, and the names of blocks without a label")
	check := cmd.Flags().Bool("check", false, "write nothing; the status is 2 where a file would change")
	cmd.RunE = func(_ *cobra.Command, args []string) error { return s.translate(args, *names, *check) }
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return s.completeLanguages()
	}
	return cmd
}

func (s *session) translate(languages []string, names, check bool) error {
	m, err := s.model()
	if err != nil {
		return err
	}
	if languages, err = languagesOf(m, languages); err != nil {
		return err
	}
	var out bytes.Buffer
	changes := false
	for i, language := range languages {
		if i > 0 && !check {
			if m, err = s.model(); err != nil { // the last language may have changed the same file
				return err
			}
		}
		changed, err := s.translateInto(m, language, names, check, &out)
		if err != nil {
			return err
		}
		changes = changes || changed
	}
	if err := s.print(out.Bytes()); err != nil {
		return err
	}
	if changes && check {
		return different
	}
	return nil
}

// languagesOf returns the languages to translate into, which have to be among
// those in which the policy is published.
func languagesOf(m *model.Model, asked []string) ([]string, error) {
	published := m.Languages()[1:]
	switch {
	case len(published) == 0:
		return nil, fail("the policy is published in one language", "state the others in the policy block, the one that it is written in first: languages = [\"en\", \"de\"]")
	case len(asked) == 0:
		return published, nil
	}
	for _, language := range asked {
		if slices.Contains(published, language) {
			continue
		}
		return nil, fail(fmt.Sprintf("the policy is not published in %q", language),
			"it is published in "+strings.Join(published, ", ")+"; others are added to languages in the policy block")
	}
	return asked, nil
}

// translateInto brings one language up to date and reports whether a file
// changes, whose name it adds to the output.
func (s *session) translateInto(m *model.Model, language string, names, check bool, out *bytes.Buffer) (bool, error) {
	result, found := translate.Update(os.DirFS("."), m, language, translate.Options{Names: names, Limits: s.syntaxLimits()})
	if err := s.report(found); err != nil {
		return false, err
	}
	for _, file := range result.Files {
		if !check {
			if err := s.replaceFile(file.Name, file.Content); err != nil {
				return false, err
			}
		}
		out.WriteString(s.seen(file.Name) + "\n")
	}
	tally := m.Tally(language)
	s.note("%s: %d of %s translated, %d to be translated, %d changed since.",
		language, tally.Translated, counted(tally.Texts(), "text"), tally.Missing, tally.Stale)
	return len(result.Files) > 0, nil
}

func (s *session) completeLanguages() ([]string, cobra.ShellCompDirective) {
	if s.enter() != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	policy, _, err := s.read()
	if err != nil || policy == nil || policy.Model == nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return policy.Model.Languages()[1:], cobra.ShellCompDirectiveNoFileComp
}
