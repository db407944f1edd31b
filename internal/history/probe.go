package history

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

// How often a store is tried, and by how many at a time. On a store that looks
// whether a file is there and then writes it, three of four races of two went
// wrong.
const (
	rounds = 5
	racers = 4
)

// probePrefix begins the names that a store is tried with.
const probePrefix = "probe-"

// ErrNotExclusive is a store in which two can create the same file, and so one
// version could replace another.
var ErrNotExclusive = errors.New("two could create the same file there at the same time")

// Probe tries whether creating a file in a store is exclusive. A store is tried
// before the first version is written to it.
func Probe(s Store) error {
	scratch, remove, err := s.Scratch()
	if err != nil {
		return err
	}
	unique := nonce()
	var names []string
	for round := range rounds {
		name := fmt.Sprintf("%s%s-%d", probePrefix, unique, round)
		names = append(names, name)
		if err = race(scratch, name); err != nil {
			break
		}
	}
	return errors.Join(err, remove(names))
}

// race lets several create a file and one more when all is over. The one that
// succeeds has to find what it has written.
func race(s Store, name string) error {
	var errs [racers]error
	var all sync.WaitGroup
	for i := range racers {
		all.Go(func() { errs[i] = s.Create(name, racerText(i)) })
	}
	all.Wait()
	winner := -1
	for i, err := range errs {
		switch {
		case err == nil && winner >= 0:
			return ErrNotExclusive
		case err == nil:
			winner = i
		case !errors.Is(err, fs.ErrExist):
			return err
		}
	}
	if winner < 0 {
		return errors.New("of several who created a file nobody succeeded")
	}
	switch err := s.Create(name, racerText(racers)); {
	case err == nil:
		return ErrNotExclusive
	case !errors.Is(err, fs.ErrExist):
		return err
	}
	content, err := s.Read(name)
	if err == nil && string(content) != string(racerText(winner)) {
		return ErrNotExclusive
	}
	return err
}

func racerText(i int) []byte { return fmt.Appendf(nil, "racer %d\n", i) }

// nonce returns a text that nobody else has made.
func nonce() string { return strings.ToLower(rand.Text()) }
