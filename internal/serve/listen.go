package serve

import (
	"errors"
	"net"
	"strconv"
	"syscall"
)

// DefaultPort is where a server listens unless it is told otherwise. It spells priv
// on the keys of a telephone.
const DefaultPort = 7748

// neighbours is how many ports from the default one on are tried before any will do.
const neighbours = 10

// ErrTaken says that another program listens on a port.
var ErrTaken = errors.New("another program listens on the port")

// Listen listens on a port of the loopback addresses, 127.0.0.1 and, where the
// machine has it, ::1. Port 0 is any that is free.
func Listen(port int) ([]net.Listener, error) {
	const attempts = 5 // at finding a port that is free on both
	var all []net.Listener
	var err error
	for range attempts {
		if all, err = listen(port); err == nil || port != 0 {
			break
		}
	}
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, ErrTaken
	}
	return all, err
}

// ListenNear listens on the default port or, where another program does, on one of
// those that follow, or else on any.
func ListenNear() ([]net.Listener, error) {
	for port := DefaultPort; port < DefaultPort+neighbours; port++ {
		all, err := Listen(port)
		if !errors.Is(err, ErrTaken) {
			return all, err
		}
	}
	return Listen(0)
}

func listen(port int) ([]net.Listener, error) {
	four, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, err
	}
	all := []net.Listener{four}
	six, err := net.Listen("tcp6", net.JoinHostPort("::1", strconv.Itoa(Port(all))))
	switch {
	case err == nil:
		return append(all, six), nil
	case errors.Is(err, syscall.EADDRINUSE): // whoever asks for localhost would get the other program
		four.Close() //nolint:errcheck // nothing was sent
		return nil, err
	}
	return all, nil // there is no IPv6 here
}

// Port is the one that listeners of [Listen] listen on.
func Port(all []net.Listener) int {
	address, ok := all[0].Addr().(*net.TCPAddr)
	if !ok {
		return 0
	}
	return address.Port
}

// Address is where a browser finds what listeners of [Listen] serve. It is a number,
// since what a browser remembers of the name localhost, from other programs, may lead
// it astray.
func Address(all []net.Listener) string {
	return "http://" + all[0].Addr().String() + "/"
}
