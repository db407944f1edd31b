package serve

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/site"
	"github.com/privity/privity/internal/source"
)

// built is the site of an example.
func built(t *testing.T, example string) []output.File {
	t.Helper()
	policy, found := lang.Load(os.DirFS("../../examples/"+example), lang.Options{})
	if found.HasErrors() {
		t.Fatalf("%s: %d findings", example, len(found))
	}
	files, err := site.Build(policy.Model)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// small is a site of two pages, one in another language.
var small = []output.File{
	{Path: "assets/style.css", Content: []byte("p {}")},
	{Path: "de/index.html", Content: message("Seite", "Ein Text", nil)},
	{Path: "index.html", Content: message("A page", "A text", nil)},
	{Path: "manifest.json", Content: []byte("{}")},
}

func explain(topic string) (string, bool) {
	if topic != "PV0301" {
		return "", false
	}
	return "# PV0301: A <title>\n\nA text with `code`.\n", true
}

func one(code diag.Code, severity diag.Severity) diag.List {
	file := source.NewFile("main.hcl", []byte("vendor = vendor.amzon\n"))
	d := diag.New(code, source.Span{File: file, Start: 9, End: 21}, "there is no vendor \"amzon\"")
	d.Severity = severity
	return diag.List{d}
}

var broken = Build{Found: one("PV0301", diag.Error)}

// A site that is served on the loopback addresses, to a real client.
type served struct {
	*Server
	address string
	all     []net.Listener
}

func start(t *testing.T, builds ...Build) served {
	t.Helper()
	all, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	s := served{New(Options{Folder: "privacy", Explain: explain}), Address(all), all}
	for _, b := range builds {
		s.Show(b)
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(all) }()
	t.Cleanup(func() {
		for _, l := range all {
			l.Close()
		}
		<-ended
	})
	return s
}

type answer struct {
	status int
	header http.Header
	body   string
}

// get asks for a path, with headers given as names and values.
func (s served) get(t *testing.T, path string, headers ...string) answer {
	t.Helper()
	return s.ask(t, http.MethodGet, path, headers...)
}

func (s served) ask(t *testing.T, method, path string, headers ...string) answer {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, s.address+strings.TrimPrefix(path, "/"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, string(body)}
}

var scriptTag = regexp.MustCompile(`<script src="/~/serve\.js" data-build="([0-9a-f]{16})" defer></script>\n`)

// TestSiteAsItIsBuilt holds that what is served is what a build writes, byte for byte,
// but for the script and for what a page says against it.
func TestSiteAsItIsBuilt(t *testing.T) {
	for _, example := range []string{"quickstart", "monta"} {
		files := built(t, example)
		s := start(t, Build{Files: files})
		for _, f := range files {
			got := s.get(t, f.Path)
			want := string(f.Content)
			if isPage(f.Path) {
				if len(scriptTag.FindAllString(got.body, -1)) != 1 {
					t.Errorf("%s: there is not one script", f.Path)
				}
				got.body = scriptTag.ReplaceAllString(got.body, "")
				want = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy".*>\n`).ReplaceAllString(want, "")
			}
			if diff := cmp.Diff(want, got.body); diff != "" || got.status != http.StatusOK {
				t.Errorf("%s: status %d, differs (-want +got):\n%s", f.Path, got.status, diff)
			}
			if mediaType := got.header.Get("Content-Type"); mediaType == "application/octet-stream" || mediaType != typeOf(f.Path) {
				t.Errorf("%s is served as %s", f.Path, mediaType)
			}
		}
	}
}

func TestFolders(t *testing.T) {
	s := start(t, Build{Files: small})
	if got := s.get(t, "/"); !strings.Contains(got.body, "A text") {
		t.Errorf("the top is\n%s", got.body)
	}
	if got := s.get(t, "/de"); got.status != http.StatusFound || got.header.Get("Location") != "/de/" {
		t.Errorf("a folder: %d, %q", got.status, got.header.Get("Location"))
	}
	if got := s.get(t, "/de/"); !strings.Contains(got.body, "Ein Text") {
		t.Errorf("a folder is\n%s", got.body)
	}
	for _, path := range []string{"/no.html", "/index", "/de/no/", "/INDEX.HTML", "/~/no", "/~/explain/PV9999"} {
		got := s.get(t, path)
		if got.status != http.StatusNotFound || !scriptTag.MatchString(got.body) {
			t.Errorf("%s: status %d\n%s", path, got.status, got.body)
		}
	}
	if got := s.get(t, "/no.html"); !strings.Contains(got.body, `<a href="/de/index.html">de/index.html</a>`) {
		t.Errorf("the page in place of another names none\n%s", got.body)
	}
}

func TestFindingsOverThePages(t *testing.T) {
	s := start(t, Build{Files: small})
	if got := s.get(t, "/"); strings.Contains(got.body, "privity-serve") {
		t.Errorf("nothing was found, and there is a panel:\n%s", got.body)
	}
	s.Show(broken)
	got := s.get(t, "/")
	for _, want := range []string{
		"A text", // the page as it was
		`<details class="panel error" open>`, "1 error<", "The page is as it was before",
		"privacy/main.hcl:1:10", `<mark class="cause">vendor.amzon</mark>`, `<a href="/~/explain/PV0301">`,
	} {
		if !strings.Contains(got.body, want) {
			t.Errorf("the page does not hold %q:\n%s", want, got.body)
		}
	}
	if got := s.get(t, "/manifest.json"); got.body != "{}" {
		t.Errorf("a file is no longer as it was: %q", got.body)
	}
	if got := s.get(t, "/~/explain/PV0301"); !strings.Contains(got.body, `<details class="panel error">`) {
		t.Errorf("the findings open over what explains them:\n%s", got.body)
	}
	s.Show(Build{Files: small, Found: one("PP019", diag.Warning)})
	if got := s.get(t, "/"); !strings.Contains(got.body, `<details class="panel warning">`) || !strings.Contains(got.body, "up to date<") {
		t.Errorf("a warning of a rule:\n%s", got.body)
	}
	s.Show(Build{Files: small, Found: one("PP019", diag.Error)})
	if got := s.get(t, "/"); !strings.Contains(got.body, `<details class="panel error">`) || !strings.Contains(got.body, "build would refuse") {
		t.Errorf("an error of a rule:\n%s", got.body)
	}
	s.Show(Build{Failure: &Failure{What: "the folder <rules> cannot be read", Help: "mend it"}})
	if got := s.get(t, "/"); !strings.Contains(got.body, "&lt;rules&gt; cannot be read") || !strings.Contains(got.body, "mend it") || !strings.Contains(got.body, "A text") {
		t.Errorf("a failure:\n%s", got.body)
	}
}

func TestBeforeThereArePages(t *testing.T) {
	s := start(t)
	if got := s.get(t, "/"); got.status != http.StatusServiceUnavailable || !scriptTag.MatchString(got.body) {
		t.Errorf("before the first build: %d\n%s", got.status, got.body)
	}
	s.Show(broken)
	got := s.get(t, "/retention.html")
	if got.status != http.StatusServiceUnavailable || !strings.Contains(got.body, `<details class="panel error" open>`) || !scriptTag.MatchString(got.body) {
		t.Errorf("after a first build that failed: %d\n%s", got.status, got.body)
	}
}

// A site may have no page in HTML: its documents may have other formats.
func TestSiteWithoutPages(t *testing.T) {
	s := start(t, Build{Files: []output.File{{Path: "index.md", Content: []byte("# Text\n")}}})
	got := s.get(t, "/")
	if got.status != http.StatusNotFound || !strings.Contains(got.body, `<a href="/index.md">`) || !scriptTag.MatchString(got.body) {
		t.Errorf("status %d\n%s", got.status, got.body)
	}
}

func TestExplanations(t *testing.T) {
	s := start(t, Build{Files: small})
	got := s.get(t, "/~/explain/PV0301")
	for _, want := range []string{"<h1>PV0301: A &lt;title&gt;</h1>", "<code>code</code>", `href="/~/assets/style.css"`} {
		if !strings.Contains(got.body, want) {
			t.Errorf("the explanation does not hold %q:\n%s", want, got.body)
		}
	}
	for path, mediaType := range map[string]string{"/~/assets/style.css": "text/css; charset=utf-8", "/~/serve.js": "text/javascript; charset=utf-8"} {
		if got := s.get(t, path); got.status != http.StatusOK || got.header.Get("Content-Type") != mediaType {
			t.Errorf("%s: %d, %s", path, got.status, got.header.Get("Content-Type"))
		}
	}
}

func TestShowCountsWhatDiffers(t *testing.T) {
	s := New(Options{})
	for _, step := range []struct {
		files []output.File
		want  int
	}{
		{small, 4},
		{small, 0},
		{small[1:], 1},
		{append([]output.File{{Path: "manifest.json", Content: []byte("[]")}}, small[1:3]...), 1},
		{nil, 0},
		{small, 2},
	} {
		if got := s.Show(Build{Files: step.files}); got != step.want {
			t.Errorf("%d files differ, want %d", got, step.want)
		}
	}
}

// events are what a page hears.
func (s served) events(t *testing.T) func() string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.address+"~/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	if got := response.Header.Get("Content-Type"); got != "text/event-stream" {
		t.Fatalf("events are %q", got)
	}
	lines := bufio.NewScanner(response.Body)
	return func() string {
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return data
			}
		}
		t.Fatal("there are no more events")
		return ""
	}
}

func (s served) build(t *testing.T) string {
	t.Helper()
	return scriptTag.FindStringSubmatch(s.get(t, "/").body)[1]
}

// A page hears at once which build is served, so that it knows whether it is of that,
// and then of each that can be told from the one before.
func TestEvents(t *testing.T) {
	s := start(t, Build{Files: small})
	next, other := s.events(t), s.events(t)
	first := s.build(t)
	if got := next(); got != first {
		t.Fatalf("the first event is %q, the page is of %q", got, first)
	}
	_, changed := s.current()
	s.Show(Build{Files: small})
	select {
	case <-changed:
		t.Error("a build that came to the same is told")
	default:
	}
	s.Show(broken)
	second := s.build(t)
	if got := next(); got != second || second == first {
		t.Fatalf("the second event is %q, the page is of %q after %q", got, second, first)
	}
	s.Show(Build{Files: small})
	if got := next(); got != first {
		t.Errorf("what looks as at first is %q, and was %q", got, first)
	}
	if got := other(); got != first {
		t.Errorf("another page hears %q first", got)
	}
	again := start(t, Build{Files: small})
	if got := again.build(t); got != first {
		t.Errorf("another server calls the same %q", got)
	}
}

// TestScriptFindsWhatItLooksFor holds the script to the page that it runs in.
func TestScriptFindsWhatItLooksFor(t *testing.T) {
	s := start(t, Build{Files: small}, broken)
	page, script := s.get(t, "/").body, s.get(t, "/~/serve.js").body
	for _, c := range []struct{ inScript, inPage string }{
		{`getElementById("privity-serve")`, `id="privity-serve"`},
		{"dataset.build", "data-build="},
		{`querySelector("details")`, "<details"},
		{"shadowRoot", `shadowrootmode="open"`},
	} {
		if !strings.Contains(script, c.inScript) || !strings.Contains(page, c.inPage) {
			t.Errorf("%s looks for %s", c.inScript, c.inPage)
		}
	}
	if !strings.Contains(script, `EventSource("/~/events")`) {
		t.Error("the script does not listen")
	}
	policy := s.get(t, "/").header.Get("Content-Security-Policy")
	if !strings.Contains(policy, "script-src 'self';") || !strings.Contains(policy, "connect-src 'self';") || strings.Contains(page, "http-equiv") {
		t.Errorf("the browser would not run the script: %s", policy)
	}
}

func TestPageWithoutItsEnds(t *testing.T) {
	for _, page := range []string{"", "text", "<head></head>", "</body></head>"} {
		if got := added([]byte(page), []byte("panel"), "build"); !bytes.Equal(got, []byte(page)) {
			t.Errorf("%q becomes %q", page, got)
		}
	}
}

func ExampleAddress() {
	all, err := Listen(0)
	if err != nil {
		fmt.Println(err)
		return
	}
	address := Address(all)
	for _, l := range all {
		l.Close()
	}
	fmt.Println(strings.Replace(address, strconv.Itoa(Port(all)), "PORT", 1))
	// Output: http://127.0.0.1:PORT/
}
