package consistency

import (
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
)

func dateOrder(b *model.Block, report func(*diag.Diagnostic)) {
	effective, has := b.Date("effective")
	updated, also := b.Date("updated")
	if has && also && effective.Before(updated) {
		report(diag.New(diag.DateOrder, b.SpanOf("effective"), "the policy takes effect before its latest change was made").
			Because("What holds from "+effective.String()+" was last changed on "+updated.String()+". One of the two dates is wrong.").
			Relating(b.SpanOf("updated"), "the latest change is dated here"))
	}
}

// contactAddress holds a contact to be reachable, or to say that it is not.
func contactAddress(b *model.Block, report func(*diag.Diagnostic)) {
	channel := b.Text("channel")
	switch {
	case b.Has("address") && b.True("redacted"):
		report(diag.New(diag.ContactAddress, b.SpanOf("redacted"), "the address is given and said to be hidden").
			Because("Delete the address, or redacted.").Relating(b.SpanOf("address"), "the address is here"))
	case b.Has("address") && channel != "":
		addressForm(b, channel, report)
	case b.True("redacted"), b.True("outgoing"):
	case channel == "":
		report(diag.New(diag.ContactAddress, b.Span, "the contact does not say by which way it is reached").
			Because("A reader cannot use it. Add channel and what it needs; or, where what was published hides the way, redacted = true."))
	case channel == "in_app":
		if !b.Has("system") && !b.Has("path") && !b.Has("control") {
			report(diag.New(diag.ContactAddress, b.Span, "the contact does not say where it is found").
				Because("Name the application in system, the way through its menus in path, or the button in control."))
		}
	default:
		report(diag.New(diag.ContactAddress, b.Span, "the contact has no address").
			Because("A reader cannot use it. Add address; or, where what was published hides it, redacted = true."))
	}
}

// addressForm holds an address to be of the form that its channel needs.
func addressForm(b *model.Block, channel string, report func(*diag.Diagnostic)) {
	address, span := b.Text("address"), b.SpanOf("address")
	switch {
	case channel == "email" && !scalar.IsEmail(address):
		report(diag.New(diag.BadEmail, span, `"`+address+`" is not an e-mail address`).
			Because("It needs a name, an @ and a domain. If what was published hides the address, delete it and write redacted = true."))
	case channel == "form" && !scalar.IsURL(address):
		report(diag.New(diag.BadURL, span, `"`+address+`" is not a web address`).
			Because("A form on the web is reached by a link, in full: https://example.com/privacy."))
	}
}

// optionalDuty reports a duty that is said to be optional: a permission.
func optionalDuty(b *model.Block, report func(*diag.Diagnostic)) {
	effect, strength := b.Text("effect"), b.Text("strength")
	switch {
	case effect == "require" && strength == "may":
		report(diag.New(diag.OptionalDuty, b.SpanOf("strength"), "what is required may not be optional").
			Because("A rule that one may follow is a permission. Write effect = \"permit\" and delete the strength; or, if it is a duty, write \"must\" or \"should\".").
			Relating(b.SpanOf("effect"), "it is required here"))
	case effect == "permit" && b.Has("strength"):
		report(diag.New(diag.OptionalDuty, b.SpanOf("strength"), "a permission has no strength").
			Because("What is permitted may be done, no more and no less. Delete the strength; or, if it has to be done, write effect = \"require\".").
			Relating(b.SpanOf("effect"), "it is permitted here"))
	}
}

func conditionContent(b *model.Block, report func(*diag.Diagnostic)) {
	var set []string
	for _, name := range []string{"event", "state", "any_of", "all_of", "not"} {
		if b.Has(name) {
			set = append(set, name)
		}
	}
	switch len(set) {
	case 0:
		report(diag.New(diag.EmptyCondition, b.Span, "the condition does not say what it is").
			Because("Say what happens in event, or what is the case in state, as a clause that could follow \"when\" or \"while\"; or make it of other conditions with any_of, all_of or not."))
	case 1:
	default:
		report(diag.New(diag.EmptyCondition, b.SpanOf(set[1]), "the condition is two things: "+set[0]+" and "+set[1]).
			Because("Make a condition of each, and join them with any_of or all_of.").Relating(b.SpanOf(set[0]), set[0]+" is here"))
	}
}

// retentionPeriod holds a retention block to say how long.
func retentionPeriod(b *model.Block, report func(*diag.Diagnostic)) {
	for _, name := range []string{"period", "bound", "long_term", "until", "after", "varies_by", "on_expiry", "prefer"} {
		if b.Has(name) {
			return
		}
	}
	if len(b.Inside("tier")) > 0 {
		return
	}
	report(diag.New(diag.RetentionPeriod, b.Span, "the retention period does not say how long").
		Because("Add period, such as period = \"30 days\"; bound = \"indefinite\" if there is no end; until for an end that is an event; or a tier for each case."))
}

// backupOrRetentionBound holds a bound to have something that it bounds.
func backupOrRetentionBound(period string) check {
	return func(b *model.Block, report func(*diag.Diagnostic)) {
		bound := b.Text("bound")
		endless := bound == "indefinite" || bound == "unspecified"
		switch {
		case bound == "":
		case endless && bound == "indefinite" && b.Has(period):
			report(diag.New(diag.RetentionPeriod, b.SpanOf(period), "it is kept without end, and for a period").
				Because("Delete the period, or choose a bound that limits it: exact, at_most, under or at_least.").Relating(b.SpanOf("bound"), "the bound is here"))
		case !endless && !b.Has(period):
			report(diag.New(diag.RetentionPeriod, b.SpanOf("bound"), "there is no period that could be "+bound).
				Because("Add " + period + ", or delete the bound."))
		}
	}
}

func backupDisabled(b *model.Block, report func(*diag.Diagnostic)) {
	if !b.False("enabled") {
		return
	}
	for _, name := range []string{"frequency", "retained", "form", "protected", "regions"} {
		if b.Has(name) {
			report(diag.New(diag.BackupDisabled, b.SpanOf(name), "a backup that is not made has no "+name).
				Because("Delete this line; or delete enabled = false, if there are backups.").Relating(b.SpanOf("enabled"), "it is said not to be made here"))
			return
		}
	}
}
