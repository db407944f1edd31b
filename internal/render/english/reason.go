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

// Ends joins ends, as [To] writes each. What they have in common at their beginning
// stands there once: "to keep it consistent, accurate and up to date".
func Ends(goals ...string) string {
	ends := make([]string, len(goals))
	for i, g := range goals {
		ends[i] = To(g)
	}
	shared := sharedWords(ends)
	if len(shared) <= fewestShared {
		return AndWords(ends...)
	}
	for i := range ends {
		words := strings.Split(ends[i], " ")
		ends[i] = strings.Join(words[len(shared):], " ")
	}
	return strings.Join(shared, " ") + " " + AndWords(ends...)
}

// fewestShared is how many words several ends have to share, and one more, before
// they are said once: with "to" and a verb alone, what follows may be an object of
// one and a part of the verb of another.
const fewestShared = 2

// sharedWords are those with which all phrases begin, each of which goes on.
func sharedWords(phrases []string) []string {
	if len(phrases) < 2 {
		return nil
	}
	shared := strings.Split(phrases[0], " ")
	for _, p := range phrases {
		words := strings.Split(p, " ")
		n := 0
		for n < len(shared) && n < len(words)-1 && shared[n] == words[n] {
			n++
		}
		shared = shared[:n]
	}
	return shared
}
