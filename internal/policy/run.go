package policy

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/scalar"
)

// A query asks for one finding set of a rule.
type query struct {
	rule *Rule
	set  string
	body ast.Body
}

// An answer is what came of a query.
type answer struct {
	query
	severity diag.Severity // of what is found
	cited    string        // what it rests on, as a sentence
	results  []*ast.Term   // in the order of terms; none where there are too many
	count    int           // how many there are
	problem  string        // why there are none, or not all; empty if all is well
	place    *ast.Location
	overfull bool // it was stopped for want of memory, perhaps by another's fault
	took     time.Duration
}

// resultVar is the variable that an answer is bound to.
const resultVar = "found"

func (s *Set) queries(rules []*Rule) ([]query, error) {
	var queries []query
	for _, r := range rules {
		for _, set := range r.sets {
			body, err := ast.ParseBodyWithOpts("data."+r.Package+"."+set+" = "+resultVar, ast.ParserOptions{RegoVersion: ast.RegoV2})
			if err == nil {
				body, err = s.compiler.QueryCompiler().Compile(body)
			}
			if err != nil {
				return nil, fmt.Errorf("policy: rule %s cannot be asked: %w", r.ID, err)
			}
			queries = append(queries, query{r, set, body})
		}
	}
	return queries, nil
}

// An evaluation is what all queries have in common.
type evaluation struct {
	set    *Set
	input  *ast.Term
	day    scalar.Date
	limits Limits
	timer  func(*Rule) (stop func())
	trace  *Trace
	store  storage.Store
}

func newEvaluation(s *Set, input ast.Value, o Options) *evaluation {
	bound()
	timer := o.Timer
	if timer == nil {
		timer = func(*Rule) func() { return func() {} }
	}
	return &evaluation{set: s, input: ast.NewTerm(input), day: o.AsOf, limits: o.Limits, timer: timer, trace: o.Trace, store: newStore(o.AsOf)}
}

func newStore(day scalar.Date) storage.Store {
	return inmem.NewFromASTObject(ast.NewObject([2]*ast.Term{
		ast.StringTerm(referencePackage), ast.NewTerm(newReference(day)),
	}))
}

// answers evaluates queries on all cores; the answers stand in their order.
// Those that were stopped because memory ran out are asked again one by one, so
// that the one at fault is named and the others are heard.
func (e *evaluation) answers(queries []query) []answer {
	given := make([]answer, len(queries))
	workers := min(runtime.GOMAXPROCS(0), len(queries))
	if e.trace != nil {
		workers = 1
	}
	e.share(queries, given, workers, e.limits.Time)
	for i := range given {
		if given[i].overfull && workers > 1 {
			left := max(e.limits.Time-given[i].took, shortest)
			given[i] = answer{}
			runtime.GC()
			e.share(queries[i:i+1], given[i:i+1], 1, left)
		}
	}
	return given
}

// shortest is the time that a rule has at least when it is asked again.
const shortest = 500 * time.Millisecond

func (e *evaluation) share(queries []query, given []answer, workers int, limit time.Duration) {
	var stops sync.Map
	var full atomic.Bool
	done := make(chan struct{})
	defer close(done)
	go watchMemory(e.limits.Memory, done, func() {
		full.Store(true)
		stops.Range(func(running, _ any) bool {
			running.(*stop).end(outOfMemory)
			return true
		})
	})
	var next atomic.Int32
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(queries); i = int(next.Add(1)) - 1 {
				running := newStop(limit)
				stops.Store(running, nil)
				if full.Load() {
					running.end(outOfMemory)
				}
				stop := e.timer(queries[i].rule)
				given[i] = e.answerOrLeave(queries[i], running)
				stop()
				stops.Delete(running)
			}
		})
	}
	group.Wait()
}

// answerOrLeave evaluates one query. An evaluation that does not end when it is
// told to is left to itself: it holds what it has until the process ends.
func (e *evaluation) answerOrLeave(q query, running *stop) answer {
	defer running.deadline.stop()
	given := make(chan answer, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				given <- answer{query: q, problem: fmt.Sprintf("it makes the engine fail: %v", fault)}
			}
		}()
		given <- e.answer(q, running)
	}()
	var a answer
	select {
	case a = <-given:
	case <-running.deaf:
		a = answer{query: q}
		a.fail(errDeaf, nil, running, e.limits)
	}
	a.took = running.elapsed()
	return a
}

// errDeaf says that an evaluation goes on although it was told to end.
var errDeaf = errors.New("it does not end")

// answer evaluates one query.
func (e *evaluation) answer(q query, running *stop) answer {
	a := answer{query: q}
	ctx := context.Background()
	txn, err := e.store.NewTransaction(ctx)
	if err != nil {
		a.problem = err.Error()
		return a
	}
	defer e.store.Abort(ctx, txn)
	var failures []topdown.Error
	asked := topdown.NewQuery(q.body)
	if e.trace != nil {
		asked = asked.WithQueryTracer(e.trace.cover)
	}
	err = asked.WithCompiler(e.set.compiler).WithQueryCompiler(nil).WithStore(e.store).WithTransaction(txn).
		WithInput(e.input).WithCancel(running.cancel).WithBuiltinErrorList(&failures).
		WithTime(time.Date(e.day.Year, e.day.Month, e.day.Day, 0, 0, 0, 0, time.UTC)).
		Iter(ctx, func(r topdown.QueryResult) error {
			a.collect(r[resultVar], e.limits.Findings)
			return nil
		})
	a.fail(err, failures, running, e.limits)
	return a
}

// collect takes the results, unless there are more than anybody reads: to put
// those in order would take longer than to find them.
func (a *answer) collect(t *ast.Term, most int) {
	set, ok := t.Value.(ast.Set)
	if !ok {
		return
	}
	if a.count = set.Len(); a.count <= most {
		a.results = set.Slice()
	}
}

// fail notes why an answer is not to be trusted.
func (a *answer) fail(err error, failures []topdown.Error, running *stop, limits Limits) {
	var failure *topdown.Error
	switch {
	case running.outOf.Load() == outOfTime && err != nil:
		a.problem = fmt.Sprintf("it takes longer than the %s that a rule may take", limits.Time)
	case running.outOf.Load() == outOfMemory && err != nil:
		a.problem = fmt.Sprintf("it needs more than the %d MB of memory that a rule may have", limits.Memory>>20)
		a.overfull = true
	case errors.As(err, &failure):
		a.problem, a.place = said(failure.Message), failure.Location
	case err != nil:
		a.problem = err.Error()
	case len(failures) > 0:
		a.problem, a.place = said(failures[0].Message), failures[0].Location
	}
	if err != nil {
		a.results = nil
	}
}

// mostSaid is how much of a message is printed that a rule may have written.
const mostSaid = 300

func said(message string) string {
	message = strings.TrimSpace(firstLine(message))
	if len(message) > mostSaid {
		message = strings.ToValidUTF8(message[:mostSaid], "") + "…"
	}
	return message
}
