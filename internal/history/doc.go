// Package history keeps the versions of a policy that were published, so that
// nobody can rewrite them quietly.
//
// # Form
//
// A history is a set of files with names, in a [Store]:
//
//	entries/000001.json   what was published, one version after the other; never changed
//	blobs/<sha256>        every published file, lists of signers, signatures of approvals
//	signatures/<sha256>   the signature of the head that ends in the entry of that digest
//	HEAD, HEAD.sig        the latest head and its signature
//	allowed_signers       who may sign
//
// An [Entry] names the digest of the entry before it, so the digest of the last
// one stands for all. A [Head] is that digest with the number of entries. What has
// a signature is the head; the files in the last two lines repeat what the others
// say, for people and for tools that look there first.
//
// # What is committed when
//
// Published files come first, then the signature of the head that is going to be,
// then, as the one step that counts, the entry: its file is created exclusively
// and is durable before anybody is told. Of two who publish at the same time one
// succeeds, and the other is told that the head has moved. HEAD follows. A publish
// that was interrupted after its entry was created has happened; whoever publishes
// next finds HEAD behind and mends it, without having to trust what stands there:
// the entry has a signature of its own. What was interrupted before leaves blobs
// that nothing refers to, which do no harm and are used when the same is published
// again. They are not removed, since whoever is publishing at this moment may be
// about to refer to them.
//
// # What it proves
//
// Without signatures a history guards against accidents only: whoever can write it
// can rewrite all of it. With them it takes the key too. And who has both still
// cannot change what others have noted: a head from a page that was printed, or a
// mail, holds everything up to that version; see [Options.Since].
//
// # Signers
//
// An entry names the list of those who may sign. The signature of a head has to be
// by somebody on the list of its entry and on that of the entry before, so keys
// change in two steps: the new one is added under the old one, and then the old
// one is taken off under the new one. Once a history is signed it stays so.
//
// There is no personal data in an entry: no names, no addresses, no accounts. Who
// signs is a key.
package history
