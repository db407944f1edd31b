package cli

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// progressAfter is how long work may take before it is worth a line.
const progressAfter = 500 * time.Millisecond

const clearLine = "\r\x1b[K"

// A progress is a line on a terminal that says what long work is at. It appears
// late and clears itself. The nil progress says nothing.
type progress struct {
	mu   sync.Mutex
	w    io.Writer
	now  string
	seen string // what stands on the screen
	quit chan struct{}
}

func startProgress(w io.Writer) *progress {
	p := &progress{w: w, quit: make(chan struct{})}
	go p.draw()
	return p
}

func (p *progress) draw() {
	delay := time.NewTimer(progressAfter)
	defer delay.Stop()
	for {
		select {
		case <-p.quit:
			return
		case <-delay.C:
			p.show()
			delay.Reset(progressAfter / 5)
		}
	}
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.now == p.seen || p.w == nil {
		return
	}
	fmt.Fprint(p.w, clearLine+p.now) //nolint:errcheck // a screen that fails shows no progress
	p.seen = p.now
}

// at says what the work is at.
func (p *progress) at(what string) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now = what
}

// stop clears the line. It may be called more than once.
func (p *progress) stop() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w == nil {
		return
	}
	close(p.quit)
	if p.seen != "" {
		fmt.Fprint(p.w, clearLine) //nolint:errcheck // a screen that fails shows no progress
	}
	p.w = nil
}
