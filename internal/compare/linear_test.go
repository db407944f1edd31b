package compare_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/model"
)

// TestLinear holds that twice the policy takes no more than about twice the
// memory, whatever its shape. What is quadratic in time is so in memory too, or
// would have to compare without making anything, which this package does not.
func TestLinear(t *testing.T) {
	shapes := map[string]func(text *strings.Builder, i int, version string){
		"all renamed, all alike": func(text *strings.Builder, i int, version string) {
			fmt.Fprintf(text, "data_store \"s%d_%s\" {\n  uses       = [\"keeping\"]\n  technology = \"SQL\"\n  topology   = \"single\"\n}\n", i, version)
		},
		"all moved": func(text *strings.Builder, i int, version string) {
			fmt.Fprintf(text, "data_store \"s%d_%s\" {\n  technology = \"%s\"\n}\n", i, version, version)
			if version == "b" {
				fmt.Fprintf(text, "moved {\n  from = data_store.s%d_a\n  to   = data_store.s%d_b\n}\n", i, i)
			}
		},
		"a chain of periods": func(text *strings.Builder, i int, version string) {
			fmt.Fprintf(text, "retention \"r%d\" {\n  period = \"%d days\"\n", i, 2+len(version)+int(version[0]))
			if i > 0 {
				fmt.Fprintf(text, "  after  = retention.r%d\n", i-1)
			}
			text.WriteString("}\n")
		},
		"many in one place": func(text *strings.Builder, i int, version string) {
			fmt.Fprintf(text, "region \"r%d\" {\n  city    = \"%s%d\"\n  country = \"IE\"\n}\n", i, version, i)
		},
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			growth(t, func(text *strings.Builder, n int, version string) {
				for i := range n {
					shape(text, i, version)
				}
			})
		})
	}
	t.Run("many roles of one company", func(t *testing.T) {
		growth(t, inside("subprocessor \"one\"", func(i int, version string) string {
			return fmt.Sprintf("engagement \"e%d\" {\n purposes = [purpose.%s]\n }\n", i, version)
		}))
	})
	t.Run("many tiers of one period", func(t *testing.T) {
		growth(t, inside("retention \"one\"", func(i int, version string) string {
			return fmt.Sprintf("tier \"t%d_%s\" {\n period = \"%d months\"\n }\n", i, version, 2+i%50)
		}))
	})
}

// inside makes one block with many in it.
func inside(header string, inner func(i int, version string) string) func(*strings.Builder, int, string) {
	return func(text *strings.Builder, n int, version string) {
		text.WriteString("purpose \"a\" {}\npurpose \"b\" {}\n" + header + " {\n")
		for i := range n {
			text.WriteString(inner(i, version))
		}
		text.WriteString("}\n")
	}
}

func growth(t *testing.T, write func(text *strings.Builder, n int, version string)) {
	t.Helper()
	const n = 600
	small, large := allocated(t, n, write), allocated(t, 4*n, write)
	if large > 7*small {
		t.Errorf("%d blocks take %d bytes, and %d take %d", n, small, 4*n, large)
	}
}

// allocated is how many bytes it takes to compare two versions of a policy.
func allocated(t *testing.T, n int, write func(text *strings.Builder, n int, version string)) uint64 {
	t.Helper()
	before, after := written(t, n, "a", write), written(t, n, "b", write)
	var start, end runtime.MemStats
	runtime.ReadMemStats(&start)
	c := compare.Compare(before, after, compare.Options{})
	runtime.ReadMemStats(&end)
	if len(c.Changes) < n {
		t.Fatalf("only %d changes", len(c.Changes))
	}
	return end.TotalAlloc - start.TotalAlloc
}

func written(t *testing.T, n int, version string, write func(text *strings.Builder, n int, version string)) *model.Model {
	t.Helper()
	var text strings.Builder
	text.WriteString("policy \"p\" {\n  title = \"P\"\n}\n")
	write(&text, n, version)
	return load(t, fstest.MapFS{"p.hcl": {Data: []byte(text.String())}})
}
