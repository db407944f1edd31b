package render

import (
	"slices"

	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// A column is a column of a table that is being put together.
type column struct {
	head string
	// owed is what the reader is owed an answer to, as a clause: "where it is kept".
	// An empty cell then says that nothing is stated, which is neither "none" nor
	// "for ever".
	owed string
}

// A grid is a table that is being put together. Columns that stay empty are
// dropped.
type grid struct {
	columns   []column
	rows      []tree.Row
	notStated string // what an empty cell says in a column of answers that are owed
}

// grid is a table of columns that is to be put together.
func (w *writer) grid(columns []column) grid {
	return grid{columns: columns, notStated: w.speech.Say("not_stated")}
}

func (g *grid) row(id string, cells ...tree.Cell) {
	for i, c := range cells {
		cells[i] = filled(c)
	}
	g.rows = append(g.rows, tree.Row{ID: id, Cells: cells})
}

// each adds the rows that add makes of each of some things, of many on all cores.
func each[T any](g *grid, things []T, add func(g *grid, of T)) {
	made := parallel.Map(len(things), func(i int) []tree.Row {
		var part grid
		add(&part, things[i])
		return part.rows
	})
	g.rows = append(g.rows, slices.Concat(made...)...)
}

// filled leaves out the empty lines of a cell.
func filled(c tree.Cell) tree.Cell {
	var lines tree.Cell
	for _, line := range c {
		if len(line) > 0 {
			lines = append(lines, line)
		}
	}
	return lines
}

// cell is a cell of the lines that are not empty, the first with a capital.
func cell(lines ...tree.Text) tree.Cell {
	c := filled(lines)
	if len(c) > 0 {
		c[0] = english.Capital(c[0])
	}
	return c
}

// table is the grid as a table, and what the reader is owed an answer to and the
// policy says nowhere, the column of which is dropped.
func (g *grid) table() (t *tree.Table, silent []string) {
	if len(g.rows) == 0 {
		return nil, nil
	}
	t = &tree.Table{Rows: make([]tree.Row, len(g.rows))}
	for i, r := range g.rows {
		t.Rows[i].ID = r.ID
	}
	for i, c := range g.columns {
		if i > 0 && g.emptyAt(i) {
			if c.owed != "" {
				silent = append(silent, c.owed)
			}
			continue
		}
		t.Head = append(t.Head, tree.T(c.head))
		for n, r := range g.rows {
			t.Rows[n].Cells = append(t.Rows[n].Cells, g.answer(c, r.Cells[i]))
		}
	}
	return t, silent
}

func (g *grid) answer(c column, given tree.Cell) tree.Cell {
	switch {
	case len(given) > 0:
		return given
	case c.owed != "":
		return tree.Cell{tree.T(g.notStated)}
	}
	return tree.Cell{nil}
}

func (g *grid) emptyAt(column int) bool {
	for _, r := range g.rows {
		if len(r.Cells[column]) > 0 {
			return false
		}
	}
	return true
}
