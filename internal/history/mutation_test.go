package history_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/disk/disktest"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/signature"
)

// files are those of a history, by their names.
type files map[string][]byte

// A mutation changes a history, and says what it has done.
type mutation func(t *testing.T, r *rand.Rand, f files) string

// mutations are what accidents do to files, and what somebody without the key
// does to versions.
var mutations = []mutation{
	flipBit, flipBit, flipBit, remove, truncate, extend, insert, swap, overwrite,
	repeatEntry, forgeEntry, signForged, rewriteEntry, rewriteFromThere, dropLast, rollBack,
	respell, spellTwice, joinList, dropSignatures, addBlob, addName,
}

func (f files) pick(r *rand.Rand, prefix string) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if strings.HasPrefix(name, prefix) {
			names = append(names, name)
		}
	}
	return names[r.IntN(len(names))]
}

func (f files) entries() int {
	n := 0
	for name := range f {
		if strings.HasPrefix(name, "entries/") {
			n++
		}
	}
	return n
}

func entryFile(seq int) string { return fmt.Sprintf("entries/%06d.json", seq) }

// entry returns an entry as an object that can be changed at will.
func (f files) entry(t *testing.T, seq int) map[string]any {
	t.Helper()
	var e map[string]any
	if err := json.Unmarshal(f[entryFile(seq)], &e); err != nil {
		t.Fatal(err)
	}
	return e
}

func (f files) setEntry(t *testing.T, seq int, e map[string]any) {
	t.Helper()
	content, err := json.Marshal(e) // sorts the keys
	if err != nil {
		t.Fatal(err)
	}
	f[entryFile(seq)] = append(content, '\n')
}

// head writes HEAD as the last entry demands.
func (f files) head(t *testing.T) {
	t.Helper()
	n := f.entries()
	f["HEAD"] = history.Head{
		Lineage: f.entry(t, n)["lineage"].(string), Size: n, Entry: history.Digest(f[entryFile(n)]),
	}.Text()
}

func flipBit(_ *testing.T, r *rand.Rand, f files) string {
	name := f.pick(r, "")
	content := bytes.Clone(f[name])
	at := r.IntN(len(content))
	content[at] ^= 1 << r.IntN(8)
	f[name] = content
	return fmt.Sprintf("a bit of byte %d of %s", at, name)
}

func remove(_ *testing.T, r *rand.Rand, f files) string {
	name := f.pick(r, "")
	delete(f, name)
	return "without " + name
}

func truncate(_ *testing.T, r *rand.Rand, f files) string {
	name := f.pick(r, "")
	f[name] = f[name][:r.IntN(len(f[name]))]
	return "the beginning of " + name
}

func extend(_ *testing.T, r *rand.Rand, f files) string {
	name := f.pick(r, "")
	more := []string{"\n", " ", "x", "\x00", "{}\n", "# more\n"}[r.IntN(6)]
	f[name] = append(bytes.Clone(f[name]), more...)
	return fmt.Sprintf("%q behind %s", more, name)
}

func insert(_ *testing.T, r *rand.Rand, f files) string {
	name := f.pick(r, "")
	at := r.IntN(len(f[name]))
	f[name] = slices.Insert(bytes.Clone(f[name]), at, " \n\r\t0a"[r.IntN(6)])
	return fmt.Sprintf("one byte more at %d of %s", at, name)
}

func swap(_ *testing.T, r *rand.Rand, f files) string {
	folder := []string{"entries/", "blobs/", "signatures/"}[r.IntN(3)]
	a, b := f.pick(r, folder), f.pick(r, folder)
	f[a], f[b] = f[b], f[a]
	return a + " and " + b + " change places"
}

func overwrite(_ *testing.T, r *rand.Rand, f files) string {
	a, b := f.pick(r, ""), f.pick(r, "")
	f[a] = f[b]
	return a + " holds what " + b + " does"
}

func repeatEntry(_ *testing.T, r *rand.Rand, f files) string {
	n := f.entries()
	which := 1 + r.IntN(n)
	f[entryFile(n+1)] = f[entryFile(which)]
	return fmt.Sprintf("entry %d once more at the end", which)
}

// forge returns an entry that follows the last one.
func forge(t *testing.T, r *rand.Rand, f files) map[string]any {
	t.Helper()
	n := f.entries()
	e := f.entry(t, n)
	e["seq"], e["prev"], e["version"] = n+1, history.Digest(f[entryFile(n)]), fmt.Sprint("forged ", r.IntN(100))
	return e
}

func forgeEntry(t *testing.T, r *rand.Rand, f files) string {
	f.setEntry(t, f.entries()+1, forge(t, r, f))
	if r.IntN(2) == 0 {
		return "one more entry"
	}
	f.head(t)
	return "one more entry, and HEAD"
}

// signForged adds an entry that is signed by a stranger, who is on its list.
func signForged(t *testing.T, r *rand.Rand, f files) string {
	stranger := newSigner(t, 9)
	e := forge(t, r, f)
	list := slices.Concat(f["allowed_signers"], signature.Allow("publisher", history.Namespace, stranger).Bytes())
	e["signers"] = history.Digest(list)
	f["blobs/"+history.Digest(list)], f["allowed_signers"] = list, list
	n := f.entries() + 1
	f.setEntry(t, n, e)
	f.head(t)
	signed, err := stranger.Sign(f["HEAD"], history.Namespace)
	if err != nil {
		t.Fatal(err)
	}
	f["signatures/"+history.Digest(f[entryFile(n)])], f["HEAD.sig"] = signed, signed
	return "one more entry, signed by a stranger"
}

// alter changes what an entry says.
func alter(t *testing.T, r *rand.Rand, f files, seq int) string {
	t.Helper()
	e := f.entry(t, seq)
	what := []string{"effective", "published", "version", "tool", "files", "imported", "approvals", "source", "policy"}[r.IntN(9)]
	switch what {
	case "effective", "published":
		e[what] = fmt.Sprintf("2026-01-%02d", 2+r.IntN(20))
	case "files":
		delete(e["files"].(map[string]any), "index.html")
	case "imported":
		e[what] = true
	case "approvals":
		e[what] = []any{map[string]any{"key": "SHA256:" + strings.Repeat("a", 43), "role": "legal", "signature": strings.TrimPrefix(f.pick(r, "blobs/"), "blobs/")}}
	case "source":
		e[what] = map[string]any{"commit": strings.Repeat("d", 40)}
	default:
		e[what] = fmt.Sprint("altered ", r.IntN(100))
	}
	f.setEntry(t, seq, e)
	return what
}

func rewriteEntry(t *testing.T, r *rand.Rand, f files) string {
	seq := 1 + r.IntN(f.entries())
	return fmt.Sprintf("another %s in entry %d", alter(t, r, f, seq), seq)
}

// rewriteFromThere changes an entry and lets all that follow name it.
func rewriteFromThere(t *testing.T, r *rand.Rand, f files) string {
	from := 2 + r.IntN(f.entries()-1)
	what := alter(t, r, f, from)
	for seq := from + 1; seq <= f.entries(); seq++ {
		e := f.entry(t, seq)
		e["prev"] = history.Digest(f[entryFile(seq-1)])
		f.setEntry(t, seq, e)
	}
	f.head(t)
	return fmt.Sprintf("another %s in entry %d, and all that follows from it", what, from)
}

func dropLast(_ *testing.T, r *rand.Rand, f files) string {
	n := f.entries()
	gone := 1 + r.IntN(n)
	for seq := n; seq > n-gone; seq-- {
		delete(f, entryFile(seq))
	}
	return fmt.Sprintf("without the last %d entries", gone)
}

func rollBack(t *testing.T, _ *rand.Rand, f files) string {
	n := f.entries() - 1
	e := f.entry(t, n)
	head := history.Head{Lineage: e["lineage"].(string), Size: n, Entry: history.Digest(f[entryFile(n)])}
	f["HEAD"], f["HEAD.sig"] = head.Text(), f["signatures/"+head.Entry]
	return fmt.Sprintf("HEAD of version %d", n)
}

// respell changes how an entry is written and not what it says.
func respell(t *testing.T, r *rand.Rand, f files) string {
	name := f.pick(r, "entries/")
	text := string(f[name])
	how := r.IntN(4)
	switch how {
	case 0:
		text = strings.Replace(text, ":", ": ", 1)
	case 1:
		text = strings.Replace(text, "privity", `\u0070rivity`, 1)
	case 2:
		text = strings.Replace(text, `"seq":`, `"seq":0e0,"seq":`, 1)
	default:
		var b bytes.Buffer
		if err := json.Indent(&b, f[name], "", " "); err != nil {
			t.Fatal(err)
		}
		text = b.String()
	}
	f[name] = []byte(text)
	return fmt.Sprintf("%s in another spelling (%d)", name, how)
}

// spellTwice adds a key that some readers take for another.
func spellTwice(_ *testing.T, r *rand.Rand, f files) string {
	name := f.pick(r, "entries/")
	key := []string{"PREV", "Prev", "Files", "VERSION", "prev"}[r.IntN(5)]
	f[name] = []byte(strings.Replace(string(f[name]), `{`, `{"`+key+`":"x",`, 1))
	return "the key " + key + " in " + name
}

func joinList(t *testing.T, _ *rand.Rand, f files) string {
	f["allowed_signers"] = slices.Concat(f["allowed_signers"], signature.Allow("me-too", history.Namespace, newSigner(t, 9)).Bytes())
	return "one more signer"
}

func dropSignatures(_ *testing.T, _ *rand.Rand, f files) string {
	maps.DeleteFunc(f, func(name string, _ []byte) bool {
		return strings.HasPrefix(name, "signatures/") || name == "HEAD.sig" || name == "allowed_signers"
	})
	return "without signatures"
}

func addBlob(_ *testing.T, r *rand.Rand, f files) string {
	name := "blobs/" + history.Digest([]byte{byte(r.IntN(200))})
	f[name] = []byte("something else")
	return name + " holds something else"
}

func addName(_ *testing.T, r *rand.Rand, f files) string {
	name := []string{"entries/7.json", "entries/000002.json.old", "blobs/index.html", "signatures/000001", "entries/000999.json"}[r.IntN(5)]
	f[name] = []byte("{}\n")
	return "a file " + name
}

// original returns the files of a history of five versions, of which the first was
// imported, the last two are signed, and one was approved.
func original(t *testing.T) files {
	t.Helper()
	memory := disktest.New()
	h := history.New(history.NewFolder(memory))
	key := newSigner(t, 1)
	for n := 1; n <= 5; n++ {
		d := draft(n)
		d.Imported = n == 1
		if n > 3 {
			d.Signer = key
		}
		if n == 4 {
			d.Approvals = []history.GivenApproval{{Role: "legal", Key: key.Fingerprint(), Signature: []byte("a signature\n")}}
		}
		publish(t, h, d)
	}
	verified(t, h, history.Options{})
	return contents(t, memory, ".", files{})
}

func contents(t *testing.T, f disk.Folder, dir string, into files) files {
	t.Helper()
	list, err := f.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		name := strings.TrimPrefix(dir+"/"+e.Name(), "./")
		if e.IsDir() {
			contents(t, f, name, into)
			continue
		}
		if into[name], err = f.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return into
}

// place writes a history into a folder.
func (f files) place(t *testing.T, dir string) {
	t.Helper()
	for _, sub := range []string{"entries", "blobs", "signatures"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range f {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// needTools leaves the rest of a test out where the script cannot run.
func needTools(t *testing.T) {
	t.Helper()
	for _, tool := range []string{"bash", "jq", "ssh-keygen", "sha256sum"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("there is no %s here", tool)
		}
	}
}

// script runs docs/verify-history.sh and returns the lines that it prints, by
// the history that they are about.
func script(t *testing.T, args ...string) map[string]string {
	t.Helper()
	const path = "../../docs/verify-history.sh"
	if _, err := os.ReadFile(path); err != nil { // so that a change of it is seen
		t.Error(err)
	}
	cmd := exec.CommandContext(t.Context(), "bash", append([]string{path}, args...)...)
	out, _ := cmd.Output() // its status is that of all of them
	told := map[string]string{}
	for line := range strings.Lines(string(out)) {
		dir, what, _ := strings.Cut(line, ": ")
		told[dir] += what
	}
	return told
}

// mutants is how many mutations are tried.
const mutants = 1000

// Each of a thousand mutations of a history, chosen at random, is found by Verify
// and by the script for auditors.
func TestEveryMutationIsFound(t *testing.T) {
	t.Parallel()
	base := original(t)
	top := t.TempDir()
	what := make(map[string]string, mutants)
	var dirs []string
	for seed := uint64(0); len(dirs) < mutants; seed++ {
		r := rand.New(rand.NewPCG(seed, 7))
		f := maps.Clone(base)
		done := mutations[r.IntN(len(mutations))](t, r, f)
		if maps.EqualFunc(f, base, bytes.Equal) {
			continue // it has exchanged equal things
		}
		dir := filepath.Join(top, strconv.FormatUint(seed, 10))
		f.place(t, dir)
		dirs, what[dir] = append(dirs, dir), done
	}
	for _, dir := range dirs {
		report, err := open(t, dir).Verify(history.Options{})
		if err != nil || report.OK() {
			t.Errorf("not found: %s (%v)", what[dir], err)
		}
	}
	t.Logf("%d mutations were tried on verify", len(dirs))
	needTools(t)
	for dir, told := range scripted(t, dirs) {
		if strings.HasPrefix(told, "ok") {
			t.Errorf("the script has not found: %s", what[dir])
		}
	}
	t.Logf("%d mutations were tried on the script", len(dirs))
}

// scripted runs the script over many histories, four at a time.
func scripted(t *testing.T, dirs []string) map[string]string {
	t.Helper()
	all := map[string]string{}
	var mu sync.Mutex
	var group sync.WaitGroup
	for part := range slices.Chunk(dirs, (len(dirs)+3)/4) {
		group.Go(func() {
			told := script(t, part...)
			mu.Lock()
			defer mu.Unlock()
			maps.Copy(all, told)
		})
	}
	group.Wait()
	if len(all) != len(dirs) {
		t.Errorf("the script said something about %d of %d histories", len(all), len(dirs))
	}
	return all
}

// Who writes everything anew, with keys of their own or without any, leaves a
// history in which nothing is wrong. Then it takes what the auditor has brought.
func TestWhatOnlyTheAuditorFinds(t *testing.T) {
	t.Parallel()
	needTools(t)
	base := original(t)
	genuine := filepath.Join(t.TempDir(), "genuine")
	base.place(t, genuine)
	head, err := open(t, genuine).Head()
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(genuine, "allowed_signers")
	ours, err := signature.Parse(base["allowed_signers"])
	if err != nil {
		t.Fatal(err)
	}
	for name, key := range map[string]*signature.Signer{"with another key": newSigner(t, 9), "without a key": nil} {
		dir := filepath.Join(t.TempDir(), "rewritten")
		h := open(t, dir)
		for n := 1; n <= 7; n++ {
			d := draft(n + 10)
			d.Signer = key
			publish(t, h, d)
		}
		verified(t, h, history.Options{})
		if told := script(t, dir)[dir]; !strings.HasPrefix(told, "ok: 7 versions") {
			t.Errorf("%s: the script: %s", name, told)
		}
		for _, o := range []history.Options{{Since: head}, {Allowed: ours}, {Since: head, Fast: true}} {
			if report, err := h.Verify(o); err != nil || report.OK() {
				t.Errorf("%s: not found with %+v: %v", name, o, err)
			}
		}
		for _, args := range [][]string{{"--since", head.String(), dir}, {"--since", filepath.Join(genuine, "HEAD"), dir}, {"--allowed-signers", list, dir}} {
			if told := script(t, args...)[dir]; told == "" || strings.HasPrefix(told, "ok") {
				t.Errorf("%s: the script has not found it with %s: %s", name, args[0], told)
			}
		}
	}
	for _, args := range [][]string{{genuine}, {"--since", filepath.Join(genuine, "HEAD"), genuine}, {"--since", head.String(), genuine}} {
		if told := script(t, args...)[genuine]; !strings.HasPrefix(told, "ok: 5 versions") {
			t.Errorf("the script does not accept what is genuine: %v: %s", args, told)
		}
	}
	verified(t, open(t, genuine), history.Options{Since: head})
}
