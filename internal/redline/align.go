package redline

import "slices"

// maxTable bounds the cells of the table of a longest common subsequence.
const maxTable = 1 << 20

// align calls matched for the places of two lists that belong together, in order.
// It strips what is the same at both ends, divides what is left at elements that
// occur once on either side, and looks for a longest common subsequence in what
// then remains, if that is not too long. So it is linear but for short runs.
func align(x, y []string, matched func(i, j int)) {
	aligner{x, y, matched}.run(0, len(x), 0, len(y))
}

type aligner struct {
	x, y    []string
	matched func(i, j int)
}

func (a aligner) run(x0, x1, y0, y1 int) {
	for x0 < x1 && y0 < y1 && a.x[x0] == a.y[y0] {
		a.matched(x0, y0)
		x0, y0 = x0+1, y0+1
	}
	end := 0
	for x0 < x1-end && y0 < y1-end && a.x[x1-1-end] == a.y[y1-1-end] {
		end++
	}
	a.inner(x0, x1-end, y0, y1-end)
	for k := end; k > 0; k-- {
		a.matched(x1-k, y1-k)
	}
}

func (a aligner) inner(x0, x1, y0, y1 int) {
	if x0 == x1 || y0 == y1 {
		return
	}
	anchors := a.anchors(x0, x1, y0, y1)
	if len(anchors) == 0 {
		a.table(x0, x1, y0, y1)
		return
	}
	for _, p := range anchors {
		a.run(x0, p.before, y0, p.after)
		a.matched(p.before, p.after)
		x0, y0 = p.before+1, p.after+1
	}
	a.run(x0, x1, y0, y1)
}

// anchors returns the longest increasing sequence of elements that occur once on
// either side.
func (a aligner) anchors(x0, x1, y0, y1 int) []pair {
	places := make(map[string]pair, x1-x0)
	for i := x0; i < x1; i++ {
		p := pair{i, -1}
		if _, again := places[a.x[i]]; again {
			p.before = -1
		}
		places[a.x[i]] = p
	}
	seen := make(map[string]bool, y1-y0)
	for j := y0; j < y1; j++ {
		p, known := places[a.y[j]]
		if !known {
			continue
		}
		if p.after = j; seen[a.y[j]] {
			p.before = -1
		}
		seen[a.y[j]] = true
		places[a.y[j]] = p
	}
	var unique []pair
	for j := y0; j < y1; j++ {
		if p := places[a.y[j]]; p.before >= 0 && p.after == j && seen[a.y[j]] {
			unique = append(unique, p)
		}
	}
	return increasing(unique)
}

// increasing returns a longest subsequence whose places before increase; those
// after do already.
func increasing(pairs []pair) []pair {
	var tails []int // indices into pairs: the smallest end of a sequence of each length
	previous := make([]int, len(pairs))
	for k, p := range pairs {
		at, _ := slices.BinarySearchFunc(tails, p.before, func(t, before int) int { return pairs[t].before - before })
		previous[k] = -1
		if at > 0 {
			previous[k] = tails[at-1]
		}
		tails = append(tails[:at], append([]int{k}, tails[min(at+1, len(tails)):]...)...)
	}
	if len(tails) == 0 {
		return nil
	}
	var sequence []pair
	for k := tails[len(tails)-1]; k >= 0; k = previous[k] {
		sequence = append(sequence, pairs[k])
	}
	slices.Reverse(sequence)
	return sequence
}

// table finds a longest common subsequence by dynamic programming.
func (a aligner) table(x0, x1, y0, y1 int) {
	n, m := x1-x0, y1-y0
	if n*m > maxTable {
		return // such a run is shown as deleted and inserted
	}
	length := make([]int32, (n+1)*(m+1))
	at := func(i, j int) *int32 { return &length[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			*at(i, j) = max(*at(i+1, j), *at(i, j+1))
			if a.x[x0+i] == a.y[y0+j] {
				*at(i, j) = *at(i+1, j+1) + 1
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case a.x[x0+i] == a.y[y0+j]:
			a.matched(x0+i, y0+j)
			i, j = i+1, j+1
		case *at(i+1, j) >= *at(i, j+1):
			i++
		default:
			j++
		}
	}
}
