package cli

import (
	"errors"
	"os"
	"path/filepath"
)

// replaceFile gives a file new content: whoever reads it meanwhile, or after a
// crash, finds the old content or the new. A link keeps leading to the file,
// and the file keeps its permissions.
func (s *session) replaceFile(path string, content []byte) error {
	s.writing.Lock()
	err := replace(path, content)
	s.writing.Unlock()
	if err != nil {
		return fail(path+" cannot be written: "+reason(err), "it is as it was")
	}
	return nil
}

func replace(path string, content []byte) error {
	mode := os.FileMode(0o644)
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
		if info, err := os.Stat(path); err == nil {
			mode = info.Mode().Perm()
		}
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".privity-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(content)
	err = errors.Join(err, temp.Chmod(mode), temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}
