package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"time"
)

// visit runs a program that serves pages, does what its standard input says, a step a
// line, then interrupts the program, and ends as it ended:
//
//	see PATH TEXT    the answer holds the text
//	miss PATH TEXT   the answer does not
//	copy FROM TO     a file is replaced as editors do it, and the page hears of it
//	move FROM TO     likewise
//	remove FILE      likewise
//	drop FILE        a file is removed of which the page does not hear
func visit() {
	program := exec.Command(os.Args[1], os.Args[2:]...)
	program.Stderr = os.Stderr
	out, err := program.StdoutPipe()
	if err == nil {
		err = program.Start()
	}
	if err != nil {
		panic(err)
	}
	address, err := bufio.NewReader(out).ReadString('\n')
	if err == nil {
		err = (&visitor{address: strings.TrimSpace(address)}).steps(os.Stdin)
		program.Process.Signal(os.Interrupt)
	} else if errors.Is(err, io.EOF) {
		err = nil // it served nothing, and has said why
	}
	var exit *exec.ExitError
	if ended := program.Wait(); err == nil && errors.As(ended, &exit) {
		os.Exit(exit.ExitCode())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "visit:", err)
		os.Exit(99)
	}
}

// A visitor is a browser that shows a page.
type visitor struct {
	address string
	events  *bufio.Scanner
}

func (v *visitor) steps(list io.Reader) error {
	patient := http.Client{Timeout: 2 * time.Minute} // with an event that never comes
	stream, err := patient.Get(v.address + "~/events")
	if err != nil {
		return err
	}
	defer stream.Body.Close()
	v.events = bufio.NewScanner(stream.Body)
	if err := v.hear(); err != nil {
		return err
	}
	steps := bufio.NewScanner(list)
	for steps.Scan() {
		if err := v.step(strings.SplitN(steps.Text(), " ", 3)); err != nil {
			return fmt.Errorf("%s: %w", steps.Text(), err)
		}
	}
	return steps.Err()
}

func (v *visitor) step(words []string) error {
	switch words[0] {
	case "copy":
		content, err := os.ReadFile(words[1])
		if err == nil {
			err = os.WriteFile(words[2]+".new", content, 0o600)
		}
		if err == nil {
			err = os.Rename(words[2]+".new", words[2])
		}
		return errors.Join(err, v.hear())
	case "move":
		return errors.Join(os.Rename(words[1], words[2]), v.hear())
	case "remove":
		return errors.Join(os.RemoveAll(words[1]), v.hear())
	}
	if words[0] == "drop" {
		return os.RemoveAll(words[1])
	}
	response, err := http.Get(v.address + strings.TrimPrefix(words[1], "/"))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	text := strings.ReplaceAll(string(body), "\u00a0", " ") // a number stays with its unit
	if err == nil && strings.Contains(text, words[2]) != (words[0] == "see") {
		return fmt.Errorf("the answer is\n%s", body)
	}
	return err
}

// hear waits for an event.
func (v *visitor) hear() error {
	for v.events.Scan() {
		if strings.HasPrefix(v.events.Text(), "data: ") {
			return nil
		}
	}
	return errors.Join(v.events.Err(), io.ErrUnexpectedEOF)
}
