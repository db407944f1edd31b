package manifest

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// form returns the schema of one value of a type, without a description.
func form(t schema.Type) object {
	switch t.Kind {
	case schema.Bool:
		return object{{"type", "boolean"}}
	case schema.Number:
		return whole(t)
	case schema.Count:
		t.Min = 1
		return object{{"anyOf", []object{whole(t), {{"const", limited}}}}}
	case schema.OneOf:
		return object{{"type", "string"}, {"enum", t.Enum.Names()}}
	case schema.Ref:
		return reference(t.Targets)
	case schema.Duration:
		if len(t.Targets) > 0 {
			return object{{"anyOf", []object{definition("duration"), reference(t.Targets)}}}
		}
	}
	return definition(formNames[t.Kind])
}

func definition(name string) object { return object{{"$ref", "#/$defs/" + name}} }

func whole(t schema.Type) object {
	o := object{{"type", "integer"}, {"minimum", t.Min}}
	if t.Max > 0 {
		o = o.with("maximum", t.Max)
	}
	return o
}

// formNames are the names of the forms that are defined once. No kind of block
// has such a name.
var formNames = map[schema.Kind]string{
	schema.Text: "text", schema.Markdown: "markdown", schema.Duration: "duration", schema.Frequency: "frequency",
	schema.Date: "date", schema.Country: "country", schema.Territory: "territory", schema.Language: "language", schema.Email: "email",
	schema.URL: "url", schema.Address: "address",
}

func forms() object {
	return object{
		{"text", text("A text on one line.", `^[^\r\n]+$`)},
		{"markdown", object{{"description", "Prose in Markdown."}, {"type", "string"}, {"minLength", 1}}},
		{"duration", text("A period in the unit that the author chose.", durationPattern())},
		{"frequency", text("How often something happens.", frequencyPattern())},
		{"date", text("A day of the calendar (ISO 8601).", `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`).with("format", "date")},
		{"country", text("A country (ISO 3166-1 alpha-2), or a part of one (ISO 3166-2).", "^"+country+"$")},
		{"territory", text("A country, or the union or area of countries EU or EEA.", "^(?:"+country+"|EEA)$")},
		{"language", text("A language (BCP 47).", `^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$`)},
		{"email", object{{"description", "An e-mail address."}, {"type", "string"}, {"format", "email"}}},
		{"url", text("A link that opens a page or a message.", `^(?:https?|mailto):`).with("format", "uri")},
		{"address", text("The address of a block, which need not exist any more.", addressPattern(nil))},
	}
}

func text(doc, pattern string) object {
	return object{{"description", doc}, {"type", "string"}, {"pattern", pattern}}
}

// The patterns use nothing in which ECMAScript's regular expressions and Go's
// differ.
const (
	count = `[1-9][0-9]{0,3}`
	many  = `(?:[2-9]|[1-9][0-9]{1,3})`

	country = `[A-Z]{2}(?:-[A-Z0-9]{1,3})?`
)

func durationPattern() string {
	units, plurals := unitNames()
	return "^(?:1 (?:" + units + ")|" + many + " (?:" + plurals + ")|" + strings.Join(scalar.VagueDurations, "|") + ")$"
}

func frequencyPattern() string {
	units, _ := unitNames()
	return "^(?:(?:" + count + "|several) per (?:" + units + ")|" + strings.Join(scalar.WordFrequencies, "|") + ")$"
}

func unitNames() (singular, plural string) {
	var one, several []string
	for _, u := range scalar.Units {
		one = append(one, string(u))
		several = append(several, string(u)+"s")
	}
	return strings.Join(one, "|"), strings.Join(several, "|")
}

// An address is a path of kinds and names, such as
// module.hosting.data_store.users.segment.claims. A block that is repeated, or
// whose name is not one word, has a key in brackets.
const (
	outer = `^(?:.+\.)?`
	word  = `[A-Za-z][A-Za-z0-9_-]*`
	key   = `\[".*"\]`
)

func reference(targets []string) object {
	return object{{"type", "string"}, {"pattern", addressPattern(targets)}}
}

// addressPattern matches the addresses of blocks of the given kinds, or of any.
func addressPattern(kinds []string) string {
	if len(kinds) == 0 {
		return outer + word + "(?:" + key + ")?$"
	}
	named := !slices.ContainsFunc(kinds, func(kind string) bool { return kindNamed(kind).Labels != schema.OneLabel })
	ends := outer + "(?:" + strings.Join(kinds, "|") + ")"
	if named {
		return ends + `\.` + word + "(?:" + key + ")?$"
	}
	return ends + `(?:\.` + word + ")?(?:" + key + ")?$"
}

// ownAddress matches the addresses that a block of the kind may have. A tag is
// named by the mark itself, and a move by what it moved.
func ownAddress(b *schema.Block) string {
	switch b.Name {
	case "tag":
		return outer + `tag(?:\.` + word + "|" + key + ")$"
	case "moved":
		return `^moved\.` + strings.TrimPrefix(addressPattern(nil), "^")
	}
	return addressPattern([]string{b.Name})
}

func kindNamed(name string) *schema.Block {
	kinds := allKinds()
	return kinds[slices.IndexFunc(kinds, func(b *schema.Block) bool { return b.Name == name })]
}
