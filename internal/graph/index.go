package graph

// nodeIndex returns the place of every node ID in g.Nodes.
func (g *Graph) nodeIndex() map[string]int {
	index := make(map[string]int, len(g.Nodes))
	for i, n := range g.Nodes {
		index[n.ID] = i
	}
	return index
}

// groupIndex returns the place of every group ID in g.Groups.
func (g *Graph) groupIndex() map[string]int {
	index := make(map[string]int, len(g.Groups))
	for i, group := range g.Groups {
		index[group.ID] = i
	}
	return index
}

// members returns the nodes of each group, and those of none.
func (g *Graph) members() (byGroup [][]int, loose []int) {
	byGroup = make([][]int, len(g.Groups))
	groups := g.groupIndex()
	for i, n := range g.Nodes {
		if n.Group == "" {
			loose = append(loose, i)
			continue
		}
		byGroup[groups[n.Group]] = append(byGroup[groups[n.Group]], i)
	}
	return byGroup, loose
}
