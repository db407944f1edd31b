package redline

import "strings"

// A pair is an element of two lists, by its places in them; -1 where it is in one
// of them only.
type pair struct{ before, after int }

// A side says how elements of a list are told apart: by an identifier, which may be
// empty, and by their words.
type side[T any] struct{ name, words func(T) string }

// match pairs the elements of two lists, in the order in which a reader of the
// second wants to meet them: what was deleted stands behind what it stood behind.
// First come identifiers, then equal words, then words that are much alike.
func match[T any](before, after []T, s side[T], now func(string) string) []pair {
	partner := make([]int, len(after)) // in before
	taken := make([]int, len(before))  // by which of after
	names := make(map[string]int, len(before))
	for i, e := range before {
		taken[i] = -1
		if id := s.name(e); id != "" {
			names[now(id)] = i
		}
	}
	for j, e := range after {
		partner[j] = -1
		if i, ok := names[s.name(e)]; ok && s.name(e) != "" && taken[i] < 0 {
			partner[j], taken[i] = i, j
		}
	}
	byWords(before, after, partner, taken, s)
	return inOrder(partner, taken)
}

// byWords pairs what identifiers left over.
func byWords[T any](before, after []T, partner, taken []int, s side[T]) {
	x, y := make([]string, len(before)), make([]string, len(after))
	for i, e := range before {
		x[i] = s.words(e)
	}
	for j, e := range after {
		y[j] = s.words(e)
	}
	keysX, keysY := make([]string, len(x)), make([]string, len(y))
	for i := range x {
		keysX[i] = "words " + x[i]
	}
	for j := range y {
		keysY[j] = "words " + y[j]
		if i := partner[j]; i >= 0 {
			keysX[i], keysY[j] = "pair "+s.name(after[j]), "pair "+s.name(after[j])
		}
	}
	align(keysX, keysY, func(i, j int) {
		if partner[j] < 0 && taken[i] < 0 {
			partner[j], taken[i] = i, j
		}
	})
	for _, g := range gaps(partner, taken) {
		g.pairAlike(partner, taken, func(i, j int) bool {
			named := s.name(before[i]) != "" && s.name(after[j]) != ""
			return !named && alike(x[i], y[j])
		})
	}
}

// A gap is a run of elements on both sides between two pairs.
type gap struct{ x0, x1, y0, y1 int }

// gaps lists the runs in which neither side has a partner.
func gaps(partner, taken []int) []gap {
	var list []gap
	i := 0
	for j := 0; j < len(partner); j++ {
		if partner[j] >= 0 {
			i = partner[j] + 1
			continue
		}
		g := gap{x0: i, x1: i, y0: j, y1: j}
		for g.y1 < len(partner) && partner[g.y1] < 0 {
			g.y1++
		}
		for g.x1 < len(taken) && taken[g.x1] < 0 {
			g.x1++
		}
		list = append(list, g)
		j = g.y1 - 1
	}
	return list
}

// maxGap bounds the work on a run that changed altogether.
const maxGap = 64

// pairAlike pairs elements of a gap in their order.
func (g gap) pairAlike(partner, taken []int, alike func(i, j int) bool) {
	i := g.x0
	for j := g.y0; j < g.y1; j++ {
		for k := i; k < min(g.x1, i+maxGap); k++ {
			if alike(k, j) {
				partner[j], taken[k] = k, j
				i = k + 1
				break
			}
		}
	}
}

// alike reports whether two texts are versions of one: of one kind, and sharing at
// least a third of their words.
func alike(x, y string) bool {
	kindX, kindY := kindOf(x), kindOf(y)
	if kindX != kindY {
		return false
	}
	if kindX != "" {
		return true // lists, tables: their elements are compared
	}
	wx, wy := strings.Fields(x), strings.Fields(y)
	seen := make(map[string]int, len(wx))
	for _, w := range wx {
		seen[w]++
	}
	common := 0
	for _, w := range wy {
		if seen[w] > 0 {
			seen[w]--
			common++
		}
	}
	return 3*common >= max(len(wx), len(wy))
}

// kindOf returns the kind that the words of a block begin with, or nothing for a
// paragraph.
func kindOf(words string) string {
	if !strings.HasPrefix(words, "\x00") {
		return ""
	}
	kind, _, _ := strings.Cut(words, " ")
	return kind
}

// inOrder lists pairs in the order of after, and what has no partner behind what
// it stood behind.
func inOrder(partner, taken []int) []pair {
	pairs := make([]pair, 0, len(partner)+len(taken))
	emit := func(i int) {
		for ; i < len(taken) && taken[i] < 0; i++ {
			pairs = append(pairs, pair{i, -1})
		}
	}
	emit(0)
	for j, i := range partner {
		pairs = append(pairs, pair{i, j})
		if i >= 0 {
			emit(i + 1)
		}
	}
	return pairs
}
