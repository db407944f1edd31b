// Package manual puts what package schema says about the language into words:
// one page at a time for `privity explain`, and all of it as the reference in
// docs/reference.
//
// Everything here is derived. The sentences stand beside what they explain: in
// the declarations of package schema, in the pages of package diag, in the
// functions of package lang. What this package adds is the order, the examples
// cut to what matters, and the tables of the scalar values, which it has the
// parsers themselves fill in.
//
// The text is Markdown that reads well as it is, since a terminal shows it so.
// A paragraph is one line.
package manual

import (
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/suggest"
)

//go:generate go run ./generate

// Explain returns the page about a topic, as Markdown. A topic is
//
//   - a code, such as PV0201;
//   - a block, or a block in a block, such as data_store.segment;
//   - an attribute, such as data_store.regions or data_store.segment.holds;
//   - the name of an attribute alone, or of a set of words, such as strength;
//   - a form of value, such as duration;
//   - a function, such as join;
//   - a construct, such as for_each;
//   - nothing, for the list of all blocks.
//
// Case does not matter, and a hyphen or a space may stand for an underscore.
// Where a name could be several of these, the first in this order counts. If
// there is no such topic, ok is false, and near has those that were perhaps
// meant.
func Explain(topic string) (page string, ok bool, near []string) {
	name := canonical(topic)
	for _, explain := range []func(name string) (string, bool){
		explainNothing, explainCode, explainPath, explainWord, explainForm, explainFunction, explainConstruct,
	} {
		if page, ok := explain(name); ok {
			return page, true, nil
		}
	}
	return "", false, nearest(name)
}

func canonical(topic string) string {
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(strings.TrimSpace(topic)))
}

func explainNothing(name string) (string, bool) { return overview(), name == "" }

func explainCode(name string) (string, bool) { return diag.Page(diag.Code(strings.ToUpper(name))) }

// explainPath explains a block or an attribute that is named by the way to it.
// The way may begin at a block that only stands inside others.
func explainPath(name string) (string, bool) {
	steps := strings.Split(name, ".")
	b := kinds()[steps[0]]
	for i, step := range steps[1:] {
		if b == nil {
			return "", false
		}
		if a := b.Attr(step); a != nil && i == len(steps)-2 {
			return attributePage(name, b, a), true
		}
		b = b.Block(step)
	}
	if b == nil {
		return "", false
	}
	return blockPage(name, b), true
}

// explainWord explains the name of an attribute or of a set of words.
func explainWord(name string) (string, bool) {
	if uses := usesOf(name); len(uses) > 0 {
		return attributeNamePage(name, uses), true
	}
	if e := enums()[name]; e != nil {
		return enumPage(e), true
	}
	return "", false
}

func explainForm(name string) (string, bool) {
	for _, f := range forms {
		if f.name == name {
			return f.page(1), true
		}
	}
	return "", false
}

func explainFunction(name string) (string, bool) {
	for _, f := range lang.Functions() {
		if f.Name == name {
			return functionPage(f), true
		}
	}
	return "", false
}

// nearest lists the topics that a name was perhaps meant to be: the end of a
// path is compared with what could stand there.
func nearest(name string) []string {
	if code := strings.ToUpper(name); strings.HasPrefix(code, "PV") {
		return codesLike(code)
	}
	steps := strings.Split(name, ".")
	b, known := kinds()[steps[0]], steps[0]
	if b == nil {
		return nearestStart(steps)
	}
	for _, step := range steps[1:] {
		next := b.Block(step)
		if next == nil && b.Attr(step) != nil {
			return []string{known + "." + step} // an attribute has nothing below it
		}
		if next == nil {
			return []string{nearestWithin(b, known, step)}
		}
		b, known = next, known+"."+step
	}
	return nil
}

// codesLike lists the codes of the group that a code would belong to.
func codesLike(code string) []string {
	var codes []string
	for _, c := range diag.Codes() {
		if len(code) >= groupLength && strings.HasPrefix(string(c), code[:groupLength]) {
			codes = append(codes, string(c))
		}
	}
	return codes
}

// groupLength is the length of the part of a code that names its group: PV03.
const groupLength = 4

// nearestWithin returns the topic below a block that step resembles, or the
// block itself.
func nearestWithin(b *schema.Block, path, step string) string {
	if meant, ok := suggest.Nearest(step, append(b.AttrNames(), b.BlockNames()...)); ok {
		return path + "." + meant
	}
	return path
}

// nearestStart returns the topics that the first step resembles. What follows
// it is kept where it makes sense there.
func nearestStart(steps []string) []string {
	meant, ok := suggest.Nearest(steps[0], starts())
	if !ok {
		return nil
	}
	if longer := strings.Join(append([]string{meant}, steps[1:]...), "."); len(steps) > 1 {
		if _, ok := explainPath(longer); ok {
			return []string{longer}
		}
	}
	return []string{meant}
}

// starts lists every topic that is a single word.
func starts() []string {
	var words []string
	for _, b := range allKinds() {
		words = append(words, b.Name)
		words = append(words, b.AttrNames()...)
	}
	for _, e := range allEnums() {
		words = append(words, e.Name)
	}
	for _, f := range forms {
		words = append(words, f.name)
	}
	for _, f := range lang.Functions() {
		words = append(words, f.Name)
	}
	return words
}
