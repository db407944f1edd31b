// Package manifest writes a policy as JSON for other programs, and reads it
// back.
//
// A manifest holds the whole model: what [model.Model] has, without the places
// in the source where it stood.
//
//	{"digest":"sha256:…","model":{"data_store":[{"address":"data_store.users",
//	"name":"users","regions":["region.ireland"],"segment":[{…}]}],…},
//	"schema":"urn:privity:manifest:0.1","schema_version":"0.1"}
//
// # Form
//
// Every kind of block is an array of objects. At the top level an array is in
// the order of the addresses, compared byte by byte, so that moving a block to
// another file changes nothing. The blocks inside a block keep the order of the
// source, since a step comes before the next one.
//
// An object has the address of its block, its name where it has one, the
// attributes that are set, and the blocks inside it by their kind. What is not
// set is not there; null does not occur. References are addresses, and
// durations, frequencies and dates are text in the spelling of package scalar.
// A block that may stand inside what it speaks of or beside it always stands
// beside it, with the attribute that says what it is about: both spellings
// give the same manifest but for the address.
//
// The object's own address and name have the keys "address" and "name". An
// attribute of such a name has its kind of block in front: the address of a
// contact is "contact_address". A move, which has no name, has the address of
// what it moved: "moved.vendor.amazon".
//
// # Translations
//
// What the author's texts are in other languages stands beside the model, so
// that a policy keeps its digest when somebody translates it:
//
//	"translations":{"digest":"sha256:…","texts":[{"attribute":"label",
//	"language":"de","of":"data_store.users","source":"165f33e3","text":"Nutzer"}]}
//
// The texts are in the order of their languages, addresses and attributes. The
// member is there only where something is translated.
//
// # Bytes
//
// A manifest is in the canonical form of RFC 8785, followed by one line break,
// so that it is a text file for git and other tools. The digest is the SHA-256
// of the canonical form of the model alone, without a line break. Both can be
// verified without privity:
//
//	jq -cS . manifest.json | cmp - manifest.json
//	jq -cSj .model manifest.json | sha256sum
//	jq -cSj .translations.texts manifest.json | sha256sum
//
// jq's own form is the canonical one for all that a manifest can hold, with one
// exception: it writes the character U+007F as an escape.
//
// The JSON Schema of a manifest is [Schema].
package manifest

import "github.com/privity/privity/internal/schema"

// URN names the schema of the manifests that this package writes. It is a name
// and not the address of anything.
const URN = urnPrefix + schema.Version
