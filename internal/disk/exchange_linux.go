package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange is renameat2(2) with RENAME_EXCHANGE, which the usual file systems of
// Linux know, and those of the network do not.
func exchange(in *os.File, a string, out *os.File, b string) error {
	err := unix.Renameat2(int(in.Fd()), a, int(out.Fd()), b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return errors.ErrUnsupported
	}
	return err
}
