package output

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/privity/privity/internal/disk"
)

// state is what stands in the folder before anything is written.
type state struct {
	listed   bool                // there is a list
	occupied bool                // there is anything else
	list     list                // what it says
	known    map[string][]string // the digests on the list, by path
	there    map[string]string   // the digests of the files on the list and of those to be written, by path
	temps    []string            // what an interrupted run left
}

// survey looks at the folder. It refuses what is no ordinary file or folder where
// one of ours is to stand.
func survey(f disk.Folder, files []File) (*state, error) {
	s := &state{known: map[string][]string{}, there: map[string]string{}}
	if err := s.readList(f); err != nil {
		return nil, err
	}
	produced := map[string]bool{ListName: true}
	for _, file := range files {
		produced[file.Path] = true
	}
	paths := slices.Collect(maps.Keys(produced))
	for _, e := range s.list.Files {
		s.known[e.Path] = append(s.known[e.Path], e.SHA256)
		if !produced[e.Path] && len(s.known[e.Path]) == 1 {
			paths = append(paths, e.Path)
		}
	}
	slices.Sort(paths)
	folders := map[string]bool{} // those looked at, and whether they are folders
	for _, p := range paths {
		for _, dir := range append([]string{"."}, parents(p)...) {
			if err := s.readFolder(f, dir, folders, produced[p]); err != nil {
				return nil, err
			}
		}
		if err := s.readFile(f, p, folders[path.Dir(p)], produced[p]); err != nil {
			return nil, err
		}
	}
	slices.Sort(s.temps)
	return s, nil
}

func (s *state) readList(f disk.Folder) error {
	info, err := f.Lstat(ListName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || info.Size() > maxList {
		return refusef("%s is not a list that was written here; remove it, and allow the folder to be adopted", ListName)
	}
	content, err := f.ReadFile(ListName)
	if err != nil {
		return err
	}
	s.listed = true
	s.list, err = decode(content)
	return err
}

// readFolder looks into a folder in which a file stands or is to stand, unless it
// has been looked at.
func (s *state) readFolder(f disk.Folder, dir string, folders map[string]bool, needed bool) error {
	isFolder, known := folders[dir]
	if isFolder || known && !needed {
		return nil
	}
	info, err := f.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		folders[dir] = false
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		if needed {
			return refusef("%s is in the way: it is %s, and a folder is needed there; move it away", dir, kindOf(info))
		}
		folders[dir] = false
		return nil
	}
	if above := path.Dir(dir); above != dir && !folders[above] {
		return nil // what stands there is seen through a symbolic link
	}
	folders[dir] = true
	entries, err := f.ReadDir(dir)
	if err != nil {
		return err
	}
	s.readNames(dir, entries)
	return nil
}

func (s *state) readNames(dir string, entries []fs.DirEntry) {
	for _, e := range entries {
		switch {
		case disk.IsTemp(e.Name()) && e.Type().IsRegular():
			s.temps = append(s.temps, path.Join(dir, e.Name()))
		case e.Name() != ListName:
			s.occupied = true
		}
	}
}

// readFile takes the digest of a file, if the folder that it stands in is one.
func (s *state) readFile(f disk.Folder, p string, isFolder, produced bool) error {
	if !isFolder {
		return nil
	}
	info, err := f.Lstat(p)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		if produced {
			return refusef("%s is in the way: it is %s, and a file is to be written there; move it away", p, kindOf(info))
		}
		s.there[p] = "" // it is not what was written, so it is kept
		return nil
	}
	content, err := f.ReadFile(p)
	if err != nil {
		return err
	}
	s.there[p] = digest(content)
	return nil
}

// kindOf names the kind of thing that a file is.
func kindOf(info fs.FileInfo) string {
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return "a symbolic link"
	case info.IsDir():
		return "a folder"
	case info.Mode().IsRegular():
		return "a file"
	}
	return "a device or the like"
}

// stale lists the files on the list that are not among those given: what may be
// removed, and what somebody has changed.
func (s *state) stale(files []File) (remove, kept []string) {
	produced := make(map[string]bool, len(files))
	for _, f := range files {
		produced[f.Path] = true
	}
	var before string
	for _, e := range s.list.with(list{}).Files {
		there, ok := s.there[e.Path]
		if !ok || produced[e.Path] || e.Path == before {
			continue
		}
		before = e.Path
		if slices.Contains(s.known[e.Path], there) {
			remove = append(remove, e.Path)
		} else {
			kept = append(kept, e.Path)
		}
	}
	return remove, kept
}
