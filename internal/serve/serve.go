// Package serve shows a site in a browser while its policy is being written.
//
// A [Server] holds what was built last, in memory, and answers with it: files as a
// build writes them, and pages with three additions. A page gets a script that
// reloads it when there is something new. Where something was found, a strip at its
// foot says what, and opens to the findings at their lines. And where a policy is too
// broken for pages to be made of it, that opens by itself, over the page as it was
// when it could be made last.
//
// # Whom it answers
//
// The server listens on the loopback addresses only, see [Listen]. That alone would
// not keep a page from elsewhere, open in the same browser, from asking it: by its
// address, or by a name that its owner lets lead to the loopback address. So
// a request has to name the server by a loopback name, and may not come from a page of
// another origin; see [permitted]. Files are looked up by their names in memory; no
// path of a request reaches a disk.
//
// Files of the server itself stand below the folder ~, a name that no file of a site
// can have.
package serve

import (
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/output"
)

// A Build is what came of building a policy.
type Build struct {
	Files   []output.File // of the site, in the order of their paths; nil where none could be made
	Found   diag.List     // what was found, in the order in which it is to be read
	Failure *Failure      // why nothing could be found out, if so
}

// A Failure is something that the operator has to mend, not the author.
type Failure struct {
	What string // is wrong, in one line
	Help string // what to do about it; may be empty
}

// Options are what a server does not learn from what it serves.
type Options struct {
	// Folder is a slash path put before the names of files, as in "privacy".
	Folder string
	// Explain returns the page behind a code or a rule as Markdown, the first line
	// its heading. It may be called from several goroutines.
	Explain func(topic string) (markdown string, ok bool)
}

// A Server serves what it was shown last.
type Server struct {
	options Options
	mu      sync.Mutex
	now     *state
	changed chan struct{} // closed when now is replaced
}

// New returns a server that has nothing to show yet.
func New(o Options) *Server {
	s := &Server{options: o, changed: make(chan struct{})}
	s.now = s.next(nil, Build{})
	return s
}

// Show serves a build from now on, and tells the pages that are open. It reports how
// many files of the site are new or have changed, or went. Where the build made no
// files, those before stay.
func (s *Server) Show(b Build) (differ int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.next(s.now, b)
	differ = differing(s.now.files, next.files)
	if next.id != s.now.id {
		s.now = next
		close(s.changed)
		s.changed = make(chan struct{})
	}
	return differ
}

// current is what is served now, and a channel that is closed when it is no longer.
func (s *Server) current() (*state, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now, s.changed
}

// What a client may take. A page is written at once; a stream of events has no end,
// and lifts the bounds on reading and writing for itself.
const (
	headerTime  = 5 * time.Second
	readTime    = 10 * time.Second
	writeTime   = time.Minute
	idleTime    = time.Minute
	headerBytes = 16 << 10
)

// server returns what answers on connections.
func (s *Server) server() *http.Server {
	return &http.Server{
		Handler:           s,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       readTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headerBytes,
		ErrorLog:          silent,
	}
}

// Serve answers on listeners until one of them fails or is closed, and returns why.
func (s *Server) Serve(listeners []net.Listener) error {
	server := s.server()
	failed := make(chan error, len(listeners))
	for _, l := range listeners {
		go func() { failed <- server.Serve(l) }()
	}
	err := <-failed
	server.Close() //nolint:errcheck // the first error is the one that tells why
	return err
}
