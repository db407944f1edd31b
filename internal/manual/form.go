package manual

import (
	"errors"
	"strings"

	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// A form is a way to write a value.
type form struct {
	name  string // the topic
	title string
	kinds []schema.Kind
	doc   []string // paragraphs
	rules []string // of the grammar, one a line
	good  []string // as they are written
	code  string   // an example that takes several lines
	bad   []string // what people write instead, for parse to comment on
	parse func(string) error
}

// forms are the forms of values, in the order of the reference.
var forms = []form{
	{
		name: "text", title: "Text", kinds: []schema.Kind{schema.Text},
		doc: []string{
			"A text stands in double quotes, on one line. It is printed within a sentence or a table, and attributes that ask for a phrase or a verb say so: then the page adds the rest of the sentence.",
			"`${…}` puts a value into a text. Two dollar signs, `$${`, write it as it is. An empty text is an error, since what is not known is left out.",
		},
		good: []string{`"user database"`, `"Hosted by ${vendor.aws.label}"`},
	},
	{
		name: "markdown", title: "Markdown", kinds: []schema.Kind{schema.Markdown},
		doc: []string{
			"Prose: emphasis, links, lists, several paragraphs. HTML is not allowed in it, and links lead to web pages and mailboxes. Values are put into it as into a text.",
			"Several lines are written as a heredoc. With `<<-`, the indentation that all lines share is taken away.",
		},
		good: []string{`"Counted from the *day after*."`},
		code: "note = <<-EOT\n  First paragraph.\n\n  Second paragraph.\nEOT",
	},
	{
		name: "bool", title: "True or false", kinds: []schema.Kind{schema.Bool},
		doc:  []string{"The words `true` and `false`, without quotes. `false` states that something is not so; to state nothing, leave the attribute out."},
		good: []string{"true", "false"},
	},
	{
		name: "number", title: "Whole numbers", kinds: []schema.Kind{schema.Number, schema.Count},
		doc:  []string{"Digits, without quotes and without separators. Where a policy may leave a number open, the text `\"limited\"` says that there is a limit which it does not state."},
		good: []string{"256", `"limited"`},
	},
	{
		name: "word", title: "Words with a fixed meaning", kinds: []schema.Kind{schema.OneOf},
		doc:  []string{"Many attributes take one of a few words, written as a text. Each word has a meaning that decides what the page says and what is compared; the page of the block lists them."},
		good: []string{`"at_most"`},
	},
	{
		name: "duration", title: "Durations", kinds: []schema.Kind{schema.Duration},
		doc: []string{
			"A whole number from 1 to 9999 and a unit, in the singular for 1 and in the plural otherwise. The unit is kept: one month is not thirty days, and ten business days are not two weeks. A business day is a working day of the organization.",
			"Some words state a period without a number, because published policies do. They are allowed, and nobody can check them.",
		},
		rules: []string{
			`"1 UNIT" or "N UNITs", where UNIT is ` + enumeration(units(), "or"),
			enumeration(quoted(scalar.VagueDurations), "or"),
		},
		good:  []string{`"30 days"`, `"1 month"`, `"10 business days"`, `"prompt"`},
		bad:   []string{"30d", "P30D", "one month", "1 months", "30 calendar days", "0 days", "2.5 hours"},
		parse: func(s string) error { _, err := scalar.ParseDuration(s); return err },
	},
	{
		name: "frequency", title: "Frequencies", kinds: []schema.Kind{schema.Frequency},
		doc: []string{"A number, or `several`, then `per` and a unit of time in the singular; or a word."},
		rules: []string{
			`"N per UNIT" or "several per UNIT", where UNIT is as for durations`,
			enumeration(quoted(scalar.WordFrequencies), "or"),
		},
		good:  []string{`"1 per day"`, `"several per day"`, `"every_release"`},
		bad:   []string{"daily", "twice a day", "2 per days", "often"},
		parse: func(s string) error { _, err := scalar.ParseFrequency(s); return err },
	},
	{
		name: "date", title: "Dates", kinds: []schema.Kind{schema.Date},
		doc:   []string{"A day of the calendar as ISO 8601 has it: year, month, day. The day has to exist. How it is printed is for the language of the page; how an earlier publication printed it can be kept beside it, as in `policy.updated_as_published`."},
		rules: []string{`"YYYY-MM-DD"`},
		good:  []string{`"2026-01-31"`},
		bad:   []string{"31.01.2026", "January 31, 2026", "2026-1-31", "31.09.2024", "2024-09-31", "11/09/2024"},
		parse: func(s string) error { _, err := scalar.ParseDate(s); return err },
	},
	{
		name: "country", title: "Countries", kinds: []schema.Kind{schema.Country, schema.Territory},
		doc:  []string{"The two letters of ISO 3166-1, or the code of ISO 3166-2 for a part of a country that has a law of its own. The page prints the name. Which law a country belongs to on which day is known from reference data. Claims also take `EU` and `EEA`, which stand for their members."},
		good: []string{`"IE"`, `"US-CA"`},
	},
	{
		name: "language", title: "Languages", kinds: []schema.Kind{schema.Language},
		doc:  []string{"The tag of BCP 47: the language, and the country where it matters."},
		good: []string{`"en"`, `"pt-BR"`},
	},
	{
		name: "email", title: "E-mail addresses", kinds: []schema.Kind{schema.Email},
		doc:  []string{"A name, an @ and a domain. The address of a contact whose channel is e-mail is checked to be one. An address that a publication hides or lost is not made up: `redacted = true` says so."},
		good: []string{`"privacy@example.com"`},
	},
	{
		name: "url", title: "Web addresses", kinds: []schema.Kind{schema.URL},
		doc:  []string{"An address in full, with `https`, `http` or `mailto`, and without a password."},
		good: []string{`"https://example.com/dpa"`},
	},
	{
		name: "reference", title: "References", kinds: []schema.Kind{schema.Ref},
		doc:  []string{"The name of another block: its kind and its own name, joined by a dot and without quotes. A block inside another follows it, and so does the key of a block that is repeated."},
		good: []string{"region.ireland", "[region.ireland, region.belgium]", "data_store.users.segment.claims", `vendor.hosting["eu"]`},
	},
	{
		name: "address", title: "Addresses", kinds: []schema.Kind{schema.Address},
		doc:  []string{"Written like a reference, to a block that need not exist any more."},
		good: []string{"vendor.amazon"},
	},
	{
		name: "any", title: "Any value", kinds: []schema.Kind{schema.Any},
		doc:  []string{"A value that the language itself does not look into: text, number, list, map, or the name of a type."},
		good: []string{`"30 days"`, "duration", "{ eu = 1 }"},
	},
}

// formTopic returns the topic of the form in which values of a kind are
// written, where that takes more than a glance.
func formTopic(k schema.Kind) string {
	switch k {
	case schema.Bool, schema.OneOf, schema.Any:
		return ""
	}
	return formOf(k).name
}

func formOf(k schema.Kind) *form {
	for i := range forms {
		for _, own := range forms[i].kinds {
			if own == k {
				return &forms[i]
			}
		}
	}
	panic("manual: a kind of value has no form")
}

// page explains a form under a heading of the given level.
func (f *form) page(level int) string {
	var d doc
	d.heading(level, f.title)
	for _, p := range f.doc {
		d.paragraph(p)
	}
	if len(f.rules) > 0 {
		d.paragraph("```text\n" + strings.Join(f.rules, "\n") + "\n```")
	}
	d.paragraph("For example: " + enumeration(ticked(f.good), "or") + ".")
	if f.code != "" {
		d.code(f.code)
	}
	if len(f.bad) > 0 {
		d.table([]string{"Not", "Because", "Write"}, f.corrections())
	}
	return d.String()
}

// corrections has the parser say what is wrong with what people write.
func (f *form) corrections() [][]string {
	var rows [][]string
	for _, s := range f.bad {
		err := f.parse(s)
		instead := ""
		var known *scalar.FormError
		if errors.As(err, &known) && known.Suggest != "" {
			instead = tick(`"` + known.Suggest + `"`)
		}
		rows = append(rows, []string{tick(`"` + s + `"`), err.Error(), instead})
	}
	return rows
}

func units() []string {
	var names []string
	for _, u := range scalar.Units {
		names = append(names, string(u))
	}
	return names
}

func quoted(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = `"` + w + `"`
	}
	return out
}
