package serve

import (
	"bytes"
	"embed"
	"html/template"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/render/html"
	"github.com/privity/privity/internal/render/prose"
	"github.com/privity/privity/internal/render/tree"
)

// Names of the server's own files.
const (
	scriptName = "serve.js"
	styleName  = html.StylePath
)

//go:embed panel.html panel.css serve.js
var embedded embed.FS

// ownFiles are the server's own files by their names.
var ownFiles = sync.OnceValue(func() map[string][]byte {
	return map[string][]byte{scriptName: readEmbedded(scriptName), styleName: html.Style()}
})

func readEmbedded(name string) []byte {
	content, err := embedded.ReadFile(name)
	if err != nil {
		panic(err) // it is part of the program
	}
	return content
}

var templates = sync.OnceValue(func() *template.Template {
	style := template.CSS(readEmbedded("panel.css")) //nolint:gosec // it is part of the program
	return template.Must(template.New("").Funcs(template.FuncMap{"style": func() template.CSS { return style }}).ParseFS(embedded, "panel.html"))
})

func execute(name string, data any) []byte {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, name, data); err != nil {
		panic("serve: there is no such template or field: " + err.Error())
	}
	return b.Bytes()
}

// The places in a page, as package html writes it, at which something is added or
// taken away.
var (
	policyTag = []byte(`<meta http-equiv="Content-Security-Policy"`)
	endOfTag  = []byte(">\n")
	endOfHead = []byte("</head>")
	endOfBody = []byte("</body>")
)

// headView is what is added to the head of a page, as its template sees it.
type headView struct {
	Build string
	Panel bool // whether room is left for it
}

// added returns a page with the script that reloads it, and with the panel. What the
// page says against scripts is left out, since a header says it.
func added(page, panel []byte, build string) []byte {
	if before, rest, ok := bytes.Cut(page, policyTag); ok {
		if _, after, ok := bytes.Cut(rest, endOfTag); ok {
			page = append(bytes.Clone(before), after...)
		}
	}
	head, rest, _ := bytes.Cut(page, endOfHead)
	at := bytes.LastIndex(rest, endOfBody)
	if at < 0 {
		return page // it is no page of package html
	}
	loads := execute("head", headView{Build: build, Panel: len(panel) > 0})
	return bytes.Join([][]byte{head, loads, endOfHead, rest[:at], panel, rest[at:]}, nil)
}

// nothingYet stands in the place of every page while none could be made.
func nothingYet() []byte {
	return message("There are no pages yet", "They are made as soon as the policy is free of errors. This page then shows itself anew.", nil)
}

// noSuchPage stands in the place of a page that the site does not have, or no longer.
func noSuchPage(now *state) []byte {
	pages := slices.DeleteFunc(slices.Clone(now.paths), func(path string) bool { return !isPage(path) })
	if len(pages) == 0 { // its documents have other formats
		pages = now.paths
	}
	return message("There is no such page", "The site has these:", pages)
}

// message is a page of the server's own, with links to files of the site.
func message(title, text string, files []string) []byte {
	doc := &tree.Document{Name: "message", Title: title, Language: "en", Intro: []tree.Block{&tree.Paragraph{Text: tree.T(text)}}}
	list := &tree.List{}
	for _, path := range files {
		list.Items = append(list.Items, tree.Item{Text: tree.Text{tree.Link{Href: "/" + path, Text: tree.T(path)}}})
	}
	if len(files) > 0 {
		doc.Intro = append(doc.Intro, list)
	}
	return encode(doc)
}

// encode writes a page of the server's own. Its style sheet is found from any folder.
func encode(doc *tree.Document) []byte {
	page, err := html.Encode(doc, html.Site{})
	if err != nil {
		panic("serve: a page without drawings cannot be written: " + err.Error())
	}
	return bytes.Replace(page, []byte(`href="`+html.StylePath), []byte(`href="/`+own+html.StylePath), 1)
}

// explanation is the address of the page behind a code, or nothing.
func (s *Server) explanation(code diag.Code) string {
	if s.options.Explain == nil {
		return ""
	}
	if _, ok := s.options.Explain(string(code)); !ok {
		return ""
	}
	return "/" + own + "explain/" + url.PathEscape(string(code))
}

// explain returns the page behind a code, as HTML.
func (s *Server) explain(topic string) ([]byte, bool) {
	if s.options.Explain == nil {
		return nil, false
	}
	markdown, ok := s.options.Explain(topic)
	if !ok {
		return nil, false
	}
	heading, text, _ := strings.Cut(markdown, "\n")
	title := strings.TrimSpace(strings.TrimLeft(heading, "#"))
	back := &tree.Paragraph{Text: tree.Text{tree.Link{Href: "/", Text: tree.T("Back to the pages")}}}
	return encode(&tree.Document{
		Name: "explanation", Title: title, Language: "en",
		Intro: prose.Blocks(strings.TrimSpace(text)), Footer: []tree.Block{back},
	}), true
}
