package policy

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

func TestTry(t *testing.T) {
	os.WriteFile("/tmp/rules/schema.json", Schema(), 0o644)
	var raw any
	start := time.Now()
	if err := util.Unmarshal(Schema(), &raw); err != nil {
		t.Fatal(err)
	}
	ss := ast.NewSchemaSet()
	ss.Put(ast.SchemaRootRef, raw)
	src, _ := os.ReadFile("/tmp/rules/try.rego")
	for i := 0; i < 3; i++ {
		start = time.Now()
		m, err := ast.ParseModuleWithOpts("try.rego", string(src), ast.ParserOptions{RegoVersion: ast.RegoV2, ProcessAnnotation: true})
		if err != nil {
			t.Fatal(err)
		}
		c := ast.NewCompiler().WithSchemas(ss).WithDefaultRegoVersion(ast.RegoV2)
		c.SetErrorLimit(0)
		c.Compile(map[string]*ast.Module{"try.rego": m})
		fmt.Println(time.Since(start))
		if i == 0 {
			for _, e := range c.Errors {
				d := ""
				if r, ok := e.Details.(*ast.RefErrInvalidDetail); ok {
					b, _ := json.Marshal(r.OneOf)
					d = string(b)
				}
				fmt.Println(e.Location.Row, e.Code, e.Message, d[:min(len(d), 100)])
			}
		}
	}
}
