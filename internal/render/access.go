package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// access says who can see data, for what, and how that is controlled.
func (p *page) access() part {
	c := part{heading: "Who can see data"}
	var s statements
	for _, b := range p.all("access") {
		notes := [][]tree.Block{note(b)}
		for _, a := range b.Inside("audit") {
			notes = append(notes, note(a))
		}
		s.add(anchor(b), english.Paragraph(p.accessSentences(b)...), notes...)
		p.exceptionsTo(&s, b)
	}
	c.add(s.blocks()...)
	return c
}

func (p *page) accessSentences(b *model.Block) []tree.Text {
	sentences := []tree.Text{
		headed(b),
		p.accessSentence(b),
		accessMethod(b),
		sentenceIf(word(b, "credentials"), word(b, "credentials")),
		sentenceIf(p.objects(b, "granted_by"), tree.T("access is granted by"), p.objects(b, "granted_by")),
		sentenceIf(text(b, "enforced_by"), tree.T("this is enforced by"), text(b, "enforced_by")),
		sentenceIf(word(b, "control"), tree.T("access control is"), word(b, "control")),
		maxUsers(b, "can have it"),
		p.accessLasts(b),
		sentenceIf(word(b, "prefer"), tree.T("what is preferred is"), word(b, "prefer")),
		protection(b),
	}
	for _, a := range b.Inside("audit") {
		sentences = append(sentences, p.auditSentence(a))
	}
	return sentences
}

// accessMethod says how access is controlled. That it has to be granted to each, also
// among those who are named, is a sentence of its own.
func accessMethod(b *model.Block) tree.Text {
	if !slices.Contains(b.Texts("method"), grant) {
		return sentenceIf(word(b, "method"), tree.T("access is controlled"), word(b, "method"))
	}
	granted := english.Sentence(says(b, "method", "nobody has access without having been granted it"))
	others := slices.DeleteFunc(b.Texts("method"), func(m string) bool { return m == grant })
	if len(others) == 0 {
		return granted
	}
	how := says(b, "method", english.AndWords(english.Words("access_method", others)...))
	return english.Paragraph(english.Sentence(tree.T("access is controlled"), how), granted)
}

// grant is the word of the schema's enum access_method for access that has to be
// granted to each.
const grant = "explicit_grant"

// accessSentence says who can do what with which data. The word only stands
// where it limits most: before each purpose, condition and way, or else before who.
func (p *page) accessSentence(b *model.Block) tree.Text {
	limits := p.accessLimits(b)
	rest := english.Phrase(p.unless(b), p.until(b), because(b))
	onlyWho := tree.Text(nil)
	if b.True("only") && len(limits) == 0 {
		onlyWho = says(b, "only", "only")
	}
	if len(b.Refs("who")) == 0 {
		return p.accessToThing(b, onlyWho, limits, rest)
	}
	who, denied := p.subjects(b, "who"), false
	if b.Text("effect") == "deny" && len(b.Refs("who")) == 1 {
		who, denied = who.Denied()
	}
	comma := ""
	if b.Text("effect") == "limit" {
		comma = commaAfter(limits)
	}
	return english.Sentence(onlyWho, who.Text, p.accessVerb(b, who.Person, denied), p.accessThings(b), tree.T(comma), limits, rest)
}

// keepsOut reports whether those whom a rule is about do not see the data: because
// they have no access, or because they refrain from it.
func keepsOut(b *model.Block) bool {
	return b.Text("effect") == "deny" || b.Text("effect") == "refrain"
}

// accessThings is what a rule gives access to, or refuses.
func (p *page) accessThings(b *model.Block) tree.Text {
	if keepsOut(b) {
		return p.anyThings(b, "to")
	}
	return p.things(b, "to")
}

// accessLimits are for what, when and by which way there is access. Where the rule
// limits access to them, each stands behind the word only.
func (p *page) accessLimits(b *model.Block) tree.Text {
	limits := filled([]tree.Text{
		prefixed("for ", named(b, "purposes", name)), p.when(b), prefixed("through ", named(b, "via", the)),
	})
	switch {
	case b.False("only"):
		return english.Phrase(says(b, "only", "not only"), or(english.Phrase(limits...), "so"))
	case !b.True("only") && b.Text("effect") != "limit":
		return english.Phrase(limits...)
	}
	for i := range limits {
		limits[i] = english.Phrase(tree.Says(tree.T("only"), b.Fact("only"), b.Fact("effect")), limits[i])
	}
	return english.And(limits...)
}

// accessVerb is the verb of an access rule, up to what it gives access to.
func (p *page) accessVerb(b *model.Block, person english.Person, denied bool) tree.Text {
	facts := []model.Fact{b.Fact("effect"), b.Fact("strength"), b.Fact("mode"), b.Fact("actions")}
	a := english.Access{
		Effect: b.Text("effect"), Strength: b.Text("strength"), Capitals: !p.public,
		Mode: b.Text("mode"), Actions: b.Texts("actions"), Denied: denied,
	}
	verb := a.Predicate(person)
	if len(b.Refs("to")) == 0 {
		verb = a.Unspecific(person)
	}
	return tree.Says(tree.T(verb), facts...)
}

// accessToThing is a rule that names nobody.
func (p *page) accessToThing(b *model.Block, only, limits, rest tree.Text) tree.Text {
	thing := prefixed("to ", p.accessThings(b))
	mode := tree.Text(nil)
	if b.Has("mode") {
		mode = says(b, "mode", b.Text("mode"))
	}
	actions := tree.Text(nil)
	if list := b.Texts("actions"); len(list) > 0 {
		actions = prefixed("to ", says(b, "actions", english.AndWords(list...)))
		thing = p.accessThings(b)
	}
	if lastsAsSaid(b) {
		return english.Sentence(mode, tree.T("access that is ", says(b, "effect", "given")), actions, thing, only, limits, p.lasting(b), rest)
	}
	verdict := map[string]string{"allow": "given", "deny": "given to nobody", "refrain": "avoided", "limit": "limited"}[b.Text("effect")]
	if b.Text("effect") == "limit" && len(limits) > 0 {
		verdict = "given"
	}
	verb := tree.T("is ", says(b, "effect", verdict))
	if b.Has("strength") {
		verb = tree.T(p.modal(b), " be ", says(b, "effect", verdict))
	}
	return english.Sentence(mode, tree.T("access"), actions, thing, only, verb, limits, rest)
}

// lastsAsSaid reports whether a rule that names nobody is about how long access
// lasts. How binding it is then holds for that, and not for giving access.
func lastsAsSaid(b *model.Block) bool {
	return b.Has("lifetime") && b.Text("effect") == "allow" && len(b.Refs("who")) == 0
}

// accessLasts says for how long access is given.
func (p *page) accessLasts(b *model.Block) tree.Text {
	if !b.Has("lifetime") || lastsAsSaid(b) {
		return nil
	}
	return english.Sentence(tree.T("access"), p.lasting(b))
}

// lasting is the verb and the time that access lasts.
func (p *page) lasting(b *model.Block) tree.Text {
	d, ok := b.Duration("lifetime")
	if !ok {
		return nil
	}
	form := english.For
	if strength := b.Text("strength"); strength == "must" || strength == "should" {
		form = english.NoLongerThan
	}
	lasts := tree.T("lasts")
	if b.Has("strength") {
		lasts = tree.T(p.modal(b), " last")
	}
	return english.Phrase(lasts, says(b, "lifetime", form(english.Duration(d), "")))
}

// protection names the level of protection that a statement belongs to.
func protection(b *model.Block) tree.Text {
	return sentenceIf(text(b, "tier"), tree.T("level of protection:"), text(b, "tier"))
}

// maxUsers says how many may be involved.
func maxUsers(b *model.Block, verb string) tree.Text {
	if !b.Has("max_users") {
		return nil
	}
	who := "a limited number of people"
	if b.Text("max_users") == "" {
		who = "at most " + english.Count(int(b.Int("max_users")), "person", "people")
	}
	return english.Sentence(says(b, "max_users", who), tree.T(verb))
}

// auditSentence says that access is recorded, how, and where.
func (p *page) auditSentence(b *model.Block) tree.Text {
	subject := map[string]string{"": "access", "all": "all access", "any": "any access", "every": "every access", "full": "access"}[b.Text("coverage")]
	be := tree.T("is")
	if modal := p.modal(b); modal != nil {
		be = english.Phrase(modal, tree.T("be"))
	}
	recorded := "recorded"
	if b.Text("coverage") == "full" {
		recorded = "completely recorded"
	}
	detail := map[string]string{"basic": ", but not in detail", "detailed": ", in detail"}[b.Text("detail")]
	return english.Sentence(
		says(b, "coverage", subject), be, says(b, "coverage", recorded),
		prefixed("in ", named(b, "stored_in", the)),
		says(b, "detail", detail), because(b))
}
