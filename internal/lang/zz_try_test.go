package lang

import (
	"fmt"
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"os"
	"testing"
)

func TestTry(t *testing.T) {
	p, found := Load(os.DirFS(os.Getenv("TRY")), Options{})
	diag.WriteText(os.Stdout, found, diag.TextOptions{})
	if p.Model != nil {
		n := 0
		p.Model.Facts(func(f model.Fact) { n++ })
		fmt.Println("facts", n)
	}
}
