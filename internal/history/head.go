package history

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Namespace is what signatures of heads are made for.
const Namespace = "privity-history"

// A Head stands for a history up to some version. The zero Head is that of a
// history without versions.
type Head struct {
	Lineage string // which history: see Entry.Lineage; empty where that is not known
	Size    int    // how many entries there are
	Entry   string // the digest of the last of them, SHA-256 in hexadecimal
}

// headForm is a head as people note it: how many entries, and the last one's
// digest.
var headForm = regexp.MustCompile(`^([1-9][0-9]{0,8}):([0-9a-f]{64})$`)

// String returns the head as it is printed on pages: "4:9f86d08…". It is empty for
// the zero Head.
func (h Head) String() string {
	if h.Size == 0 {
		return ""
	}
	return fmt.Sprintf("%d:%s", h.Size, h.Entry)
}

// Short returns the beginning of the head, for lists and messages.
func (h Head) Short() string {
	if h.Size == 0 {
		return "none"
	}
	return fmt.Sprintf("%d:%.12s", h.Size, h.Entry)
}

// Text returns what stands in the file HEAD, and is signed: the origin, the
// number of entries, and the digest of the last, each on a line.
func (h Head) Text() []byte {
	return fmt.Appendf(nil, "%s/%s\n%d\n%s\n", Namespace, h.Lineage, h.Size, h.Entry)
}

// ParseHead reads a head as String or Text writes it.
func ParseHead(text []byte) (Head, error) {
	h := Head{}
	noted := string(bytes.TrimSpace(text))
	if lines := strings.Split(noted, "\n"); len(lines) == 3 {
		origin, ok := strings.CutPrefix(lines[0], Namespace+"/")
		if !ok || !lineageForm.MatchString(origin) {
			return Head{}, fmt.Errorf("the head is of another kind: it begins with %.60q", lines[0])
		}
		h.Lineage = origin
		noted = lines[1] + ":" + lines[2]
	}
	parts := headForm.FindStringSubmatch(noted)
	if parts == nil {
		return Head{}, fmt.Errorf("%.80q is not a head: it is a number, a colon and 64 hexadecimal digits", noted)
	}
	h.Size, _ = strconv.Atoi(parts[1]) // nine digits always fit
	h.Entry = parts[2]
	return h, nil
}
