package lang

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// maxInstances is how many blocks one for_each makes at most.
const maxInstances = 10_000

// An eachPair is the element for which a block with for_each is bound.
type eachPair struct {
	key   string
	value value
}

// expandAll makes the blocks of every declaration with for_each.
func (c *compiler) expandAll() {
	for _, s := range c.scopes {
		for _, d := range s.order {
			if d.forEach != nil && !d.broken {
				c.expand(d)
			}
		}
	}
}

// expand makes the blocks of a declaration with for_each, once, and reports
// whether there are any to refer to.
func (c *compiler) expand(d *decl) bool {
	switch d.state {
	case done:
		return !d.broken
	case busy:
		c.reportCycle(d)
		d.broken = true
		return false
	}
	d.state = busy
	c.begin(step{d, "for_each of " + d.scope.prefix + d.key, syntax.SpanOf(d.file, d.forEach.Range())})
	pairs, ok := c.pairs(d.scope, d.forEach, d.file)
	c.end()
	d.state = done
	if !ok {
		d.broken = true
		return false
	}
	d.byKey = make(map[string]int, len(pairs))
	for i, p := range pairs {
		if c.budget.spent {
			d.broken = true
			return false
		}
		d.byKey[p.key] = i
		d.instances = append(d.instances, instance{p.key, c.bindInstance(d, p)})
	}
	return true
}

// pairs evaluates for_each and returns the key and value of each element.
func (c *compiler) pairs(s *scope, e hclsyntax.Expression, file *source.File) ([]*eachPair, bool) {
	v := c.eval(e, &env{scope: s, file: file})
	if !v.known() {
		return nil, false
	}
	var pairs []*eachPair
	switch v.kind {
	case mapValue:
		for i, k := range v.keys {
			pairs = append(pairs, &eachPair{k, v.list[i]})
		}
	case listValue:
		for _, x := range v.list {
			if x.kind != textValue {
				c.report(forEachFinding(x.at(spanOr(x.span, v.span))))
				return nil, false
			}
			pairs = append(pairs, &eachPair{x.text, x})
		}
	default:
		c.report(forEachFinding(v))
		return nil, false
	}
	if len(pairs) > maxInstances {
		c.report(diag.New(diag.ForEachValue, v.span, "for_each makes too many blocks").Because("It may make 10,000 at most."))
		return nil, false
	}
	seen := map[string]bool{}
	for _, p := range pairs {
		if f := badKey(p.key, seen[p.key], v.span); f != nil {
			c.report(f)
			return nil, false
		}
		seen[p.key] = true
	}
	return pairs, true
}

// maxKey is how many bytes a key of a for_each may have.
const maxKey = 200

// badKey reports a key that cannot tell a block from the others.
func badKey(key string, twice bool, span source.Span) *diag.Diagnostic {
	what := ""
	switch {
	case key == "":
		what = "an empty key"
	case twice:
		what = "the key " + quote(key) + " twice"
	case len(key) > maxKey:
		what = "a key of more than 200 bytes"
	case strings.ContainsAny(key, "\n\r\t") || source.CheckText(key) != nil:
		what = "a key with characters that cannot be seen"
	default:
		return nil
	}
	return diag.New(diag.ForEachValue, span, "for_each has "+what).
		Because("The key becomes part of the block's address. Each block needs one of its own, on one line.")
}

func forEachFinding(v value) *diag.Diagnostic {
	return diag.New(diag.ForEachValue, v.span, "for_each takes a map, or a list of texts").
		Because("Each key of the map, or each text of the list, makes one block. Here stands " + kindWords[v.kind] + ".")
}

func spanOr(span, otherwise source.Span) source.Span {
	if span.IsZero() {
		return otherwise
	}
	return span
}

// bindInstance binds the kept body for one element.
func (c *compiler) bindInstance(d *decl, pair *eachPair) *model.Block {
	p := part{used: map[string]bool{}}
	b := binder{part: &p, scope: d.scope, file: d.file, decl: d, each: pair}
	m := &model.Block{Schema: d.kind, Name: d.name, Address: d.scope.prefix + d.key + "[" + quoteKey(pair.key) + "]", Span: d.header}
	b.top = m
	before := len(d.thunks)
	b.bindAttrs(m, d.body)
	b.bindInner(m, d.body)
	c.report(p.found...)
	d.flawed = d.flawed || p.found.HasErrors()
	for _, t := range d.thunks[before:] {
		c.thunks[t.attr] = t
	}
	facts := 0
	walkBlocks(m, func(b *model.Block) { facts += 1 + len(b.Attrs) })
	c.spend(facts, facts*factRoom, d.header)
	return m
}

func walkBlocks(b *model.Block, visit func(*model.Block)) {
	visit(b)
	for _, n := range b.Blocks {
		walkBlocks(n, visit)
	}
}

func (d *decl) instance(key string) *model.Block {
	if i, ok := d.byKey[key]; ok {
		return d.instances[i].block
	}
	return nil
}

func (d *decl) keys() []string {
	keys := make([]string, len(d.instances))
	for i, in := range d.instances {
		keys[i] = in.key
	}
	return keys
}
