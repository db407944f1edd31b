// Package signature signs and verifies with SSH keys, in the form of
// "ssh-keygen -Y sign" (OpenSSH's PROTOCOL.sshsig), so that whoever has OpenSSH
// can make and check signatures without Privity.
//
// A signature is for a namespace, such as "privity-history", so that one that was
// made for one thing cannot be shown for another. Who may sign is said by a file
// in the form of ssh-keygen's ALLOWED SIGNERS; see [Parse].
package signature

import (
	"bytes"
	"encoding/pem"
	"errors"
	"fmt"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// maxBytes bounds a signature that is read. One by a key of 16,384 bits, the
// largest that OpenSSH makes, has less than 8 KiB.
const maxBytes = 16 << 10

// What is wrong with a signature.
var (
	ErrMalformed = errors.New("it is not a signature made by ssh-keygen -Y sign or by privity")
	ErrMismatch  = errors.New("the signature is not of this text")
	ErrStranger  = errors.New("its key is not among the allowed signers")
)

// A Person is who has made a signature, as far as the allowed signers tell.
type Person struct {
	Name        string // the principal; no more than what somebody has written there
	Fingerprint string // of the key, as "ssh-keygen -l" prints it: SHA256:…
}

// Sign returns the signature of a text, in the armour of ssh-keygen.
func (s *Signer) Sign(text []byte, namespace string) ([]byte, error) {
	made, err := sshsig.Sign(bytes.NewReader(text), s.key, sshsig.HashSHA512, namespace)
	if err != nil {
		return nil, fmt.Errorf("the key %s cannot sign: %w", s.Fingerprint(), err)
	}
	return sshsig.Armor(made), nil
}

// Verify returns who has signed a text. The error is one of those above.
func Verify(text, armored []byte, namespace string, allowed *Allowed) (Person, error) {
	read, err := parse(armored)
	if err != nil {
		return Person{}, err
	}
	if read.Namespace != namespace {
		return Person{}, fmt.Errorf("%w: it was made for the namespace %q and not for %q", ErrMismatch, read.Namespace, namespace)
	}
	if err := sshsig.Verify(bytes.NewReader(text), read, read.PublicKey, read.HashAlgorithm, namespace); err != nil {
		return Person{}, ErrMismatch
	}
	person := Person{Fingerprint: ssh.FingerprintSHA256(read.PublicKey)}
	name, ok := allowed.name(read.PublicKey, namespace)
	if !ok {
		return person, fmt.Errorf("%w: %s", ErrStranger, person.Fingerprint)
	}
	person.Name = name
	return person, nil
}

// Canonical reports whether the armour of a signature has the one form that Sign
// writes, so that not a byte of it can be changed unseen.
func Canonical(armored []byte) bool {
	read, err := parse(armored)
	return err == nil && bytes.Equal(sshsig.Armor(read), armored)
}

func parse(armored []byte) (*sshsig.Signature, error) {
	if len(armored) > maxBytes {
		return nil, ErrMalformed
	}
	if block, _ := pem.Decode(armored); block == nil || block.Type != sshsig.PEMType {
		return nil, ErrMalformed
	}
	read, err := sshsig.Unarmor(armored)
	if err != nil || weak(read.Signature.Format) {
		return nil, ErrMalformed
	}
	return read, nil
}

// weak reports whether a kind of signature rests on SHA-1 or DSA, which OpenSSH
// refuses too.
func weak(format string) bool { return format == ssh.KeyAlgoRSA || format == "ssh-dss" }
