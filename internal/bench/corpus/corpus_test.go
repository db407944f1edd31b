package corpus_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/bench/corpus"
	"github.com/privity/privity/internal/consistency"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
)

func TestSameBytes(t *testing.T) {
	if diff := cmp.Diff(corpus.Generate(700), corpus.Generate(700)); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsAtFault(t *testing.T) {
	for _, blocks := range []int{corpus.MinBlocks, 1000, 2345} {
		policy, found := lang.Load(corpus.FS(corpus.Generate(blocks)), lang.Options{})
		if policy.Model != nil {
			found.Add(consistency.Check(policy.Model, policy.Mentioned)...)
		}
		if len(found) > 0 {
			var out testWriter
			diag.WriteText(&out, found[:min(len(found), 10)], diag.TextOptions{})
			t.Errorf("%d blocks: %d findings, such as\n%s", blocks, len(found), out)
		}
	}
}

// TestBlocks holds a policy to what its size promises.
func TestBlocks(t *testing.T) {
	const blocks = 1234
	files := corpus.Generate(blocks)
	kinds := map[string]int{}
	total := 0
	for _, f := range files {
		parsed, diags := hclsyntax.ParseConfig(f.Content, f.Name, hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		body := parsed.Body.(*hclsyntax.Body)
		if len(body.Blocks) > corpus.FileBlocks {
			t.Errorf("%s has %d blocks", f.Name, len(body.Blocks))
		}
		if f.Name == "modules/hosting/hosting.hcl" {
			continue
		}
		total += len(body.Blocks)
		for _, b := range body.Blocks {
			kinds[b.Type]++
		}
	}
	if total != blocks {
		t.Errorf("the policy has %d blocks, want %d", total, blocks)
	}
	if kinds["category"] < blocks/10 || kinds["module"] == 0 || kinds["region"] == 0 {
		t.Errorf("the kinds of block are %v", kinds)
	}
}

type testWriter []byte

func (w *testWriter) Write(p []byte) (int, error) {
	*w = append(*w, p...)
	return len(p), nil
}
