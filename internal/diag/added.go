package diag

import "strings"

// Added returns the findings of a list that an earlier one does not have.
//
// A finding is the same where its code, the block and the attribute that it
// speaks of and what it says of them are the same; the line is not asked. Two
// findings that are the same in this sense are two. Former tells under which
// address a block stood earlier.
func Added(earlier, later List, former func(address string) string) List {
	known := map[identity]int{}
	for _, d := range earlier {
		known[d.identity(d.Subject)]++
	}
	var added List
	for _, d := range later {
		id := d.identity(former(d.Subject))
		if known[id] > 0 {
			known[id]--
			continue
		}
		added.Add(d)
	}
	return added
}

// An identity is what makes a finding the same in two versions of a policy.
type identity struct {
	code                        Code
	subject, attribute, summary string
}

func (d *Diagnostic) identity(subject string) identity {
	summary := d.Summary
	if d.Subject != "" {
		summary = strings.TrimPrefix(summary, d.Subject)
	}
	return identity{d.Code, subject, d.Attribute, summary}
}
