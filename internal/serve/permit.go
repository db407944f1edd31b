package serve

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// permitted says why a request is refused, or returns the empty text.
//
// A browser puts the name by which it found a server into Host, whatever address the
// name led to. And it says of a request that a page makes, not the user, where that
// page came from: by Origin where the page could read the answer, and by the
// Sec-Fetch headers always. Following a link from elsewhere is the user's doing, if it
// leads to a page, and not into a frame of one.
func permitted(r *http.Request) (refusal string) {
	origin, site := r.Header.Get("Origin"), r.Header.Get("Sec-Fetch-Site")
	switch {
	case !isLoopback(r.Host):
		return "This server answers to localhost and to loopback addresses only."
	case origin != "" && !strings.EqualFold(origin, "http://"+r.Host):
		return "This server does not answer to pages of another origin."
	case r.Header.Get("Sec-Fetch-Mode") == "navigate" && opensPage(r.Header.Get("Sec-Fetch-Dest")):
		return ""
	case site != "" && site != "same-origin" && site != "none":
		return "This server does not answer to pages of another origin."
	}
	return ""
}

// opensPage reports whether a browser says of what it asks for that it is to be a page
// of its own. What does not say so is not known to be in a frame.
func opensPage(destination string) bool { return destination == "" || destination == "document" }

// isLoopback reports whether a host, perhaps with a port, is this machine by a name
// that nobody else can give an address to.
func isLoopback(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	}
	if strings.EqualFold(name, "localhost") {
		return true
	}
	address, err := netip.ParseAddr(name)
	return err == nil && address.IsLoopback() && address.Zone() == ""
}
