package format

// arrangeLines brings runs of line breaks to the number that is due, and sets
// the blocks of the top level apart.
func arrangeLines(in pieces) pieces {
	out := make(pieces, 0, len(in)+1)
	opened := true // nothing but a comment since the line was opened
	for i := 0; i < len(in); {
		if !in[i].isBreak() {
			opened = opens(in[i].kind) || opened && in[i].isComment() && len(out) > 0
			out = append(out, in[i])
			i++
			continue
		}
		run := i
		for i < len(in) && in[i].isBreak() {
			i++
		}
		if len(out) == 0 {
			continue
		}
		out = append(out, lineBreak)
		if i-run > 1 && !opened && i < len(in) && !closes(in[i].kind) {
			out = append(out, lineBreak)
		}
		opened = false
	}
	if len(out) > 0 && !out[len(out)-1].isBreak() {
		out = append(out, lineBreak)
	}
	return separateBlocks(out)
}

// A segment is what stands between two line breaks at the top level: a whole
// block or attribute, or a comment.
type segment struct {
	pieces  pieces
	breaks  int // line breaks behind it
	block   bool
	comment bool
}

// separateBlocks puts one blank line around each block of the top level and the
// comments that stand directly above it.
func separateBlocks(in pieces) pieces {
	segments := cut(in)
	leads := make([]bool, len(segments)+1) // a block follows, without a blank line between
	for i := len(segments) - 1; i >= 0; i-- {
		s := segments[i]
		leads[i] = s.block || s.comment && s.breaks == 1 && leads[i+1]
	}
	out := make(pieces, 0, len(in)+len(segments))
	for i, s := range segments {
		attached := s.comment && s.breaks == 1
		if last := i == len(segments)-1; !last && (s.block || leads[i+1] && !attached) {
			s.breaks = 2
		}
		out = append(out, s.pieces...)
		for range s.breaks {
			out = append(out, lineBreak)
		}
	}
	return out
}

func cut(in pieces) []segment {
	var segments []segment
	depth, start := 0, 0
	comment, block := true, false
	for i, p := range in {
		switch {
		case opens(p.kind):
			depth++
		case closes(p.kind):
			depth--
		}
		if !p.isBreak() || depth > 0 {
			comment = comment && p.isComment()
			block = block || p.opensBlock || p.closesBlock
			continue
		}
		if i > start {
			segments = append(segments, segment{pieces: in[start:i], block: block, comment: comment})
		}
		segments[len(segments)-1].breaks++
		start, comment, block = i+1, true, false
	}
	return segments
}
