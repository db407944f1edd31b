package policy

import (
	"testing"
	"time"
)

func TestWaitEndsWhenItHadTheTime(t *testing.T) {
	const limit = time.Hour
	for _, c := range []struct {
		name          string
		clock, worked time.Duration
		ends          bool
	}{
		{"it ran all the while", limit, limit, true},
		{"others had the machine", 2 * limit, limit / 2, false},
		{"it never gets the machine", crowded * limit, 0, true},
	} {
		ended := false
		w := after(limit, func() { ended = true })
		w.began = w.began.Add(-c.clock)
		w.used -= c.worked
		w.look()
		w.stop()
		if ended != c.ends {
			t.Errorf("%s: ended is %t, want %t", c.name, ended, c.ends)
		}
	}
}

func TestWaitThatIsStopped(t *testing.T) {
	w := after(time.Hour, func() { t.Error("a wait that is stopped has ended") })
	w.stop()
	w.used -= 2 * time.Hour
	w.look()
}
