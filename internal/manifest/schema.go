package manifest

import (
	"slices"
	"strings"
	"sync"

	"github.com/privity/privity/internal/schema"
)

//go:generate go run ./generate

// Schema returns the JSON Schema of a manifest, in draft 2020-12. It is derived
// from package schema, with a definition for every kind of block and for every
// form of value, and the document of each as its description.
//
// A set of words is an enum whose description explains each: validators that
// list the permitted values, and editors that complete them, do both for enum
// and mostly for nothing else.
func Schema() []byte { return slices.Clone(jsonSchema()) }

var jsonSchema = sync.OnceValue(func() []byte {
	text, err := indented(document())
	if err != nil {
		panic(err) // strings, numbers and lists can be written
	}
	return text
})

func document() object {
	return object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", URN},
		{"title", "Privity manifest"},
		{"description", "A policy as privity compiles it, in canonical JSON (RFC 8785)."},
		{"type", "object"},
		{"required", []string{"digest", "model", "schema", "schema_version"}},
		{"additionalProperties", false},
		{"properties", object{
			{"digest", text("The SHA-256 of the canonical form of the model.", "^"+digestPrefix+"[0-9a-f]{64}$")},
			{"model", object{{"$ref", "#/$defs/model"}}},
			{"schema", object{{"description", "The name of this schema."}, {"const", URN}}},
			{"schema_version", object{{"description", "The version of the language."}, {"const", schema.Version}}},
			{"translations", translationsSchema()},
		}},
		{"$defs", definitions()},
	}
}

// definitions lists the model, then the blocks in the order of the manual, then
// the forms of values.
func definitions() object {
	defs := object{{"model", modelSchema()}}
	for _, b := range allKinds() {
		defs = defs.with(b.Name, blockSchema(b))
	}
	return append(defs, forms()...)
}

// allKinds lists every kind of block that occurs in a manifest, each followed
// by those inside it.
func allKinds() []*schema.Block {
	var kinds []*schema.Block
	var add func(b *schema.Block)
	add = func(b *schema.Block) {
		if slices.Contains(kinds, b) {
			return
		}
		kinds = append(kinds, b)
		for _, n := range inside(b) {
			add(n)
		}
	}
	for _, b := range described() {
		add(b)
	}
	return kinds
}

// translationsSchema is the schema of the texts in other languages.
func translationsSchema() object {
	either := []object{definition("markdown"), {{"type", "array"}, {"minItems", 1}, {"items", definition("text")}}}
	words := object{
		{"title", "Text in another language"},
		{"type", "object"},
		{"required", []string{attributeKey, languageKey, ofKey, textKey}},
		{"additionalProperties", false},
		{"properties", object{
			{attributeKey, text("The attribute whose text it is.", "^[a-z][a-z_]*$")},
			{languageKey, object{{"description", "The language that it is in."}}.with("$ref", "#/$defs/language")},
			{ofKey, object{{"description", "The address of the block whose text it is."}}.with("$ref", "#/$defs/address")},
			{sourceKey, text("The digest of the text that was translated. Where it is not that of the text in the model, the translation is out of date.", "^[0-9a-f]{8}$")},
			{textKey, object{{"description", "The text, or for a list its texts in their order."}, {"anyOf", either}}},
		}},
	}
	return object{
		{"description", "The author's texts in other languages, by language, address and attribute. They are no part of the model."},
		{"type", "object"},
		{"required", []string{"digest", "texts"}},
		{"additionalProperties", false},
		{"properties", object{
			{"digest", text("The SHA-256 of the canonical form of the texts.", "^"+digestPrefix+"[0-9a-f]{64}$")},
			{"texts", object{{"description", "Every text that was translated."}, {"type", "array"}, {"minItems", 1}, {"items", words}}},
		}},
	}
}

func modelSchema() object {
	var properties object
	for _, b := range described() {
		properties = properties.with(b.Name, blocksSchema(b))
	}
	return object{
		{"description", "What the policy describes: every kind of block with its blocks, in the order of their addresses."},
		{"type", "object"},
		{"required", []string{"policy"}},
		{"additionalProperties", false},
		{"properties", properties},
	}
}

// blocksSchema is the schema of the blocks of a kind, wherever they stand. A
// kind of which there are none is left out.
func blocksSchema(b *schema.Block) object {
	array := object{{"description", capitalized(b.Plural) + "."}, {"type", "array"}, {"minItems", 1}}
	if b.Single {
		array = array.with("maxItems", 1)
	}
	return array.with("items", object{{"$ref", "#/$defs/" + b.Name}})
}

func blockSchema(b *schema.Block) object {
	required := []string{}
	var properties object
	for _, m := range members(b) {
		properties = properties.with(m.key, memberSchema(b, m))
		if m.isRequired(b) {
			required = append(required, m.key)
		}
	}
	return object{
		{"title", capitalized(b.Title)},
		{"description", b.Doc},
		{"type", "object"},
		{"required", required},
		{"additionalProperties", false},
		{"properties", properties},
	}
}

func (m member) isRequired(b *schema.Block) bool {
	switch {
	case m.attr != nil:
		return m.attr.Required
	case m.kind != nil:
		return false
	}
	return m.key == addressKey || b.Labels == schema.OneLabel
}

func memberSchema(b *schema.Block, m member) object {
	switch {
	case m.attr != nil:
		return attrSchema(m.attr)
	case m.kind != nil:
		return blocksSchema(m.kind)
	case m.key == addressKey:
		return text("The address by which other blocks name it.", ownAddress(b))
	}
	return object{{"description", "The name that the author gave it."}, {"type", "string"}, {"minLength", 1}}
}

func attrSchema(a *schema.Attr) object {
	described := object{{"description", describe(a)}}
	if !a.Type.List {
		return append(described, form(a.Type)...)
	}
	return append(described, object{{"type", "array"}, {"minItems", 1}, {"items", form(a.Type)}}...)
}

// describe returns the document of an attribute, with the sentences of the
// words that it takes and with what its references lead to.
func describe(a *schema.Attr) string {
	doc := a.Doc
	switch a.Type.Kind {
	case schema.OneOf:
		for _, v := range a.Type.Enum.Values {
			doc += "\n- " + v.Name + ": " + v.Doc
		}
	case schema.Ref:
		doc += "\nIt is " + a.Type.String() + "."
	}
	return doc
}

func capitalized(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
