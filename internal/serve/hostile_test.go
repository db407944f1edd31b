package serve

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"
)

// Only pages of the server itself, and whoever sits at the machine, get an answer.
func TestPermitted(t *testing.T) {
	s := start(t, Build{Files: small})
	here := strings.TrimSuffix(strings.TrimPrefix(s.address, "http://"), "/")
	for _, c := range []struct {
		name    string
		headers []string
		want    int
	}{
		{"as it is", nil, 200},
		{"by name", []string{"Host", "localhost:7748"}, 200},
		{"by a name in capitals", []string{"Host", "LOCALHOST"}, 200},
		{"by the other address", []string{"Host", "[::1]:7748"}, 200},
		{"by an address without a port", []string{"Host", "[::1]"}, 200},
		{"through a tunnel", []string{"Host", "localhost:9000"}, 200},
		{"a name that leads here", []string{"Host", "rebound.example"}, 403},
		{"a name that leads here, with the port", []string{"Host", "rebound.example:7748"}, 403},
		{"a name that begins with the address", []string{"Host", "127.0.0.1.rebound.example"}, 403},
		{"a name that ends with the name", []string{"Host", "rebound.localhost.example"}, 403},
		{"no address of this machine", []string{"Host", "192.0.2.1:7748"}, 403},
		{"all addresses", []string{"Host", "0.0.0.0:7748"}, 403},
		{"its own page", []string{"Origin", "http://" + here}, 200},
		{"a page of another origin", []string{"Origin", "https://rebound.example"}, 403},
		{"a page of another port", []string{"Origin", "http://127.0.0.1:1"}, 403},
		{"a page of no origin", []string{"Origin", "null"}, 403},
		{"its own script", []string{"Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors"}, 200},
		{"the address bar", []string{"Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate"}, 200},
		{"a link from elsewhere", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"}, 200},
		{"a link from elsewhere, to a page", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 200},
		{"a frame of a page from elsewhere", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"}, 403},
		{"an object of a page of another port", []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "object"}, 403},
		{"a script from elsewhere", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"}, 403},
		{"a script of another port", []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "no-cors"}, 403},
		{"a form from elsewhere", []string{"Origin", "https://rebound.example", "Sec-Fetch-Mode", "navigate"}, 403},
	} {
		for _, path := range []string{"/", "/manifest.json", "/~/serve.js", "/no.html"} {
			got := s.get(t, path, c.headers...)
			if (got.status == http.StatusForbidden) != (c.want == http.StatusForbidden) {
				t.Errorf("%s, %s: status %d, want %d", c.name, path, got.status, c.want)
			}
			if got.status == http.StatusForbidden && strings.Contains(got.body, "A text") {
				t.Errorf("%s, %s: refused, and told", c.name, path)
			}
			if got.header.Get("Access-Control-Allow-Origin") != "" || got.header.Get("Cross-Origin-Resource-Policy") != "same-origin" {
				t.Errorf("%s, %s: others may read it: %v", c.name, path, got.header)
			}
			if !strings.Contains(got.header.Get("Content-Security-Policy"), "frame-ancestors 'none'") {
				t.Errorf("%s, %s: others may frame it: %v", c.name, path, got.header)
			}
		}
	}
}

// Hosts that no client of Go sends as they are.
func TestIsLoopback(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "127.0.0.1": true, "127.1.2.3:80": true, "::1": true, "[::ffff:127.0.0.1]:80": true,
		"": false, ":80": false, "[::1%eth0]": false, "[::1%25eth0]:80": false, "localhost.": false, "127.1": false, "2130706433": false, "0x7f.0.0.1": false,
	} {
		if isLoopback(host) != want {
			t.Errorf("%q is this machine: %t", host, !want)
		}
	}
}

func TestMethods(t *testing.T) {
	s := start(t, Build{Files: small})
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions, http.MethodConnect, "INVENTED"} {
		if got := s.ask(t, method, "/"); got.status != http.StatusMethodNotAllowed {
			t.Errorf("%s: status %d", method, got.status)
		}
	}
	for _, path := range []string{"/", "/manifest.json", "/~/events"} {
		if got := s.ask(t, http.MethodHead, path); got.status != http.StatusOK || got.body != "" {
			t.Errorf("HEAD %s: status %d, %q", path, got.status, got.body)
		}
	}
}

// raw sends bytes and returns the first line that comes back, and all.
func (s served) raw(t *testing.T, request string) (status, all string) {
	t.Helper()
	c, err := net.Dial("tcp", s.all[0].Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	go io.WriteString(c, request) // the server may answer before it has read all
	reader := bufio.NewReader(c)
	status, _ = reader.ReadString('\n')
	rest, _ := io.ReadAll(reader) // what was not read yet may reset the connection
	return strings.TrimSpace(status), string(rest)
}

// No path reaches a disk, and none is sent elsewhere.
func TestHostilePaths(t *testing.T) {
	s := start(t, Build{Files: small})
	for _, target := range []string{
		"/../../../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/serve.go", "/assets/../index.html", "/assets/..%5c..%5cserve.go",
		"/./index.html", "//index.html", "//evil.example/de", "/%2f%2fevil.example", "/de/../de", "/\\evil.example\\", "/%00", "/index.html%00.css",
		"/index.html/", "/index.html/.", "/C:/index.html", "/file:///etc/passwd", "/serve.go", "/~/panel.html", "/~/../serve.go", "/~", "/~/explain/../../x",
		"/" + strings.Repeat("a", 8000), "/" + strings.Repeat("../", 2000) + "etc/passwd", "http://evil.example/index.html", "*",
	} {
		status, all := s.raw(t, "GET "+target+" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
		if strings.Contains(status, " 200 ") || strings.Contains(status, " 30") || !strings.Contains(status, " 40") {
			t.Errorf("%.80s: %s", target, status)
		}
		if strings.Contains(all, "root:") || strings.Contains(all, "package serve") || strings.Contains(all, "Location:") {
			t.Errorf("%.80s tells\n%s", target, all)
		}
	}
	if got := s.get(t, "/"); got.status != http.StatusOK {
		t.Errorf("afterwards: status %d", got.status)
	}
}

func TestHugeRequests(t *testing.T) {
	s := start(t, Build{Files: small})
	for name, request := range map[string]string{
		"a header": "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + strings.Repeat("x", 1<<20) + "\r\n\r\n",
		"headers":  "GET / HTTP/1.1\r\nHost: localhost\r\n" + strings.Repeat("X: x\r\n", 1<<17) + "\r\n",
		"a path":   "GET /" + strings.Repeat("x", 1<<20) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
	} {
		if status, _ := s.raw(t, request); !strings.Contains(status, " 431 ") {
			t.Errorf("%s: %q", name, status)
		}
	}
}

// Clients that do not finish keep nobody waiting, and are given up.
func TestSlowClients(t *testing.T) {
	s := start(t, Build{Files: small})
	for range 100 {
		c, err := net.Dial("tcp", s.all[0].Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: loc"); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.get(t, "/"); got.status != http.StatusOK {
		t.Errorf("status %d", got.status)
	}
	server := s.server()
	if server.ReadHeaderTimeout <= 0 || server.ReadTimeout <= 0 || server.WriteTimeout <= 0 || server.IdleTimeout <= 0 || server.MaxHeaderBytes <= 0 {
		t.Errorf("a bound is missing: %+v", server)
	}
}

func TestListen(t *testing.T) {
	s := start(t, Build{Files: small})
	for _, l := range s.all {
		address, err := netip.ParseAddrPort(l.Addr().String())
		if err != nil || !address.Addr().IsLoopback() || int(address.Port()) != Port(s.all) {
			t.Errorf("listens on %v", l.Addr())
		}
		response, err := http.Get("http://" + l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != http.StatusOK {
			t.Errorf("%v: status %d", l.Addr(), response.StatusCode)
		}
	}
	if _, err := Listen(Port(s.all)); !errors.Is(err, ErrTaken) {
		t.Errorf("a port that is taken: %v", err)
	}
	one, err := ListenNear()
	if err != nil {
		t.Fatal(err)
	}
	two, err := ListenNear()
	if err != nil {
		t.Fatal(err)
	}
	if Port(one) == Port(two) || Port(one) == 0 {
		t.Errorf("two servers listen on %d and %d", Port(one), Port(two))
	}
	for _, l := range append(one, two...) {
		l.Close()
	}
}

// A port is not free where another program has it on the other address: whoever asks
// for localhost might get that.
func TestListenOnBothAddresses(t *testing.T) {
	six, err := net.Listen("tcp6", "[::1]:0")
	if err != nil {
		t.Skip("there is no IPv6 here")
	}
	defer six.Close()
	port := Port([]net.Listener{six})
	if all, err := Listen(port); !errors.Is(err, ErrTaken) {
		t.Errorf("listens on %v: %v", all, err)
	}
}

func TestServeEnds(t *testing.T) {
	all, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() { ended <- New(Options{}).Serve(all) }()
	all[0].Close()
	if err := <-ended; !errors.Is(err, net.ErrClosed) {
		t.Errorf("it ended with %v", err)
	}
	if _, err := net.Dial("tcp", all[len(all)-1].Addr().String()); err == nil {
		t.Error("the other listener still listens")
	}
}
