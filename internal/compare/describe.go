package compare

import (
	"strings"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/schema"
)

// printed is a value as a sentence has it.
func printed(t schema.Type, v model.Value) string {
	switch v := v.(type) {
	case model.List:
		return english.AndWords(each(v, func(e model.Value) string { return printed(t.Elem(), e) })...)
	case model.Bool:
		if v {
			return "yes"
		}
		return "no"
	case model.Duration:
		return english.Duration(v.Duration)
	case model.Frequency:
		return english.Frequency(v.Frequency)
	case model.Date:
		return english.Date(v.Date)
	case *model.Ref:
		if v.Target == nil {
			return v.Address
		}
		return the(v.Target)
	}
	switch text := v.String(); t.Kind {
	case schema.OneOf:
		return english.Word(t.Enum.Name, text)
	case schema.Country, schema.Territory:
		return locale.PlaceInText(text)
	case schema.Language:
		return languageName(text)
	default:
		return text
	}
}

func each[T any](list []T, f func(T) string) []string {
	texts := make([]string, len(list))
	for i, e := range list {
		texts[i] = f(e)
	}
	return texts
}

func languageName(tag string) string {
	if name, known := locale.LanguageName(tag); known {
		return name
	}
	return "“" + tag + "”"
}

// nouns are the kinds of block whose labels are nouns that a sentence can speak
// of. Others go by the kind, with the label in quotes.
var nouns = map[string]bool{
	"organization": true, "contact": true, "actor": true, "category": true, "region": true, "vendor": true,
	"subprocessor": true, "system": true, "data_store": true, "segment": true,
}

// the names a block inside a sentence: "the user database", "Stripe", "the
// purpose “detecting fraud”", "the retention period of the user database".
func the(b *model.Block) string {
	kind := b.Kind()
	switch {
	case kind == "policy":
		return "the policy"
	case kind == "purpose":
		return "“" + b.Label() + "”"
	case kind == "moved":
		return "the note that what was " + movedFrom(b) + " has another name"
	case kind == "tracker":
		return kindOfTracker(b) + " “" + b.Label() + "”"
	case nouns[kind] || isDefinite(b):
		return english.Definite(b.Label())
	case kind == "condition":
		return "the condition “" + clause(b) + "”"
	case b.Schema.Spans != "" && b.Name != "":
		return "the " + b.Schema.Title + " “" + b.Label() + "”" + of(b.Refs(b.Schema.Spans))
	case b.Schema.Spans != "":
		return "the " + b.Schema.Title + of(b.Refs(b.Schema.Spans))
	case b.Name != "":
		return "the " + b.Schema.Title + " “" + b.Label() + "”" + inside(b)
	}
	return "the " + b.Schema.Title + inside(b)
}

// isDefinite reports whether a label says itself that it is the one: "the right
// to have data erased".
func isDefinite(b *model.Block) bool {
	first, _, _ := strings.Cut(b.Label(), " ")
	return first == "the" || first == "our" || first == "your"
}

// bare names a block in a list, where what is no single thing takes no article:
// "e-mail addresses", "detecting fraud".
func bare(b *model.Block) string {
	switch b.Kind() {
	case "actor":
		return people(b)
	case "category", "purpose", "vendor", "subprocessor":
		return b.Label()
	}
	return the(b)
}

// people names an actor as those who belong to it: "customers", "the support
// team".
func people(b *model.Block) string {
	switch b.Text("kind") {
	case "data_subject", "customer", "tenant", "contractor":
		if b.Has("plural") {
			return b.Text("plural")
		}
		if !isDefinite(b) && !english.IsProper(b.Label()) {
			return english.Plural(b.Label())
		}
	}
	return b.Label()
}

// short names a block that speaks of others without naming these.
func short(b *model.Block) string {
	switch {
	case b.Schema.Spans == "" || isDefinite(b):
		return the(b)
	case b.Name != "":
		return "the " + b.Schema.Title + " “" + b.Label() + "”"
	}
	return "the " + b.Schema.Title
}

// subject is what a block speaks of: the data in the things that it applies to.
func subject(b *model.Block) string {
	subjects := b.Refs(b.Schema.Spans)
	var data []model.Value
	if b.Kind() == "retention" {
		data = elements(b.Get("data"))
	}
	switch {
	case len(subjects) > 0 && len(data) > 0:
		return names(data) + " in" + strings.TrimPrefix(of(subjects), " of")
	case len(subjects) > 0:
		return strings.TrimPrefix(of(subjects), " of ")
	case len(data) > 0:
		return names(data)
	}
	return the(b)
}

func of(subjects []*model.Block) string {
	const most = 3
	switch {
	case len(subjects) == 0:
		return ""
	case len(subjects) > most:
		return " of " + english.Number(len(subjects)) + " things (" + the(subjects[0]) + " among them)"
	}
	return " of " + english.AndWords(each(subjects, the)...)
}

func inside(b *model.Block) string {
	if b.Parent == nil || b.Parent.Kind() == "policy" {
		return ""
	}
	return " of " + the(b.Parent)
}

func clause(b *model.Block) string {
	for _, name := range []string{"event", "state"} {
		if b.Has(name) {
			return b.Text(name)
		}
	}
	return b.Label()
}

// names lists blocks that values name, or the values themselves.
func names(values []model.Value) string { return english.AndWords(each(values, called)...) }

// anyName is a list of names after a "not".
func anyName(values []model.Value) string { return english.OrWords(each(values, called)...) }

func called(v model.Value) string {
	if r, ok := v.(*model.Ref); ok && r.Target != nil {
		return bare(r.Target)
	}
	return v.String()
}

// sentence makes a sentence of pieces, empty ones left out.
func sentence(pieces ...string) string {
	var text strings.Builder
	for _, p := range pieces {
		if p == "" {
			continue
		}
		if text.Len() > 0 && !strings.ContainsAny(p[:1], ",;:.)") {
			text.WriteByte(' ')
		}
		text.WriteString(p)
	}
	s := english.CapitalWord(text.String())
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, ".”") {
		return s
	}
	return s + "."
}

// prefixed is a phrase with words before it, or nothing where it is empty.
func prefixed(words, phrase string) string {
	if phrase == "" {
		return ""
	}
	return words + phrase
}
