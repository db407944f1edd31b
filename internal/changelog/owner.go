package changelog

import (
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/speech"
)

// An Owner is whose policy it is, for readers of a feed or a message in a language.
type Owner struct {
	Title, Name string
	Language    string // BCP 47, as the policy has it
	Edition     string // tells feeds of one policy apart: its language, or empty for that in which it is written
}

// OwnerIn is whose policy it is, as feeds and messages in one of its languages name it.
func OwnerIn(m *model.Model, language string) Owner {
	o := Owner{Title: "the policy", Name: "the publisher", Language: language}
	if language != m.SourceLanguage() {
		o.Edition = strings.ToLower(language)
	}
	policy := m.Policy()
	if policy == nil {
		return o
	}
	o.Title = inPlain(m.Wording(policy, "title", language), language)
	o.Name = o.Title
	if organization := policy.Ref("organization"); organization != nil {
		o.Name = inPlain(m.LabelWording(organization, language), language)
	}
	return o
}

// inPlain is a text of the author where a text can be nothing but plain.
func inPlain(w model.Wording, language string) string {
	if w.Language == "" || w.Language == language {
		return w.Text
	}
	return w.Text + " " + speech.Mark(w.Language)
}
