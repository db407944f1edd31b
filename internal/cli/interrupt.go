package cli

import (
	"os"
	"os/signal"
	"syscall"
)

// onInterrupt calls end when the operator, or the system, asks the process to
// stop. A second signal does not wait for what end waits for.
func onInterrupt(end func(status)) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		code := interrupted
		if <-signals == syscall.SIGTERM {
			code = terminated
		}
		signal.Stop(signals)
		end(code)
	}()
}
