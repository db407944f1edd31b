package english

import "strings"

// Because writes a reason. One that brings its own conjunction ("to reach a
// goal", "so that nobody is harmed") is printed as it is.
func Because(reason string) string {
	for _, own := range []string{"to ", "so that ", "because ", "in order to ", "for ", "since ", "as ", "due to ", "given "} {
		if strings.HasPrefix(reason, own) {
			return reason
		}
	}
	return "because " + reason
}

// To writes an end, which the author gives as a phrase that follows "to" or as
// a thing to reach: "to keep data to a minimum", "for accountability".
func To(goal string) string {
	word, _, _ := strings.Cut(goal, " ")
	switch {
	case word == "to" || word == "for":
		return goal
	case strings.HasSuffix(word, "ing") && word != "bring" && word != "ping" && word != "ring":
		return "for " + goal
	}
	return "to " + goal
}
