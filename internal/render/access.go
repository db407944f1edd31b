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
	if isOnlyRecorded(b) {
		return []tree.Text{headed(b), p.recordedAccess(b)}
	}
	sentences := []tree.Text{
		headed(b),
		p.accessSentence(b),
		p.accessControlled(b),
		sentenceIf(word(b, "credentials"), word(b, "credentials")),
		enforced(b),
		howTightly(b),
		otherUsers(b),
		p.accessLasts(b),
		preferredTime(b),
		protection(b),
	}
	for _, a := range b.Inside("audit") {
		sentences = append(sentences, p.auditSentence(a))
	}
	return sentences
}

// accessControlled says how access is controlled, and who grants it.
func (p *page) accessControlled(b *model.Block) tree.Text {
	by, methods := p.subjects(b, "granted_by"), b.Texts("method")
	granted := sentenceIf(by.Text, tree.T("access is granted by"), by.Object())
	if isAuthorised(b) {
		granted = nil
	}
	switch {
	case isLimitedByMethod(b) || isSaidByWho(b):
		return granted
	case len(by.Text) > 0 && len(methods) == 1 && methods[0] == "permissions":
		return english.Sentence(tree.T("access is controlled"), word(b, "method"), tree.T("that"), by.Text, tree.T(english.Present(by.Person, "manage")))
	}
	return english.Paragraph(accessMethod(b), granted)
}

// enforced says what enforces a rule, and how tightly.
func enforced(b *model.Block) tree.Text {
	by, how := text(b, "enforced_by"), tree.Text(nil)
	if isAirtight(b) {
		how = tree.T(", which is ", word(b, "control"))
	}
	return sentenceIf(by, tree.T("this is enforced by"), by, how)
}

// isAirtight reports whether what enforces a rule is what the policy calls airtight.
func isAirtight(b *model.Block) bool { return b.Has("enforced_by") && b.Text("control") == "airtight" }

// howTightly says how tightly access is controlled, where the rule does not.
func howTightly(b *model.Block) tree.Text {
	switch {
	case isStrictlyLimited(b), isAirtight(b):
		return nil
	case b.Text("control") == "strict":
		return english.Sentence(tree.T("access is"), says(b, "control", "strictly"), tree.T("controlled"))
	}
	return sentenceIf(word(b, "control"), tree.T("access control is"), word(b, "control"))
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
	if isSaidByWho(b) {
		who.Text = tree.Says(who.Text, b.Fact("method"))
	}
	if b.Text("effect") == "deny" && len(b.Refs("who")) == 1 {
		who, denied = who.Denied()
	}
	if isAuthorised(b) {
		by := p.subjects(b, "granted_by")
		who.Text = tree.T(who.Text, " whom ", by.Text, " ", english.Present(by.Person, "authorise"))
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
	ways := accessWays(b)
	if lastsAsSaid(b) {
		ways = nil // they stand before what there is access to
	}
	limits := filled([]tree.Text{prefixed("for ", named(b, "purposes", name)), p.when(b), ways})
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

// accessWays are the systems through which there is access.
func accessWays(b *model.Block) tree.Text { return prefixed("through ", named(b, "via", the)) }

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
	thing := tree.T("to ", or(p.accessThings(b), "data"))
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
		return english.Sentence(mode, says(b, "effect", "access"), accessWays(b), actions, thing, only, limits, p.lasting(b), rest)
	}
	verb := english.Phrase(isOrBe(p.modal(b)), accessVerdict(b, len(limits) > 0))
	all := tree.Text(nil)
	if isBareLimit(b) && !b.Has("to") && !b.Has("mode") {
		all = tree.T("all") // a rule that leaves open whose access it limits, and to what, leaves out none
	}
	return english.Sentence(all, mode, tree.T("access"), actions, thing, only, verb, limits, rest)
}

// accessVerdict is what a rule that names nobody does with access, with what it limits
// it by. Where it is limited to purposes, cases or ways these say so.
func accessVerdict(b *model.Block, toSome bool) tree.Text {
	given := map[string]string{"allow": "given", "deny": "given to nobody", "refrain": "avoided", "limit": "limited"}[b.Text("effect")]
	switch {
	case isLimitedToUsers(b):
		return english.Phrase(says(b, "effect", "given"), tree.T("only to"), says(b, "max_users", fewUsers(b)))
	case isStrictlyLimited(b):
		return english.Phrase(tree.Says(tree.T("strictly limited"), b.Fact("effect"), b.Fact("control")), word(b, "method"))
	case isLimitedByMethod(b):
		return english.Phrase(says(b, "effect", given), word(b, "method"))
	case b.Text("effect") == "limit" && toSome:
		given = "given"
	}
	return says(b, "effect", given)
}

// isBareLimit reports whether a rule limits access without saying whose it is, what it
// is for, or when and by which way it is given.
func isBareLimit(b *model.Block) bool {
	return b.Text("effect") == "limit" && len(b.Refs("who")) == 0 && !b.Has("only") &&
		!b.Has("purposes") && !b.Has("when") && !b.Has("via")
}

// isSaidByWho reports whether the name of those who have access says how that is
// controlled: of authenticated users nobody has to be told that they sign in.
func isSaidByWho(b *model.Block) bool {
	methods, who := b.Texts("method"), b.Refs("who")
	return len(methods) == 1 && methods[0] == "authentication" && len(who) == 1 &&
		english.Mentions(who[0].Label(), "authenticated")
}

// isAuthorised reports whether those who alone have access are those to whom somebody
// grants it, so that one sentence says both: "only people whom you authorise".
func isAuthorised(b *model.Block) bool {
	return b.True("only") && b.Text("effect") == "allow" && len(b.Refs("who")) == 1 && b.Has("granted_by") && !b.Has("method")
}

func isLimitedToUsers(b *model.Block) bool { return isBareLimit(b) && b.Has("max_users") }

func isLimitedByMethod(b *model.Block) bool {
	return isBareLimit(b) && b.Has("method") && !b.Has("max_users")
}

func isStrictlyLimited(b *model.Block) bool {
	return isBareLimit(b) && b.Text("control") == "strict" && !b.Has("max_users")
}

// isOnlyRecorded reports whether a rule names some access only to say that it is
// recorded.
func isOnlyRecorded(b *model.Block) bool {
	for _, attr := range []string{
		"who", "strength", "mode", "only", "method", "credentials", "granted_by", "enforced_by", "control",
		"max_users", "lifetime", "prefer", "unless", "until", "because", "tier",
	} {
		if b.Schema.Attr(attr) != nil && b.Has(attr) {
			return false
		}
	}
	audits := b.Inside("audit")
	return b.Text("effect") == "allow" && b.Has("to") && len(audits) == 1 && !audits[0].Has("because")
}

// recordedAccess says of the access that a rule names that it is recorded.
func (p *page) recordedAccess(b *model.Block) tree.Text {
	thing := prefixed("to ", p.things(b, "to"))
	if list := b.Texts("actions"); len(list) > 0 {
		thing = english.Phrase(tree.T("to ", says(b, "actions", english.AndWords(list...))), p.things(b, "to"))
	}
	return p.recorded(b.Inside("audit")[0], tree.Says(english.Phrase(thing, p.accessLimits(b)), b.Fact("effect")))
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

// otherUsers says how many may have access, where the rule itself does not.
func otherUsers(b *model.Block) tree.Text {
	if !b.Has("max_users") || isLimitedToUsers(b) {
		return nil
	}
	return english.Sentence(says(b, "max_users", fewUsers(b)), tree.T("can have it"))
}

// fewUsers is how many may be involved.
func fewUsers(b *model.Block) string {
	if b.Text("max_users") != "" {
		return "a limited number of users"
	}
	return "at most " + english.Count(int(b.Int("max_users")), "user", "users")
}

// preferredTime says whether access should rather last longer or less long.
func preferredTime(b *model.Block) tree.Text {
	switch b.Text("prefer") {
	case "shortest":
		return english.Sentence(says(b, "prefer", "the shorter this time is, the better"))
	case "longest":
		return english.Sentence(says(b, "prefer", "the longer this time is, the better"))
	}
	return sentenceIf(word(b, "prefer"), tree.T("what is preferred is"), word(b, "prefer"))
}

// auditSentence says that access is recorded, how, and where.
func (p *page) auditSentence(b *model.Block) tree.Text { return p.recorded(b, nil) }

// recorded is auditSentence of the access that is meant, if that is not what was said
// before.
func (p *page) recorded(b *model.Block, access tree.Text) tree.Text {
	subject := map[string]string{"": "access", "all": "all access", "any": "any access", "every": "every access", "full": "access"}[b.Text("coverage")]
	if len(access) == 0 && subject == "access" && b.Parent.Text("control") == "strict" {
		subject = "it" // of access the sentence before speaks
	}
	recorded := "recorded"
	if b.Text("coverage") == "full" {
		recorded = "completely recorded"
	}
	in := prefixed("in ", named(b, "stored_in", the))
	if len(in) == 0 {
		in = tree.T("in audit logs")
	}
	detail := map[string]string{"basic": ", but not in detail", "detailed": ", in detail"}[b.Text("detail")]
	return english.Sentence(
		says(b, "coverage", subject), access, isOrBe(p.modal(b)), says(b, "coverage", recorded),
		in, says(b, "detail", detail), because(b))
}
