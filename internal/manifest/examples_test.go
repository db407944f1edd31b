package manifest

import (
	"bytes"
	"os"
	"testing"

	"github.com/gowebpki/jcs"

	"github.com/privity/privity/internal/lang"
)

// TestExamples takes the policies in the folder examples all the way to a
// manifest and back.
func TestExamples(t *testing.T) {
	const folder = "../../examples"
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	s := compiled(t)
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			policy, found := lang.Load(os.DirFS(folder+"/"+e.Name()), lang.Options{})
			if policy.Model == nil {
				t.Fatalf("it does not compile: %d findings", len(found))
			}
			out := mustEncode(t, policy.Model)
			if err := s.Validate(parse(t, out)); err != nil {
				t.Error(err)
			}
			canonical, err := jcs.Transform(out)
			if err != nil || !bytes.Equal(append(canonical, '\n'), out) {
				t.Errorf("the manifest is not canonical: %v", err)
			}
			m, err := Decode(out)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(mustEncode(t, m), out) {
				t.Error("the manifest that was read and written is another")
			}
		})
	}
}
