package policy

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"sync"

	"github.com/privity/privity/internal/schema"
)

// SchemaID names the schema of the input.
const SchemaID = "urn:privity:input"

// Schema returns the JSON Schema (draft 7, which OPA and Regal read) of what
// rules see as input.
func Schema() []byte { return slices.Clone(inputSchema()) }

var inputSchema = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(schemaDocument()); err != nil {
		panic(err) // strings and lists can be written
	}
	return b.Bytes()
})

type node = map[string]any

func schemaDocument() node {
	properties := node{
		asOfKey:      node{"type": "string", "format": "date", "description": "The day as of which the policy is judged."},
		byAddressKey: node{"type": "object", "description": "Every block by its address."},
	}
	for _, b := range described() {
		properties[b.Name] = blocksSchema(b.Doc, forms().top[b.Name], b.Single)
	}
	definitions := node{"change": changeSchema(), "version": node{
		"type": "object", "title": "version", "description": "A version of the policy, as rules see a policy.",
		"additionalProperties": false, "properties": maps.Clone(properties),
	}}
	for _, f := range forms().all {
		definitions[f.name] = f.schema()
	}
	properties[beforeKey] = node{"$ref": "#/definitions/version", "description": "The version before the change, for rules on changes."}
	properties[afterKey] = node{"$ref": "#/definitions/version", "description": "The version that the change leads to, for rules on changes."}
	properties[changesKey] = node{"type": "array", "description": "What changed, for rules on changes.", "items": node{"$ref": "#/definitions/change"}}
	return node{
		"$schema":              "http://json-schema.org/draft-07/schema#",
		"$id":                  SchemaID,
		"title":                "What the rules of privity see as input",
		"description":          "References are the objects of the blocks that they name; the others are addresses, for input.by_address.",
		"type":                 "object",
		"additionalProperties": false,
		"properties":           properties,
		"definitions":          definitions,
	}
}

func blocksSchema(doc string, f *form, single bool) node {
	if single {
		ref := f.ref()
		ref["description"] = doc // for people: validators look at nothing beside $ref
		return ref
	}
	return node{"type": "array", "description": doc, "items": f.ref()}
}

func (f *form) ref() node { return node{"$ref": "#/definitions/" + f.name} }

func (f *form) schema() node {
	properties := node{}
	required := []string{addressKey, blockKey}
	for i := range f.fields {
		fd := &f.fields[i]
		properties[fd.key] = fd.schema()
		if fd.attr != nil && fd.attr.Required && !fd.named {
			required = append(required, fd.key)
		}
	}
	return node{
		"type": "object", "title": f.kind.Title, "description": f.kind.Doc,
		"additionalProperties": false, "required": required, "properties": properties,
	}
}

func (f *field) schema() node {
	switch {
	case f.attr == nil && len(f.forms) > 0:
		return blocksSchema(f.doc, f.forms[0], f.single)
	case f.attr == nil:
		return node{"type": "string", "description": f.doc}
	}
	element := f.element()
	if f.attr.Type.List {
		return node{"type": "array", "description": f.doc, "items": element}
	}
	element["description"] = f.doc
	return element
}

// element is the schema of a value, or of one of a list.
func (f *field) element() node {
	if f.refers {
		refs := make([]node, len(f.forms))
		for i, target := range f.forms {
			refs[i] = target.ref()
		}
		if len(refs) == 1 {
			return refs[0]
		}
		return node{"anyOf": refs}
	}
	switch f.attr.Type.Kind {
	case schema.Bool:
		return node{"type": "boolean"}
	case schema.Number:
		return node{"type": "integer"}
	case schema.Count:
		return node{"anyOf": []node{{"type": "integer"}, {"type": "string"}}}
	case schema.OneOf:
		return node{"type": "string", "enum": f.attr.Type.Enum.Names()}
	}
	return node{"type": "string"}
}
