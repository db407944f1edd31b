package serve

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"path"
	"strings"
	"time"
)

// own is the folder of the server's own files. No file of a site begins with ~.
const own = "~/"

// silent takes what net/http would otherwise print: of clients that go away, and
// that is nothing which the operator could mend.
var silent = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)

// pagePolicy is what a page says of itself, but for the script and the events of the
// server. It is sent in a header, in place of what stands in the page.
const pagePolicy = "script-src 'self'; connect-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// filePolicy is for everything else, such as a drawing that is opened on its own.
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'"

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", filePolicy)
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	if refusal := permitted(r); refusal != "" {
		http.Error(w, refusal, http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "This server only shows.", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if ours, ok := strings.CutPrefix(name, own); ok {
		s.serveOwn(w, r, ours)
		return
	}
	now, _ := s.current()
	serveFile(w, r, now, name)
}

// serveFile answers with a file of the site.
func serveFile(w http.ResponseWriter, r *http.Request, now *state, name string) {
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	content, known := now.files[name]
	switch {
	case known && isPage(name):
		servePage(w, http.StatusOK, content, now.panel, now.id)
	case known:
		w.Header().Set("Content-Type", typeOf(name))
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	case now.files[name+"/index.html"] != nil: // so that links in it lead on from the folder
		http.Redirect(w, r, "/"+name+"/", http.StatusFound) //nolint:gosec // a folder of the site, by its name
	case name == "favicon.ico": // every browser asks, and no site has one
		w.WriteHeader(http.StatusNoContent)
	case len(now.files) == 0:
		servePage(w, http.StatusServiceUnavailable, nothingYet(), now.panel, now.id)
	default:
		servePage(w, http.StatusNotFound, noSuchPage(now), now.panel, now.id)
	}
}

// serveOwn answers with a file of the server itself.
func (s *Server) serveOwn(w http.ResponseWriter, r *http.Request, name string) {
	now, _ := s.current()
	if topic, ok := strings.CutPrefix(name, "explain/"); ok {
		if page, ok := s.explain(topic); ok {
			servePage(w, http.StatusOK, page, now.strip, now.id)
			return
		}
	}
	switch name {
	case "events":
		s.events(w, r)
	case scriptName, styleName:
		w.Header().Set("Content-Type", typeOf(name))
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(ownFiles()[name]))
	default:
		servePage(w, http.StatusNotFound, noSuchPage(now), now.strip, now.id)
	}
}

// servePage answers with a page, and what the server adds to it.
func servePage(w http.ResponseWriter, status int, page, panel []byte, build string) {
	w.Header().Set("Content-Type", typeOf("page.html"))
	w.Header().Set("Content-Security-Policy", pagePolicy)
	w.WriteHeader(status)
	w.Write(added(page, panel, build)) //nolint:errcheck,gosec // a client that went away misses nothing; pages are escaped where they are made
}

// events tells a page what there is to see, now and whenever that changes, until the
// page goes away.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	stream := http.NewResponseController(w)
	if stream.SetReadDeadline(time.Time{}) != nil || stream.SetWriteDeadline(time.Time{}) != nil {
		return // the connection is gone
	}
	fmt.Fprint(w, "retry: 1000\n") //nolint:errcheck // Flush tells
	for {
		now, changed := s.current()
		fmt.Fprintf(w, "data: %s\n\n", now.id) //nolint:errcheck // Flush tells
		if stream.Flush() != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}

// mediaTypes are those of all files of a site, and of the server. They do not come
// from the machine, which may know others.
var mediaTypes = map[string]string{
	".atom": "application/atom+xml; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".csv":  "text/csv; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".md":   "text/markdown; charset=utf-8",
	".mmd":  "text/vnd.mermaid; charset=utf-8",
	".svg":  "image/svg+xml; charset=utf-8",
}

func typeOf(name string) string {
	if known, ok := mediaTypes[path.Ext(name)]; ok {
		return known
	}
	return "application/octet-stream"
}

func isPage(name string) bool { return path.Ext(name) == ".html" }
