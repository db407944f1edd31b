// Package translate keeps the translations of a policy up to date in its source.
//
// What is missing is written, without words and with the text beside it, for a
// person to fill in. What was translated stays as it is: a text that was changed
// since is told in a comment, and its digest is left, so that nothing passes for
// a translation that nobody has read again.
package translate

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/format"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// A Result is what becomes of the source files.
type Result struct {
	Files   []File // those that change, by name
	Missing int    // texts that were added, without words
	Changed int    // texts that were changed since they were translated
	Pinned  int    // translations that were given the digest of their text
}

// A File is a source file with its new content.
type File struct {
	Name    string
	Content []byte
}

// Options say how a policy is translated.
type Options struct {
	Names  bool // proper names too, and what blocks without a label are called
	Limits syntax.Limits
}

// FileFor returns the name of the file that new translations go into.
func FileFor(language string) string {
	return "translation_" + strings.ToLower(strings.ReplaceAll(language, "-", "_")) + ".hcl"
}

// Update brings the translations into a language up to date, in the source files
// of the policy in the root folder of fsys. The findings say why a file could
// not be written.
func Update(fsys fs.FS, m *model.Model, language string, options Options) (Result, diag.List) {
	u := update{
		model: m, language: language, options: options,
		existing: map[*model.Block]*model.Translation{}, edits: map[*source.File][]edit{}, outlines: map[*source.File]map[int32]*syntax.Node{},
	}
	for _, t := range m.Translations() {
		if t.Language == language {
			u.existing[t.Of] = t
		}
	}
	u.blocks()
	return u.finish(fsys)
}

// An update is one run of Update.
type update struct {
	model    *model.Model
	language string
	options  Options
	existing map[*model.Block]*model.Translation
	edits    map[*source.File][]edit
	outlines map[*source.File]map[int32]*syntax.Node // top-level blocks, by where they begin
	added    strings.Builder                         // translations of blocks that had none
	result   Result
}

// A text is what a translation has, or should have, of an attribute.
type text struct {
	attr  *schema.Attr
	from  model.Value
	was   *model.TranslatedText // nil where it is not there yet
	state model.State
}

// digest names the text that is to be translated.
func (t text) digest() string { return model.Digest(t.from) }

// blocks goes through the texts of every block.
func (u *update) blocks() {
	var walk func(b *model.Block)
	walk = func(b *model.Block) {
		if texts := u.textsOf(b); len(texts) > 0 {
			u.block(b, texts)
		}
		for _, n := range b.Blocks {
			walk(n)
		}
	}
	for _, b := range u.model.Blocks() {
		walk(b)
	}
}

// textsOf lists the texts of a block that are translated or ought to be.
func (u *update) textsOf(b *model.Block) []text {
	var texts []text
	wanted := u.model.Translated(b, u.options.Names)
	for _, a := range b.Schema.Attrs {
		if !a.Translatable() || b.Source(a.Name) == nil {
			continue
		}
		t := text{attr: a, from: b.Source(a.Name)}
		if existing := u.existing[b]; existing != nil {
			if i := slices.IndexFunc(existing.Texts, func(t model.TranslatedText) bool { return t.Attr == a }); i >= 0 {
				t.was = &existing.Texts[i]
			}
		}
		if t.was == nil && !slices.Contains(wanted, a) {
			continue
		}
		t.state, _ = u.model.WordingState(b, a.Name, u.language)
		texts = append(texts, t)
	}
	return texts
}

// block writes the translation of a block, or what it lacks.
func (u *update) block(b *model.Block, texts []text) {
	existing := u.existing[b]
	if existing != nil {
		u.amend(existing, b, texts)
		return
	}
	u.added.WriteString("\ntranslation \"" + u.language + "\" {\n  of = " + b.Address + "\n")
	var digests strings.Builder
	for _, t := range texts {
		u.added.WriteString(blank(b, t))
		digests.WriteString("    " + t.attr.Name + " = \"" + t.digest() + "\"\n")
		u.result.Missing++
	}
	u.added.WriteString("\n  sources = {\n" + digests.String() + "  }\n}\n")
}

// finish applies the edits.
func (u *update) finish(fsys fs.FS) (Result, diag.List) {
	var found diag.List
	home := FileFor(u.language)
	add := func(name string, before, after []byte) {
		laidOut, flaws := format.Source(source.NewFile(name, after), u.options.Limits)
		found.Add(flaws...)
		if laidOut != nil && string(laidOut) != string(before) {
			u.result.Files = append(u.result.Files, File{name, laidOut})
		}
	}
	for file, edits := range u.edits {
		after := apply(file.Bytes, edits)
		if file.Name == home {
			after = append(after, u.added.String()...)
			u.added.Reset()
		}
		add(file.Name, file.Bytes, after)
	}
	if u.added.Len() > 0 {
		before, _ := fs.ReadFile(fsys, home) // a file that cannot be read is not there, or was reported when the policy was read
		add(home, before, append(slices.Clone(before), u.added.String()...))
	}
	slices.SortFunc(u.result.Files, func(x, y File) int { return cmp.Compare(x.Name, y.Name) })
	found.Sort()
	return u.result, found
}
