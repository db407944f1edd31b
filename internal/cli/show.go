package cli

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/suggest"
)

// A showing is one run of show.
type showing struct {
	history, asOf, site string
	source              bool
}

func newShow(s *session) *cobra.Command {
	var run showing
	cmd := &cobra.Command{
		Use:   "show [VERSION] [ADDRESS] [--as-of DATE] [--site DIR] [--source]",
		Short: "print the policy, one block of it, or a published version",
		Long: `Prints what the policy comes to when every reference is looked up and every
expression is evaluated: the manifest, byte for byte as build writes it. On a
terminal it is indented.

With an address, it prints that block: what it says itself, as the manifest has it;
under said_of_it the retention, backups, encryption and access that apply to it or to
a part of it, wherever they were written; under referred_by what else refers to it;
under translations its texts in other languages. See privity help addresses.

With a version, its number or its name in privity log, it prints what was published
then; with --as-of, what was in force on that day. --site writes that version into a
folder, every file as it was, byte for byte.`,
		Example: `privity show | jq '.model.data_store[].address'
privity show data_store.main
privity show vendor.aws | jq '.referred_by'
privity show data_store.main.retention --source     # storage.hcl:24:3
privity show 3 data_store.main
privity show --as-of 2025-12-31 --site then`,
		Args: arguments(0, 2, "show takes a version and an address, such as privity show 3 data_store.main"),
	}
	cmd.Flags().StringVar(&run.asOf, "as-of", "", "the version that was in force on `DATE`")
	cmd.Flags().StringVar(&run.site, "site", "", "write all files of the version into `DIR`")
	cmd.Flags().BoolVar(&run.source, "source", false, "print the file, line and column of the block instead")
	mustComplete(cmd, "site", completeFolders)
	location := addHistory(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		run.history = *location
		return s.show(run, args)
	}
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		addresses := s.completeAddresses()
		return append(s.completeVersions(*location), addresses...), cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

// show shows the policy in the folder, or a version if one is asked for.
func (s *session) show(run showing, args []string) error {
	version, args := s.versionAmong(run, args)
	switch {
	case version != "" && run.asOf != "":
		return fail("both a version and a day are given", "--as-of finds the version that was in force on a day")
	case len(args) > 1:
		return fail(fmt.Sprintf("show cannot take %q as well", args[1]), "it takes a version and an address, such as privity show 3 data_store.main")
	case run.source && len(args) == 0:
		return fail("--source needs an address", "it is used as privity show data_store.main --source")
	case version != "" || run.asOf != "":
		return s.showVersion(run, version, args)
	case run.site != "":
		return fail("--site needs a version", "it is used as privity show 3 --site then; privity build writes the policy as it is now")
	}
	m, err := s.model()
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return s.showAll(m)
	}
	return s.showBlock(m, args[0], run.source)
}

func (s *session) showAll(m *model.Model) error {
	text, err := manifest.Encode(m)
	if err != nil {
		return err
	}
	return s.printManifest(text)
}

// printManifest prints a manifest as it is, or indented for people.
func (s *session) printManifest(text []byte) error {
	if _, terminal := terminalOf(s.stdout); terminal {
		var b bytes.Buffer
		if err := json.Indent(&b, text, "", "  "); err != nil {
			return err
		}
		text = b.Bytes()
	}
	return s.print(text)
}

func unknownAddress(m *model.Model, address string) error {
	if near, ok := suggest.Nearest(address, addresses(m)); ok {
		return fail(fmt.Sprintf("there is no block %q", address), "did you mean "+near+"?")
	}
	return fail(fmt.Sprintf("there is no block %q", address),
		"an address is the kind and the name of a block, such as data_store.main; see `privity help addresses`")
}

// addresses lists the addresses of all blocks, those inside others included.
func addresses(m *model.Model) []string {
	var list []string
	var visit func(blocks []*model.Block)
	visit = func(blocks []*model.Block) {
		for _, b := range blocks {
			list = append(list, b.Address)
			visit(b.Blocks)
		}
	}
	visit(m.Blocks())
	return list
}

// completeAddresses offers the addresses of the policy to a shell, if there is
// one that compiles.
func (s *session) completeAddresses() []string {
	if s.enter() != nil {
		return nil
	}
	policy, _, err := s.read()
	if err != nil || policy == nil || policy.Model == nil {
		return nil
	}
	return addresses(policy.Model)
}
