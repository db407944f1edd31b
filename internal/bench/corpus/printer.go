package corpus

import (
	"bytes"
	"strings"
)

// A printer writes HCL as a person with a formatter would: the equals signs of
// neighbouring attributes stand below each other.
type printer struct {
	out   bytes.Buffer
	depth int
	run   [][2]string // attributes that are still to be aligned
	begun bool        // something stands in the block already
}

func (p *printer) line(text string) {
	for range p.depth {
		p.out.WriteString("  ")
	}
	p.out.WriteString(text)
	p.out.WriteByte('\n')
}

// flush writes the attributes that have been set.
func (p *printer) flush() {
	width := 0
	for _, a := range p.run {
		width = max(width, len(a[0]))
	}
	for _, a := range p.run {
		p.line(a[0] + strings.Repeat(" ", width-len(a[0])) + " = " + a[1])
	}
	p.run = p.run[:0]
}

// block writes a block with what inside adds to it.
func (p *printer) block(header string, inside func()) {
	p.flush()
	if p.begun {
		p.out.WriteByte('\n')
	}
	p.line(header + " {")
	p.depth++
	p.begun = false
	inside()
	p.flush()
	p.depth--
	p.begun = true
	p.line("}")
}

// remark writes a comment above what comes next.
func (p *printer) remark(text string) {
	p.flush()
	if p.begun {
		p.out.WriteByte('\n')
	}
	p.begun = false
	p.line("# " + text)
}

// set writes an attribute whose value is an expression.
func (p *printer) set(name, expr string) {
	p.run = append(p.run, [2]string{name, expr})
	p.begun = true
}

// text writes an attribute whose value is a text, or a template.
func (p *printer) text(name, value string) { p.set(name, `"`+value+`"`) }

// list writes an attribute whose value is a list of expressions.
func (p *printer) list(name string, exprs ...string) {
	p.set(name, "["+strings.Join(exprs, ", ")+"]")
}

// texts writes an attribute whose value is a list of texts.
func (p *printer) texts(name string, values ...string) {
	p.list(name, quoted(values)...)
}

func quoted(values []string) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = `"` + v + `"`
	}
	return all
}
