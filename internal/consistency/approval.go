package consistency

import (
	"fmt"
	"slices"
	"strconv"

	"golang.org/x/crypto/ssh"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
)

// approvalKeys holds the keys of an approval to be such, each once, without a
// comment, and enough of them.
func approvalKeys(b *model.Block, report func(*diag.Diagnostic)) {
	seen := map[string]bool{}
	for _, text := range b.Texts("keys") {
		key, comment, options, _, err := ssh.ParseAuthorizedKey([]byte(text))
		switch {
		case err != nil || len(options) > 0:
			report(diag.New(diag.ApprovalKey, b.SpanOf("keys"), strconv.Quote(shortened(text))+" is not a public key").
				Because("It is the kind and the key, as they begin a file that ends in .pub: \"ssh-ed25519 AAAA…\"."))
			continue
		case comment != "":
			report(diag.New(diag.ApprovalKey, b.SpanOf("keys"), "the key has the comment "+strconv.Quote(comment)).
				Because("Policies are published, and comments of keys often name a person or a machine. Delete it; the key stays the same without."))
		case seen[string(key.Marshal())]:
			report(diag.New(diag.ApprovalKey, b.SpanOf("keys"), "the key "+ssh.FingerprintSHA256(key)+" is listed twice").
				Because("It counts once. Delete one of the two."))
		}
		seen[string(key.Marshal())] = true
	}
	if n := int(b.Int("signatures")); b.Has("signatures") && n > len(b.Texts("keys")) {
		report(diag.New(diag.ApprovalKey, b.SpanOf("signatures"), fmt.Sprintf("%d keys have to sign, and there are %d", n, len(b.Texts("keys")))).
			Because("Nothing could ever be approved. List more keys, or ask for fewer.").Relating(b.SpanOf("keys"), "the keys are here"))
	}
}

// shortened returns as much of a text as fits into a sentence.
func shortened(text string) string {
	const enough = 24
	if runes := []rune(text); len(runes) > enough {
		return string(runes[:enough]) + "…"
	}
	return text
}

// weights are the words that stand for changes by what they weigh.
var weights = []string{"any", "material", "minor", "editorial"}

// approvalChanges holds an approval to be asked for by some change.
func approvalChanges(b *model.Block, report func(*diag.Diagnostic)) {
	for _, word := range b.Texts("for") {
		if !slices.Contains(weights, word) && !compare.Knows(word) {
			report(noSuchClass(b, "for", word, weights, `It is one of "any", "material", "minor" and "editorial", or a class of changes, such as "subprocessor.added" or "subprocessor.*".`))
		}
	}
}
