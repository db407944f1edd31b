package signature

import (
	"bytes"
	"fmt"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// Signed returns the fingerprint of the key that has signed a text, whoever that
// belongs to. The error is ErrMalformed or ErrMismatch.
func Signed(text, armored []byte, namespace string) (fingerprint string, err error) {
	read, err := parse(armored)
	if err != nil {
		return "", err
	}
	if read.Namespace != namespace {
		return "", fmt.Errorf("%w: it was made for the namespace %q and not for %q", ErrMismatch, read.Namespace, namespace)
	}
	if err := sshsig.Verify(bytes.NewReader(text), read, read.PublicKey, read.HashAlgorithm, namespace); err != nil {
		return "", ErrMismatch
	}
	return ssh.FingerprintSHA256(read.PublicKey), nil
}
