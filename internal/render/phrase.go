package render

import (
	"strings"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// The phrases below state one fact each. An attribute that is not set gives an
// empty phrase, which the sentence then leaves out.

// says marks pieces as what an attribute of a block says.
func says(b *model.Block, attr string, pieces ...any) tree.Text {
	return tree.Says(tree.T(pieces...), b.Fact(attr))
}

// text is an attribute that holds a phrase.
func text(b *model.Block, attr string) tree.Text {
	if !b.Has(attr) {
		return nil
	}
	return says(b, attr, b.Text(attr))
}

// quote is an attribute that holds words that somebody else has printed.
func quote(b *model.Block, attr string) tree.Text {
	if !b.Has(attr) {
		return nil
	}
	return says(b, attr, "“"+b.Text(attr)+"”")
}

// texts is an attribute that holds several phrases, joined with "and".
func texts(b *model.Block, attr string) tree.Text {
	if !b.Has(attr) {
		return nil
	}
	return says(b, attr, english.AndWords(b.Texts(attr)...))
}

// anyTexts is texts where a statement denies.
func anyTexts(b *model.Block, attr string) tree.Text {
	if !b.Has(attr) {
		return nil
	}
	return says(b, attr, english.OrWords(b.Texts(attr)...))
}

// word is an attribute that holds a word of an enum, or several.
func word(b *model.Block, attr string) tree.Text {
	a := b.Get(attr)
	if a == nil {
		return nil
	}
	enum := a.Schema.Type.Enum.Name
	if a.Schema.Type.List {
		return says(b, attr, english.AndWords(english.Words(enum, b.Texts(attr))...))
	}
	return says(b, attr, english.Word(enum, b.Text(attr)))
}

// addressed has words about the person whom data is about speak to the reader.
var addressed = strings.NewReplacer("what the person does", "what you do", "the person", "you", "the device", "your device")

// addressed is word, as it speaks to the reader where the data is about the reader.
func (w *writer) addressed(b *model.Block, attr string) tree.Text {
	if !w.aboutReader() || !b.Has(attr) {
		return word(b, attr)
	}
	return says(b, attr, addressed.Replace(english.Word(b.Get(attr).Schema.Type.Enum.Name, b.Text(attr))))
}

// flag is what an attribute says when it is true and when it is false.
func flag(b *model.Block, attr, yes, no string) tree.Text {
	switch {
	case b.True(attr):
		return says(b, attr, yes)
	case b.False(attr):
		return says(b, attr, no)
	}
	return nil
}

// code is an attribute to be read letter by letter.
func code(b *model.Block, attr string) tree.Text {
	if !b.Has(attr) {
		return nil
	}
	return says(b, attr, tree.Code(b.Get(attr).Value.String()))
}

// webLink is an attribute that holds a web address.
func webLink(b *model.Block, attr string) tree.Text {
	if !b.Has(attr) {
		return nil
	}
	words := strings.TrimPrefix(b.Text(attr), "https://")
	return says(b, attr, tree.Link{Href: b.Text(attr), Text: tree.T(words)})
}

// date is an attribute that holds a day.
func date(b *model.Block, attr string) tree.Text {
	d, ok := b.Date(attr)
	if !ok {
		return nil
	}
	return says(b, attr, english.Date(d))
}

// text is an attribute that holds a phrase, in the language of the page.
func (w *writer) text(b *model.Block, attr string) tree.Text {
	if !b.Has(attr) {
		return nil
	}
	return says(b, attr, w.speech.Authored(w.model.Wording(b, attr, w.speech.Language())))
}

// country is an attribute that holds a country, as running text names it.
func (w *writer) country(b *model.Block, attr string) tree.Text {
	if !b.Has(attr) {
		return nil
	}
	return says(b, attr, w.speech.Country(b.Text(attr)))
}

// countries is an attribute that holds several countries.
func (w *writer) countries(b *model.Block, attr string) tree.Text {
	return w.listCountries(b, attr, w.speech.AndWords)
}

func (w *writer) listCountries(b *model.Block, attr string, join func(...string) string) tree.Text {
	codes := b.Texts(attr)
	if len(codes) == 0 {
		return nil
	}
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = w.speech.Country(c)
	}
	return says(b, attr, join(names...))
}

// languages is an attribute that holds language tags.
func languages(b *model.Block, attr string) tree.Text {
	tags := b.Texts(attr)
	if b.Text(attr) != "" {
		tags = []string{b.Text(attr)}
	}
	if len(tags) == 0 {
		return nil
	}
	names := make([]string, len(tags))
	for i, tag := range tags {
		names[i] = languageName(tag)
	}
	return says(b, attr, english.AndWords(names...))
}

// languageName names a language, or else is its tag.
func languageName(tag string) string {
	if name, ok := locale.LanguageName(tag); ok {
		return name
	}
	return tag
}

// length is a period with its bound. A term may name the period. It is empty where
// neither is set.
func length(b *model.Block, period string, form func(length, bound string) string) tree.Text {
	if !b.Has(period) && !b.Has("bound") {
		return nil
	}
	facts := []model.Fact{b.Fact(period), b.Fact("bound")}
	if term := b.Ref(period); term != nil {
		name := "the " + strings.TrimPrefix(term.Label(), "the ")
		if d, ok := term.Duration("period"); ok {
			name += " (" + english.Period(english.Duration(d), term.Text("bound")) + ")"
		}
		return tree.Says(tree.T(form(name, b.Text("bound"))), append(facts, labelOf(term))...)
	}
	words := ""
	if d, ok := b.Duration(period); ok {
		words = english.Duration(d)
	}
	t := tree.Says(tree.T(form(words, b.Text("bound"))), facts...)
	if words != "" && b.Text("bound") == "indefinite" {
		return tree.T(t, says(b, period, " (a period of "+words+" is named)"))
	}
	return t
}

// within is how soon something is done, by attributes within and bound.
func within(b *model.Block) tree.Text {
	d, ok := b.Duration("within")
	if !ok {
		return nil
	}
	bound, facts := "", []model.Fact{b.Fact("within")}
	if b.Schema.Attr("bound") != nil {
		bound, facts = b.Text("bound"), append(facts, b.Fact("bound"))
	}
	return tree.Says(tree.T(english.Within(d, bound)), facts...)
}

// frequency is how often something is done.
func frequency(b *model.Block) tree.Text {
	f, ok := b.Frequency("frequency")
	if !ok {
		return nil
	}
	return says(b, "frequency", english.Frequency(f))
}

// labelOf is the fact that a block's name states, if it states one.
func labelOf(b *model.Block) model.Fact {
	if b.Schema.Attr("label") == nil {
		return model.Fact{Block: b}
	}
	return b.Fact("label")
}

// name is the block's name as readers see it.
func name(b *model.Block) tree.Text {
	return tree.Says(tree.T(b.Label()), append(saidByName(b), labelOf(b))...)
}

// saidByName are the facts of a purpose that its name says by itself: of internal
// analytics nobody has to be told who sees the result.
func saidByName(b *model.Block) []model.Fact {
	switch {
	case b.Kind() == "category" && isCalledByForms(b):
		return []model.Fact{b.Fact("forms")}
	case b.Kind() != "purpose":
		return nil
	}
	var facts []model.Fact
	for _, attr := range []string{"class", "audience"} {
		if namesWord(b, attr) {
			facts = append(facts, b.Fact(attr))
		}
	}
	return facts
}

// isCalledByForms reports whether data has the forms in its name in which it is held.
func isCalledByForms(b *model.Block) bool {
	forms := english.AndWords(english.Words("form", b.Texts("forms"))...)
	return forms != "" && strings.Contains(b.Label(), forms)
}

// the is the block's name as a sentence speaks of it: "the user database". A
// company or its service goes by its name alone.
func the(b *model.Block) tree.Text {
	switch b.Kind() {
	case "subprocessor", "vendor", "organization":
		return name(b)
	case "segment":
		return tree.T("the part ", quoted(b), " of ", the(b.Parent))
	case "backup":
		return theBackups(b)
	}
	return tree.Says(tree.T(english.Definite(b.Label())), append(saidByName(b), labelOf(b))...)
}

// spoken is how a sentence speaks of blocks together: by their names, and without an
// article where each is data of a kind, as in "operational data".
func spoken(together []*model.Block) func(*model.Block) tree.Text {
	if onlyKinds(together) {
		return name
	}
	return the
}

// onlyKinds reports whether all blocks are kinds of data that take no article.
func onlyKinds(blocks []*model.Block) bool {
	for _, b := range blocks {
		if b.Kind() != "category" || !english.IsUncounted(b.Label()) {
			return false
		}
	}
	return true
}

// theBackups are known by what they are backups of, and only by a name of their
// own where that is not said.
func theBackups(b *model.Block) tree.Text {
	of := b.Refs("applies_to")
	switch {
	case len(of) > 0:
		return tree.T("backups of ", english.And(forms(of, the)...))
	case isCalledByForm(b):
		return tree.Says(tree.T(b.Label()), labelOf(b), b.Fact("form"))
	case b.Name != "":
		return tree.T("the backups ", quoted(b))
	}
	return tree.T("backups")
}

// isCalledByForm reports whether backups go by the form of the copies: "snapshots".
func isCalledByForm(b *model.Block) bool {
	return b.Text("form") == "snapshot" && strings.EqualFold(b.Label(), "snapshots")
}

// title is the block's name at the head of what is said of it.
func title(b *model.Block) tree.Text { return english.Capital(name(b)) }

// quoted is the name of a block whose name is no part of speech, such as a
// requirement: “No profiling”.
func quoted(b *model.Block) tree.Text { return tree.T("“", title(b), "”") }

// named joins the blocks that an attribute names, each in the given form.
func named(b *model.Block, attr string, form func(*model.Block) tree.Text) tree.Text {
	return joined(b, attr, form, english.And)
}

// anyNamed is named where a statement denies.
func anyNamed(b *model.Block, attr string, form func(*model.Block) tree.Text) tree.Text {
	return joined(b, attr, form, english.Or)
}

func joined(b *model.Block, attr string, form func(*model.Block) tree.Text, join func(...tree.Text) tree.Text) tree.Text {
	targets := b.Refs(attr)
	if target := b.Ref(attr); target != nil {
		targets = []*model.Block{target}
	}
	if len(targets) == 0 {
		return nil
	}
	return tree.Says(join(forms(targets, form)...), b.Fact(attr))
}

func forms(blocks []*model.Block, form func(*model.Block) tree.Text) []tree.Text {
	items := make([]tree.Text, len(blocks))
	for i, b := range blocks {
		items[i] = form(b)
	}
	return items
}

// join joins phrases that are not empty with a space between them, commas and
// semicolons with these.
func join(phrases ...tree.Text) tree.Text       { return tree.Join(" ", phrases...) }
func commas(phrases ...tree.Text) tree.Text     { return tree.Join(", ", phrases...) }
func semicolons(phrases ...tree.Text) tree.Text { return tree.Join("; ", phrases...) }

// prefixed puts words before a phrase that is not empty.
func prefixed(before string, t tree.Text) tree.Text {
	if len(t) == 0 {
		return nil
	}
	return tree.T(before, t)
}

// bracketed puts a phrase that is not empty into brackets.
func bracketed(t tree.Text) tree.Text {
	if len(t) == 0 {
		return nil
	}
	return tree.T("(", t, ")")
}

// or is a phrase, or other words where it is empty.
func or(t tree.Text, otherwise string) tree.Text {
	if len(t) == 0 {
		return tree.T(otherwise)
	}
	return t
}
