package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/render"
)

// graphForms are the forms of the map, the first unless said.
var graphForms = []string{"svg", "dot", "mermaid", "json"}

func newGraph(s *session) *cobra.Command {
	var path string
	cmd := &cobra.Command{
		Use:   "graph [--format FORM] [-o FILE]",
		Short: "draw who holds what, and where it goes",
		Long: `Draws the data map of the policy: people, the systems that they use, the stores
behind them, and the recipients beyond. build puts the same map on a page.

The form is svg for a browser, dot for Graphviz, mermaid for Markdown that is
shown by a code host, or json.`,
		Example: `privity graph -o data-map.svg
privity graph --format dot | dot -Tpdf -o data-map.pdf`,
		Args: arguments(0, 0, "the file is named by -o, or --out: privity graph -o data-map.svg"),
	}
	format := addChoice(cmd, "format", "form of the map", graphForms...)
	cmd.Flags().StringVarP(&path, "out", "o", "", "write into `FILE`; otherwise to standard output")
	cmd.RunE = func(*cobra.Command, []string) error {
		m, err := s.model()
		if err != nil {
			return err
		}
		var out bytes.Buffer
		if err := drawAs(&out, render.New(m).DataMap(), format.value); err != nil {
			return err
		}
		if path == "" {
			return s.print(out.Bytes())
		}
		return s.replaceFile(path, out.Bytes())
	}
	return cmd
}

func drawAs(w io.Writer, g *graph.Graph, form string) error {
	var large *graph.TooLargeError
	var err error
	switch form {
	case "dot":
		err = graph.WriteDOT(w, g)
	case "mermaid":
		err = graph.WriteMermaid(w, g)
	case "json":
		err = graph.WriteJSON(w, g)
	default:
		err = graph.WriteSVG(w, g, graph.Options{})
	}
	if errors.As(err, &large) {
		return fail(fmt.Sprintf("the map has %d %s, too many for a picture", large.Count, large.What),
			"--format json and --format dot have no such limit")
	}
	return err
}
