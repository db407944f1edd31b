package policy_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/policies"
)

func TestTry(t *testing.T) {
	start := time.Now()
	set, found := policy.Load(policy.Files(policies.FS()), nil)
	fmt.Println("load", time.Since(start))
	diag.WriteText(os.Stdout, found, diag.TextOptions{})
	p, _ := lang.Load(os.DirFS("../../examples/monta"), lang.Options{})
	start = time.Now()
	r, err := set.Check(p.Model, policy.Options{AsOf: scalar.Date{Year: 2026, Month: 1, Day: 1}})
	fmt.Println("check", time.Since(start), err)
	diag.WriteText(os.Stdout, r.Findings, diag.TextOptions{})
}
