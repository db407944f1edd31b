package graph

// seat moves every slot that is joined to its own column alone below one that it is
// joined to, or as near to that as groups allow. No line between columns is crossed by
// that, and the line between the two is short.
func (c *column) seat() {
	units := c.units()
	at := make(map[*slot]int, len(c.slots)) // the unit of each slot
	for i, u := range units {
		for _, s := range u.slots {
			at[s] = i
		}
	}
	seated := behindHosts(units, func(i int) int { return units[i].host(at, i) })
	for i, u := range seated {
		seated[i].slots = u.seat()
	}
	c.join(seated)
}

// host returns the unit that u, which is the one at own, hangs on, or own.
func (u unit) host(at map[*slot]int, own int) int {
	host := own
	for _, s := range u.slots {
		if !s.lone() {
			return own
		}
		for _, peer := range s.peers {
			if host == own {
				host = at[peer]
			}
		}
	}
	return host
}

// seat returns the slots of u, those below others that hang on these.
func (u unit) seat() []*slot {
	at := make(map[*slot]int, len(u.slots))
	for i, s := range u.slots {
		at[s] = i
	}
	return behindHosts(u.slots, func(i int) int {
		if !u.slots[i].lone() {
			return i
		}
		for _, peer := range u.slots[i].peers {
			if host, inside := at[peer]; inside {
				return host
			}
		}
		return i
	})
}

// behindHosts returns a copy of xs in which all that have a host other than themselves
// follow it. Those without keep their order, and of those that hang on each other in a
// ring the first counts as having none.
func behindHosts[T any](xs []T, host func(i int) int) []T {
	guests := make([][]int, len(xs))
	for i := range xs {
		if h := host(i); h != i {
			guests[h] = append(guests[h], i)
		}
	}
	sorted := make([]T, 0, len(xs))
	seen := make([]bool, len(xs))
	var add func(i int)
	add = func(i int) {
		if seen[i] {
			return
		}
		seen[i] = true
		sorted = append(sorted, xs[i])
		for _, guest := range guests[i] {
			add(guest)
		}
	}
	for i := range xs {
		if host(i) == i {
			add(i)
		}
	}
	for i := range xs {
		add(i)
	}
	return sorted
}
