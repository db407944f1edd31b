package disk_test

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/disk/disktest"
)

func open(t *testing.T) *disk.Root {
	t.Helper()
	root, err := disk.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return root
}

// The model is of use only as far as it is a disk: the same operations have the
// same results on both.
func TestMemoryIsLikeTheDisk(t *testing.T) {
	names := []string{"a", "b", "d", "d/a", "d/b", "d/e", "d/e/a", "l", "l/a", "d/l"}
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 1))
		root, memory := open(t), disktest.New()
		for i := range 120 {
			op, a, b := random.IntN(11), names[random.IntN(len(names))], names[random.IntN(len(names))]
			onDisk, inMemory := apply(root, op, a, b), apply(memory, op, a, b)
			if onDisk != inMemory {
				t.Fatalf("seed %d, step %d: on the disk %s; in memory %s", seed, i, onDisk, inMemory)
			}
		}
	}
}

// apply does an operation and describes what came of it.
func apply(f disk.Folder, op int, a, b string) string {
	switch op {
	case 0, 1:
		return outcome("fill "+a, disk.Fill(f, a, []byte(a+b)), "")
	case 2:
		return outcome("mkdir "+a, f.Mkdir(a), "")
	case 3:
		return outcome("link "+a+" "+b, f.Link(a, b), "")
	case 4:
		if a == b {
			return "" // systems differ
		}
		return outcome("rename "+a+" "+b, f.Rename(a, b), "")
	case 5:
		return outcome("remove "+a, f.Remove(a), "")
	case 6:
		return outcome("symlink "+a, f.Symlink(strings.ReplaceAll(b, "/", ""), a), "")
	case 7:
		entries, err := f.ReadDir(a)
		return outcome("readdir "+a, err, fmt.Sprint(listed(entries)))
	case 8:
		content, err := f.ReadFile(a)
		return outcome("read "+a, err, string(content))
	case 9:
		return outcome("exchange "+a+" "+b, f.Exchange(a, b), "")
	}
	info, err := f.Lstat(a)
	if err != nil {
		return outcome("lstat "+a, err, "")
	}
	return outcome("lstat "+a, nil, fmt.Sprint(info.Name(), info.Mode().Type()))
}

func listed(entries []fs.DirEntry) (list []string) {
	for _, e := range entries {
		list = append(list, e.Name()+e.Type().String())
	}
	return list
}

// outcome tells apart what programs tell apart. Of two names either may be what is
// wrong first.
func outcome(op string, err error, result string) string {
	switch {
	case err == nil:
		return op + ": " + result
	case strings.Count(op, " ") > 1:
		return op + ": it fails"
	case errors.Is(err, fs.ErrExist) || errors.Is(err, syscall.ENOTEMPTY):
		return op + ": it is there"
	case errors.Is(err, fs.ErrNotExist):
		return op + ": it is not there"
	}
	return op + ": it fails"
}

func TestClaimIsExclusive(t *testing.T) {
	for _, folder := range []disk.Folder{open(t), disktest.New()} {
		const claimants = 8
		var errs [claimants]error
		var all sync.WaitGroup
		for i := range claimants {
			all.Go(func() { errs[i] = disk.Claim(folder, "it", fmt.Appendf(nil, "claimed by %d", i)) })
		}
		all.Wait()
		winner := -1
		for i, err := range errs {
			switch {
			case err == nil && winner >= 0:
				t.Errorf("%d and %d have both claimed it", winner, i)
			case err == nil:
				winner = i
			case !errors.Is(err, fs.ErrExist):
				t.Error(err)
			}
		}
		content, err := folder.ReadFile("it")
		if want := fmt.Sprintf("claimed by %d", winner); err != nil || string(content) != want {
			t.Errorf("got %q, %v, want %q", content, err, want)
		}
		if entries, err := folder.ReadDir("."); err != nil || len(entries) != 1 {
			t.Errorf("left %v, %v", listed(entries), err)
		}
	}
}

// What was replaced or claimed is the old or the new, whole, whatever happens.
func TestReplaceAndClaimSurvive(t *testing.T) {
	states := 0
	for _, claim := range []bool{false, true} {
		for _, loss := range disktest.Losses {
			for seed := range uint64(20) {
				for at := 1; ; at++ {
					memory := disktest.New()
					if !claim {
						must(t, disk.Replace(memory, "f", []byte("the old content")))
						must(t, memory.SyncDir("."))
					}
					faults := &disktest.Faults{Folder: memory, Fate: disktest.Dies, At: at}
					err := write(faults, claim)
					after := memory.Crash(loss, seed)
					content, readErr := after.ReadFile("f")
					switch done := readErr == nil && string(content) == "the new content"; {
					case err == nil && !done:
						t.Errorf("claim %v, loss %d: acknowledged, but there is %q", claim, loss, content)
					case !done && !claim && string(content) != "the old content":
						t.Errorf("loss %d, operation %d: there is %q", loss, at, content)
					case !done && claim && !errors.Is(readErr, fs.ErrNotExist):
						t.Errorf("loss %d, operation %d: half claimed: %q", loss, at, content)
					}
					if len(faults.Done()) < at {
						break
					}
					states++
				}
			}
		}
	}
	t.Logf("%d states", states)
}

func write(f disk.Folder, claim bool) error {
	if claim {
		return disk.Claim(f, "f", []byte("the new content"))
	}
	return errors.Join(disk.Replace(f, "f", []byte("the new content")), f.SyncDir("."))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A disk that forgot nothing would let every program pass.
func TestCrashForgetsWhatWasNotSynced(t *testing.T) {
	memory := disktest.New()
	f, err := memory.Create("f")
	must(t, err)
	_, err = f.Write([]byte("content"))
	must(t, err)
	must(t, memory.SyncDir("."))
	must(t, disk.Fill(memory, "g", []byte("content")))
	after := memory.Crash(disktest.Everything, 0)
	if content, err := after.ReadFile("f"); err != nil || len(content) > 0 {
		t.Errorf("f holds %q, %v", content, err)
	}
	if _, err := after.ReadFile("g"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("g is there: %v", err)
	}
}
