package manual

// A Case is a block as it stands in a policy of a company, with what the pages
// of that policy say of it.
type Case struct {
	File   string   // where it stands, from the top of the repository
	Source string   // the block, with the first and last line of each block around it
	Says   []string // the statements, in the order of the pages
	Where  string   // the heading under which the first of them stands

	Compared []string // what a comparison with the version before says of it
	Found    []string // what the rules find because of it
}

// Unshown says why no policy shows a kind of block.
var Unshown = map[string]string{
	"activity.decision": "None of the policies in this repository says that a machine decides about people: one is not made up for " +
		"the manual. The example above is of nobody.",
	"subprocessor.clauses": "None of the policies in this repository says how clauses were agreed: a published one says that transfers " +
		"rest on them (see [transfer](transfer.md)), and the rest stands in the contract. The example above is of nobody.",
}

// addCase shows a block as a policy has it.
func addCase(d *doc, c Case) {
	d.paragraph("From [" + c.File + "](../../../" + c.File + "):")
	d.code(c.Source)
	if len(c.Says) > 0 {
		d.paragraph("Under the heading \"" + c.Where + "\", and wherever else it belongs, the pages then say:")
		d.quote(c.Says)
	}
	if len(c.Compared) > 0 {
		d.paragraph("A comparison with the version before, as `privity diff` makes it, says:")
		d.quote(c.Compared)
	}
	if len(c.Found) > 0 {
		d.paragraph("`privity check` then reports, among others like it:")
		d.quote(c.Found)
	}
}
