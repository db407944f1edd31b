package syntax

import (
	"bytes"
	"fmt"
	"slices"
)

// unclosed reports a bracket or a parenthesis that is open where something else is
// closed, or where the file ends. It is mended behind the last value, which is before
// the attribute that begins within it, if one does.
func (s *scanner) unclosed(open frame, start, end int) {
	closer := closers[open.kind]
	summary := fmt.Sprintf("`%s` is never closed", openers[open.kind])
	if from, to := s.attributeWithin(open.at+open.width, start); to > from {
		s.fault(open.at, open.at+open.width, summary, fmt.Sprintf("Put `%s` behind the last value, before `%s` begins.", closer, s.src[from:to])).
			Labelled("opened here").
			Relating(s.span(from, to), "this is no value: the next attribute begins")
		return
	}
	if end > start {
		s.fault(open.at, open.at+open.width, summary, fmt.Sprintf("Put `%s` behind the last value.", closer)).
			Labelled("opened here").
			Relating(s.span(start, end), fmt.Sprintf("`%s` stands where `%s` is due", s.src[start:end], closer))
		return
	}
	s.fault(open.at, open.at+open.width, summary, fmt.Sprintf("The file ends before the `%s` that belongs to it.", closer)).
		Labelled("opened here")
}

// attributeWithin finds the first line in a part of the source that begins as an
// attribute does, with a name and `=`: where a list or a call is open none can. What
// stands in braces is passed over, since names have values there.
func (s *scanner) attributeWithin(from, to int) (start, end int) {
	braces := s.bracesWithin(from, to)
	for at := from; ; {
		next := bytes.IndexByte(s.src[at:to], '\n')
		if next < 0 {
			return 0, 0
		}
		at += next + 1
		for len(braces) > 0 && braces[0].close < at {
			braces = braces[1:]
		}
		if len(braces) > 0 && braces[0].open < at {
			at = braces[0].close
			continue
		}
		if start, end = s.nameAt(at, to); end > start && s.isSet(end, to) {
			return start, end
		}
	}
}

// bracesWithin are the braces in a part of the source that stand in no others there.
func (s *scanner) bracesWithin(from, to int) []pair {
	var outermost []pair
	begun := to
	for _, p := range slices.Backward(s.closed) {
		if p.close < from {
			break
		}
		if p.open >= from && p.close < begun {
			outermost, begun = append(outermost, p), p.open
		}
	}
	slices.Reverse(outermost)
	return outermost
}

// nameAt is the name that a line begins with, if it does.
func (s *scanner) nameAt(line, to int) (start, end int) {
	for start = line; start < to && classes[s.src[start]] == space; start++ {
	}
	if end = start; end < to && classes[s.src[end]] == letter {
		for end < to && inName[s.src[end]] {
			end++
		}
	}
	return start, end
}

// isSet reports whether a name that ends at a place is given a value there.
func (s *scanner) isSet(at, to int) bool {
	rest := bytes.TrimLeft(s.src[at:to], " \t")
	return bytes.HasPrefix(rest, []byte("=")) && !bytes.HasPrefix(rest, []byte("==")) && !bytes.HasPrefix(rest, []byte("=>"))
}
