package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/publish"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/revision"
	"github.com/privity/privity/internal/site"
	"github.com/privity/privity/internal/source"
)

// A publishing is one run of publish.
type publishing struct {
	planning
	dir, name, notice string
	adopt             bool
	signing           *signing
}

func newPublish(s *session) *cobra.Command {
	var run publishing
	cmd := &cobra.Command{
		Use:   "publish [PLAN] -o DIR [--notice FILE] [--name NAME] [--as-of DATE] [--key FILE] [--adopt]",
		Short: "enter the policy into the history, and switch the site",
		Long: `Publishes the policy as its next version: enters it into the history, with every file
of the site, and makes DIR that site. DIR is switched as a whole: whoever reads it, or
looks after a crash, finds the version before or this one. Files in DIR that are not
privity's stay where they are.

PLAN is what privity plan --out has saved and privity approve has signed. Without one,
a plan is made now. Nothing is published if the plan is stale, that is, not exactly the
one that would be made now; if an approval is missing; if the policy says that it takes
effect before the notice that it has promised is over, and then the day that works is
told; or if the rules find an error. If nothing has changed, nothing is published, and
what an interrupted run may have left is mended.

The version is published today, or on the day that --as-of names. It is called by its
number unless --name says otherwise. With --key the history is signed; once signed, it
needs a key always. --notice writes the message to customers, where there is something
that they have to be told: an e-mail in Markdown, and one in each further language of
the policy beside it, such as notice.de.md.`,
		Example: `privity publish -o dist
privity publish plan.json -o /srv/www/privacy --key ~/.ssh/id_ed25519
privity publish plan.json -o dist --notice notice.md`,
		Args: arguments(0, 1, "the folder of the site is named by -o, or --out: privity publish -o dist"),
	}
	cmd.Flags().StringVarP(&run.dir, "out", "o", "", "make `DIR` the site")
	cmd.Flags().StringVar(&run.notice, "notice", "", "write what customers have to be told into `FILE`")
	cmd.Flags().StringVar(&run.name, "name", "", "call the version `NAME`, and not by its number")
	cmd.Flags().Var(&run.asOf, "as-of", "publish as of a day, such as 2026-01-31; today unless said")
	addPlanning(cmd, &run.planning)
	location := addHistory(cmd)
	run.signing = addSigning(cmd)
	cmd.Flags().BoolVar(&run.adopt, "adopt", false, "use a folder that other files stand in, and replace those of the same names")
	mustComplete(cmd, "out", completeFolders)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		run.history = *location
		if run.dir == "" {
			return fail("publish needs to know where to", "-o or --out names the folder of the site: privity publish -o dist")
		}
		if err := refuseName(run.name); err != nil {
			return err
		}
		var file *plan.File
		if len(args) == 1 {
			var err error
			if file, err = s.readPlan(args[0]); err != nil {
				return err
			}
		}
		return s.publish(run, file)
	}
	return cmd
}

// refuseName refuses what a version cannot be called, since it means another.
func refuseName(name string) error {
	if name == latest || isNumber(name) {
		return fail("a version cannot be called "+name, "numbers, and "+latest+", mean versions already: choose a name such as 2026-spring")
	}
	return nil
}

func (s *session) publish(run publishing, saved *plan.File) error {
	place, closing, err := s.place(run)
	if err != nil {
		return err
	}
	defer closing()
	p, file, err := s.settledPlan(run, saved)
	if err != nil || p == nil {
		return err
	}
	last := lastEntry(p.entries)
	if saved != nil && last != nil && last.Plan == saved.Digest {
		return s.restore(p, place, fmt.Sprintf("The plan is published already, as version %s.", last.Version))
	}
	if p.plan.IsEmpty() && !last.Imported {
		return s.restore(p, place, fmt.Sprintf("Nothing has changed since version %s, so nothing is published.", last.Version))
	}
	if err := outOfPlace(p, run.name); err != nil {
		return err
	}
	if err := s.refuse(p, file); err != nil {
		return err
	}
	draft, err := s.draft(run, p, file)
	if err != nil {
		return err
	}
	s.work().at("publishing")
	s.writing.Lock()
	result, err := publish.Publish(p.history, draft, place)
	s.writing.Unlock()
	if err != nil {
		return publishFailure(err)
	}
	return s.tellPublished(run, p, result)
}

// place opens the folder around the site, in which nobody else switches it meanwhile.
func (s *session) place(run publishing) (publish.Place, func(), error) {
	dir, err := filepath.Abs(run.dir)
	if err != nil {
		return publish.Place{}, nil, err
	}
	above, name := filepath.Split(dir)
	if name == "" || holds(dir, ".") || holds(dir, run.history) && !strings.Contains(run.history, ":") {
		return publish.Place{}, nil, fail("the folder "+s.seen(run.dir)+" cannot be a site: it is switched as a whole, with the policy or the history in it", "name a folder of its own: privity publish -o site")
	}
	if err := os.MkdirAll(above, 0o755); err != nil {
		return publish.Place{}, nil, fail("the folder "+s.seen(run.dir)+" cannot be made: "+reason(err), "")
	}
	s.work().at("waiting for another publish")
	unlock, err := publish.Lock(dir)
	if err != nil {
		return publish.Place{}, nil, fail("the folder "+s.seen(run.dir)+" cannot be written: "+reason(err), "check the permissions of the folder around it")
	}
	parent, err := disk.Open(above)
	if err != nil {
		unlock()
		return publish.Place{}, nil, fail("the folder "+s.seen(run.dir)+" cannot be written: "+reason(err), "")
	}
	return publish.Place{Parent: parent, Name: name, Adopt: run.adopt}, func() { _ = parent.Close(); unlock() }, nil
}

// holds reports whether a folder is another one, or that is in it.
func holds(dir, other string) bool {
	abs, err := filepath.Abs(other)
	if err != nil {
		return false
	}
	below, err := filepath.Rel(dir, abs)
	return err == nil && filepath.IsLocal(below)
}

// settledPlan returns the plan for the day of publication, and the file that holds
// the approvals. The plan is nil where the saved one was carried out already and
// there is nothing to compare it with.
func (s *session) settledPlan(run publishing, saved *plan.File) (*prepared, *plan.File, error) {
	on := run.asOf.orToday()
	if saved == nil {
		p, err := s.prepare(run.planning, on)
		if err != nil {
			return nil, nil, err
		}
		file, err := plan.NewFile(p.plan)
		return p, file, err
	}
	day, err := saved.Day()
	if err != nil {
		return nil, nil, fail("the plan cannot be used: "+err.Error(), "make it again")
	}
	if on.Before(day) {
		return nil, nil, fail("the plan is for "+day.String()+", and it is not that day yet", "publish it then, or plan again")
	}
	p, err := s.prepare(run.planning, day)
	if err != nil {
		return nil, nil, err
	}
	if last := lastEntry(p.entries); last != nil && last.Plan == saved.Digest {
		return p, saved, nil
	}
	if err := saved.Plan.Holds(p.plan); err != nil {
		return nil, nil, stalePlan(err)
	}
	if on != day { // what was approved holds; only notice counts from the later day
		p, err = s.prepare(run.planning, on)
	}
	return p, saved, err
}

func lastEntry(entries []*history.Entry) *history.Entry {
	if len(entries) == 0 {
		return nil
	}
	return entries[len(entries)-1]
}

// outOfPlace says why a version cannot follow those that there are, or nil.
func outOfPlace(p *prepared, name string) error {
	last := lastEntry(p.entries)
	if last != nil && p.plan.Day < last.Published {
		return fail("the last version was published on "+last.Published+", which is after "+p.plan.Day, "publish this one today, or on a later day")
	}
	if _, err := history.Find(p.entries, name); err == nil && name != "" {
		return fail("there is a version "+name+" already", "`privity log` lists them; choose another name")
	}
	return nil
}

// refuse reports what keeps a plan from being published.
func (s *session) refuse(p *prepared, file *plan.File) error {
	if err := s.reportWith("text", p.found, p.reporting); err != nil {
		return err
	}
	if p.plan.TooEarly != "" {
		return tooEarly(p.plan)
	}
	standing := file.Standing()
	for _, flaw := range standing.Flaws {
		s.note("%s.", flaw)
	}
	if len(standing.Missing) == 0 {
		return nil
	}
	var roles, commands []string
	for _, m := range standing.Missing {
		roles = append(roles, fmt.Sprintf("%s (%d of %d)", m.Role, m.Given, m.Signatures))
		commands = append(commands, "privity approve PLAN --role "+m.Role)
	}
	return fail("approvals are missing: "+strings.Join(roles, ", "), "save the plan with privity plan --out PLAN, and have it signed: "+strings.Join(commands, "; "))
}

// draft makes the next version.
func (s *session) draft(run publishing, p *prepared, file *plan.File) (history.Draft, error) {
	log, err := s.changelog(p.history, p.entries)
	if err != nil {
		return history.Draft{}, err
	}
	if log == nil {
		log = changelog.New(p.after, p.plan.Day)
	}
	log = log.With(changelog.Version{
		Name: run.name, Published: p.plan.Day, Effective: p.plan.Effective, Changes: changelog.ChangesOf(p.comparison),
	}, p.head().String())
	s.work().at("making pages")
	files, err := site.BuildWith(p.after, log)
	if err != nil {
		return history.Draft{}, err
	}
	d := history.Draft{
		Base: p.head(), Policy: p.plan.Policy, Version: log.Last().Name, Effective: p.plan.Effective, Published: p.plan.Day,
		Files: map[string][]byte{}, Tool: p.plan.Tool, Plan: file.Digest,
	}
	for _, f := range files {
		d.Files[f.Path] = f.Content
	}
	for _, a := range file.Standing().Valid {
		d.Approvals = append(d.Approvals, history.GivenApproval{Role: a.Role, Key: a.Key, Signature: []byte(a.Signature)})
	}
	d.Source.Tree = treeDigest(p.files)
	// Where the policy is in no repository, there is no commit to name.
	d.Source.Commit, _ = revision.Current(context.Background(), ".")
	if d.Signer, err = s.signer(run.signing.key); err != nil {
		return d, err
	}
	d.Allowed, err = s.allowedSigners(run.signing.allowed)
	return d, err
}

// restore mends what an interrupted run may have left, and says why nothing else is
// done.
func (s *session) restore(p *prepared, place publish.Place, why string) error {
	s.writing.Lock()
	err := p.history.Heal()
	var switched publish.Switched
	if last := lastEntry(p.entries); err == nil && !last.Imported {
		switched, err = publish.Restore(p.history, place)
	}
	s.writing.Unlock()
	if err != nil {
		return publishFailure(err)
	}
	s.note("%s", why)
	if n := len(switched.Written) + len(switched.Removed); n > 0 {
		s.note("The site was not what that version says, in %s; now it is.", counted(n, "file"))
	}
	return nil
}

// publishFailure says what to do where a publish did not succeed.
func publishFailure(err error) error {
	var site *publish.SiteError
	var place *publish.PlaceError
	switch {
	case errors.As(err, &site):
		return fail(fmt.Sprintf("version %s is in the history, but the site was not switched: %s", site.Version, reason(site)),
			"mend the cause, and run publish again: it switches the site and publishes nothing twice")
	case errors.As(err, &place):
		return siteFailure(place.Err)
	}
	var atHistory *failure
	if told := historyFailure(err); errors.As(told, &atHistory) {
		return told
	}
	return advised(err)
}

// tellPublished says what was published, and writes the message to customers.
func (s *session) tellPublished(run publishing, p *prepared, r publish.Result) error {
	e := r.Entry
	s.note("Version %s is published: in force from %s, head %s.", e.Version, e.Effective, r.Head.String())
	if p.plan.Base != nil && len(p.plan.Changes) > 0 {
		s.note("%s", diff.Total(p.plan.Changes))
	}
	if backdated := p.plan.Backdated(); backdated != "" {
		s.note("%s", backdated)
	}
	how := ""
	if !r.Site.Whole {
		how = "; this disk cannot exchange folders, so file by file"
	}
	s.note("%s: %s%s.", s.seen(run.dir), counted(len(e.Files), "file"), how)
	return s.tellCustomers(run.notice, p)
}

// tellCustomers writes the message to customers into a file, and in every other
// language of the policy into one beside it.
func (s *session) tellCustomers(file string, p *prepared) error {
	isMaterial := slices.ContainsFunc(p.plan.Changes, func(c diff.Change) bool { return c.IsMaterial() })
	switch {
	case file == "" && isMaterial:
		s.note("Customers have to be told of material changes: --notice FILE writes the message.")
		return nil
	case file == "":
		return nil
	case !isMaterial:
		s.note("There is nothing that customers have to be told, so %s is not written.", s.seen(file))
		return nil
	}
	var written []string
	for _, language := range render.Languages(p.after) {
		owner := changelog.OwnerIn(p.after, language)
		name := noticeIn(file, owner.Edition)
		if err := s.replaceFile(name, changelog.Message(p.plan, p.comparison, owner)); err != nil {
			return err
		}
		written = append(written, s.seen(name))
	}
	s.note("What customers have to be told is in %s.", english.AndWords(written...))
	return nil
}

// noticeIn is the name of the file for a message in another language than that of the
// policy: notice.de.md beside notice.md.
func noticeIn(file, edition string) string {
	if edition == "" {
		return file
	}
	end := filepath.Ext(file)
	return strings.TrimSuffix(file, end) + "." + edition + end
}

// treeDigest is the digest of the files of a policy: that of a list with the digest
// and the name of each, as sha256sum prints it.
func treeDigest(files []*source.File) string {
	var list bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&list, "%s  %s\n", history.Digest(f.Bytes), f.Name)
	}
	return history.Digest(list.Bytes())
}
