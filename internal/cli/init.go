package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/examples"
)

func newInit(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "begin a policy: small, complete, and commented",
		Long: `Writes a small policy into a folder, which is made if it is not there: the current
one unless another is named. The policy is complete and builds at once, and every
comment in it explains one thing about the language. Change it into your own.

Nothing is overwritten. Where the folder holds files that end in .hcl, init says
which, and writes nothing: all files of a folder are one policy.`,
		Example: `privity init privacy`,
		Args:    arguments(0, 1, "init takes one folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			return s.begin(dir)
		},
		ValidArgsFunction: completeFolders,
	}
}

func completeFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// begin writes the quickstart into a folder.
func (s *session) begin(dir string) error {
	files := examples.Quickstart()
	if err := refuseOccupied(dir); err != nil {
		return err
	}
	s.writing.Lock()
	err := writeNew(dir, files)
	s.writing.Unlock()
	if err != nil {
		return err
	}
	names, err := fs.Glob(files, "*")
	if err != nil {
		return err
	}
	s.note("A policy stands in %s: %s.", s.seen(dir), strings.Join(names, ", "))
	s.note("Next: %s`privity serve`, and open the address that it prints.\nThen read the comments, change a fact, and see the page follow. `privity build -o dist` writes it.", steps(dir))
	return nil
}

func steps(dir string) string {
	if dir == "." {
		return ""
	}
	return "`cd " + dir + "`, "
}

// refuseOccupied refuses a folder in which there is a policy already.
func refuseOccupied(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fail("the folder "+dir+" cannot be read: "+reason(err), "")
	}
	var inTheWay []string
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".hcl" {
			inTheWay = append(inTheWay, e.Name())
		}
	}
	if len(inTheWay) == 0 {
		return nil
	}
	return fail("there is a policy in "+dir+" already: "+strings.Join(inTheWay, ", "),
		"nothing was written. Name another folder: privity init DIR")
}

// writeNew writes files that are not there yet. What it has written it takes
// back where it cannot write all.
func writeNew(dir string, files fs.FS) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fail("the folder "+dir+" cannot be made: "+reason(err), "")
	}
	var written []string
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		path := filepath.Join(dir, name)
		if err := createFile(path, content); err != nil {
			return fail(path+" cannot be written: "+reason(err), "nothing was written")
		}
		written = append(written, path)
		return nil
	})
	if err != nil {
		for _, path := range written {
			os.Remove(path) //nolint:errcheck // what cannot be taken back is named by the next init
		}
	}
	return err
}

// createFile writes a file that must not exist.
func createFile(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // whoever may read the folder may read the policy
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
