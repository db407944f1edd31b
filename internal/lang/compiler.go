package lang

import (
	"io/fs"
	"sync"
	"sync/atomic"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
)

// A compiler holds what one reading of a policy knows.
type compiler struct {
	fsys  fs.FS
	opts  Options
	root  *scope
	found diag.List
	told  map[finding]bool

	scopes    []*scope // the root first, then the modules in the order of their calls
	thunks    map[*model.Attr]*thunk
	mentioned map[*model.Block]bool
	steps     []step // of what is being evaluated, the outermost first
	budget    budget
	compared  int          // names that were compared with misspelt ones
	built     *model.Model // of the blocks, when there are no errors

	translated map[wordingKey]*translation // by block and language
	language   string                      // of the text that is being evaluated; empty for the policy's own

	folders map[string]folder // that were listed, by path
	trees   sync.Map          // of the files of modules: string to tree
	files   int               // listed so far
	sources []*source.File    // read, some perhaps more than once
	bytes   atomic.Int64      // read so far
	full    bool              // there is more than may be read
}

func newCompiler(fsys fs.FS, opts Options) *compiler {
	return &compiler{fsys: fsys, opts: opts, thunks: map[*model.Attr]*thunk{}, mentioned: map[*model.Block]bool{}, folders: map[string]folder{}, told: map[finding]bool{}, translated: map[wordingKey]*translation{}}
}

// maxFindings is how many findings there are at most. Nobody reads as many.
const maxFindings = 10_000

// A finding is what makes a finding the same as another: a module that is used
// twice has each of its mistakes once.
type finding struct {
	code    diag.Code
	span    source.Span
	summary string
}

func (c *compiler) report(ds ...*diag.Diagnostic) {
	for _, d := range ds {
		if d == nil || len(c.found) >= maxFindings {
			continue
		}
		if id := (finding{d.Code, d.Span, d.Summary}); !c.told[id] {
			c.told[id] = true
			c.found.Add(d)
		}
	}
}

// compile runs the stages. It stops after a stage whose findings would only
// bring forth others: a file that cannot be read hides declarations.
func (c *compiler) compile() {
	c.root = newScope(nil, "", ".")
	c.load(c.root)
	if c.root.unreadable {
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
	c.translateAll()
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
	c.built = model.New(blocks)
	c.built.Translate(c.translations())
	c.thunks = nil // all were evaluated, and the model has moved their attributes
	return c.built
}
