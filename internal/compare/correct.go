package compare

import (
	"slices"

	"github.com/privity/privity/internal/model"
)

// correct looks for blocks that say that something was wrong in the publication,
// not in what is done. One counts in the version in which it is new.
func (d *differ) correct() {
	corrections := map[string]*model.Block{} // by the address of what was wrong
	for _, b := range d.after.All("correction") {
		if d.origin[b] != nil {
			continue
		}
		for _, wrong := range b.Refs("of") {
			corrections[wrong.Address] = b
		}
	}
	if len(corrections) == 0 {
		return
	}
	used := map[*model.Block]bool{}
	var changes []Change
	for _, c := range d.comparison.Changes {
		by := correctionOf(corrections, c)
		if by == nil {
			changes = append(changes, c)
			continue
		}
		used[by] = true
		if last := len(changes) - 1; last < 0 || !isOneCorrection(changes[last], c) {
			changes = append(changes, corrected(c, by))
		}
	}
	d.comparison.Changes = slices.DeleteFunc(changes, func(c Change) bool { return c.Kind == "correction" && used[c.AfterBlock] })
}

// isOneCorrection reports whether a change is of the attribute that was
// corrected last: what one attribute gained and lost was wrong once.
func isOneCorrection(last, c Change) bool {
	return last.Corrects != "" && c.Attribute != "" && last.AfterBlock == c.AfterBlock && last.Attribute == c.Attribute
}

// corrected is a change that corrects the publication.
func corrected(c Change, by *model.Block) Change {
	reason := sentence(by.Text("reason"))
	switch {
	case c.Before.IsZero() && c.After.IsZero():
		c.Summary += " This corrects the publication. " + reason
	case c.Before.IsZero():
		c.Summary = sentence(the(c.AfterBlock)+":", "what was left out of the publication is", c.After.Text) + " " + reason
	case c.After.IsZero():
		c.Summary = sentence(the(c.AfterBlock)+":", "published by mistake was", c.Before.Text) + " " + reason
	default:
		c.Summary = sentence(the(c.AfterBlock)+":", "published by mistake was", c.Before.Text+";", "right is", c.After.Text) + " " + reason
	}
	c.Extent = Extent{Attribute: c.Attribute, Correction: by}
	c.Corrects, c.Class = c.Class, "document.correction"
	c.Direction, c.Materiality, c.Countries = Neutral, Editorial, nil
	return c
}

// correctionOf returns the correction that speaks of a changed block, or of the
// one in which it stands. What is gone cannot be corrected: nothing is left that
// a correction could name.
func correctionOf(corrections map[string]*model.Block, c Change) *model.Block {
	for b := c.AfterBlock; b != nil; b = b.Parent {
		if by := corrections[b.Address]; by != nil && (!by.Has("attribute") || by.Text("attribute") == c.Attribute) {
			return by
		}
	}
	return nil
}
