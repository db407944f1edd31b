package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/tree"
)

// A Recipient is one role in which somebody receives or handles data, as the list
// of subprocessors gives it to other programs.
type Recipient struct {
	Address    string   `json:"address"`
	Name       string   `json:"name"`
	Company    string   `json:"company,omitempty"`
	Kind       string   `json:"kind,omitempty"` // a word of the schema's enum recipient_kind
	Role       string   `json:"role,omitempty"`
	Purposes   []string `json:"purposes,omitempty"`
	LegalBases []string `json:"legal_bases,omitempty"` // words of the schema's enum legal_basis
	Data       []string `json:"data,omitempty"`
	DataOpen   bool     `json:"data_open_ended,omitempty"` // whether Data gives examples only
	Minimised  bool     `json:"minimised,omitempty"`
	Platforms  []string `json:"platforms,omitempty"`
	Condition  string   `json:"condition,omitempty"` // in words
	Regions    []string `json:"regions,omitempty"`
	Countries  []string `json:"countries,omitempty"` // codes of ISO 3166
	Mechanism  string   `json:"mechanism,omitempty"` // a word of the schema's enum mechanism
	PassedOn   []Onward `json:"passed_on_to,omitempty"`
	Manages    []string `json:"manages,omitempty"` // data stores
	Agreement  string   `json:"agreement,omitempty"`
	Since      string   `json:"since,omitempty"` // a date of ISO 8601
	Keeps      []string `json:"keeps,omitempty"` // data stores, of a company that is named by these alone
	Hosts      []string `json:"hosts,omitempty"` // systems, of a company that is named by these alone
}

// Onward is a company to which a recipient passes data on.
type Onward struct {
	Company   string   `json:"company"`
	Form      string   `json:"form,omitempty"`     // a word of the schema's enum sharing_form
	Purposes  []string `json:"purposes,omitempty"` // where they are not those of the role
	Platforms []string `json:"platforms,omitempty"`
	Condition string   `json:"condition,omitempty"` // in words
}

// String is the company with what limits the passing on: "Apple (ios)".
func (o Onward) String() string {
	limits := once(append(append([]string(nil), o.Purposes...), o.Platforms...), o.Condition)
	if o.Form == "access" {
		limits = append([]string{"by access"}, limits...)
	}
	if len(limits) == 0 {
		return o.Company
	}
	return o.Company + " (" + several(limits) + ")"
}

// RecipientList is the list of subprocessors with the policy that it belongs to.
type RecipientList struct {
	Policy     string      `json:"policy,omitempty"`
	Updated    string      `json:"updated,omitempty"`
	Recipients []Recipient `json:"recipients"`
}

// Recipients lists who receives or handles data, in the order of the policy: one
// entry for each role, and one for a recipient without any; and behind them one for
// each company with which data is kept or systems run and that is no recipient by then.
func (p *Publication) Recipients() RecipientList {
	w := p.w
	list := RecipientList{Recipients: []Recipient{}}
	if w.policy != nil {
		list.Policy = w.policyTitle().Text
		if d, ok := w.policy.Date("updated"); ok {
			list.Updated = d.String()
		}
	}
	all := w.model.All("subprocessor")
	roles := parallel.Map(len(all), func(i int) []Recipient { return w.roles(all[i]) })
	keepers := parallel.Map(len(w.keepers), func(i int) Recipient { return w.asRecipient(w.keepers[i]) })
	list.Recipients = append(list.Recipients, slices.Concat(append(roles, keepers)...)...)
	return list
}

// roles are those in which a recipient receives or handles data, or else the recipient.
func (w *writer) roles(b *model.Block) []Recipient {
	engagements := b.Inside("engagement")
	if len(engagements) == 0 {
		return []Recipient{w.recipient(b)}
	}
	roles := make([]Recipient, len(engagements))
	for i, e := range engagements {
		roles[i] = w.inRole(b, e)
	}
	return roles
}

func (w *writer) recipient(b *model.Block) Recipient {
	r := Recipient{
		Address: b.Address, Name: w.labelText(b), Kind: b.Text("kind"), Mechanism: b.Text("mechanism"),
		Agreement: b.Text("agreement"), Regions: w.labelTexts(b.Refs("regions")), Manages: w.labelTexts(w.employs[b]),
	}
	if v := b.Ref("vendor"); v != nil {
		r.Company = w.labelText(v)
	}
	if d, ok := b.Date("since"); ok {
		r.Since = d.String()
	}
	r.Countries = countryCodes(b.Refs("regions"), b.Texts("countries"))
	return r
}

// inRole is a recipient in one of its roles. Places of the role's own replace
// those of the recipient.
func (w *writer) inRole(b, e *model.Block) Recipient {
	r := w.recipient(b)
	r.Address, r.Role = e.Address, w.roleText(e)
	r.Data, r.DataOpen, r.Minimised = w.labelTexts(e.Refs("data")), e.True("open_ended"), e.True("minimised")
	r.Platforms = e.Texts("platforms")
	r.Condition = w.conditionText(e)
	if elsewhere(e) {
		r.Regions, r.Countries = w.labelTexts(e.Refs("regions")), countryCodes(e.Refs("regions"), e.Texts("countries"))
	}
	for _, p := range e.Refs("purposes") {
		r.Purposes = append(r.Purposes, w.labelText(p))
		r.LegalBases = once(r.LegalBases, p.Text("legal_basis"))
	}
	for _, s := range e.Inside("shares_with") {
		if v := s.Ref("vendor"); v != nil {
			r.PassedOn = append(r.PassedOn, Onward{
				Company: w.labelText(v), Form: s.Text("form"), Purposes: w.labelTexts(s.Refs("purposes")), Platforms: s.Texts("platforms"),
				Condition: w.conditionText(s),
			})
		}
	}
	return r
}

// roleText is what a role is called. One without a label is in English called by the
// name of its block, and in other languages by its purposes.
func (w *writer) roleText(e *model.Block) string {
	if w.speech.InSentences() || w.hasName(e) {
		return w.labelText(e)
	}
	return w.speech.AndWords(w.labelTexts(e.Refs("purposes"))...)
}

// conditionText is on what a role depends, in words.
func (w *writer) conditionText(b *model.Block) string {
	if w.speech.InSentences() {
		return tree.PlainText(w.conditions(b))
	}
	return tree.PlainText(w.speech.Semicolons(w.labelledAll(b, "when", "unless")...))
}

// countryCodes are the countries of regions and further ones, each once.
func countryCodes(regions []*model.Block, further []string) []string {
	var codes []string
	for _, r := range regions {
		codes = once(codes, r.Text("country"))
	}
	for _, c := range further {
		codes = once(codes, c)
	}
	return codes
}

// once adds a word that is neither empty nor there yet. The lists are short.
func once(words []string, word string) []string {
	if word == "" {
		return words
	}
	for _, w := range words {
		if w == word {
			return words
		}
	}
	return append(words, word)
}

// Subprocessors writes the list of recipients for other programs: as CSV with a
// head, for spreadsheets, and as JSON.
func (p *Publication) Subprocessors() (asCSV, asJSON []byte) {
	list := p.Recipients()
	parallel.For(2, func(i int) {
		if i == 0 {
			asCSV = list.csv()
		} else {
			asJSON = list.json()
		}
	})
	return asCSV, asJSON
}

func (l RecipientList) csv() []byte {
	var table bytes.Buffer
	rows := csv.NewWriter(&table)
	record(rows, csvHead)
	for _, r := range l.Recipients {
		record(rows, r.row())
	}
	rows.Flush()
	return table.Bytes()
}

// json writes the recipients of a list one by one: they are many, and small.
func (l RecipientList) json() []byte {
	each := parallel.Map(len(l.Recipients), func(i int) []byte { return indented(l.Recipients[i], "    ") })
	l.Recipients = []Recipient{}
	empty := indented(l, "")
	if len(each) == 0 {
		return append(empty, '\n')
	}
	frame := bytes.TrimSuffix(empty, []byte("]\n}"))
	return slices.Concat(frame, []byte("\n    "), bytes.Join(each, []byte(",\n    ")), []byte("\n  ]\n}\n"))
}

// indented is a value as JSON, every line of it but the first with a prefix.
func indented(v any, prefix string) []byte {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(prefix, "  ")
	if err := encoder.Encode(v); err != nil {
		panic("render: a list of strings is no JSON: " + err.Error())
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

var csvHead = []string{
	"recipient", "company", "kind", "role", "purposes", "legal bases", "data", "data is", "platforms", "condition",
	"regions", "countries", "mechanism", "passed on to", "manages", "agreement", "since", "address", "keeps", "hosts",
}

func (r Recipient) row() []string {
	return []string{
		r.Name, r.Company, r.Kind, r.Role, several(r.Purposes), several(r.LegalBases), several(r.Data), r.extent(),
		several(r.Platforms), r.Condition, several(r.Regions), several(r.Countries), r.Mechanism, passedOn(r.PassedOn),
		several(r.Manages), r.Agreement, r.Since, r.Address, several(r.Keeps), several(r.Hosts),
	}
}

// extent says whether the data is listed in full, and whether it is no more than
// required.
func (r Recipient) extent() string {
	var words []string
	if r.DataOpen {
		words = append(words, "examples")
	}
	if r.Minimised {
		words = append(words, "no more than required")
	}
	return several(words)
}

func passedOn(list []Onward) string {
	words := make([]string, len(list))
	for i, o := range list {
		words[i] = o.String()
	}
	return several(words)
}

func several(words []string) string { return strings.Join(words, "; ") }

// record writes a row. A cell that a spreadsheet would take for a formula begins
// with an apostrophe, which makes it text.
func record(w *csv.Writer, cells []string) {
	safe := make([]string, len(cells))
	for i, c := range cells {
		c = tree.Clean(c)
		if c != "" && strings.ContainsRune("=+-@", rune(c[0])) {
			c = "'" + c
		}
		safe[i] = c
	}
	if err := w.Write(safe); err != nil {
		panic("render: writing to memory failed: " + err.Error())
	}
}
