package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/output"
)

// A verifying is one run of verify.
type verifying struct {
	history, since, signers, site string
	fast                          bool
	approvals                     int // that hold
}

func newVerify(s *session) *cobra.Command {
	var run verifying
	cmd := &cobra.Command{
		Use:   "verify [--since HEAD] [--allowed-signers FILE] [--site DIR] [--fast]",
		Short: "check that nobody has rewritten the history",
		Long: `Reads the whole history and checks that no version is missing or changed, that
every published file is what was published, and that those have signed and approved
who may. With --site, also that a folder holds what the last version says. The status is 1 where
one of these is not so.

What that proves depends on what you bring. The list of those who may sign stands in
the history; --allowed-signers holds it against yours. Whoever has the history and
the key can still make another one: --since takes a head that you have noted
earlier, from the foot of a published page or from privity log, and shows whether
the versions up to it are the same. A history without signatures guards against
accidents, and with --since against all else.

docs/audit.md says how to check the same with sha256sum, jq and ssh-keygen alone.`,
		Example: `privity verify
privity verify --site dist --allowed-signers auditors/signers
privity verify --since 4:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
privity verify --since saved/HEAD`,
		Args: arguments(0, 0, "the history is named by --history, and the site by --site"),
	}
	cmd.Flags().StringVar(&run.since, "since", "", "the versions up to `HEAD` are the same: a head, or a file with one")
	cmd.Flags().StringVar(&run.signers, "allowed-signers", "", "those in `FILE` alone may have signed")
	cmd.Flags().StringVar(&run.site, "site", "", "`DIR` holds what the last version says")
	cmd.Flags().BoolVar(&run.fast, "fast", false, "look whether files are there, and not into them, nor at approvals")
	mustComplete(cmd, "site", completeFolders)
	location := addHistory(cmd)
	form := addChoice(cmd, "format", "form of the result", "text", "json")
	cmd.RunE = func(*cobra.Command, []string) error {
		run.history = *location
		return s.verify(run, form.value)
	}
	return cmd
}

func (s *session) verify(run verifying, form string) error {
	h, err := s.openHistory(run.history)
	if err != nil {
		return err
	}
	options := history.Options{Fast: run.fast}
	if options.Allowed, err = s.allowedSigners(run.signers); err != nil {
		return err
	}
	if options.Since, err = s.notedHead(run.since); err != nil {
		return err
	}
	s.work().at("verifying the history")
	report, err := h.Verify(options)
	if err != nil {
		return historyFailure(err)
	}
	if report.OK() && report.Entries == 0 {
		return fail("there is no version in the history in "+s.placeSeen(run.history), "`privity publish` adds the first; --history names another place")
	}
	if err := s.verifySite(h, report, run.site); err != nil {
		return err
	}
	if report.OK() && !run.fast {
		if run.approvals, err = s.verifyApprovals(h, report); err != nil {
			return err
		}
	}
	return s.tellVerified(run, report, form)
}

// notedHead reads a head that the operator has noted, in the flag or in a file.
func (s *session) notedHead(noted string) (history.Head, error) {
	if noted == "" {
		return history.Head{}, nil
	}
	head, err := history.ParseHead([]byte(noted))
	if err == nil {
		return head, nil
	}
	const most = 4096
	content, readErr := readBounded(noted, most)
	switch {
	case errors.Is(readErr, os.ErrNotExist):
		return head, fail("--since: "+err.Error(), "privity verify and privity log --format json print heads whole; a file that holds one can be named too")
	case readErr != nil:
		return head, fail("the head in "+noted+" cannot be read: "+reason(readErr), "")
	}
	if head, err = history.ParseHead(content); err != nil {
		return head, fail(noted+": "+err.Error(), "privity verify and privity log --format json print heads whole")
	}
	return head, nil
}

// verifySite adds to a report where a folder is not what the last version says.
func (s *session) verifySite(h *history.History, report *history.Report, dir string) error {
	if dir == "" || !report.OK() {
		return nil
	}
	entries, err := h.Entries()
	if err != nil {
		return historyFailure(err)
	}
	published, err := h.Files(entries[len(entries)-1])
	if err != nil {
		return historyFailure(err)
	}
	differences, err := output.Check(dir, outputFiles(published))
	if err != nil {
		return advised(err)
	}
	for _, d := range differences {
		if d.Path != output.ListName {
			report.Problems = append(report.Problems, &history.DamagedError{File: dir + "/" + d.Path, What: siteProblems[d.Change]})
		}
	}
	return nil
}

// siteProblems say how a file of a site differs from what was published.
var siteProblems = map[output.Change]string{
	output.Missing: "it was published, and is not there",
	output.Changed: "its content is another than when it was published",
	output.Stale:   "it is not among the files of the last version",
}

func outputFiles(files []history.File) []output.File {
	list := make([]output.File, len(files))
	for i, f := range files {
		list[i] = output.File{Path: f.Path, Content: f.Content}
	}
	return list
}

// tellVerified prints what was found, and returns the status.
func (s *session) tellVerified(run verifying, r *history.Report, form string) error {
	var err error
	switch {
	case form == "json":
		err = s.verifiedAsJSON(r)
	case r.OK():
		err = s.print(verifiedText(run, r))
	default:
		err = s.print(problemsText(r))
	}
	if err != nil {
		return err
	}
	if !r.OK() {
		return fail(fmt.Sprintf("the history in %s, or what you hold it against, is not as it was published", s.placeSeen(run.history)),
			"compare it with a copy that you trust; what an interrupted publish has left, the next one mends")
	}
	if form != "json" {
		s.tellWhatItProves(run, r)
	}
	return nil
}

// tellWhatItProves says it plainly, since a green line proves less than it seems.
func (s *session) tellWhatItProves(run verifying, r *history.Report) {
	switch {
	case r.Signed == 0 && run.since == "":
		s.note("There are no signatures, so this guards against accidents, not against somebody who can write the history.")
	case r.Signed < r.Entries:
		s.note("%s without a signature of their own: the later ones vouch for the content, and for nobody who published it.", counted(r.Entries-r.Signed, "version"))
	case run.signers == "":
		s.note("Who may sign stands in the history itself. --allowed-signers FILE holds it against a list of yours.")
	}
	if run.since == "" {
		s.note("Note the head: --since shows later whether the versions up to it are still the same.")
	}
}

func problemsText(r *history.Report) []byte {
	var out bytes.Buffer
	for _, p := range r.Problems {
		fmt.Fprintf(&out, "%s\n", diag.Clean(p.File+": "+p.What))
	}
	return out.Bytes()
}

func verifiedText(run verifying, r *history.Report) []byte {
	var out bytes.Buffer
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	row := func(what, format string, args ...any) { fmt.Fprintf(table, what+"\t"+format+"\n", args...) }
	imported := ""
	if r.Imported > 0 {
		imported = fmt.Sprintf(", %d of them imported", r.Imported)
	}
	row("versions", "%d%s; each follows from the one before", r.Entries, imported)
	if run.fast {
		row("files", "%d are there; their content was not looked at", r.Blobs)
	} else {
		row("files", "%d are what was published", r.Blobs)
	}
	if r.Signed > 0 {
		row("signed", "%d, the last by %s, %s", r.Signed, diag.Clean(r.Signer.Name), r.Signer.Fingerprint)
	} else {
		row("signed", "none")
	}
	if run.approvals > 0 {
		row("approved", "%s", counted(run.approvals, "approval")+", each by a key of its role, for the plan that was carried out")
	}
	if run.since != "" {
		row("since", "the versions up to the head that you noted are the same")
	}
	if run.site != "" {
		row("site", "%s is what the last version says", run.site)
	}
	if len(r.Leftovers) > 0 {
		row("unused", "%s", counted(len(r.Leftovers), "file")+" that an interrupted publish has left, to no harm")
	}
	if len(r.Beside) > 0 {
		row("beside", "%s", diag.Clean(strings.Join(r.Beside, ", "))+": not of the history, and not looked at")
	}
	row("head", "%s", r.Head)
	table.Flush()
	return out.Bytes()
}

func (s *session) verifiedAsJSON(r *history.Report) error {
	type problem struct {
		File    string `json:"file"`
		Message string `json:"message"`
	}
	result := struct {
		OK        bool      `json:"ok"`
		Head      string    `json:"head"`
		Versions  int       `json:"versions"`
		Imported  int       `json:"imported"`
		Signed    int       `json:"signed"`
		Signer    string    `json:"signer,omitempty"`
		Key       string    `json:"key,omitempty"`
		Files     int       `json:"files"`
		Leftovers []string  `json:"leftovers"`
		Beside    []string  `json:"beside"`
		Problems  []problem `json:"problems"`
	}{
		r.OK(), r.Head.String(), r.Entries, r.Imported, r.Signed, r.Signer.Name, r.Signer.Fingerprint, r.Blobs,
		append([]string{}, r.Leftovers...), append([]string{}, r.Beside...),
		[]problem{},
	}
	for _, p := range r.Problems {
		result.Problems = append(result.Problems, problem{p.File, p.What})
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(result); err != nil {
		return err
	}
	return s.print(out.Bytes())
}
