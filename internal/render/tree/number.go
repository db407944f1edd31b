package tree

import "strconv"

// Numbers returns the decimal number of every section, such as "2.1", or nothing
// for a document whose sections carry none.
func Numbers(doc *Document) map[*Section]string {
	if !doc.Numbered {
		return nil
	}
	numbers := map[*Section]string{}
	number(numbers, "", doc.Sections)
	return numbers
}

func number(numbers map[*Section]string, above string, sections []*Section) {
	for i, s := range sections {
		numbers[s] = above + strconv.Itoa(i+1)
		number(numbers, numbers[s]+".", s.Sections)
	}
}
