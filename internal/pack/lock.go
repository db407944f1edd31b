package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// LockName is the file beside packs that says which bytes they are to have. Its
// form is that of sha256sum, which checks it too: sha256sum -c packs.sha256.
const LockName = "packs.sha256"

// A Lock holds the digests of packs.
type Lock map[string]string // SHA-256 in hexadecimal, by the name of the pack

// Digest returns the digest of a pack as a lock holds it.
func Digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

var lockLine = regexp.MustCompile(`^([0-9a-f]{64}) [ *]([A-Za-z0-9][A-Za-z0-9._-]*` + regexp.QuoteMeta(Suffix) + `)$`)

// ParseLock reads a lock. Line is the first line that is not of the form, if
// there is one.
func ParseLock(content []byte) (lock Lock, line int) {
	lock = Lock{}
	n := 0
	for text := range strings.Lines(string(content)) {
		n++
		text = strings.TrimRight(text, "\r\n")
		m := lockLine.FindStringSubmatch(text)
		if m == nil || lock[m[2]] != "" {
			return nil, n
		}
		lock[m[2]] = m[1]
	}
	return lock, 0
}

// String returns the lock as it is written, by name.
func (l Lock) String() string {
	var b strings.Builder
	for _, name := range l.Names() {
		fmt.Fprintf(&b, "%s  %s\n", l[name], name)
	}
	return b.String()
}

// Names lists the packs, in order.
func (l Lock) Names() []string {
	names := make([]string, 0, len(l))
	for name := range l {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
