package signature

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/crypto/ssh"
)

// MaxAllowed bounds the bytes of a file of allowed signers.
const MaxAllowed = 1 << 20

// Allowed says who may sign.
type Allowed struct{ keys []allowedKey }

// An allowedKey is one line.
type allowedKey struct {
	names      string
	namespaces string // patterns with commas between; empty for all
	key        ssh.PublicKey
}

// Parse reads a file of allowed signers: the names of a signer, perhaps
// namespaces="…", and a public key, on each line. Keys of certificate authorities
// and spans of time are errors, since ignoring them would allow too much: a key
// that may no longer sign is taken off the list.
func Parse(content []byte) (*Allowed, error) {
	if len(content) > MaxAllowed {
		return nil, fmt.Errorf("a list of allowed signers has at most %d MiB", MaxAllowed>>20)
	}
	a := &Allowed{}
	for i, line := range bytes.Split(content, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		key, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("line %d of the allowed signers: %w", i+1, err)
		}
		a.keys = append(a.keys, key)
	}
	return a, nil
}

// Allow returns a list of one signer, for one namespace.
func Allow(name, namespace string, s *Signer) *Allowed {
	return &Allowed{[]allowedKey{{name, namespace, s.key.PublicKey()}}}
}

func parseLine(line []byte) (allowedKey, error) {
	names, rest, _ := bytes.Cut(line, []byte(" "))
	key, _, options, _, err := ssh.ParseAuthorizedKey(rest)
	if err != nil || bytes.ContainsAny(names, "\"\t") {
		return allowedKey{}, errors.New("it should be a name and a public key, as in: publisher ssh-ed25519 AAAA…")
	}
	read := allowedKey{names: string(names), key: key}
	for _, option := range options {
		name, value, _ := strings.Cut(option, "=")
		if !strings.EqualFold(name, "namespaces") {
			return allowedKey{}, fmt.Errorf("the option %s is not supported; list the keys that may sign now", name)
		}
		read.namespaces, err = strconv.Unquote(value)
		if err != nil {
			return allowedKey{}, fmt.Errorf("the option %s needs a value in quotes", name)
		}
	}
	return read, nil
}

// Len returns how many keys may sign.
func (a *Allowed) Len() int { return len(a.keys) }

// Bytes returns the list in the form that ssh-keygen reads, without comments, in
// which people like to put their names.
func (a *Allowed) Bytes() []byte {
	var b bytes.Buffer
	for _, k := range a.keys {
		b.WriteString(k.names + " ")
		if k.namespaces != "" {
			fmt.Fprintf(&b, "namespaces=%q ", k.namespaces)
		}
		b.WriteString(k.key.Type() + " " + base64.StdEncoding.EncodeToString(k.key.Marshal()) + "\n")
	}
	return b.Bytes()
}

// Allows reports whether the key of a signer is on the list.
func (a *Allowed) Allows(s *Signer, namespace string) bool {
	_, ok := a.name(s.key.PublicKey(), namespace)
	return ok
}

// name returns what the list calls a key.
func (a *Allowed) name(key ssh.PublicKey, namespace string) (string, bool) {
	wanted := key.Marshal()
	i := slices.IndexFunc(a.keys, func(k allowedKey) bool {
		return bytes.Equal(k.key.Marshal(), wanted) && matches(k.namespaces, namespace)
	})
	if i < 0 {
		return "", false
	}
	return a.keys[i].names, true
}

// matches reports whether one of the patterns, with * and ?, matches.
func matches(patterns, namespace string) bool {
	if patterns == "" {
		return true
	}
	return slices.ContainsFunc(strings.Split(patterns, ","), func(pattern string) bool {
		ok, err := path.Match(pattern, namespace)
		return err == nil && ok
	})
}
