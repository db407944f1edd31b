package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/history"
)

func newLog(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "log [--history PLACE] [--format FORM]",
		Short: "list the published versions",
		Long: `Lists the versions in the history, the latest first: when each was published, from
which day it holds, and the head that it made. A head is the number of versions and
the digest of the last; noted somewhere else, it holds the history to what it was:
see privity help verify.

With --format json every entry is printed whole, and so is its head.`,
		Example: `privity log
privity log --format json | jq -r '.[].head'`,
		Args: arguments(0, 0, "one version is shown by privity show VERSION"),
	}
	location := addHistory(cmd)
	form := addChoice(cmd, "format", "form of the list", "text", "json")
	cmd.RunE = func(*cobra.Command, []string) error {
		_, entries, err := s.versions(*location)
		if err != nil {
			return err
		}
		slices.Reverse(entries)
		if form.value == "json" {
			return s.logAsJSON(entries)
		}
		return s.logAsText(entries)
	}
	return cmd
}

func (s *session) logAsText(entries []*history.Entry) error {
	var out bytes.Buffer
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "VERSION\tPUBLISHED\tIN FORCE FROM\tHEAD\t\n")
	for _, e := range entries {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", e.Version, e.Published, e.Effective, e.Head().Short(), remarks(e))
	}
	table.Flush()
	return s.print(trimLines(out.Bytes()))
}

// remarks says what is particular about a version.
func remarks(e *history.Entry) string {
	var list []string
	if e.Signers != "" {
		list = append(list, "signed")
	}
	if e.Imported {
		list = append(list, "imported")
	}
	for _, a := range e.Approvals {
		list = append(list, "approved: "+a.Role)
	}
	return strings.Join(list, ", ")
}

// trimLines removes the space that a table leaves at the ends of lines.
func trimLines(text []byte) []byte {
	lines := bytes.Split(text, []byte("\n"))
	for i := range lines {
		lines[i] = bytes.TrimRight(lines[i], " ")
	}
	return bytes.Join(lines, []byte("\n"))
}

func (s *session) logAsJSON(entries []*history.Entry) error {
	type version struct {
		Head  string         `json:"head"`
		Entry *history.Entry `json:"entry"`
	}
	list := make([]version, len(entries))
	for i, e := range entries {
		list[i] = version{e.Head().String(), e}
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(list); err != nil {
		return err
	}
	return s.print(out.Bytes())
}
