package history_test

import (
	"fmt"
	"testing"

	"github.com/privity/privity/internal/history"
)

// long publishes so many signed versions of a site of 20 files of 10 KB, of which
// five change each time.
func long(tb testing.TB, dir string, versions int) *history.History {
	tb.Helper()
	h := open(tb, dir)
	key := newSigner(tb, 1)
	for n := range versions {
		d := draft(1)
		d.Version, d.Signer = fmt.Sprint("version ", n), key
		for i := range 20 {
			content := make([]byte, 10_000)
			copy(content, fmt.Sprint("page ", i))
			if i < 5 {
				copy(content, fmt.Sprint("page ", i, " of version ", n))
			}
			d.Files[fmt.Sprintf("page-%d.html", i)] = content
		}
		publish(tb, h, d)
	}
	return h
}

// Verify reads 1,000 versions and their 5,000 files of 10 KB.
func BenchmarkVerify(b *testing.B) {
	h := long(b, b.TempDir(), 1000)
	for _, fast := range []bool{false, true} {
		b.Run(fmt.Sprintf("fast=%v", fast), func(b *testing.B) {
			for b.Loop() {
				verified(b, h, history.Options{Fast: fast})
			}
		})
	}
}
