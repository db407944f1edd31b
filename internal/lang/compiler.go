package lang

import (
	"io/fs"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
)

// A compiler holds what one reading of a policy knows.
type compiler struct {
	fsys  fs.FS
	opts  Options
	root  *scope
	found diag.List

	scopes    []*scope // the root first, then the modules in the order of their calls
	thunks    map[*model.Attr]*thunk
	mentioned map[*model.Block]bool
	steps     []step // of what is being evaluated, the outermost first
	budget    budget

	files atomic.Int64 // read so far
	bytes atomic.Int64
}

func newCompiler(fsys fs.FS, opts Options) *compiler {
	return &compiler{fsys: fsys, opts: opts, thunks: map[*model.Attr]*thunk{}, mentioned: map[*model.Block]bool{}}
}

func (c *compiler) report(ds ...*diag.Diagnostic) { c.found.Add(ds...) }

// compile runs the stages. It stops after a stage whose findings would only
// bring forth others: a file that cannot be read hides declarations.
func (c *compiler) compile() {
	c.root = newScope(nil, "", ".")
	c.load(c.root)
	if c.found.HasErrors() && c.root.unreadable {
		return
	}
	c.fillBudget()
	c.readInputs()
	c.callModules(c.root, nil)
	for _, s := range c.scopes {
		if s.unreadable {
			return
		}
	}
	c.expandAll()
	c.resolveAll()
	c.evaluateAll()
	c.requireAll()
	c.reportUnused()
}

// model puts the blocks together, in the order of the source.
func (c *compiler) model() *model.Model {
	var blocks []*model.Block
	for _, s := range c.scopes {
		for _, d := range s.order {
			blocks = append(blocks, d.blocks()...)
		}
	}
	return model.New(blocks)
}

// inParallel calls work for every index below n, on all cores.
func inParallel(n int, work func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			work(i)
		}
		return
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := next.Add(1) - 1; int(i) < n; i = next.Add(1) - 1 {
				work(int(i))
			}
		})
	}
	group.Wait()
}
