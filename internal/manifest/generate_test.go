package manifest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// A grower makes models that the schema allows. The same seed gives the same
// model.
type grower struct {
	*rand.Rand
	density float64 // how many of the attributes are set
	byKind  map[string][]*model.Block
	refs    []*unset
	count   int
}

type unset struct {
	block *model.Block
	attr  *schema.Attr
}

// grow makes a model with n blocks of every kind at the top level.
func grow(seed uint64, n int, density float64) *model.Model {
	g := &grower{Rand: rand.New(rand.NewPCG(seed, 0)), density: density, byKind: map[string][]*model.Block{}}
	var top []*model.Block
	for _, kind := range described() {
		for i := range n {
			if kind.Single && i > 0 {
				break
			}
			top = append(top, g.block(kind, nil))
		}
	}
	g.Shuffle(len(top), func(i, j int) { top[i], top[j] = top[j], top[i] })
	for _, u := range g.refs {
		if v := g.reference(u); v != nil {
			u.block.Attrs[indexOf(u)].Value = v
		}
	}
	dropUnset(top)
	return model.New(top)
}

func indexOf(u *unset) int {
	for i := range u.block.Attrs {
		if u.block.Attrs[i].Schema == u.attr {
			return i
		}
	}
	panic("no such attribute")
}

// dropUnset removes the attributes for which there was nothing to refer to.
func dropUnset(blocks []*model.Block) {
	for _, b := range blocks {
		kept := b.Attrs[:0]
		for _, a := range b.Attrs {
			if a.Value != nil {
				kept = append(kept, a)
			}
		}
		b.Attrs = kept
		dropUnset(b.Blocks)
	}
}

func (g *grower) block(kind *schema.Block, parent *model.Block) *model.Block {
	g.count++
	b := &model.Block{Schema: kind, Parent: parent, Address: kind.Name}
	if kind.Labels == schema.OneLabel || kind.Labels == schema.MayLabel && (parent == nil || g.IntN(2) == 0) {
		b.Name = fmt.Sprintf("n%d", g.count)
		b.Address += "." + b.Name
	} else if kind.Name == "moved" {
		b.Address += fmt.Sprintf(".%d", g.count)
	}
	if parent != nil {
		b.Address = parent.Address + "." + b.Address
	} else if g.IntN(10) == 0 && b.Name != "" {
		b.Address += `["a \"key\""]`
	}
	g.byKind[kind.Name] = append(g.byKind[kind.Name], b)
	g.attrs(b)
	for _, n := range kind.Blocks {
		for i := range g.IntN(3) {
			if i > 0 && (n.Single || n.Labels != schema.OneLabel) {
				break
			}
			b.Blocks = append(b.Blocks, g.block(n, b))
		}
	}
	return b
}

func (g *grower) attrs(b *model.Block) {
	for _, a := range b.Schema.Attrs {
		if b.Parent != nil && a.Name == b.Schema.Spans || !a.Required && g.Float64() > g.density {
			continue
		}
		attr := model.Attr{Schema: a}
		switch {
		case a.Type.Kind == schema.Ref:
			g.refs = append(g.refs, &unset{b, a})
		case a.Type.List:
			list := model.List{}
			for range g.IntN(3) + 1 {
				list = append(list, g.value(a.Type))
			}
			attr.Value = list
		default:
			attr.Value = g.value(a.Type)
		}
		b.Attrs = append(b.Attrs, attr)
	}
}

func (g *grower) value(t schema.Type) model.Value {
	switch t.Kind {
	case schema.Bool:
		return model.Bool(g.IntN(2) == 0)
	case schema.Number:
		return model.Number(t.Min + g.IntN(t.Max-t.Min+1))
	case schema.Count:
		if g.IntN(2) == 0 {
			return model.String("limited")
		}
		return model.Number(g.IntN(1000) + 1)
	case schema.OneOf:
		return model.String(pick(g, t.Enum.Names()))
	case schema.Duration:
		if g.IntN(4) == 0 {
			return model.Duration{Duration: scalar.Duration{Vague: pick(g, scalar.VagueDurations)}}
		}
		return model.Duration{Duration: scalar.Duration{N: g.IntN(40) + 1, Unit: pick(g, scalar.Units)}}
	case schema.Frequency:
		if g.IntN(4) == 0 {
			return model.Frequency{Frequency: scalar.Frequency{Word: pick(g, scalar.WordFrequencies)}}
		}
		return model.Frequency{Frequency: scalar.Frequency{N: g.IntN(40) + 1, Unit: pick(g, scalar.Units)}}
	case schema.Date:
		return model.Date{Date: scalar.Date{Year: 2000 + g.IntN(50), Month: 2, Day: 1 + g.IntN(28)}}
	case schema.Address:
		return &model.Ref{Address: fmt.Sprintf("vendor.gone%d", g.count)}
	case schema.Markdown:
		return model.String(g.text() + "\n\n\t" + g.text())
	}
	if known, ok := samples[t.Kind]; ok {
		return model.String(pick(g, known))
	}
	return model.String(g.text())
}

var samples = map[schema.Kind][]string{
	schema.Country: {"IE", "US-CA"}, schema.Territory: {"EU", "EEA", "DE"}, schema.Language: {"en", "pt-BR"},
	schema.Email: {"privacy@example.com"}, schema.URL: {"https://example.com/?a=1&b=2", "mailto:privacy@example.com"},
}

// text returns characters that writers of JSON disagree on.
func (g *grower) text() string {
	parts := []string{"word", " ", `"`, `\`, "/", "<&>", "é", "\u2028", "😀", "\u0001", "\b\f\t", "\ufeff", "\U0010ffff", "$", "#"}
	var out strings.Builder
	out.WriteString("x")
	for range g.IntN(8) {
		out.WriteString(pick(g, parts))
	}
	return out.String()
}

func (g *grower) reference(u *unset) model.Value {
	var targets []*model.Block
	kinds := u.attr.Type.Targets
	if len(kinds) == 0 {
		kinds = []string{"vendor", "data_store", "segment"}
	}
	for _, k := range kinds {
		targets = append(targets, g.byKind[k]...)
	}
	if len(targets) == 0 {
		return nil
	}
	ref := func() *model.Ref {
		target := pick(g, targets)
		return &model.Ref{Address: target.Address, Target: target}
	}
	if !u.attr.Type.List {
		return ref()
	}
	list := model.List{}
	for range g.IntN(3) + 1 {
		list = append(list, ref())
	}
	return list
}

func pick[T any](g *grower, from []T) T { return from[g.IntN(len(from))] }

func mustEncode(t testing.TB, m *model.Model) []byte {
	t.Helper()
	out, err := Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
