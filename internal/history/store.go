package history

import "path"

// A Store holds the files of a history. Names have slashes and at most one folder.
//
// It is all that a history needs of the place where it is kept. There are a
// folder and a git branch in this package, and object storage in a program of its
// own. Errors satisfy errors.Is with fs.ErrNotExist and fs.ErrExist.
type Store interface {
	// Read returns the content of a file.
	Read(name string) ([]byte, error)
	// List returns the names in a folder, without the folder, in order. The
	// folder "" is the top one, and what is not there is empty.
	List(folder string) ([]string, error)
	// Keep makes files that others are going to refer to. Each is there with the
	// content given, durably, at the latest when a Create that follows succeeds.
	Keep(files []File) error
	// Create makes a file that is not there, at once and durably. Of any number
	// of callers on any number of machines one succeeds, and to the others it is
	// fs.ErrExist.
	Create(name string, content []byte) error
	// Replace makes files the ones given, each at once.
	Replace(files []File) error
	// Scratch returns a store of the same kind in which it does no harm to create
	// something, and a function that removes what was created.
	Scratch() (scratch Store, remove func(names []string) error, err error)
	// Close releases what the store holds. Nothing that was written waits for it.
	Close() error
}

// A File is a file with its content.
type File struct {
	Path    string
	Content []byte
}

// maxBlob bounds a file of a history that is read.
const maxBlob = 1 << 30

// Names of files and folders.
const (
	entriesFolder    = "entries"
	blobsFolder      = "blobs"
	signaturesFolder = "signatures"

	headName    = "HEAD"
	headSigName = "HEAD.sig"
	allowedName = "allowed_signers"
)

func blobName(digest string) string     { return path.Join(blobsFolder, digest) }
func signatureName(entry string) string { return path.Join(signaturesFolder, entry) }
