package output

import (
	"errors"
	"io/fs"

	"github.com/privity/privity/internal/disk"
)

// PermitIn returns the error with which SwitchIn would refuse a folder, and looks
// only.
func PermitIn(parent disk.Folder, name string, files []File, o Options) error {
	if err := validate(files); err != nil {
		return err
	}
	info, err := parent.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return explain(name, err)
	case !info.IsDir():
		return refuseAt(name, info)
	}
	s, err := survey(disk.Below(parent, name), files)
	if err != nil {
		return explain(name, err)
	}
	return s.permit(name, files, o)
}

func refuseAt(name string, info fs.FileInfo) error {
	return refusef("%s is in the way: it is %s, and a folder is to stand there; move it away", name, kindOf(info))
}
