// Package objects keeps histories in object storage: Amazon S3 and what speaks
// its language, Google Cloud Storage and Azure Blob Storage.
//
// What makes that possible is that all three can write an object on the condition
// that there is none of that name, and are consistent: who lists after a write
// sees it. A service that speaks the language and ignores the condition is refused
// before anything is written to it; see [history.Probe].
package objects

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/aws/smithy-go"
	"gocloud.dev/blob"
	_ "gocloud.dev/blob/azureblob" // azblob://
	_ "gocloud.dev/blob/gcsblob"   // gs://
	_ "gocloud.dev/blob/s3blob"    // s3://
	"gocloud.dev/gcerrors"

	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/parallel"
)

// Openers opens the addresses of object storage.
func Openers() map[string]history.Opener {
	openers := map[string]history.Opener{}
	for _, scheme := range history.CloudSchemes {
		openers[scheme] = Open
	}
	return openers
}

const (
	// patience is how long one operation may take, with all repetitions.
	patience = 2 * time.Minute
	// maxObject bounds an object that is read.
	maxObject = 1 << 30
	// conflicts is how often a write is repeated that the service could not decide.
	conflicts = 10
)

// Open opens a history at an address, such as s3://bucket/folder?region=eu-west-1.
// The parameters are those of gocloud.dev; credentials come from where the tools
// of the provider look for them.
func Open(place string) (history.Store, error) {
	at, err := url.Parse(place)
	if err != nil {
		return nil, err
	}
	folder := strings.Trim(at.Path, "/")
	at.Path = ""
	if at.Scheme == "s3" {
		withoutChecksums(at)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	bucket, err := blob.OpenBucket(ctx, at.String())
	if err != nil {
		return nil, err
	}
	if folder != "" {
		bucket = blob.PrefixedBucket(bucket, folder+"/")
	}
	return New(bucket), nil
}

// withoutChecksums turns off the checksums of S3's own, unless somebody asks for
// them: every file of a history has a digest, and many services that speak the
// language do not have them, of which the library complains at every file.
func withoutChecksums(at *url.URL) {
	q := at.Query()
	for _, parameter := range []string{"request_checksum_calculation", "response_checksum_validation"} {
		if !q.Has(parameter) {
			q.Set(parameter, "when_required")
		}
	}
	at.RawQuery = q.Encode()
}

// A bucket is a store in a bucket.
type bucket struct{ objects *blob.Bucket }

// New returns the store in a bucket, which it closes.
func New(b *blob.Bucket) history.Store { return &bucket{b} }

// failure puts an error of a service into the terms of package history.
func failure(op, name string, err error) error {
	var sentinel error
	switch gcerrors.Code(err) {
	case gcerrors.OK:
		return nil
	case gcerrors.NotFound:
		sentinel = fs.ErrNotExist
	case gcerrors.FailedPrecondition, gcerrors.AlreadyExists:
		sentinel = fs.ErrExist
	case gcerrors.PermissionDenied:
		sentinel = fs.ErrPermission
	default:
		return fmt.Errorf("%s %s: %w", op, name, err)
	}
	return &fs.PathError{Op: op, Path: name, Err: sentinel}
}

func (b *bucket) Read(name string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	r, err := b.objects.NewReader(ctx, name, nil)
	if err != nil {
		return nil, failure("read", name, err)
	}
	defer r.Close() //nolint:errcheck // it was only read
	if r.Size() > maxObject {
		return nil, fmt.Errorf("read %s: it is larger than %d MiB", name, maxObject>>20)
	}
	content, err := io.ReadAll(r)
	return content, failure("read", name, err)
}

func (b *bucket) List(folder string) ([]string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	prefix := ""
	if folder != "" {
		prefix = folder + "/"
	}
	var names []string
	list := b.objects.List(&blob.ListOptions{Prefix: prefix, Delimiter: "/"})
	for {
		object, err := list.Next(ctx)
		if errors.Is(err, io.EOF) {
			slices.Sort(names)
			return names, nil
		}
		if err != nil {
			return nil, failure("list", folder, err)
		}
		if !object.IsDir {
			names = append(names, strings.TrimPrefix(object.Key, prefix))
		}
	}
}

// Keep writes files whose names are digests, so one that is there is the same.
func (b *bucket) Keep(files []history.File) error {
	errs := make([]error, len(files))
	parallel.For(len(files), func(i int) {
		if err := b.Create(files[i].Path, files[i].Content); !errors.Is(err, fs.ErrExist) {
			errs[i] = err
		}
	})
	return errors.Join(errs...)
}

// Create writes an object on the condition that there is none of that name. S3
// may answer that it could not decide, since somebody else was writing; then it
// is asked again.
func (b *bucket) Create(name string, content []byte) error {
	var err error
	for range conflicts {
		err = b.write(name, content, true)
		var answer smithy.APIError
		if !errors.As(err, &answer) || answer.ErrorCode() != "ConditionalRequestConflict" {
			break
		}
	}
	return failure("create", name, err)
}

func (b *bucket) Replace(files []history.File) error {
	for _, file := range files {
		if err := b.write(file.Path, file.Content, false); err != nil {
			return failure("write", file.Path, err)
		}
	}
	return nil
}

// plainText is what entries and heads are to browsers that look into a bucket.
const plainText = "text/plain; charset=utf-8"

func (b *bucket) write(name string, content []byte, absent bool) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	options := &blob.WriterOptions{IfNotExist: absent, ContentType: "application/octet-stream"}
	if !strings.HasPrefix(name, "blobs/") {
		options.ContentType = plainText
	}
	return b.objects.WriteAll(ctx, name, content, options)
}

// Scratch is the bucket itself: what holds there need not hold in another.
func (b *bucket) Scratch() (history.Store, func([]string) error, error) { return b, b.remove, nil }

func (b *bucket) remove(names []string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var errs []error
	for _, name := range names {
		if err := b.objects.Delete(ctx, name); gcerrors.Code(err) != gcerrors.NotFound {
			errs = append(errs, failure("remove", name, err))
		}
	}
	return errors.Join(errs...)
}

func (b *bucket) Close() error { return b.objects.Close() }
