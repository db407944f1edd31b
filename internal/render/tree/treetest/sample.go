// Package treetest holds documents to try writers on: one with every kind of node,
// and random ones whose text is hostile.
package treetest

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
)

func p(pieces ...any) *tree.Paragraph { return &tree.Paragraph{Text: tree.T(pieces...)} }

// Document returns a short policy in which every kind of node occurs.
func Document() *tree.Document {
	return &tree.Document{
		Name:     "index",
		Title:    "Privacy policy",
		Language: "en",
		Numbered: true,
		Intro: []tree.Block{
			p("This policy says which personal data the service keeps, where, for how long, and who else receives it."),
			p("It has been in force since ", tree.Strong{Text: tree.T("1 March 2026")}, ". Earlier versions are listed under ",
				tree.Link{Href: "changes.html", Text: tree.T("changes")}, "."),
		},
		Sections: []*tree.Section{who(), stores(), recipients(), rights()},
		Footer:   []tree.Block{p("Written from one description, version ", tree.Code("2026.3"), ".")},
	}
}

func who() *tree.Section {
	return &tree.Section{
		ID: "who", Title: tree.T("Who is responsible"),
		Blocks: []tree.Block{
			p("The controller is the company that runs the service. It is registered in Ireland & supervised there."),
			&tree.Definitions{Entries: []tree.Definition{
				{ID: "term.personal_data", Term: tree.T("Personal data"), About: []tree.Block{
					p("Information about a person who is known or can be found out, such as a name, an address or a number on a card."),
				}},
				{ID: "term.processor", Term: tree.T("Processor"), About: []tree.Block{
					p("A company that handles data for another and as that other says. Each is named in ",
						tree.Link{Href: "#recipients", Text: tree.T("section 3")}, "."),
					&tree.List{Items: []tree.Item{
						{Text: tree.T("It signs an agreement first.")},
						{Text: tree.T("It may not use the data for itself.")},
					}},
				}},
				{Term: tree.T("Retention"), About: []tree.Block{p("How long data is kept, counted from a stated event.")}},
			}},
		},
	}
}

func stores() *tree.Section {
	row := func(id string, first string, where, what tree.Cell, period string) tree.Row {
		return tree.Row{ID: id, Cells: []tree.Cell{{tree.T(first)}, where, what, {tree.T(period)}}}
	}
	return &tree.Section{
		ID: "stores", Title: tree.T("Where data is kept"),
		Blocks: []tree.Block{
			p(tree.Says(tree.T("Accounts are kept in PostgreSQL"), Fact("technology")), " in two regions of the European Union, and nowhere else."),
			&tree.Table{
				Caption: tree.T("Data stores"),
				Head:    []tree.Text{tree.T("Store"), tree.T("Where"), tree.T("What it holds"), tree.T("Kept for")},
				Rows: []tree.Row{
					row("data_store.accounts", "Accounts", tree.Cell{tree.T("Ireland"), tree.T("Germany")},
						tree.Cell{tree.T("Name, e-mail address, telephone number, postal address")}, "While the account exists, and 30 days after"),
					row("data_store.sessions", "Sessions", tree.Cell{tree.T("Ireland")},
						tree.Cell{tree.T("Identifier of the session, address of the device")}, "Under 12 hours, normally"),
					row("", "Files", tree.Cell{tree.T("Germany")}, tree.Cell{tree.T("What users upload")}, ""),
				},
			},
		},
		Sections: []*tree.Section{
			{ID: "encryption", Title: tree.T("Encryption"), Blocks: []tree.Block{
				p("Everything is encrypted with ", tree.Code("AES-256"), " where it lies, and with ", tree.Code("TLS 1.3"), " on its way."),
				&tree.List{Ordered: true, Items: []tree.Item{
					{ID: "step.created", Text: tree.T("A key is made for each store.")},
					{Text: tree.T("The key is replaced:"), List: &tree.List{Items: []tree.Item{
						{Text: tree.T("every year;")},
						{Text: tree.T("at once, if it ", tree.Emphasis{Text: tree.T("may")}, " have been seen.")},
					}}},
					{Text: tree.T("The old key is destroyed."), Blocks: []tree.Block{p("Copies that it protected cannot be read from then on.")}},
				}},
			}},
			{ID: "map", Title: tree.T("How it flows"), Blocks: []tree.Block{
				&tree.Figure{
					SVG: []byte(Drawing), File: "data-map.svg", Caption: tree.T("From the browser to the store."),
					Alt: "An arrow from the browser to the accounts store",
				},
			}},
		},
	}
}

func recipients() *tree.Section {
	t := &tree.Table{Head: []tree.Text{tree.T("Recipient"), tree.T("Purpose"), tree.T("Data"), tree.T("Country"), tree.T("Basis"), tree.T("Since")}}
	for _, r := range [][]string{
		{"Amazon Web Services", "Hosting of the service and of its backups", "All of it", "Ireland, Germany", "Data processing agreement", "2019-04-01"},
		{"Postmark", "Messages about the account", "E-mail address, name", "United States", "Standard contractual clauses", "2021-11-15"},
		{"Stripe", "Payment", "Name, card, amount", "Ireland", "Data processing agreement", "2020-06-30"},
	} {
		var cells []tree.Cell
		for _, c := range r {
			cells = append(cells, tree.Cell{tree.T(c)})
		}
		t.Rows = append(t.Rows, tree.Row{Cells: cells})
	}
	return &tree.Section{
		ID: "recipients", Title: tree.T("Who receives data"),
		Blocks: []tree.Block{
			p("These companies receive data. The complete list is on ", tree.Link{Href: "subprocessors.html#all", Text: tree.T("a page of its own")}, "."),
			t,
			p("Data is ", tree.Strong{Text: tree.T("never")}, " sold."),
		},
	}
}

func rights() *tree.Section {
	return &tree.Section{
		ID: "rights", Title: tree.T("Your rights"),
		Blocks: []tree.Block{
			p("Write to ", tree.Link{Href: "mailto:privacy@example.com", Text: tree.T("privacy@example.com")}, ". An answer takes one month at most."),
			&tree.Prose{Markdown: Prose, Fact: Fact("note")},
		},
	}
}

// Prose is Markdown with everything that authors may write.
const Prose = `## What you may ask for

You may ask for *access*, **correction** or ` + "`erasure`" + `; see the [regulation](https://eur-lex.europa.eu/eli/reg/2016/679/oj).
A line that goes on\
and one that was broken on purpose.

- a copy of your data
  1. as a file
  2. on paper
- its deletion

#### If we refuse

> We say why, and whom to complain to.

| Request | Time |
| --- | --- |
| Access | one month |
| Erasure | ` + "`30 days`" + ` |

    GET /account/export

---

That is all.
`

// Drawing is a small picture.
const Drawing = `<svg xmlns="http://www.w3.org/2000/svg" id="page-map" role="img" aria-labelledby="page-map-title" viewBox="0 0 320 80" width="320" height="80">
<title id="page-map-title">From the browser to the accounts store</title>
<g fill="none" stroke="currentColor"><rect x="1" y="20" width="100" height="40" rx="5"/><rect x="218" y="20" width="100" height="40" rx="5"/><path d="M101 40h110l-8-5m8 5l-8 5"/></g>
<g fill="currentColor" font-size="16" text-anchor="middle"><text x="51" y="45">Browser</text><text x="268" y="45">Accounts</text></g>
</svg>
`

var block = &model.Block{
	Schema:  &schema.Block{Name: "data_store"},
	Address: "data_store.accounts",
	Attrs: []model.Attr{
		{Schema: &schema.Attr{Name: "technology"}},
		{Schema: &schema.Attr{Name: "note"}},
	},
}

// Fact returns the fact with the given name of the data store in the document:
// technology or note.
func Fact(name string) model.Fact {
	for i := range block.Attrs {
		if block.Attrs[i].Schema.Name == name {
			return model.Fact{Block: block, Attr: &block.Attrs[i]}
		}
	}
	panic("treetest: there is no fact " + name)
}
