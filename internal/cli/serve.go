package cli

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/manual"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/serve"
	"github.com/privity/privity/internal/site"
	"github.com/privity/privity/internal/watch"
	"github.com/privity/privity/policies"
)

// A serving is one run of serve.
type serving struct {
	port    int
	near    bool // whether another port will do
	history string
	rules   judging
	noRules bool
	server  *serve.Server
	set     atomic.Pointer[policy.Set] // of rules, as they were last free of errors

	elsewhere *published // what was published before in a history that is no folder, once it was read
}

func newServe(s *session) *cobra.Command {
	run := &serving{port: serve.DefaultPort}
	cmd := &cobra.Command{
		Use:   "serve [--port N] [--history PLACE] [--policy DIR] [--as-of DATE] [--no-rules]",
		Short: "show the pages in a browser while you write",
		Long: `Makes the pages as build does, with the same flags, but in memory, and serves them
to browsers on this machine; nobody else can reach them. The address is printed. When
a file that was read has changed, or there is another, the pages are made anew, and a
browser that shows one shows the new one, at the same place of the page.

What is wrong stands at the foot of every page, and here. Where it is an error in the
policy, it opens over the page: each finding with its lines, what is wrong with them
and what to write, and a link to what its code means. Below it the page is as it was
before; the key Esc shows it. What the rules find does not keep a page from being made,
though build would refuse to write it.

Nothing is written. The pages are those that build writes, but for a script that shows
them anew.

Ctrl-C ends it.`,
		Example: `privity serve
privity -C privacy serve --port 8080
privity serve --port 0 --no-rules
privity serve --var backup_period="14 days"`,
		Args: arguments(0, 0, "the folder is named in front: privity -C DIR serve"),
	}
	cmd.Flags().Var(portFlag{&run.port}, "port", "listen on port `N`, 0 is any that is free; from "+strconv.Itoa(serve.DefaultPort)+" on unless said")
	mustComplete(cmd, "port", cobra.NoFileCompletions)
	location := addHistory(cmd)
	addRuleFlags(cmd, &run.rules)
	addAsOf(cmd, &run.rules)
	cmd.Flags().BoolVar(&run.noRules, "no-rules", false, "show what is valid, whatever the rules find in it")
	cmd.RunE = func(*cobra.Command, []string) error {
		run.history, run.near = *location, !cmd.Flags().Changed("port")
		return s.serve(run)
	}
	return cmd
}

// A portFlag is --port.
type portFlag struct{ port *int }

func (f portFlag) String() string { return strconv.Itoa(*f.port) }
func (portFlag) Type() string     { return "N" }

func (f portFlag) Set(text string) error {
	const most = 1<<16 - 1
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > most {
		return fail(strconv.Quote(text)+" is not a port", "it is a whole number up to "+strconv.Itoa(most)+"; 0 is any port that is free")
	}
	*f.port = n
	return nil
}

func (s *session) serve(run *serving) error {
	listeners, err := s.listen(run)
	if err != nil {
		return err
	}
	run.server = serve.New(serve.Options{Folder: s.folder(), Explain: run.explain})
	watcher, err := s.rebuild(run)
	if err != nil {
		return err
	}
	if err := s.print([]byte(serve.Address(listeners) + "\n")); err != nil {
		return err
	}
	s.note("Open this address in a browser. Ctrl-C ends it.")
	ended := make(chan error, 1)
	go func() { ended <- run.server.Serve(listeners) }()
	return s.follow(run, watcher, ended)
}

func (s *session) listen(run *serving) ([]net.Listener, error) {
	var listeners []net.Listener
	var err error
	if run.near {
		listeners, err = serve.ListenNear()
	} else {
		listeners, err = serve.Listen(run.port)
	}
	switch {
	case errors.Is(err, serve.ErrTaken):
		return nil, fail("another program listens on port "+strconv.Itoa(run.port), "take another port, or --port 0 for any that is free")
	case err != nil:
		return nil, fail("port "+strconv.Itoa(run.port)+" cannot be listened on: "+reason(err), "take another port, or --port 0 for any that is free")
	case run.near && serve.Port(listeners) != serve.DefaultPort:
		s.note("Another program listens on port %d.", serve.DefaultPort)
	}
	return listeners, nil
}

// How often is looked for changes: each time, and for each thousand files that are
// looked at.
const (
	lookEvery       = 200 * time.Millisecond
	lookPerThousand = 50 * time.Millisecond
)

// follow builds again whenever what was read has changed, until serving ends.
func (s *session) follow(run *serving, watcher *watch.Watcher, ended <-chan error) error {
	place, err := os.Getwd()
	if err != nil {
		return fail("this folder has no path: "+reason(err), "")
	}
	for {
		pause := lookEvery + lookPerThousand*time.Duration(s.record.Len()/1000)
		select {
		case err := <-ended:
			return fail("the pages cannot be served any longer: "+reason(err), "start it again")
		case <-time.After(pause):
		}
		returnTo(place)
		if !watcher.Settled(s.record.Look()) {
			continue
		}
		last := s.record
		if watcher, err = s.rebuild(run); err != nil {
			s.showFailure(run, err)
			s.record.Include(last)
			watcher = watch.NewWatcher(s.record)
		}
	}
}

// returnTo goes to the folder at a path if it is another than the current one. One that
// was removed and made anew, as when git changes to another branch and back, is another,
// and nothing would ever appear in the old one.
func returnTo(place string) {
	there, err := os.Stat(place)
	if err != nil {
		return // until there is one, the old one will do
	}
	if here, err := os.Stat("."); err != nil || !os.SameFile(here, there) {
		_ = os.Chdir(place) // or at the next look
	}
}

// rebuild builds, shows what comes of it, and watches what was read for it.
func (s *session) rebuild(run *serving) (*watch.Watcher, error) {
	s.record = watch.NewRecord()
	defer debug.FreeOSMemory() // it may be long until the next build
	defer s.rest()
	build, err := s.servable(run)
	if err != nil {
		return nil, err
	}
	differ := run.server.Show(build)
	if len(build.Found) > 0 {
		_ = s.report(build.Found) // what it amounts to is for the page to say
	}
	switch files := counted(len(build.Files), "file"); {
	case build.Files == nil:
	case differ == 0:
		s.note("%s, none of them changed.", files)
	default:
		s.note("%s, %d of them new or changed.", files, differ)
	}
	return watch.NewWatcher(s.record), nil
}

// servable makes the files of the site, if the policy is free of errors of its own.
func (s *session) servable(run *serving) (serve.Build, error) {
	c, err := s.assessed(run)
	if err != nil || !c.valid {
		return serve.Build{Found: c.found}, err
	}
	if c.set != nil {
		run.set.Store(c.set)
	}
	before, err := s.before(run)
	if err != nil {
		return serve.Build{}, err
	}
	s.work().at("making pages")
	files, err := site.BuildWith(c.policy.Model, before.with(c.policy.Model))
	return serve.Build{Files: files, Found: c.found}, err
}

// assessed is the policy with what is found in it, by the rules as well unless they are
// not asked.
func (s *session) assessed(run *serving) (checkedPolicy, error) {
	if !run.noRules {
		return s.judged(&run.rules)
	}
	read, found, err := s.read()
	found = judge(read, found)
	return checkedPolicy{policy: read, found: found, valid: !found.HasErrors()}, err
}

// before is what was published before. A history in a folder is watched; one elsewhere
// is read once, since to ask a server at each change takes longer than the build.
func (s *session) before(run *serving) (published, error) {
	if !strings.Contains(run.history, ":") {
		s.record.Note(run.history)
		s.record.Note(filepath.Join(run.history, "HEAD"))
		return s.published(run.history)
	}
	if run.elsewhere == nil {
		p, err := s.published(run.history)
		if err != nil {
			return published{}, err
		}
		run.elsewhere = &p
	}
	return *run.elsewhere, nil
}

// showFailure says here and in the page that nothing could be built.
func (s *session) showFailure(run *serving, err error) {
	printFailure(s.stderr, err)
	shown := &serve.Failure{What: diag.Clean(reason(err))}
	var f *failure
	if errors.As(err, &f) {
		shown.What, shown.Help = diag.Clean(f.what), diag.Clean(f.help)
	}
	run.server.Show(serve.Build{Failure: shown})
}

// explain returns the page behind a code, or behind one of the rules that the policy
// was judged by last.
func (run *serving) explain(topic string) (markdown string, ok bool) {
	if slices.Contains(diag.Codes(), diag.Code(topic)) {
		page, ok, _ := manual.Explain(topic)
		return page, ok
	}
	set := run.set.Load()
	if set == nil {
		return "", false
	}
	rule := set.Rule(diag.Code(topic))
	if rule == nil {
		return "", false
	}
	return rule.Page(policies.FS()), true
}
