package diag

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestColumns holds where on the screen a caret stands: the columns that x takes
// in each line.
func TestColumns(t *testing.T) {
	tests := []struct {
		name, line string
		from, to   int
	}{
		{"plain", "abx", 2, 3},
		{"tab", "\tx", 4, 5},
		{"tab after a letter", "a\tx", 4, 5},
		{"wide", "東京x", 4, 5},
		{"wide and tab", "東京\tx", 8, 9},
		{"full width", "Ａx", 2, 3},
		{"composed accent", "éx", 1, 2},
		{"combining accent", "e\u0301x", 1, 2},
		{"combining accent first", "\u0301x", 1, 2},
		{"Korean, decomposed", "\u1112\u1161\u11abx", 2, 3},
		{"flag", "🇮🇪x", 2, 3},
		{"family", "👩\u200d👧\u200d👦x", 2, 3},
		{"skin tone", "👍🏽x", 2, 3},
		{"emoji style", "❤\ufe0fx", 2, 3},
		{"control character", "\x1bx", 1, 2},
		{"bidi override", "\u202ex", 1, 2},
		{"invalid byte", "\xffx", 1, 2},
		{"byte order mark", "\ufeffx", 1, 2},
		{"command of a runner", "##[x", 4, 5},
		{"carriage return", "ax\r", 1, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			content := []byte("before\n" + tt.line + "\nbehind")
			at := bytes.IndexByte(content, 'x')
			l := layOut(content, at)
			from, to := l.span(at, at+1)
			if from != tt.from || to != tt.to {
				t.Errorf("x is drawn in columns %d to %d, want %d to %d", from, to, tt.from, tt.to)
			}
		})
	}
}

func TestSpanOfNothing(t *testing.T) {
	content := []byte("東京 \n\n")
	tests := []struct{ start, end, from, to int }{
		{0, 0, 0, 1},   // between characters
		{1, 2, 0, 2},   // bytes within a character
		{3, 7, 2, 5},   // one character and a space
		{7, 7, 5, 6},   // the end of the line
		{8, 8, 0, 1},   // an empty line
		{9, 9, 0, 1},   // the end of the file
		{0, 100, 0, 5}, // beyond the end
	}
	for _, tt := range tests {
		l := layOut(content, tt.start)
		if from, to := l.span(tt.start, tt.end); from != tt.from || to != tt.to {
			t.Errorf("bytes %d to %d are drawn in columns %d to %d, want %d to %d", tt.start, tt.end, from, to, tt.from, tt.to)
		}
	}
}

func TestView(t *testing.T) {
	content := []byte("0123456789abcdefghijklmnopqrstuvwxyz")
	tests := []struct {
		start, end, room int
		want             string
		at               int // column of the view at which the span is drawn
	}{
		{0, 1, 36, "0123456789abcdefghijklmnopqrstuvwxyz", 0},
		{0, 1, 12, "0123456789a…", 0},
		{35, 36, 12, "…rstuvwxyz", 9},
		{18, 20, 12, "…bcdefghijk…", 8},
		{5, 30, 12, "…23456789ab…", 4},
	}
	for _, tt := range tests {
		l := layOut(content, tt.start)
		from, to := l.span(tt.start, tt.end)
		v := l.view(from, to, tt.room)
		if v.text != tt.want || from+v.shift != tt.at {
			t.Errorf("bytes %d to %d in %d columns: %q at %d, want %q at %d", tt.start, tt.end, tt.room, v.text, from+v.shift, tt.want, tt.at)
		}
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ in, line, text string }{
		{"plain", "plain", "plain"},
		{"a\nb\tc\r\nd", "a b c d", "a\nb c\nd"},
		{"\x1b[31mred\x07\x7f", "[31mred", "[31mred"},
		{"a\u202eb\u2066c\u200bd\ufeffe", "abcde", "abcde"},
		{"a\u2028b", "a b", "a\nb"},
		{"می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"},
		{"\xff", "\ufffd", "\ufffd"},
		{"x ##[group] ##VSO[y] ### #[", "x ## [group] ## VSO[y] ### #[", "x ## [group] ## VSO[y] ### #["},
		{"#\x00#\x00[", "## [", "## ["},
	}
	for _, tt := range tests {
		if got := cleanLine(tt.in); got != tt.line {
			t.Errorf("cleanLine(%q) = %q, want %q", tt.in, got, tt.line)
		}
		if got := cleanText(tt.in); got != tt.text {
			t.Errorf("cleanText(%q) = %q, want %q", tt.in, got, tt.text)
		}
	}
}

func TestBreakLine(t *testing.T) {
	tests := []struct{ in, want string }{
		{"a::b", "a::b"},
		{"::error::x", ": :error::x"},
		{" \u00a0::x", " \u00a0: :x"},
		{"::::", ": : : :"},
		{":", ":"},
	}
	for _, tt := range tests {
		if got := breakLine(tt.in); got != tt.want {
			t.Errorf("breakLine(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text       string
		room, most int
		want       []string
	}{
		{"", 10, 3, nil},
		{"one two three", 7, 3, []string{"one two", "three"}},
		{"one two three four five", 7, 2, []string{"one two", "three …"}},
		{"abcdefghijk", 4, 5, []string{"abcd", "efgh", "ijk"}},
		{"東京都 に", 4, 5, []string{"東京", "都", "に"}},
		{"a 東", 1, 5, []string{"a", "東"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, wrap(tt.text, tt.room, tt.most)); diff != "" {
			t.Errorf("wrap(%q, %d, %d) (-want +got):\n%s", tt.text, tt.room, tt.most, diff)
		}
	}
}

func TestShorten(t *testing.T) {
	if got := shorten("東京都庁", 3); got != "東京…" {
		t.Errorf("got %q", got)
	}
	if got := shorten("東京都", 3); got != "東京都" {
		t.Errorf("got %q", got)
	}
}

// BenchmarkLongLine points into the middle of lines of different lengths, which
// must not matter.
func BenchmarkLongLine(b *testing.B) {
	for _, n := range []int{1 << 12, 1 << 16, 1 << 20} {
		content := []byte(strings.Repeat("x", n))
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				l := layOut(content, n/2)
				l.view(0, 1, 80)
			}
		})
	}
}
