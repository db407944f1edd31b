package output

import (
	"fmt"
	"regexp"
	"strings"
)

// elementForm is what every part of a path looks like: the same file on every
// file system, and never a file that is hidden or an option of a program.
var elementForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]*$`)

const (
	maxElement = 120 // bytes; file systems allow 255, and names of temporary files are longer
	maxPath    = 400
)

// reserved are names that Windows keeps for devices, whatever follows a point.
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
}

func validate(files []File) error {
	seen := make(map[string]bool, len(files))
	for _, f := range files {
		if err := validPath(f.Path); err != nil {
			return err
		}
		if seen[f.Path] {
			return fmt.Errorf("the file %s is produced twice; give one of the two another name", f.Path)
		}
		seen[f.Path] = true
	}
	for _, f := range inOrder(files) {
		for _, above := range parents(f.Path) {
			if seen[above] {
				return fmt.Errorf("%s is produced as a file and as a folder; give one of the two another name", above)
			}
		}
	}
	return nil
}

// validPath reports what is wrong with the path of a file. Only lower case is
// allowed, so that no two names differ by case alone.
func validPath(p string) error {
	if len(p) > maxPath {
		return fmt.Errorf("the path %.40s… has more than %d characters; shorten it", p, maxPath)
	}
	for _, element := range strings.Split(p, "/") {
		stem, _, _ := strings.Cut(element, ".")
		switch {
		case len(element) > maxElement:
			return fmt.Errorf("the name %.40s… has more than %d characters; shorten it", element, maxElement)
		case !elementForm.MatchString(element), strings.HasSuffix(element, "."):
			return fmt.Errorf("the name %q in %q is not allowed for a file; use a-z, 0-9, \"-\", \"_\" and \".\", beginning with a letter or digit", element, p)
		case reserved[stem]:
			return fmt.Errorf("the name %q in %q stands for a device on some systems; choose another", element, p)
		}
	}
	return nil
}

// parents lists the folders above a file, the outermost first.
func parents(p string) []string {
	var above []string
	for i := range len(p) {
		if p[i] == '/' {
			above = append(above, p[:i])
		}
	}
	return above
}
