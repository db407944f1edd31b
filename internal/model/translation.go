package model

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// A Translation is what the texts of one block are in another language.
type Translation struct {
	Language string // BCP 47
	Of       *Block
	Texts    []TranslatedText // in the order of the schema
	Span     source.Span
}

// A TranslatedText is one attribute in another language.
type TranslatedText struct {
	Attr   *schema.Attr
	Value  Value  // a String or a List of them; nil while nobody has translated it
	Source string // the digest of the text that was translated; empty where it is not stated

	Span       source.Span // the value
	SourceSpan source.Span // the digest, where it is stated
}

// Digest names the value of a text, so that a translation can tell which text
// it was made of: the first half of a SHA-256 of the value's texts, each
// preceded by its length in bytes and a colon.
func Digest(v Value) string {
	hash := sha256.New()
	add := func(s string) { hash.Write([]byte(strconv.Itoa(len(s)) + ":" + s)) }
	if list, ok := v.(List); ok {
		for _, e := range list {
			add(e.String())
		}
	} else {
		add(v.String())
	}
	return hex.EncodeToString(hash.Sum(nil)[:digestBytes])
}

// digestBytes is enough to tell a text from what it was before. Nobody gains by
// making two texts of one digest.
const digestBytes = 4

// wordingKey is a text in a language. The label of a block that has none is
// keyed like any other.
type wordingKey struct {
	block    *Block
	attr     string
	language string
}

// Translate adds translations to the model, before it is asked for any.
func (m *Model) Translate(translations []*Translation) {
	m.translations = append(m.translations, translations...)
	if m.wordings == nil {
		m.wordings = map[wordingKey]*TranslatedText{}
	}
	for _, t := range translations {
		for i := range t.Texts {
			m.wordings[wordingKey{t.Of, t.Texts[i].Attr.Name, t.Language}] = &t.Texts[i]
		}
	}
}

// Translations lists the translations in the order of the source.
func (m *Model) Translations() []*Translation { return m.translations }
