package manifest

import (
	"cmp"
	"errors"
	"slices"

	"github.com/privity/privity/internal/model"
)

// The translations of the author's texts stand beside the model, under a digest
// of their own: the model's digest stays the same whatever is translated.
const (
	beforeTranslations = `,"translations":{"digest":"`
	beforeTexts        = `","texts":`
)

// The keys of a text in another language, in order.
const (
	attributeKey = "attribute"
	languageKey  = "language"
	ofKey        = "of"
	sourceKey    = "source"
	textKey      = "text"
)

// A wording is a text in another language, on its own.
type wording struct {
	language string
	of       *model.Block
	model.TranslatedText
}

func (w wording) compare(x wording) int {
	return cmp.Or(cmp.Compare(w.language, x.language), cmp.Compare(w.of.Address, x.of.Address), cmp.Compare(w.Attr.Name, x.Attr.Name))
}

// wordings lists the texts that were translated, in the order of a manifest: by
// language, then by address, then by attribute.
func wordings(m *model.Model) []wording {
	var all []wording
	for _, t := range m.Translations() {
		for _, text := range t.Texts {
			if text.Value != nil {
				all = append(all, wording{t.Language, t.Of, text})
			}
		}
	}
	slices.SortFunc(all, wording.compare)
	return all
}

// translations writes the texts in other languages, if there are any.
func (e *encoder) translations(m *model.Model) {
	all := wordings(m)
	if len(all) == 0 {
		return
	}
	e.out = append(e.out, beforeTranslations...)
	stated := len(e.out)
	e.out = append(e.out, make([]byte, digestSize)...)
	e.out = append(e.out, beforeTexts...)
	start := len(e.out)
	for i, w := range all {
		e.out = append(e.out, "[,"[min(i, 1)])
		e.wording(w)
	}
	e.out = append(e.out, ']')
	copy(e.out[stated:], digest(e.out[start:]))
	e.out = append(e.out, '}')
}

func (e *encoder) wording(w wording) {
	member := func(key, text string, first bool) {
		e.key(key, first)
		e.text(w.of, nil, text)
	}
	e.out = append(e.out, '{')
	member(attributeKey, w.Attr.Name, true)
	member(languageKey, w.language, false)
	member(ofKey, w.of.Address, false)
	if w.Source != "" {
		member(sourceKey, w.Source, false)
	}
	e.key(textKey, false)
	e.value(w.of, &model.Attr{Schema: w.Attr}, w.Value)
	e.out = append(e.out, '}')
}

// A statedWording is a text in another language as it stands in a manifest,
// before it is known of what.
type statedWording struct {
	attribute, language, of, source string
	text                            model.Value
	at                              int
}

// translations reads the texts in other languages, if there are any.
func (d *decoder) translations() []statedWording {
	if !d.accept(beforeTranslations) {
		return nil
	}
	stated := d.src[d.pos:min(d.pos+digestSize, len(d.src))]
	d.pos += len(stated)
	d.expect(beforeTexts)
	start := d.pos
	var all []statedWording
	d.array(func() { all = append(all, d.wording()) })
	if d.err == nil && stated != digest(d.data[start:d.pos]) {
		d.err = errors.New("manifest: the digest of the translations is not theirs; one of them was changed after it was written")
	}
	d.expect("}")
	return all
}

func (d *decoder) wording() statedWording {
	w := statedWording{at: d.pos}
	d.object(func(key string) {
		switch key {
		case attributeKey:
			w.attribute = d.text()
		case languageKey:
			w.language = d.text()
		case ofKey:
			w.of = d.text()
		case sourceKey:
			w.source = d.text()
		case textKey:
			w.text = d.words()
		default:
			d.fail("a translation has no %q", key)
		}
	})
	return w
}

// words reads a text or a list of them.
func (d *decoder) words() model.Value {
	if d.peek() != '[' {
		return model.String(d.text())
	}
	list := model.List{}
	d.array(func() { list = append(list, model.String(d.text())) })
	return list
}

// translate finds the blocks that the texts in other languages belong to.
func (d *decoder) translate(stated []statedWording) []*model.Translation {
	var made []*model.Translation
	var last wording
	for i, s := range stated {
		w, ok := d.placed(s)
		if !ok {
			return nil
		}
		if i > 0 && last.compare(w) >= 0 {
			d.fail("the translations are not in order, or one stands twice")
			return nil
		}
		if i == 0 || last.language != w.language || last.of != w.of {
			made = append(made, &model.Translation{Language: w.language, Of: w.of})
		}
		t := made[len(made)-1]
		t.Texts = append(t.Texts, w.TranslatedText)
		last = w
	}
	return made
}

func (d *decoder) placed(s statedWording) (wording, bool) {
	if d.err != nil {
		return wording{}, false
	}
	d.pos = s.at // where a finding about it stands
	of := d.byAddress[s.of]
	if of == nil || s.language == "" {
		d.fail("a translation of %q, which is not in the manifest, or into no language", s.of)
		return wording{}, false
	}
	attr := of.Schema.Attr(s.attribute)
	if attr == nil || !attr.Translatable() || of.Source(s.attribute) == nil {
		d.fail("%s has no text %q that could be translated", s.of, s.attribute)
		return wording{}, false
	}
	if _, list := s.text.(model.List); s.text == nil || list != attr.Type.List {
		d.fail("the translation of %s.%s has another form than the text", s.of, s.attribute)
		return wording{}, false
	}
	return wording{s.language, of, model.TranslatedText{Attr: attr, Value: s.text, Source: s.source}}, true
}
