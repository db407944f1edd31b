package lang

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// evaluateTranslation evaluates the texts of a translation.
func (c *compiler) evaluateTranslation(t *translation) {
	t.made = &model.Translation{Language: t.language, Of: t.of.block, Span: t.header}
	digests := t.digests()
	for _, spec := range t.of.block.Schema.Attrs {
		th := t.texts[spec.Name]
		if th == nil {
			continue
		}
		text := model.TranslatedText{Attr: spec, Span: th.span}
		if d, stated := digests[spec.Name]; stated {
			text.Source, text.SourceSpan = d.text, d.span
		}
		text.Value = c.wordingOf(t, spec, th)
		t.made.Texts = append(t.made.Texts, text)
	}
}

// wordingOf evaluates one text of a translation. It is nil where nobody has
// translated it yet.
func (c *compiler) wordingOf(t *translation, spec *schema.Attr, th *thunk) model.Value {
	v := c.inLanguage(t.language, th)
	if !v.known() || isBlank(v) {
		return nil
	}
	d := decoder{spec: spec, scope: t.scope, report: func(f *diag.Diagnostic) { c.report(f.Unfixed()) }, values: &slab[model.Value]{}}
	made := d.decode(v.at(th.span))
	list, isList := made.(model.List)
	from, _ := t.of.block.Source(spec.Name).(model.List)
	if isList && from != nil && len(list) != len(from) && len(list) == len(v.list) {
		c.report(diag.New(diag.WrongType, th.span, spec.Name+" has "+counted(len(from), "element")+", and its translation "+strconv.Itoa(len(list))).
			Because("A list is translated element by element, in the same order.").Relating(t.of.block.SpanOf(spec.Name), "the texts are here"))
		return nil
	}
	return made
}

// isBlank reports whether a text, or one of a list, is still without words.
func isBlank(v value) bool {
	if v.kind == listValue {
		return slices.ContainsFunc(v.list, isBlank)
	}
	return v.kind == textValue && strings.TrimSpace(v.text) == ""
}

// inLanguage evaluates an expression in which the attributes of blocks are read
// in a language.
func (c *compiler) inLanguage(language string, th *thunk) value {
	before := c.language
	c.language = language
	v := c.force(th)
	c.language = before
	return v
}

// wording returns an attribute in the language that is being evaluated, where
// there is a translation of it that is up to date.
func (c *compiler) wording(b *model.Block, attr string) (value, bool) {
	t := c.translated[wordingKey{block: b, language: c.language}]
	if t == nil || t.texts[attr] == nil {
		return value{}, false
	}
	from := b.Source(attr)
	if d, stated := t.digests()[attr]; from == nil || stated && d.text != model.Digest(from) {
		return value{}, false
	}
	v := c.force(t.texts[attr])
	return v, v.known() && !isBlank(v)
}

// A statedDigest is the digest of a text of which a translation was made.
type statedDigest struct {
	text string
	span source.Span
}

var digestForm = regexp.MustCompile(`^[0-9a-f]{8}$`)

// digestsOf reads the digests that a translation states.
func (c *compiler) digestsOf(t *translation) map[string]statedDigest {
	a, has := t.body.Attributes["sources"]
	if !has {
		return nil
	}
	v := c.eval(a.Expr, &env{scope: t.scope, file: t.file})
	if !v.known() {
		return nil
	}
	if v.kind != mapValue {
		c.report(diag.New(diag.WrongType, v.span, "sources takes a map, not "+kindWords[v.kind]).
			Because("It has the digest of each text that was translated: { label = \"…\" }. `privity translate` writes it."))
		return nil
	}
	digests := map[string]statedDigest{}
	for i, name := range v.keys {
		d := v.list[i]
		switch {
		case t.body.Attributes[name] == nil || name == "of":
			c.report(diag.New(diag.NotTranslatable, spanOr(d.span, v.span), "there is no text "+name+" in this translation").
				Because("Each digest is that of a text that stands beside it. Delete it, or add the text."))
		case d.kind != textValue || !digestForm.MatchString(d.text):
			c.report(diag.New(diag.WrongType, spanOr(d.span, v.span), "this is not the digest of a text").
				Because("It has eight digits and letters from a to f. `privity translate` writes it."))
		default:
			digests[name] = statedDigest{d.text, spanOr(d.span, v.span)}
		}
	}
	return digests
}

// translations returns what was translated, in the order of the source.
func (c *compiler) translations() []*model.Translation {
	var all []*model.Translation
	for _, s := range c.scopes {
		for _, t := range s.translations {
			if t.made != nil {
				all = append(all, t.made)
			}
		}
	}
	return all
}
