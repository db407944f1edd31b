package compare

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// keepsOut reports whether a rule keeps people out rather than lets them in: it
// denies them access, or has them refrain from it.
func keepsOut(b *model.Block) bool { return b.Text("effect") == "deny" || refrains(b) }

// refrains reports whether those whom a rule keeps out could have access.
func refrains(b *model.Block) bool { return b.Text("effect") == "refrain" }

func accessAdded(_ *differ, b *model.Block) []verdict {
	switch {
	case refrains(b):
		return []verdict{{class: "access.narrowed", summary: sentence(who(b), has(b, "now refrains from access", "now refrain from access")+to(b))}}
	case keepsOut(b):
		return []verdict{{class: "access.narrowed", summary: sentence(who(b), has(b, "expressly has no access", "expressly have no access")+to(b))}}
	}
	return []verdict{{class: "access.widened", summary: sentence(who(b), has(b, "now has access", "now have access")+to(b), prefixed("for ", names(elements(b.Get("purposes")))))}}
}

func accessRemoved(_ *differ, b *model.Block) []verdict {
	switch {
	case refrains(b):
		return []verdict{{class: "access.widened", summary: sentence(who(b), has(b, "is not said to refrain from access", "are not said to refrain from access")+to(b), "any more")}}
	case keepsOut(b):
		return []verdict{{class: "access.widened", summary: sentence(who(b), has(b, "is not kept from access", "are not kept from access")+to(b), "any more")}}
	}
	return []verdict{{class: "access.narrowed", summary: sentence(who(b), has(b, "is not said to have access", "are not said to have access")+to(b), "any more")}}
}

func who(b *model.Block) string {
	if people := elements(b.Get("who")); len(people) > 0 {
		return names(people)
	}
	return "anybody for whom “" + b.Label() + "” is meant"
}

// has chooses the verb for those whom a rule is about.
func has(b *model.Block, one, several string) string {
	if people := elements(b.Get("who")); len(people) > 0 {
		return verb(people, one, several)
	}
	return one
}

func to(b *model.Block) string {
	if subjects := b.Refs("to"); len(subjects) > 0 {
		return " to" + strings.TrimPrefix(of(subjects), " of")
	}
	return ""
}

// effects are what an access rule does, from the narrowest.
var effects = []string{"deny", "refrain", "limit", "allow"}

func accessEffect(d *differ, x delta) []verdict {
	class := "access.narrowed"
	if slices.Index(effects, word(x.to)) > slices.Index(effects, word(x.from)) {
		class = "access.widened"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// reach lists people, things, deeds or purposes: a rule that lets in reaches
// further with more of them, one that keeps out keeps more out.
func reach(d *differ, x delta) []verdict {
	gains, loses := len(d.gained(x)) > 0, len(d.lost(x)) > 0
	// Where nothing was listed, the rule was about all.
	if x.from == nil || x.to == nil {
		gains, loses = loses, gains
	}
	if keepsOut(x.after) {
		gains, loses = loses, gains
	}
	class := "access.narrowed"
	if gains {
		class = "access.widened"
	}
	v := verdict{class: class, summary: d.difference(x)}
	if gains && loses {
		v.direction = Neutral
	}
	return []verdict{v}
}

// controls are what holds access down: what is taken away widens.
func controls(d *differ, x delta) []verdict {
	class := "access.narrowed"
	if x.to == nil || len(d.lost(x)) > 0 && x.schema().Type.List {
		class = "access.widened"
	}
	v := verdict{class: class, summary: d.difference(x)}
	if x.from != nil && x.to != nil && !x.schema().Type.List {
		v.class = "access.changed"
	}
	return []verdict{v}
}

// maxUsers: more people widen, and no number at all most.
func maxUsers(d *differ, x delta) []verdict {
	class := "access.narrowed"
	was, counted := model.Number(0), false
	if x.from != nil {
		was, counted = x.from.Value.(model.Number)
	}
	if x.to == nil {
		class = "access.widened"
	} else if n, ok := x.to.Value.(model.Number); ok && counted && n > was || !ok && counted {
		class = "access.widened"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

func accessMode(d *differ, x delta) []verdict {
	class := "access.narrowed"
	if word(x.to) == "direct" || x.to == nil {
		class = "access.widened"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// accessLifetime: how long access lasts once it is given.
func accessLifetime(d *differ, x delta) []verdict {
	v := verdict{class: "access.changed", materiality: Material, summary: d.difference(x)}
	switch order, ok := period(x.after, "lifetime").compare(period(x.before, "lifetime")); {
	case ok && order > 0:
		return []verdict{{class: "access.widened", summary: v.summary}}
	case ok && order < 0:
		return []verdict{{class: "access.narrowed", summary: v.summary}}
	}
	return []verdict{v}
}

// only: that nobody else has access.
func accessOnly(d *differ, x delta) []verdict {
	class := "access.widened"
	if x.isTrue() {
		class = "access.narrowed"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

func auditAdded(_ *differ, b *model.Block) []verdict {
	if b.Parent.Kind() != "access" {
		return nil
	}
	return []verdict{{class: "access.narrowed", summary: sentence("under", the(b.Parent)+",", "access is now recorded")}}
}

func auditRemoved(_ *differ, b *model.Block) []verdict {
	if b.Parent.Kind() != "access" {
		return nil
	}
	return []verdict{{class: "access.widened", summary: sentence("under", the(b.Parent)+",", "access is not recorded any more")}}
}

func auditDetail(d *differ, x delta) []verdict {
	return graded(d, x, schema.AuditDetail, "access.narrowed", "access.widened")
}
