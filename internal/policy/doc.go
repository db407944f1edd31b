// Package policy judges a model by rules that are written in Rego.
//
// It is the only importer of OPA, which is linked as a library and never as a
// server. A rule is a package of Rego that says which blocks break it:
//
//	deny contains {"at": s, "attribute": "retention", "msg": "has no retention period"} if {
//		some s in input.data_store
//		not s.retention
//	}
//
// The rule returns the block that it speaks of, and the host knows where that
// block stands: policies never see a line number. See [Load] for what makes a
// rule, and [Set.Check] for what comes of it.
//
// # What rules see
//
// The input holds every kind of block as an array of objects, each with its
// address. A reference is the object of the block that it names, one object
// however often it is named, so that rules need no joins: store.regions[0].country.
// The few references that would lead back to where they came from are addresses,
// which input.by_address resolves; a block that speaks of another (a retention
// period, a backup, an encryption, an access rule) stands both beside it, with
// the things that it speaks of, and inside each of those, without them. What is
// not set is not there. [Schema] is the same as a JSON Schema.
//
// # What cannot fail silently
//
// A rule that never fires because it is wrong is worse than none. So the input's
// schema is installed in the type checker, and what that does not look into is
// checked here: a field, word or package that does not exist is an error with
// the name that was meant. So is a module that nothing asks, a violation that
// does not say where, a builtin that failed, and a check that ran no rule.
//
// # What cannot get out
//
// Rules come with pull requests. They reach no network, file, environment, clock
// or source of randomness, and each has a deadline and bounds on what it returns.
package policy
