package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange is renameatx_np(2) with RENAME_SWAP, which APFS knows.
func exchange(in *os.File, a string, out *os.File, b string) error {
	err := unix.RenameatxNp(int(in.Fd()), a, int(out.Fd()), b, unix.RENAME_SWAP)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return errors.ErrUnsupported
	}
	return err
}
