// Package suggest finds the name that was probably meant.
//
// A suggestion is worth making when its reader will say "of course"; a far
// guess costs more trust than silence. So a difference that people do not see
// (case, hyphen or underscore, a leading zero, a plural) counts for nothing, a
// slip of the fingers counts by its edits, few of which a short word can bear,
// and another number is always another thing: eu-west-4 is not a misspelling of
// eu-west-1.
package suggest

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// Nearest returns the candidate that word was probably meant to be, and false
// where none is near enough. The order of the candidates does not matter, nor
// does it matter whether word is among them: it is never suggested itself.
//
// The time it takes is linear in the candidates, of which most are dismissed by
// their length and letters: about 40 ms for 100,000. A caller that may have to
// ask as often as there are candidates must stop asking at some point.
func Nearest(word string, candidates []string) (string, bool) {
	if word == "" {
		return "", false
	}
	w := newTerm(word)
	best := match{class: nothing}
	var longer match // the candidate that word begins
	rivals := 0      // other candidates that it begins
	for _, c := range candidates {
		if c == word || c == "" {
			continue
		}
		m := w.compare(c)
		switch {
		case m.class == nothing:
		case m.class != abbreviated:
			best = better(best, m)
		case longer.name == "":
			longer = m
		case longer.name != c:
			rivals++
		}
	}
	if best.class == nothing && longer.name != "" && rivals == 0 {
		best = longer
	}
	return best.name, best.class != nothing
}

// A class is a way in which two names resemble each other, the closest first.
type class int

const (
	sameFolded  class = iota // case, separators, leading zeros
	sameLetters              // a separator too many or too few
	sameNumber               // singular and plural
	sameWords                // in another order
	slip                     // a few edits
	extended                 // the word goes on behind the candidate
	abbreviated              // the candidate goes on behind the word
	nothing
)

// A match says how a candidate resembles the word.
type match struct {
	name   string
	class  class
	cost   int // edits
	shared int // letters that both begin with
	extra  int // difference in length
}

func better(a, b match) match {
	if cmp.Or(
		cmp.Compare(a.class, b.class),
		cmp.Compare(a.cost, b.cost),
		cmp.Compare(b.shared, a.shared),
		cmp.Compare(a.extra, b.extra),
		cmp.Compare(a.name, b.name),
	) <= 0 {
		return a
	}
	return b
}

// A term is the word, with what each comparison needs.
type term struct {
	folded   string
	letters  string // folded, without separators
	singular string
	words    []string // sorted
	runes    []rune
	digits   string
	alphabet uint64
	budget   int
}

func newTerm(word string) *term {
	f := fold(word)
	runes := []rune(f)
	return &term{
		folded:   f,
		letters:  strings.ReplaceAll(f, separator, ""),
		singular: singular(f),
		words:    sortedWords(f),
		runes:    runes,
		digits:   digits(f),
		alphabet: alphabet(f),
		budget:   budget(len(runes)),
	}
}

const (
	leastStem     = 4   // letters that a name must have for a longer one to contain it
	leastPrefix   = 3   // letters that an abbreviation must have
	mostExpansion = 4   // how many times as long the full name may be
	mostSurplus   = 3   // how many times as long as a name the word may be that contains it
	mostRunes     = 128 // a longer word is compared as a whole only
)

func (w *term) compare(name string) match {
	m := match{name: name, class: nothing}
	if len(name) > len(w.folded)*mostExpansion+mostRunes {
		return m
	}
	f := fold(name)
	m.shared = sharedPrefix(w.folded, f)
	m.extra = abs(utf8.RuneCountInString(f) - len(w.runes))
	m.class = w.classify(f)
	if m.class < slip {
		return m
	}
	if cost, ok := w.slips(f, m.extra); ok {
		m.class, m.cost = slip, cost
	}
	return m
}

// classify tells how a folded name resembles the word, edits aside.
func (w *term) classify(f string) class {
	switch {
	case f == w.folded:
		return sameFolded
	case strings.ReplaceAll(f, separator, "") == w.letters:
		return sameLetters
	case len(w.runes) >= leastPrefix && singular(f) == w.singular:
		return sameNumber
	case len(w.words) > 1 && len(f) == len(w.folded) && slices.Equal(sortedWords(f), w.words):
		return sameWords
	case w.extends(f):
		return extended
	case len(w.runes) >= leastPrefix && len(f) <= mostExpansion*len(w.folded) && strings.HasPrefix(f, w.folded):
		return abbreviated
	}
	return nothing
}

// extends reports whether the word is a folded name and more: further words, or
// less than as much again.
func (w *term) extends(f string) bool {
	rest, ok := strings.CutPrefix(w.folded, f)
	if !ok || len(f) < leastStem {
		return false
	}
	if strings.HasPrefix(rest, separator) {
		return len(w.folded) <= mostSurplus*len(f)
	}
	return len(f) > leastStem && len(rest) < len(f)
}

// slips returns the number of edits between the word and a folded name, where
// the word can bear so many.
func (w *term) slips(f string, extra int) (int, bool) {
	if w.budget == 0 || extra > w.budget || len(w.runes) > mostRunes {
		return 0, false
	}
	if bits.OnesCount64(w.alphabet&^alphabet(f)) > w.budget || digits(f) != w.digits {
		return 0, false
	}
	runes := []rune(f)
	if len(runes) < leastPrefix {
		return 0, false
	}
	cost := distance(w.runes, runes)
	if otherInitial(w.runes, runes) {
		cost++
	}
	if len(w.runes) == leastPrefix && extra == 0 && !isSwap(w.runes, runes) && !isKeyBeside(w.runes, runes) {
		return 0, false // a third of the word would be wrong
	}
	return cost, cost <= w.budget
}

// budget is the number of edits that a word of n letters can bear.
func budget(n int) int {
	switch {
	case n < leastPrefix:
		return 0
	case n <= 5:
		return 1
	case n <= 8:
		return 2
	}
	return 3
}

func abs(n int) int { return max(n, -n) }
