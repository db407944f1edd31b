package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/signature"
)

// defaultHistory is where the versions are kept unless somebody says otherwise.
const defaultHistory = "history"

func newHistory(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "history COMMAND",
		Short: "begin a history with earlier versions",
		Long: `The published versions of a policy stand in its history, which publish writes. log
lists them, show brings one back, and verify holds the history against itself and
against what others have noted.`,
		Example: `privity history import old/manifest.json --effective 2024-06-01`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return s.help(cmd) },
	}
	imports := newHistoryImport(s)
	imports.Flags().SortFlags = false
	imports.DisableFlagsInUseLine = true
	cmd.AddCommand(imports)
	return cmd
}

// addHistory adds the flag that says where the history is.
func addHistory(cmd *cobra.Command) *string {
	location := cmd.Flags().String("history", defaultHistory, "the history is in `PLACE`: a folder, or git:REPOSITORY#BRANCH")
	mustComplete(cmd, "history", completeFolders)
	return location
}

// openHistory opens a history, which may be empty yet. It is closed when the
// program ends.
func (s *session) openHistory(place string) (*history.History, error) {
	store, err := history.Open(place, s.edition.Stores)
	var scheme *history.SchemeError
	switch {
	case errors.As(err, &scheme):
		return nil, fail(err.Error(), "--history takes a folder, or git:REPOSITORY#BRANCH; see docs/histories.md")
	case err != nil:
		return nil, fail("the history in "+place+" cannot be opened: "+reason(err), "--history names another place")
	}
	h := history.New(store)
	s.opened.add(h)
	return h, nil
}

// histories are those that were opened. Who interrupts the program closes them, too:
// one in git has a clone in a temporary folder.
type histories struct {
	mu   sync.Mutex
	list []*history.History
}

func (o *histories) add(h *history.History) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.list = append(o.list, h)
}

// close releases what histories hold. Nothing that was published waits for it, so
// what goes wrong is of no consequence.
func (o *histories) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, h := range o.list {
		_ = h.Close()
	}
	o.list = nil
}

// placeSeen returns the place of a history as the operator would write it.
func (s *session) placeSeen(place string) string {
	if strings.Contains(place, ":") {
		return place
	}
	return s.seen(place)
}

// versions reads all versions of a history that has some.
func (s *session) versions(location string) (*history.History, []*history.Entry, error) {
	h, err := s.openHistory(location)
	if err != nil {
		return nil, nil, err
	}
	entries, err := h.Entries()
	if err != nil {
		return nil, nil, historyFailure(err)
	}
	if len(entries) == 0 {
		return nil, nil, fail("there is no version in the history in "+s.placeSeen(location),
			"`privity publish` adds the first; --history names another place")
	}
	return h, entries, nil
}

// historyFailure says what to do about what is wrong with a history.
func historyFailure(err error) error {
	var damaged *history.DamagedError
	var stale *history.StaleError
	var atPath *fs.PathError
	var told *failure
	switch {
	case err == nil || errors.As(err, &told):
		return err
	case errors.As(err, &damaged):
		return fail(damaged.Error(), "`privity verify` lists all that is wrong; restore the file from a copy of the history")
	case errors.As(err, &stale):
		return fail(stale.Error(), "plan again, look at what is different now, and publish that")
	case errors.Is(err, history.ErrNeedsKey):
		return fail(err.Error(), "name it with --key FILE, or in the environment: PRIVITY_KEY")
	case errors.Is(err, history.ErrNotAllowed):
		return fail(err.Error(), "one who may has to add it first, with --allowed-signers FILE that lists both keys")
	case errors.Is(err, history.ErrNotExclusive):
		return fail("the history cannot be kept there: "+err.Error(), "use a folder on a local disk, git:REPOSITORY#BRANCH, or storage that knows conditional writes")
	case errors.Is(err, history.ErrNoVersion):
		return fail(err.Error(), "`privity log` lists the versions")
	case errors.As(err, &atPath):
		at := atPath.Path
		if disk.IsTemp(at) {
			at = filepath.Dir(at)
		}
		return fail("the history cannot be used: "+filepath.ToSlash(at)+": "+reason(err), "mend the cause and run this again: nothing that was published is lost")
	}
	return fail("the history cannot be used: "+err.Error(), "is the place right, and may you read and write there? Nothing that was published is lost")
}

// A signing is who signs, as flags say.
type signing struct{ key, allowed string }

// addSigning adds the flags that say who signs what is published.
func addSigning(cmd *cobra.Command) *signing {
	sign := &signing{}
	cmd.Flags().StringVar(&sign.key, "key", "", "sign with the SSH key in `FILE`; a public key is looked for in the agent")
	cmd.Flags().StringVar(&sign.allowed, "allowed-signers", "", "from now on those in `FILE` may sign, in the form of ssh-keygen")
	return sign
}

// signer opens the key that a flag names, or else the environment. It is nil if
// neither does.
func (s *session) signer(file string) (*signature.Signer, error) {
	if file == "" {
		file = s.getenv("PRIVITY_KEY")
	}
	if file == "" {
		return nil, nil //nolint:nilnil // nobody signs, which is no error
	}
	signer, err := signature.Open(file, s.getenv("SSH_AUTH_SOCK"))
	switch {
	case errors.Is(err, signature.ErrLocked):
		return nil, fail("the key "+file+" is protected by a passphrase", fmt.Sprintf("hand it to the agent with ssh-add %s, and name the public key: --key %s.pub", file, file))
	case err != nil:
		return nil, fail("the key "+file+" cannot be used: "+reason(err), "it is a private key as ssh-keygen -t ed25519 makes it, or the public key of one in the agent")
	}
	return signer, nil
}

// allowedSigners reads a list of signers. It is nil if no file is named.
func (s *session) allowedSigners(file string) (*signature.Allowed, error) {
	if file == "" {
		return nil, nil //nolint:nilnil // nobody has said who may sign
	}
	content, err := readBounded(file, signature.MaxAllowed)
	if err != nil {
		return nil, fail("the allowed signers in "+file+" cannot be read: "+reason(err), "")
	}
	allowed, err := signature.Parse(content)
	if err == nil && allowed.Len() == 0 {
		err = errors.New("nobody is on the list")
	}
	if err != nil {
		return nil, fail(file+": "+err.Error(), "it has the form that ssh-keygen -Y verify reads: a name and a public key on each line")
	}
	return allowed, nil
}

// readBounded reads a small file that the operator names.
func readBounded(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	content, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && int64(len(content)) > most {
		return nil, errors.New("it is too large")
	}
	return content, err
}
