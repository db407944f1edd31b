package compare

import (
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/schema"
)

// A wording says in sentences what became of an attribute. {it} stands for the
// block, {new} and {old} for the values or, in gain and lose, for those that
// came and went. What is empty is said in general terms.
type wording struct {
	change     string // another value
	set        string // a value where there was none
	unset      string // none where there was a value
	gain, lose string // for lists
}

// said holds the wordings by kind of block and attribute, or by "*" and the
// attribute for those that mean one thing everywhere.
var said = map[string]wording{
	"*.when": {
		set: "{it}: this now holds only if {new}", unset: "{it}: this now holds in all cases, not only if {old}",
		gain: "{it}: this now also holds if {new}", lose: "{it}: this does not hold any more if {old}",
	},
	"*.unless": {
		set: "{it}: this does not hold any more if {new}", unset: "{it}: this now holds even if {old}",
		gain: "{it}: this does not hold any more if {new}", lose: "{it}: this now holds even if {old}",
	},
	"*.until": {
		set: "{it}: this now holds only until {new}", unset: "{it}: this does not end any more when {old}",
		gain: "{it}: this now ends when {new}", lose: "{it}: this does not end any more when {old}",
	},
	"*.strength":      {change: "{it}: this now reads “{new}”, not “{old}”", set: "{it}: this now reads “{new}”", unset: "{it}: this does not read “{old}” any more"},
	"*.qualifier":     {change: "{it}: this now holds “{new}”, not “{old}”", set: "{it}: this now holds “{new}”", unset: "{it}: this does not hold “{old}” any more, but without that hedge"},
	"*.mechanism":     {change: "transfers under {it} now rest on {new}, not on {old}", set: "transfers under {it} are now said to rest on {new}", unset: "it is not stated any more what transfers under {it} rest on; it was {old}"},
	"*.note":          {change: "{it}: the note now reads {new}, not {old}", set: "{it} now has a note: {new}", unset: "{it} does not have its note any more, which was {old}"},
	"*.trains_models": {change: "{it}: {new}"},

	"policy.effective":           {change: "the policy holds from {new}; the version before, from {old}", set: "the policy holds from {new}"},
	"policy.updated":             {change: "the policy was updated on {new}; before that, on {old}"},
	"policy.title":               {change: "the policy is now headed {new}, not {old}"},
	"policy.organization":        {change: "the policy is now that of {new}, not of {old}", set: "the policy is now stated to be that of {new}", unset: "it is not stated any more that the policy is that of {old}"},
	"policy.regimes":             {set: "the policy now says which law on data protection applies: {new}", unset: "the policy does not say any more that this law applies: {old}", gain: "the policy now says that a further law applies: {new}", lose: "the policy does not say any more that this law applies: {old}"},
	"policy.governing_law":       {change: "the policy is now governed by the law of {new}, not of {old}", set: "the policy is now stated to be governed by the law of {new}", unset: "it is not stated any more that the policy is governed by the law of {old}"},
	"policy.minimum_age":         {change: "what the policy covers is now for people from the age of {new}, not of {old}", set: "what the policy covers is now for people from the age of {new}", unset: "what the policy covers is not limited any more to people from the age of {old}"},
	"policy.prevailing_language": {change: "where translations differ, the text in {new} holds now, not that in {old}", set: "where translations differ, the text in {new} holds now", unset: "it is not stated any more which text holds where translations differ"},
	"policy.products":            {gain: "the policy now also covers {new}", lose: "the policy does not cover {old} any more"},

	"organization.legal_name":     {change: "the registered name of {it} is now {new}, not {old}"},
	"organization.role":           {change: "the role of {it} is now another one: {new}; before: {old}"},
	"organization.country":        {change: "{it} is now established in {new}, not in {old}"},
	"organization.representative": {change: "{it} is now represented by {new}, not by {old}", set: "{it} is now represented by {new}", unset: "{it} is not represented by {old} any more"},
	"activity.controller":         {change: "{new} is now responsible for {it}, not {old}", set: "{new} is now responsible for {it}", unset: "{old} is not responsible for {it} any more"},

	"notice.period":    {change: "{ahead} is now announced {new} ahead, not {old}"},
	"notice.objection": {change: "to {ahead} one may now object for {new}, not for {old}", set: "to {ahead} one may now object for {new}", unset: "to {ahead} one may not object any more, which was possible for {old}"},
	"notice.via":       {change: "{ahead} is now announced by {new}, not by {old}", gain: "{ahead} is now also announced by {new}", lose: "{ahead} is not announced by {old} any more"},

	"category.includes":     {gain: "“{bare}” now includes {new}", lose: "“{bare}” does not include {old} any more"},
	"category.excludes":     {gain: "“{bare}” now excludes {new}", lose: "“{bare}” does not exclude {old} any more", set: "“{bare}” now excludes {new}", unset: "“{bare}” does not exclude {old} any more"},
	"condition.event":       {change: "wherever the policy speaks of this condition, it is now when {plain_new}, not when {plain_old}"},
	"condition.state":       {change: "wherever the policy speaks of this condition, it is now that {plain_new}, not that {plain_old}"},
	"term.meaning":          {change: "{it} now means {new}, not {old}", set: "{it} is now said to mean {new}", unset: "it is not stated any more that {it} means {old}"},
	"contact.within":        {change: "{it}: what is asked for there may now take {new}, not {old}", set: "{it}: what is asked for there is now done within {new}", unset: "{it}: it is not stated any more that what is asked for there is done within {old}"},
	"use.purpose":           {change: "{bare_parent}: now used for {new}, not for {old}"},
	"right.limits":          {gain: "{it} now has a further limit: {new}", lose: "{it} does not have this limit any more: {old}", set: "{it} now has limits: {new}", unset: "{it} does not have these limits any more: {old}"},
	"step.where":            {change: "{it} is now taken {new}, not {old}", set: "{it} is now said to be taken {new}", unset: "{it} is not said to be taken {old} any more"},
	"category.sensitivity":  {change: "{bare}: now {new}, not {old}", set: "{bare}: now {new}", unset: "{bare}: not said any more to be {old}"},
	"category.class":        {change: "{bare}: now {new}, not {old}", set: "{bare}: now {new}", unset: "{bare}: not said any more to be {old}"},
	"purpose.legal_basis":   {change: "using data for {phrase} now rests on {new}, not on {old}", set: "using data for {phrase} is now said to rest on {new}", unset: "it is not stated any more that using data for {phrase} rests on {old}"},
	"purpose.data":          {set: "{new} now serves {phrase}", unset: "{old} does not serve {phrase} any more", gain: "{new} now also serves {phrase}", lose: "{old} does not serve {phrase} any more"},
	"purpose.includes":      {set: "{phrase} is now said to include {new}", gain: "{phrase} now also includes {new}", lose: "{phrase} does not include {old} any more"},
	"data_store.holds":      {gain: "{it} now also holds {new}", lose: "{it} does not hold {old} any more", set: "{it} is now said to hold {new}", unset: "{it} is not said to hold {old} any more"},
	"data_store.technology": {change: "{it} now runs on {new}, not on {old}"},
	"data_store.vendor":     {change: "{it} is now a service of {new}, not of {old}", set: "{it} is now said to be a service of {new}", unset: "{it} is not said to be a service of {old} any more"},
	"region.country":        {change: "{it} is now in {new}, not in {old}", set: "{it} is now said to be in {new}", unset: "it is not stated any more that {it} is in {old}"},
	"term.period":           {change: "{it} is now {new}, not {old}"},
	"vendor.legal_name":     {change: "the registered name of {it} is now {new}, not {old}"},

	"subprocessor.relation":   {change: "{it} is now {new}, not {old}", set: "{it} is now said to be {new}", unset: "{it} is not said to be {old} any more"},
	"subprocessor.kind":       {change: "{it} is now {new}, not {old}", set: "{it} is now said to be {new}", unset: "{it} is not said to be {old} any more"},
	"subprocessor.mechanism":  {change: "transfers to {it} now rest on {new}, not on {old}", set: "transfers to {it} are now said to rest on {new}", unset: "it is not stated any more what transfers to {it} rest on; it was {old}"},
	"subprocessor.assurances": {gain: "{it} is now also relied on for {new}", lose: "{it} is not relied on for {old} any more"},
	"engagement.minimised":    {set: "under {it}, no more data is passed on than is required: {new}", unset: "it is not stated any more whether under {it} no more data is passed on than is required"},

	"option.to": {gain: "by {it} data can now also be sent to {new}", lose: "by {it} data cannot be sent to {old} any more"},

	"transfer.effect":     {change: "{it} now says that {new}, and no longer that {old}"},
	"transfer.recipients": {gain: "{it} is now also about {new}", lose: "{it} is not about {old} any more"},
	"transfer.counts_as":  {set: "what {it} is about now counts as {new}", unset: "what {it} is about does not count as {old} any more", gain: "what {it} is about now also counts as {new}", lose: "what {it} is about does not count as {old} any more"},
	"transfer.safeguards": {gain: "{it} is now also protected by {new}", lose: "{it} is not protected by {old} any more", set: "{it} is now said to be protected by {new}", unset: "{it} is not said to be protected by {old} any more"},
	"transfer.countries":  {gain: "{it} is now also about {new}", lose: "{it} is not about {old} any more", set: "{it} is now about {new} only", unset: "{it} is not limited to {old} any more"},
	"transfer.data":       {gain: "{it} is now also about {new}", lose: "{it} is not about {old} any more", set: "{it} is now about {new} only", unset: "{it} is not limited to {old} any more"},

	"tracker.lifetime":  {change: "{it} now stays for {new}, not for {old}", set: "{it} is now said to stay for {new}", unset: "it is not stated any more that {it} stays for {old}"},
	"tracker.purposes":  {change: "{it} is now for {new}, not for {old}", set: "{it} is now said to be for {new}", unset: "it is not stated any more that {it} is for {old}", gain: "{it} is now also for {new}", lose: "{it} is not for {old} any more"},
	"tracker.essential": {change: "{it}: whether it is needed for what was asked for: now {new}, before {old}", set: "{it}: whether it is needed for what was asked for is now stated: {new}", unset: "{it}: it is not stated any more whether it is needed for what was asked for; it was stated: {old}"},
	"tracker.vendor":    {change: "{it} is now that of {new}, not of {old}", set: "{it} is now said to be that of {new}", unset: "{it} is not said to be that of {old} any more"},

	"retention.starts_on":  {change: "{it} is now counted from when {new}, not from when {old}", set: "{it} is now counted from when {new}", unset: "{it} is not counted any more from when {old}"},
	"retention.after":      {change: "{it} now begins when {new} has ended, not {old}", set: "{it} now begins only when {new} has ended", unset: "{it} does not wait any more for {old} to end"},
	"retention.varies_by":  {change: "{it} now depends on {new}, not on {old}", set: "{it} now depends on {new}", unset: "{it} does not depend on {old} any more"},
	"retention.on_expiry":  {change: "when {it} ends: {new}, not any more: {old}", set: "when {it} ends, it is now stated: {new}", unset: "it is not stated any more what happens when {it} ends; it was: {old}"},
	"retention.applies_to": {gain: "{short} now also applies to {new}", lose: "{short} does not apply to {old} any more", set: "{short} now applies to {new} only", unset: "{short} is not limited to {old} any more"},
	"retention.data":       {gain: "{it} now also applies to {new}", lose: "{it} does not apply to {old} any more", set: "{it} now applies to {new} only", unset: "{it} is not limited to {old} any more"},

	"encryption.key_bits":   {change: "the key of {it} now has {new} bits, not {old}", set: "the key of {it} is now said to have {new} bits", unset: "it is not stated any more that the key of {it} has {old} bits"},
	"encryption.algorithm":  {change: "{it} now uses {new}, not {old}", set: "{it} is now said to use {new}", unset: "{it} is not said to use {old} any more"},
	"encryption.protocol":   {change: "{it} now uses {new}, not {old}", gain: "{it} now also uses {new}", lose: "{it} does not use {old} any more", set: "{it} is now said to use {new}", unset: "{it} is not said to use {old} any more"},
	"encryption.state":      {change: "{it} now protects data {new}, not {old}"},
	"encryption.scope":      {change: "{it}: now {new}, not {old}"},
	"encryption.applies_to": {gain: "{short} now also covers {new}", lose: "{short} does not cover {old} any more", set: "{short} now covers {new} only", unset: "{short} is not limited to {old} any more"},

	"access.who":        {gain: "under {it}, {new} may now have access too", lose: "under {it}, {old} may not have access any more", set: "{it} is now about {new} only", unset: "{it} is not limited to {old} any more"},
	"access.lifetime":   {change: "{it}: access now lasts {new}, not {old}", set: "{it}: access now lasts {new}", unset: "{it}: it is not stated any more that access lasts {old}"},
	"access.to":         {gain: "{short} now also covers {new}", lose: "{short} does not cover {old} any more", set: "{short} now covers {new} only", unset: "{short} is not limited to {old} any more"},
	"access.purposes":   {gain: "{it} now also holds for {new}", lose: "{it} does not hold for {old} any more", set: "{it} now holds for {new} only", unset: "{it} is not limited to {old} any more"},
	"access.actions":    {gain: "{it} now also covers this: {new}", lose: "{it} does not cover this any more: {old}", set: "{it} is now about this only: {new}", unset: "{it} is not limited to this any more: {old}"},
	"access.effect":     {change: "{it}: those concerned {new} now; before, they would {old}"},
	"access.method":     {gain: "{it}: access is now also controlled {new}", lose: "{it}: access is not controlled {old} any more", set: "{it}: access is now controlled {new}", unset: "{it}: access is not said to be controlled {old} any more"},
	"access.max_users":  {change: "under {it}, as many as this may now have access: {new}; before: {old}", set: "under {it}, no more than this may now have access: {new}", unset: "under {it}, it is not limited any more how many may have access; it was: {old}"},
	"access.granted_by": {change: "access under {it} is now granted by {new}, not by {old}", set: "access under {it} is now granted by {new}", unset: "access under {it} is not said to be granted by {old} any more", gain: "access under {it} is now also granted by {new}", lose: "access under {it} is not granted by {old} any more"},

	"restore.reach": {change: "{it} now reaches back up to {new}, not {old}", set: "{it} reaches back up to {new}", unset: "{it}: it is not stated any more that it reaches back up to {old}"},
	"right.within":  {change: "{it}: a request may now take {new}, not {old}", set: "{it}: a request is now dealt with within {new}", unset: "{it}: it is not stated any more that a request is dealt with within {old}"},
	"right.via":     {change: "{it} is now exercised by {new}, not by {old}", gain: "{it} may now also be exercised by {new}", lose: "{it} may not be exercised by {old} any more", set: "{it} is now said to be exercised by {new}", unset: "it is not stated any more that {it} is exercised by {old}"},
	"right.formats": {gain: "{it}: data is now also handed over as {new}", lose: "{it}: data is not handed over as {old} any more"},

	"claim.with":   {gain: "{it} now also holds for {new}", lose: "{it} does not hold for {old} any more", set: "{it} now holds for {new} only", unset: "{it} is not limited to {old} any more"},
	"claim.data":   {gain: "{it} now also holds for {new}", lose: "{it} does not hold for {old} any more", set: "{it} now holds for {new} only", unset: "{it} is not limited to {old} any more"},
	"claim.on":     {gain: "{it} now also holds for {new}", lose: "{it} does not hold for {old} any more", set: "{it} now holds for {new} only", unset: "{it} is not limited to {old} any more"},
	"claim.within": {change: "{it} now allows {new}, not {old}", gain: "{it} now also allows {new}", lose: "{it} does not allow {old} any more", set: "{it} is now limited to {new}", unset: "{it} is not limited to {old} any more"},

	"principle.statement": {change: "{it} now reads {new}, not {old}"},
	"contact.address":     {change: "{it} is now reached at {new}, not at {old}", set: "{it} is now reached at {new}", unset: "it is not stated any more that {it} is reached at {old}"},
}

// difference says what became of an attribute: in the words that there are for
// it, or in general terms.
func (d *differ) difference(x delta) string {
	kind := x.after.Kind()
	w, ok := said[kind+"."+x.name()]
	if !ok {
		w = said["*."+x.name()]
	}
	show := func(list []model.Value) string { return english.AndWords(x.shown(list)...) }
	anyOf := func(list []model.Value) string { return english.OrWords(x.shown(list)...) } // after a "not"
	came, went := d.gained(x), d.lost(x)
	switch isList := x.schema().Type.List; {
	case x.from == nil && w.set != "":
		return x.say(w.set, show(elements(x.to)), "")
	case x.to == nil && w.unset != "":
		return x.say(w.unset, "", show(elements(x.from)))
	case x.from == nil || x.to == nil:
		return d.inGeneral(x)
	case !isList && w.change != "":
		return x.say(w.change, show(elements(x.to)), show(elements(x.from)))
	case isList && w.change != "" && len(came) > 0 && len(went) > 0:
		return x.say(w.change, show(elements(x.to)), show(elements(x.from)))
	case isList && len(went) == 0 && w.gain != "":
		return x.say(w.gain, show(came), "")
	case isList && len(came) == 0 && w.lose != "":
		return x.say(w.lose, "", anyOf(went))
	case isList && w.gain != "" && w.lose != "":
		return x.say(w.gain, show(came), "") + " " + x.say(w.lose, "", anyOf(went))
	}
	return d.inGeneral(x)
}

// say fills in a wording.
func (x delta) say(words, now, before string) string {
	parent := ""
	if x.after.Parent != nil {
		parent = bare(x.after.Parent)
	}
	r := strings.NewReplacer("{it}", the(x.after), "{bare_parent}", parent,
		"{plain_new}", strings.Trim(now, "“”"), "{plain_old}", strings.Trim(before, "“”"),
		"{new}", now, "{old}", before,
		"{ahead}", ahead(x.after), "{phrase}", x.after.Label(), "{bare}", bare(x.after), "{short}", short(x.after))
	return sentence(r.Replace(words))
}

// ahead is what a notice term is about.
func ahead(b *model.Block) string {
	if b.Kind() != "notice" {
		return ""
	}
	if b.Text("change") == anyChange {
		return "a change"
	}
	return printedOne(b, "change")
}

// shown are values of the attribute in a sentence.
func (x delta) shown(list []model.Value) []string {
	elem := x.schema().Type.Elem()
	return each(list, func(v model.Value) string { return shown(elem, v) })
}

// shown is a value in a sentence: a condition as what is the case, a text in
// quotes.
func shown(t schema.Type, v model.Value) string {
	if r, ok := v.(*model.Ref); ok && r.Target != nil {
		if r.Target.Kind() == "condition" {
			return clause(r.Target)
		}
		return bare(r.Target)
	}
	switch t.Kind {
	case schema.Text, schema.Markdown, schema.URL:
		return quotation(v.String())
	}
	return printed(t, v)
}

// quotation sets what the author wrote in quotes, cut where it is long.
func quotation(text string) string {
	const most = 120
	if r := []rune(text); len(r) > most {
		text = string(r[:most]) + "…"
	}
	return "“" + strings.Join(strings.Fields(text), " ") + "”"
}

// inGeneral says what became of an attribute for which there are no words of its
// own.
func (d *differ) inGeneral(x delta) string {
	attr := strings.ReplaceAll(x.name(), "_", " ")
	about := the(x.after) + ":"
	show := func(list []model.Value) string { return english.AndWords(x.shown(list)...) }
	switch {
	case x.from == nil:
		return sentence(about, "“"+attr+"”", "is now stated:", show(elements(x.to)))
	case x.to == nil:
		return sentence(about, "“"+attr+"”", "is not stated any more; it was", show(elements(x.from)))
	case !x.schema().Type.List:
		return sentence(about, "“"+attr+"”", "is now", show(elements(x.to))+",", "not", show(elements(x.from)))
	}
	gained, lost := d.gained(x), d.lost(x)
	switch {
	case len(gained) > 0 && len(lost) > 0:
		return sentence(about, "“"+attr+"”", "now lists", show(gained)+",", "and not", english.OrWords(x.shown(lost)...), "any more")
	case len(gained) > 0:
		return sentence(about, "“"+attr+"”", "now also lists", show(gained))
	}
	return sentence(about, "“"+attr+"”", "does not list", english.OrWords(x.shown(lost)...), "any more")
}
