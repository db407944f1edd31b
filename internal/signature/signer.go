package signature

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
)

// maxKey bounds the bytes of a file with a key.
const maxKey = 64 << 10

// A Signer has a private key, or an agent that has it.
type Signer struct {
	key   ssh.Signer
	agent net.Conn // nil for a key from a file
}

// ErrLocked is a private key that is protected by a passphrase, which Privity
// does not ask for: it is used through an agent.
var ErrLocked = errors.New("the key is protected by a passphrase")

// Open returns the signer with the key in a file: the private key itself, or the
// public key of one that the agent at the socket holds.
func Open(file, agentSocket string) (*Signer, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxKey {
		return nil, errors.New("it is not a file with a key")
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if public, _, _, _, err := ssh.ParseAuthorizedKey(content); err == nil {
		return fromAgent(public, agentSocket)
	}
	key, err := ssh.ParsePrivateKey(content)
	var locked *ssh.PassphraseMissingError
	switch {
	case errors.As(err, &locked):
		return nil, ErrLocked
	case err != nil:
		return nil, errors.New("it holds no key that OpenSSH would read")
	}
	return &Signer{key: key}, nil
}

func fromAgent(public ssh.PublicKey, socket string) (*Signer, error) {
	if socket == "" {
		return nil, errors.New("it holds a public key, and no agent is running that could have the private one")
	}
	conn, err := net.Dial("unix", socket)
	if err != nil {
		return nil, fmt.Errorf("the agent does not answer: %w", err)
	}
	signers, err := agent.NewClient(conn).Signers()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("the agent does not list its keys: %w", err), conn.Close())
	}
	for _, key := range signers {
		if bytes.Equal(key.PublicKey().Marshal(), public.Marshal()) {
			return &Signer{key, conn}, nil
		}
	}
	return nil, errors.Join(fmt.Errorf("the agent does not have the key %s", ssh.FingerprintSHA256(public)), conn.Close())
}

// Close ends the connection to the agent, if there is one.
func (s *Signer) Close() error {
	if s.agent == nil {
		return nil
	}
	return s.agent.Close()
}

// Fingerprint names the key, as "ssh-keygen -l" does: SHA256:….
func (s *Signer) Fingerprint() string { return ssh.FingerprintSHA256(s.key.PublicKey()) }
