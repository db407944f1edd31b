package compare

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
)

// encrypted reports whether something is encrypted in a state, by whichever
// block says so.
func encrypted(m *model.Model, subject *model.Block, state string, but *model.Block) bool {
	return slices.ContainsFunc(m.About("encryption", subject), func(b *model.Block) bool {
		return b != but && (b.Text("state") == state || state == "")
	})
}

// encryptionAdded: what was not encrypted in that state now is, or it is so by a
// further measure.
func encryptionAdded(d *differ, b *model.Block) []verdict {
	class := "encryption.added"
	subjects := b.Refs("applies_to")
	known := func(s *model.Block) bool {
		return d.origin[s] != nil && encrypted(d.before, d.origin[s], b.Text("state"), nil)
	}
	if len(subjects) > 0 && !slices.ContainsFunc(subjects, func(s *model.Block) bool { return !known(s) }) {
		class = "encryption.strengthened"
	}
	return []verdict{{class: class, summary: sentence(subject(b)+":", "data is now encrypted", prefixed("with ", b.Text("algorithm")), state(b))}}
}

func encryptionRemoved(d *differ, b *model.Block) []verdict {
	class := "encryption.weakened"
	subjects := b.Refs("applies_to")
	still := func(s *model.Block) bool {
		return d.fate[s] == nil || encrypted(d.after, d.fate[s], b.Text("state"), nil)
	}
	if len(subjects) == 0 || slices.ContainsFunc(subjects, func(s *model.Block) bool { return !still(s) }) {
		class = "encryption.removed"
	}
	if class == "encryption.weakened" {
		return []verdict{{class: class, summary: sentence(subject(b)+":", "of the measures that encrypt data", state(b)+",", "one is gone", prefixed(", with ", b.Text("algorithm"))+";", "another remains")}}
	}
	return []verdict{{class: class, summary: sentence(subject(b)+":", "data is not said to be encrypted", state(b), "any more", prefixed("; it was, with ", b.Text("algorithm")))}}
}

func state(b *model.Block) string {
	return map[string]string{"at_rest": "where it is stored", "in_transit": "on its way"}[b.Text("state")]
}

// encryptionState: encrypted in one state, and so not in the other.
func encryptionState(d *differ, x delta) []verdict {
	v := verdict{class: "encryption.removed", summary: d.difference(x)}
	if x.from == nil {
		v.class = "encryption.weakened"
	}
	if x.to == nil {
		v.class = "encryption.strengthened"
	}
	return []verdict{v}
}

// encryptionCover lists what is encrypted: more is stronger.
func encryptionCover(d *differ, x delta) []verdict {
	class := "encryption.strengthened"
	switch gains, loses := len(d.gained(x)) > 0, len(d.lost(x)) > 0; {
	case x.from == nil: // it was all
		class = "encryption.weakened"
	case x.to == nil:
	case loses:
		class = "encryption.weakened"
	case gains && x.name() == "applies_to":
		class = "encryption.added"
	}
	if class == "encryption.weakened" && x.name() == "applies_to" && x.from != nil {
		class = "encryption.removed"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// keyBits: a longer key is stronger.
func keyBits(d *differ, x delta) []verdict {
	class := "encryption.strengthened"
	if x.to == nil || x.from != nil && number(x.to) < number(x.from) {
		class = "encryption.weakened"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

func number(a *model.Attr) int64 {
	n, _ := a.Value.(model.Number)
	return int64(n)
}

// protocols in use: a further one that is older than all is weaker.
func protocols(d *differ, x delta) []verdict {
	oldest := func(a *model.Attr) int {
		least := len(protocolAge)
		for _, v := range elements(a) {
			for age, name := range protocolAge {
				if strings.HasPrefix(fold(v.String()), name) {
					least = min(least, age)
				}
			}
		}
		return least
	}
	was, is := oldest(x.from), oldest(x.to)
	switch {
	case x.to == nil || is < was:
		return []verdict{{class: "encryption.weakened", summary: d.difference(x)}}
	case is > was || x.from == nil:
		return []verdict{{class: "encryption.strengthened", summary: d.difference(x)}}
	}
	return []verdict{{class: "encryption.changed", summary: d.difference(x)}}
}

// protocolAge lists the protocols of RFC 6101 to RFC 8446, the oldest first.
// What is not here counts as new.
var protocolAge = []string{"ssl", "tls 1.0", "tls 1.1", "tls 1.2", "tls 1.3"}

// encryptionScope: who else can read it, from most to nobody.
var scopes = []string{"storage", "file", "field", "end_to_end"}

func encryptionScope(d *differ, x delta) []verdict {
	class := "encryption.strengthened"
	if slices.Index(scopes, word(x.to)) < slices.Index(scopes, word(x.from)) {
		class = "encryption.weakened"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// encryptionMeans: which of two algorithms is the stronger is for somebody who
// knows both.
func encryptionMeans(d *differ, x delta) []verdict {
	v := verdict{class: "encryption.changed", materiality: Material, summary: d.difference(x)}
	switch {
	case x.to == nil:
		v.class = "encryption.weakened"
	case x.from == nil:
		v.class, v.materiality = "encryption.strengthened", Minor
	}
	return []verdict{v}
}

// encryptionDefault: what is no longer on by itself may be off.
func encryptionDefault(d *differ, x delta) []verdict {
	class := "encryption.weakened"
	if x.isTrue() {
		class = "encryption.strengthened"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// keyCustody: who holds the keys, and where.
func keyCustody(d *differ, x delta) []verdict {
	return []verdict{{class: "encryption.changed", materiality: Material, summary: d.difference(x)}}
}

func keyAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "encryption.changed", summary: sentence("it is now stated whose keys are used in", the(b.Parent))}}
}

func keyRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "encryption.weakened", summary: sentence("it is not stated any more whose keys are used in", the(b.Parent))}}
}
