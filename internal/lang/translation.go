package lang

import (
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
	"github.com/privity/privity/internal/syntax"
)

// A translation is a translation block. Which attributes it may have depends on
// the block that it translates, so they are held against the schema when that
// block is known.
type translation struct {
	language string
	header   source.Span
	scope    *scope
	file     *source.File
	body     *hclsyntax.Body

	of      *target
	texts   map[string]*thunk // by attribute
	digests func() map[string]statedDigest
	made    *model.Translation
}

// A wordingKey is a block in a language.
type wordingKey struct {
	block    *model.Block
	language string
}

// bindTranslation keeps a translation and checks what can be checked of it
// alone.
func (b *binder) bindTranslation(spec *schema.Block, block *hclsyntax.Block) {
	name, ok := b.label(spec, block, true)
	shell := b.shell(spec, block)
	for _, inner := range block.Body.Blocks {
		b.report(diag.New(diag.BlockPlace, b.span(inner.TypeRange), article(spec.Title)+" holds no blocks").
			Because("What stands inside a block is translated by a translation of its own: of = " + kindAndName(inner) + "."))
	}
	if _, has := block.Body.Attributes["of"]; !has {
		b.missing(shell, spec.Attr("of"))
		ok = false
	}
	for _, key := range sortedKeys(block.Body.Attributes) {
		ok = b.vet(block.Body.Attributes[key].Expr) && ok
	}
	if _, known := locale.LanguageName(name); ok && !known {
		b.report(diag.New(diag.UnknownLanguage, b.span(block.LabelRanges[0]), quote(name)+" is not a language tag").
			Because("A translation is named by its language (BCP 47): \"de\", \"fr\", \"pt-BR\"."))
		ok = false
	}
	if ok {
		b.part.translations = append(b.part.translations, &translation{language: name, header: b.header(block), scope: b.scope, file: b.file, body: block.Body, texts: map[string]*thunk{}})
	}
}

func kindAndName(block *hclsyntax.Block) string {
	if len(block.Labels) == 0 {
		return "… ." + block.Type
	}
	return "… ." + block.Type + "." + block.Labels[0]
}

// translateAll holds every translation against the block that it is of, and
// then evaluates its texts. A text that reads another's label gets it in the
// same language, so all of them are known before the first is evaluated.
func (c *compiler) translateAll() {
	var all []*translation
	published := c.publishedIn()
	for _, s := range c.scopes {
		for _, t := range s.translations {
			if c.placeTranslation(t, published) {
				all = append(all, t)
			}
		}
	}
	for _, t := range all {
		c.evaluateTranslation(t)
	}
}

// publishedIn returns the attribute that lists the policy's languages, or nil
// where the policy has a flaw that may be in it.
func (c *compiler) publishedIn() *policyLanguages {
	for _, s := range c.scopes {
		policies := s.all("policy")
		if len(policies) == 0 {
			continue
		}
		d := policies[0]
		if d.broken || d.flawed || d.block == nil {
			return nil
		}
		return &policyLanguages{at: d.block.SpanOf("languages"), set: d.block.Has("languages"), tags: d.block.Texts("languages")}
	}
	return nil
}

// policyLanguages are the languages in which a policy is published.
type policyLanguages struct {
	at   source.Span
	set  bool
	tags []string
}

// placeTranslation finds the block that a translation is of, and reports
// whether there is one and the translation is wanted.
func (c *compiler) placeTranslation(t *translation, published *policyLanguages) bool {
	if published != nil && slices.Index(published.tags, t.language) < 1 {
		c.report(t.unpublished(published))
		return false
	}
	expr := t.body.Attributes["of"].Expr
	before := len(c.found)
	v := c.eval(expr, &env{scope: t.scope, file: t.file})
	switch {
	case !v.known():
		for _, d := range c.found[before:] {
			orphaned(d)
		}
		return false
	case v.kind != refValue || v.ref == nil:
		d := diag.New(diag.NotAReference, v.span, "of takes a reference to any block")
		if v.kind == mapValue {
			c.report(d.Because("There are several of that kind. Name one of them, and give each a translation of its own."))
			return false
		}
		c.report(d.Because("A reference is written without quotes, as kind and name, such as data_store.users. An attribute has no translation of its own: name the block, and give the attribute its text beside of."))
		return false
	}
	t.of = v.ref
	c.resolve(c.declOf(t.of))
	return c.placeTexts(t)
}

// orphaned adds to what is wrong with the name of a block that it may have been deleted,
// and its translation left behind.
func orphaned(d *diag.Diagnostic) {
	if d.Code == diag.UnknownReference || d.Code == diag.NoSuchElement {
		d.Because(d.Detail + " If the block was deleted, delete its translation as well.")
	}
}

// unpublished reports a translation into a language in which nothing is
// published.
func (t *translation) unpublished(p *policyLanguages) *diag.Diagnostic {
	name, _ := locale.LanguageName(t.language)
	if len(p.tags) > 0 && p.tags[0] == t.language {
		return diag.New(diag.TranslationLanguage, t.header, name+" is the language that the policy is written in").
			Because("Its texts stand in the blocks themselves. Delete the translation, or change the order of languages in the policy block.").
			Relating(p.at, "the first language is the one it is written in")
	}
	d := diag.New(diag.TranslationLanguage, t.header, "the policy is not published in "+name)
	if !p.set {
		return d.Because("Add languages to the policy block, the language that it is written in first: languages = [\"en\", "+quote(t.language)+"].").
			Relating(p.at, "the policy block states no languages")
	}
	return d.Because("It is published in "+strings.Join(p.tags, ", ")+". Add "+quote(t.language)+" to languages in the policy block, or delete the translation.").
		Relating(p.at, "the languages are listed here")
}

// placeTexts makes the texts of a translation known to the expressions of
// others.
func (c *compiler) placeTexts(t *translation) bool {
	key := wordingKey{block: t.of.block, language: t.language}
	if first := c.translated[key]; first != nil {
		c.report(diag.New(diag.DuplicateBlock, t.header, t.of.block.Address+" is translated twice into this language").
			Because("Put all its texts into one translation. Delete the other.").Relating(first.header, "it is translated here already"))
		return false
	}
	c.translated[key] = t
	t.digests = sync.OnceValue(func() map[string]statedDigest { return c.digestsOf(t) })
	for _, name := range sortedKeys(t.body.Attributes) {
		a := t.body.Attributes[name]
		if name == "of" || name == "sources" || !c.takesText(t, a) {
			continue
		}
		th := &thunk{name: t.of.block.Address + "." + name + " in " + t.language, expr: a.Expr, file: t.file, scope: t.scope, span: syntax.SpanOf(t.file, a.Expr.Range())}
		t.texts[name] = th
	}
	return true
}

// takesText reports whether an attribute of the translated block is a text that
// can be translated, and says so where it is not.
func (c *compiler) takesText(t *translation, a *hclsyntax.Attribute) bool {
	b := t.of.block
	at := syntax.SpanOf(t.file, a.NameRange)
	spec := b.Schema.Attr(a.Name)
	switch {
	case a.Name == "for_each":
		c.report(diag.New(diag.ForEachValue, at, "a translation cannot be repeated").
			Because("Each block has texts of its own. Write a translation for each, such as of = data_store.users[\"eu\"]."))
	case spec == nil:
		c.report(unknownText(b.Schema, a.Name, at))
	case !spec.Translatable() && spec.Wording == schema.Fixed:
		c.report(diag.New(diag.NotTranslatable, at, spec.Name+" is the same in every language").
			Because("It is a registered name, a code or an address. Delete it here."))
	case !spec.Translatable():
		c.report(diag.New(diag.NotTranslatable, at, spec.Name+" is not a text").
			Because("It takes " + spec.Type.String() + ", which pages write in each language by themselves. Delete it here."))
	case !b.Has(a.Name) && a.Name != "label":
		if !c.flawed(t.of) {
			c.report(diag.New(diag.NotTranslatable, at, b.Address+" has no "+a.Name+" to translate").
				Because("A translation says again what the block says. Set "+a.Name+" in the block, or delete it here.").Relating(b.Span, "the block is declared here"))
		}
	default:
		return true
	}
	return false
}

// unknownText reports an attribute that the translated block cannot have.
func unknownText(spec *schema.Block, name string, at source.Span) *diag.Diagnostic {
	d := diag.New(diag.UnknownAttribute, at, article(spec.Title)+" has no attribute "+name).Labelled("unknown attribute")
	texts := textNames(spec)
	if meant, ok := suggest.Nearest(name, append(slices.Clone(texts), "sources")); ok {
		return d.Because("Did you mean "+meant+"?").Replacing(at, meant, "write "+meant)
	}
	if spec.Block(name) != nil {
		return d.Because(name + " is a block, which has a translation of its own: of = … ." + name + ".")
	}
	if len(texts) == 0 {
		return d.Because("It has no texts that could be translated. Delete the translation.")
	}
	return d.Because("Its texts are " + orJoin(texts) + ".")
}

// textNames lists the attributes of a kind of block that can be translated.
func textNames(spec *schema.Block) []string {
	var names []string
	for _, a := range spec.Attrs {
		if a.Translatable() {
			names = append(names, a.Name)
		}
	}
	return names
}
