package publish_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/disk/disktest"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/publish"
)

// TestMain makes the test binary the processes that publish, so that they can be
// killed.
func TestMain(m *testing.M) {
	switch os.Getenv("PRIVITY_TEST_PROCESS") {
	case "killed":
		publishAndDie()
	case "publisher":
		publishMany()
	default:
		os.Exit(m.Run())
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// process prepares the test binary as a process of a kind.
func process(t *testing.T, kind string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(os.Environ(), "PRIVITY_TEST_PROCESS="+kind)
	return cmd
}

// publishAndDie publishes the version with a number, and is killed by the system
// at an operation. It prints the head that it was told of.
func publishAndDie() {
	dir := os.Args[1]
	version, err := strconv.Atoi(os.Args[2])
	check(err)
	at, err := strconv.Atoi(os.Args[3])
	check(err)
	root, err := disk.Open(dir)
	check(err)
	base, err := open(root).Head()
	check(err)
	faults := &disktest.Faults{Folder: root, Fate: disktest.Kills, At: at, Kill: func() {
		check(syscall.Kill(os.Getpid(), syscall.SIGKILL))
		select {}
	}}
	h := open(faults)
	result, err := publish.Publish(h, draft(base, version), place(faults))
	check(err)
	fmt.Println(result.Head)
}

// kills is how many processes are killed at least.
const kills = 600

// Processes are killed at every operation of a publish, one after the other on the
// same history and site; each one finds what the one before it has left. Whenever a
// publish is through, the next round begins with another version.
func TestKilledProcesses(t *testing.T) {
	t.Parallel()
	const lanes = 4
	var killed, published atomic.Int64
	t.Run("lane", func(t *testing.T) {
		for lane := range lanes {
			t.Run(strconv.Itoa(lane), func(t *testing.T) {
				t.Parallel()
				k, p := killLane(t, kills/lanes)
				killed.Add(int64(k))
				published.Add(int64(p))
			})
		}
	})
	t.Logf("%d processes were killed, %d versions were published", killed.Load(), published.Load())
	if killed.Load() < kills {
		t.Errorf("only %d processes were killed", killed.Load())
	}
}

func killLane(t *testing.T, least int) (killed, published int) {
	t.Helper()
	dir := t.TempDir()
	root, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	h := historyIn(t, root)
	for at := 1; killed < least; at++ {
		cmd := process(t, "killed", dir, strconv.Itoa(published%5+1), strconv.Itoa(at))
		out, err := cmd.Output()
		var exit *exec.ExitError
		switch {
		case errors.As(err, &exit) && !exit.Exited():
			killed++
		case err != nil:
			t.Fatalf("at %d: %v: %s", at, err, exit.Stderr)
		default:
			at = 0
			published++
		}
		entries, chainErr := h.Entries()
		site := siteVersion(t, fmt.Sprint("at ", at), root)
		switch told := strings.TrimSpace(string(out)); {
		case chainErr != nil:
			t.Fatalf("at %d: %v", at, chainErr)
		case len(entries) < published:
			t.Fatalf("at %d: %d versions were published, and %d are there", at, published, len(entries))
		case told != "" && (entries[published-1].Head().String() != told || site != (published-1)%5+1):
			t.Fatalf("at %d: what was acknowledged is another, or the site is: version %d", at, site)
		case site == 0 && published > 0:
			t.Fatalf("at %d: the site is gone", at)
		}
		if published == 0 && at > 40 {
			at += probeStride - 1 // most of a first publish is trying the store
		}
	}
	if _, err := publish.Restore(h, place(root)); err != nil {
		t.Error(err)
	}
	if err := h.Heal(); err != nil {
		t.Error(err)
	}
	if report, err := h.Verify(history.Options{}); err != nil || !report.OK() {
		t.Errorf("in the end: %v, %+v", err, report)
	}
	return killed, published
}

// publishers and each are how many publish at the same time, and how often.
const (
	publishers = 16
	each       = 25
)

// manyFiles are those of a version in which every file says which one it is.
func manyFiles(version string) map[string][]byte {
	files := map[string][]byte{}
	for _, name := range []string{"index.html", "manifest.json", "retention.html", "assets/style.css"} {
		files[name] = []byte(version)
	}
	return files
}

// publishMany publishes versions of its own, as the command line does, and prints
// those that it was told are published.
func publishMany() {
	dir, who := os.Args[1], os.Args[2]
	root, err := disk.Open(dir)
	check(err)
	h := open(root)
	for n := 0; n < each; {
		base, err := h.Head()
		check(err)
		d := draft(base, 1)
		d.Version = who + "." + strconv.Itoa(n)
		d.Files = manyFiles(d.Version)
		unlock, err := publish.Lock(filepath.Join(dir, "site"))
		check(err)
		result, err := publish.Publish(h, d, place(root))
		unlock()
		var stale *history.StaleError
		if errors.As(err, &stale) {
			continue // somebody was faster
		}
		check(err)
		fmt.Println(result.Entry.Version, result.Head)
		n++
	}
}

// Sixteen processes publish on one history and one site, while somebody reads that.
func TestManyPublishAtOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	root, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	h := historyIn(t, root)
	outputs := make([]bytes.Buffer, publishers)
	var all, reader sync.WaitGroup
	var done atomic.Bool
	var reads int
	reader.Go(func() { reads = readMeanwhile(t, filepath.Join(dir, "site"), &done) })
	for who := range publishers {
		cmd := process(t, "publisher", dir, strconv.Itoa(who))
		cmd.Stdout, cmd.Stderr = &outputs[who], &outputs[who]
		all.Go(func() {
			if err := cmd.Run(); err != nil {
				t.Errorf("process %d: %v\n%s", who, err, &outputs[who])
			}
		})
	}
	all.Wait()
	done.Store(true)
	reader.Wait()
	entries, err := h.Entries()
	if err != nil {
		t.Fatal(err)
	}
	acknowledged := acknowledgements(t, entries, outputs)
	t.Logf("%d processes published %d versions; the history has %d; the site was read %d times meanwhile", publishers, acknowledged, len(entries), reads)
	if acknowledged != publishers*each || len(entries) != acknowledged {
		t.Errorf("%d were acknowledged, and %d are there; both should be %d", acknowledged, len(entries), publishers*each)
	}
	if report, err := h.Verify(history.Options{}); err != nil || !report.OK() {
		t.Errorf("in the end: %v, %+v", err, report)
	}
	files := make([]output.File, 0, len(entries))
	for name, content := range manyFiles(entries[len(entries)-1].Version) {
		files = append(files, output.File{Path: name, Content: content})
	}
	if differences, err := output.Check(filepath.Join(dir, "site"), files); err != nil || len(differences) > 0 {
		t.Errorf("the site is not the last version: %v, %v", differences, err)
	}
}

// acknowledgements counts the versions that processes were told of, each of which
// has to be there.
func acknowledgements(t *testing.T, entries []*history.Entry, outputs []bytes.Buffer) int {
	t.Helper()
	there := map[string]bool{}
	for _, e := range entries {
		there[e.Version+" "+e.Head().String()] = true
	}
	n := 0
	for who := range outputs {
		for line := range strings.Lines(outputs[who].String()) {
			n++
			if !there[strings.TrimSpace(line)] {
				t.Errorf("process %d was told of %s, which is lost", who, line)
			}
		}
	}
	return n
}

// maxReads leaves the machine to those who publish.
const maxReads = 20_000

// readMeanwhile reads the site until others are done, and returns how often it saw
// one: a folder that had its name before and after it was read, in which all files
// are of one version.
func readMeanwhile(t *testing.T, site string, done *atomic.Bool) int {
	reads := 0
	for !done.Load() && reads < maxReads {
		found, whole := readSite(site)
		if !whole {
			continue
		}
		reads++
		version := string(found["index.html"])
		if !maps.EqualFunc(found, manyFiles(version), bytes.Equal) {
			t.Errorf("a reader saw %q", found)
			return reads
		}
	}
	return reads
}

// readSite reads a site, and whether that was one folder all the time.
func readSite(site string) (found map[string][]byte, whole bool) {
	root, err := os.OpenRoot(site)
	if err != nil {
		return nil, false
	}
	defer root.Close()
	opened, err := root.Stat(".")
	if err != nil {
		return nil, false
	}
	found = map[string][]byte{}
	for name := range manyFiles("") {
		if content, err := root.ReadFile(name); err == nil {
			found[name] = content
		}
	}
	now, err := os.Stat(site)
	return found, err == nil && os.SameFile(opened, now)
}
