package format

import (
	"fmt"
	"strings"
	"testing"

	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

func BenchmarkSource(b *testing.B) {
	var text strings.Builder
	for i := range 200 {
		fmt.Fprintf(&text, "vendor cloud_%d {\n  legal_name=\"Cloud %d Limited\" // as registered\n  country   = \"IE\"\n  data = [category.name,\n    \"${category.email}\"]\n  retention {\n    period = \"%d days\"\n  }\n}\n", i, i, i+1)
	}
	src := []byte(text.String())
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, found := Source(source.NewFile("in.hcl", src), syntax.DefaultLimits); len(found) > 0 {
			b.Fatal(found[0].Summary)
		}
	}
}
