package cli

import (
	"bytes"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
)

// A differing is one run of diff.
type differing struct {
	history, page, language, out string
	detailed                     bool
	asOf                         day
}

func newDiff(s *session) *cobra.Command {
	var run differing
	cmd := &cobra.Command{
		Use:   "diff OLD [NEW] [--format FORM] [--page NAME] [--language TAG] [--out FILE] [--detailed-exitcode]",
		Short: "say what differs between two versions, and what it means",
		Long: `Compares two versions of a policy by what they say: not by their text, but block by
block. Each difference is told in a sentence, with its class, such as
retention.increased, and its weight: a material change is one that somebody would
want to know before it takes effect.

` + sideHelp + `

A block that was renamed is the same block where a moved block says so. Where it
looks like a rename, diff proposes that block.

The forms are text; json, of which privity schema diff prints the schema; markdown,
for a comment or a message; and html: a page of the policy as it is now, with what was
inserted and deleted in its text, and the changes beside it. --page says which page, and
--language in which of the policy's languages.

With --detailed-exitcode the status is 2 where there is a difference.`,
		Example: `privity diff main
privity diff 3 4
privity diff old/manifest.json . --format markdown
privity diff version:latest . --format html --out redline.html
privity diff v1.0 v2.0 --page retention --format html > retention.html`,
		Args: arguments(1, 2, "name what to compare with: privity diff main"),
	}
	format := addChoice(cmd, "format", "form of the differences", "text", "json", "markdown", "html")
	cmd.Flags().StringVar(&run.page, "page", "index", "for html, the `NAME` of the page")
	cmd.Flags().StringVar(&run.language, "language", "", "for html, the language of the page as a `TAG` such as de; that of the policy unless said")
	cmd.Flags().StringVarP(&run.out, "out", "o", "", "write into `FILE`")
	cmd.Flags().BoolVar(&run.detailed, "detailed-exitcode", false, "the status is 2 where there is a difference")
	cmd.Flags().Var(&run.asOf, "as-of", "look up what the law says of countries as of a day; that of the newer version unless said")
	location := addHistory(cmd)
	cmd.ValidArgsFunction = s.completeSides
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		run.history = *location
		return s.diff(run, args, format.value)
	}
	return cmd
}

// completeSides offers the versions of the history to a shell, which adds files.
func (s *session) completeSides(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 1 || s.enter() != nil || !isPlace(defaultHistory) {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return append(s.versionNames(defaultHistory), latest), cobra.ShellCompDirectiveDefault
}

func (s *session) diff(run differing, args []string, form string) error {
	if form != "html" && (run.language != "" || run.page != "index") {
		return fail("--page and --language are for a redline", "add --format html; the other forms are in English and tell of all pages")
	}
	before, err := s.side(args[0], run.history)
	if err != nil {
		return err
	}
	var after *side
	if len(args) == 2 {
		after, err = s.side(args[1], run.history)
	} else {
		after, err = s.here()
	}
	if err != nil {
		return err
	}
	s.work().at("comparing")
	c := compare.Compare(before.model, after.model, compare.Options{AsOf: run.asOf.String()})
	report := diff.NewReport(sideOf(before), sideOf(after), c)
	product, err := s.differences(report, c, run, form)
	if err != nil {
		return err
	}
	if err := s.handOver(run.out, product); err != nil {
		return err
	}
	if run.detailed && len(c.Changes) > 0 {
		return different
	}
	return nil
}

// differences writes a report in a form.
func (s *session) differences(report *diff.Report, c *compare.Comparison, run differing, form string) ([]byte, error) {
	switch form {
	case "json":
		return report.Encode()
	case "markdown":
		return report.Markdown(), nil
	case "html":
		page, err := diff.Redline(report, c, run.page, run.language)
		var none *diff.NoPageError
		var unspoken *diff.NoLanguageError
		if errors.As(err, &unspoken) {
			return nil, fail(err.Error(), "the policy is published in "+strings.Join(unspoken.Known, ", ")+"; `privity translate` begins another language")
		}
		if errors.As(err, &none) {
			return nil, fail(err.Error(), "there are "+strings.Join(none.Known, ", ")+meant(run.page, none.Known))
		}
		return page, err
	}
	var b bytes.Buffer
	err := report.WriteText(&b, s.textOptions(run.out))
	return b.Bytes(), err
}

// textOptions are those of text that goes to standard output, or to a file.
func (s *session) textOptions(file string) diff.TextOptions {
	return diff.TextOptions{Color: file == "" && s.coloredOn(s.stdout), Width: width(s.stdout)}
}

// handOver writes the product of a command to standard output, or into the file
// that the operator names.
func (s *session) handOver(file string, product []byte) error {
	if file == "" {
		return s.print(product)
	}
	if err := s.replaceFile(file, product); err != nil {
		return err
	}
	s.note("%s is written.", s.seen(file))
	return nil
}

func sideOf(s *side) diff.Side {
	return diff.Side{Name: s.name, Digest: manifestDigest(s.model), Version: s.version, Here: s.isHere}
}

// manifestDigest is the SHA-256 of a policy's manifest, as sha256sum prints it of the
// file. It is empty for what cannot be written as one.
func manifestDigest(m *model.Model) string {
	text, err := manifest.Encode(m)
	if err != nil {
		return ""
	}
	return history.Digest(text)
}
