package diag

// A palette emphasises. Without colour it returns what it is given.
type palette struct{ on bool }

const (
	sgrBold   = "\x1b[1m"
	sgrRed    = "\x1b[1;31m"
	sgrYellow = "\x1b[1;33m"
	sgrGreen  = "\x1b[1;32m"
	sgrBlue   = "\x1b[1;34m"
	sgrCyan   = "\x1b[1;36m"
	sgrReset  = "\x1b[0m"
)

func (p palette) paint(sgr, s string) string {
	if !p.on || s == "" {
		return s
	}
	return sgr + s + sgrReset
}

func (p palette) bold(s string) string   { return p.paint(sgrBold, s) }
func (p palette) gutter(s string) string { return p.paint(sgrBlue, s) }
func (p palette) help(s string) string   { return p.paint(sgrGreen, s) }

func (p palette) severity(v Severity, s string) string {
	switch v {
	case Error:
		return p.paint(sgrRed, s)
	case Warning:
		return p.paint(sgrYellow, s)
	}
	return p.paint(sgrCyan, s)
}
