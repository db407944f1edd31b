package cli

import (
	"bytes"
	"encoding/json"

	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
)

// showBlock prints a block of the policy, or where it stands.
func (s *session) showBlock(m *model.Model, address string, place bool) error {
	block := m.Lookup(address)
	if block == nil {
		return unknownAddress(m, address)
	}
	if place {
		at := block.Span.Range()
		at.File = s.seen(at.File)
		return s.print([]byte(at.String() + "\n"))
	}
	text, err := manifest.Encode(m)
	if err != nil {
		return err
	}
	return s.printBlock(text, m, block)
}

// The keys that a block is printed with besides those of its manifest, if there is
// something to say. No attribute is named so.
const (
	keySaidOfIt     = "said_of_it"   // the blocks that apply to it
	keyReferredBy   = "referred_by"  // the attributes that refer to it
	keyTranslations = "translations" // its texts in other languages
)

// A referrer is an attribute that refers to a block.
type referrer struct {
	Address   string `json:"address"`
	Attribute string `json:"attribute"`
	To        string `json:"to,omitempty"` // the part that it refers to, if that is not the whole block
}

// A wording is a text of a block in another language.
type wording struct {
	Language  string `json:"language"`
	Attribute string `json:"attribute"`
	Text      any    `json:"text"`
}

// printBlock prints a block of a manifest, with what the rest of the model says
// of it and of its parts.
func (s *session) printBlock(text []byte, m *model.Model, block *model.Block) error {
	var whole struct {
		Model        any
		Translations struct {
			Texts []struct {
				Of string
				wording
			}
		}
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&whole); err != nil {
		return err
	}
	objects := map[string]map[string]any{}
	collect(whole.Model, objects)
	shown := objects[block.Address]
	addReferences(shown, objects, m, block)
	var wordings []wording
	for _, t := range whole.Translations.Texts {
		if t.Of == block.Address {
			wordings = append(wordings, t.wording)
		}
	}
	if len(wordings) > 0 {
		shown[keyTranslations] = wordings
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(shown); err != nil {
		return err
	}
	return s.print(b.Bytes())
}

// addReferences adds to the object of a block what applies to it, in full, and what
// else refers to it.
func addReferences(shown map[string]any, objects map[string]map[string]any, m *model.Model, block *model.Block) {
	var said []any
	var referrers []referrer
	for _, f := range m.ReferencesTo(block) {
		of := f.Block.Schema.Spans
		if of != "" && f.Attr.Schema.Name == of {
			said = append(said, objects[f.Block.Address])
			continue
		}
		r := referrer{Address: f.Block.Address, Attribute: f.Attr.Schema.Name}
		if f.Target != block {
			r.To = f.Target.Address
		}
		referrers = append(referrers, r)
	}
	if len(said) > 0 {
		shown[keySaidOfIt] = said
	}
	if len(referrers) > 0 {
		shown[keyReferredBy] = referrers
	}
}

// collect finds the objects of a manifest by their addresses.
func collect(value any, objects map[string]map[string]any) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			collect(element, objects)
		}
	case map[string]any:
		if address, ok := v["address"].(string); ok && objects[address] == nil {
			objects[address] = v
		}
		for _, field := range v {
			collect(field, objects)
		}
	}
}
